import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { assertNested, type Categories, readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema, protect } from '../../kernel/graphql/subgraph.ts'
import type { Importer } from '../../kernel/import.ts'
import type { Owner, Role } from '../../kernel/vocabulary.ts'
import type { OwnerContext } from './context.ts'
import type { FileStore } from './file-store.ts'
import type { FileRow, OwnerTables } from './file-table.ts'
import { ownerRules } from './permissions.ts'
import type { RegisterState } from './register-state.ts'

/** The differences between the agencies. */
export type OwnerDefinition<Row extends FileRow, File extends object, Filter> = {
  readonly owner: Owner
  /** Name of the file's type in the schema. */
  readonly typeName: string
  /** Name of the type with the files of an address. */
  readonly containerName: string
  readonly migrations: Record<string, Migration>
  readonly createStore: (db: Kysely<OwnerTables>) => FileStore<Row, Filter>
  readonly createRegisterState: (db: Kysely<OwnerTables>) => RegisterState
  readonly toGraphql: (row: Row) => File
  readonly resolvers: GraphQLResolverMap<OwnerContext<Row, File, Filter>>
  readonly mutationRoles: Readonly<Record<string, readonly Role[]>>
  readonly importer: (store: FileStore<Row, Filter>) => Importer
}

/** The agency's schema with its permissions. @throws {Error} when a field has no category or no rule. */
export function buildOwnerSchema<Row extends FileRow, File extends object, Filter>(
  definition: OwnerDefinition<Row, File, Filter>,
): { readonly schema: GraphQLSchema; readonly categories: Categories; readonly container: GraphQLNamedType } {
  const { owner, resolvers, mutationRoles } = definition
  const { schema, categories } = buildSchema(readTypeDefs(owner.toLowerCase()), resolvers)
  assertNested(schema, categories)
  const container = schema.getType(definition.containerName)
  if (!container) throw new Error(`${definition.containerName} is not in the schema`)
  return {
    schema: protect(schema, ownerRules(schema, categories, owner, mutationRoles)),
    categories,
    container,
  }
}
