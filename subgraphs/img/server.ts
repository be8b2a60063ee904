import { createImporter } from '../../kernel/import.ts'
import type { SubgraphConfig } from '../../kernel/runtime/config.ts'
import type { Environment } from '../../kernel/runtime/settings.ts'
import { readAgencyConfig } from '../agency/config.ts'
import type { OwnerDefinition } from '../agency/definition.ts'
import { startOwner } from '../agency/start.ts'
import { type ClaimFile, claimSettings, type DamageClaim, toGraphql } from './claim.ts'
import { claimRow, importClaims } from './import.ts'
import { mutationRoles } from './permissions.ts'
import { resolvers } from './resolvers.ts'
import type { DamageClaimFilter } from './schema.generated.ts'
import { createClaimRegister, createClaimStore } from './store/claim-store.ts'
import { migrations } from './store/tables.ts'

/** The definition of IMG: damage claims. */
export const img: OwnerDefinition<DamageClaim, ClaimFile, DamageClaimFilter> = {
  owner: 'IMG',
  typeName: 'DamageClaim',
  containerName: 'Damage',
  migrations,
  createStore: (db) => createClaimStore(db),
  createRegisterState: (db) => createClaimRegister(db),
  toGraphql,
  resolvers,
  mutationRoles,
  importer: (store) => createImporter(claimRow, (rows) => importClaims(store, rows)),
}

export const readImgConfig = (environment: Environment) =>
  readAgencyConfig('img', environment, [claimSettings])

/** Starts IMG's subgraph. */
export function startImg(config: SubgraphConfig) {
  const kinds = config.settings(claimSettings).PHYSICAL_DAMAGE_KINDS
  return startOwner(config, {
    ...img,
    createStore: (db) => createClaimStore(db, undefined, kinds),
    createRegisterState: (db) => createClaimRegister(db, kinds),
  })
}
