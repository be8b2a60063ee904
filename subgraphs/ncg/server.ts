import { createImporter } from '../../kernel/import.ts'
import type { SubgraphConfig } from '../../kernel/runtime/config.ts'
import type { OwnerDefinition } from '../agency/definition.ts'
import { startOwner } from '../agency/start.ts'
import { importProjects, projectRow } from './import.ts'
import { mutationRoles } from './permissions.ts'
import { type ProjectFile, type StrengtheningProject, toGraphql } from './project.ts'
import { resolvers } from './resolvers.ts'
import type { StrengtheningProjectFilter } from './schema.generated.ts'
import { createProjectRegister, createProjectStore } from './store/project-store.ts'
import { migrations } from './store/tables.ts'

/** The definition of NCG: strengthening projects. */
export const ncg: OwnerDefinition<StrengtheningProject, ProjectFile, StrengtheningProjectFilter> = {
  owner: 'NCG',
  typeName: 'StrengtheningProject',
  containerName: 'Strengthening',
  migrations,
  createStore: createProjectStore,
  createRegisterState: createProjectRegister,
  toGraphql,
  resolvers,
  mutationRoles,
  importer: (store) => createImporter(projectRow, (rows) => importProjects(store, rows)),
}

/** Starts NCG's subgraph. */
export const startNcg = (config: SubgraphConfig) => startOwner(config, ncg)
