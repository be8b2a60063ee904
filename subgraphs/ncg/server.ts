import type { SubgraphConfig } from '../../kernel/config.ts'
import { createImporter } from '../../kernel/import.ts'
import { startOwner } from '../../kernel/owner/start.ts'
import { importProjects, projectRow } from './import.ts'
import { mutationRoles } from './permissions.ts'
import { toGraphql } from './project.ts'
import { resolvers } from './resolvers.ts'
import { createProjectStore } from './store/project-store.ts'
import { migrations } from './store/tables.ts'

/** Starts NCG's subgraph: the strengthening projects, and what may be shared of them. */
export const startNcg = (config: SubgraphConfig) =>
  startOwner(config, {
    owner: 'NCG',
    typeName: 'StrengtheningProject',
    migrations,
    createStore: createProjectStore,
    toGraphql,
    resolvers,
    mutationRoles,
    importer: (store) => createImporter(projectRow, (rows) => importProjects(store, rows)),
  })
