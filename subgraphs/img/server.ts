import type { SubgraphConfig } from '../../kernel/config.ts'
import { createImporter } from '../../kernel/import.ts'
import type { OwnerDefinition } from '../../kernel/owner/definition.ts'
import { startOwner } from '../../kernel/owner/start.ts'
import { type ClaimFile, type DamageClaim, toGraphql } from './claim.ts'
import { claimRow, importClaims } from './import.ts'
import { mutationRoles } from './permissions.ts'
import { resolvers } from './resolvers.ts'
import { type ClaimFilter, createClaimRegister, createClaimStore } from './store/claim-store.ts'
import { migrations } from './store/tables.ts'

/** What is IMG's own: the damage claims, and what may be shared of them. */
export const img: OwnerDefinition<DamageClaim, ClaimFile, ClaimFilter> = {
  owner: 'IMG',
  typeName: 'DamageClaim',
  containerName: 'Damage',
  migrations,
  createStore: createClaimStore,
  createRegisterState: createClaimRegister,
  toGraphql,
  resolvers,
  mutationRoles,
  importer: (store) => createImporter(claimRow, (rows) => importClaims(store, rows)),
}

/** Starts IMG's subgraph. */
export const startImg = (config: SubgraphConfig) => startOwner(config, img)
