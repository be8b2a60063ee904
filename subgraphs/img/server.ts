import type { SubgraphConfig } from '../../kernel/config.ts'
import { createImporter } from '../../kernel/import.ts'
import { startOwner } from '../../kernel/owner/start.ts'
import { toGraphql } from './claim.ts'
import { claimRow, importClaims } from './import.ts'
import { mutationRoles } from './permissions.ts'
import { resolvers } from './resolvers.ts'
import { createClaimStore } from './store/claim-store.ts'
import { migrations } from './store/tables.ts'

/** Starts IMG's subgraph: the damage claims, and what may be shared of them. */
export const startImg = (config: SubgraphConfig) =>
  startOwner(config, {
    owner: 'IMG',
    typeName: 'DamageClaim',
    migrations,
    createStore: createClaimStore,
    toGraphql,
    resolvers,
    mutationRoles,
    importer: (store) => createImporter(claimRow, (rows) => importClaims(store, rows)),
  })
