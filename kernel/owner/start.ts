import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { SubgraphConfig } from '../config.ts'
import { type Importer, serveImport } from '../import.ts'
import { startRelay } from '../outbox.ts'
import { openParty } from '../party.ts'
import { readTypeDefs } from '../schema.ts'
import { buildSchema, protect, serveGraphql } from '../subgraph.ts'
import type { Owner, Role } from '../vocabulary.ts'
import { createOwnerContext, type OwnerContext } from './context.ts'
import type { FileStore } from './file-store.ts'
import type { FileRow, OwnerTables } from './file-table.ts'
import { ownerRules } from './permissions.ts'

/** What makes one agency different from the other. */
export type OwnerDefinition<Row extends FileRow, File extends object, Filter> = {
  readonly owner: Owner
  readonly typeName: string
  readonly migrations: Record<string, Migration>
  readonly createStore: (db: Kysely<OwnerTables>) => FileStore<Row, Filter>
  readonly toGraphql: (row: Row) => File
  readonly resolvers: GraphQLResolverMap<OwnerContext<Row, File, Filter>>
  readonly mutationRoles: Readonly<Record<string, readonly Role[]>>
  readonly importer: (store: FileStore<Row, Filter>) => Importer
}

/** Starts an agency's subgraph and listens. @throws when the configuration, database, schema or port is not right. */
export async function startOwner<Row extends FileRow, File extends object, Filter>(
  config: SubgraphConfig,
  definition: OwnerDefinition<Row, File, Filter>,
): Promise<{ close(): Promise<void> }> {
  const { owner } = definition
  const { schema, categories } = buildSchema(readTypeDefs(config.name), definition.resolvers)
  const rules = ownerRules(schema, categories, owner, definition.mutationRoles)
  const guarded = protect(schema, rules)

  const party = await openParty<OwnerTables>(config, definition.migrations)
  const store = definition.createStore(party.db)
  const relay = startRelay({
    db: party.db,
    source: `urn:samenloop:${config.name}`,
    url: new URL('/events', config.svipUrl).href,
    token: party.serviceToken,
    logger: party.logger,
    onLag: (waiting) => party.metrics.outboxLag.set(waiting),
  })
  party.onClose(relay.close)

  const importer = definition.importer(store)
  const importAndAnnounce: Importer = async (records) => {
    const results = await importer(records)
    await relay.flush()
    return results
  }
  serveImport(party.app, config.name, importAndAnnounce, party.recordRefusal)
  await serveGraphql({
    app: party.app,
    schema: guarded,
    logger: party.logger,
    introspection: config.NODE_ENV !== 'production',
    context: createOwnerContext({
      party,
      owner,
      store,
      relay,
      categories,
      typeName: definition.typeName,
      toGraphql: definition.toGraphql,
    }),
  })
  await party.listen()
  return party
}
