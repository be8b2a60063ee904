import type { Kysely } from 'kysely'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { serveGraphql } from '../../kernel/graphql/subgraph.ts'
import { type Importer, serveImport } from '../../kernel/import.ts'
import { PARTY_OF } from '../../kernel/records/activities.ts'
import { askHolds } from '../../kernel/records/retention/holds.ts'
import { serveRetention } from '../../kernel/records/retention/serve.ts'
import type { SubgraphConfig } from '../../kernel/runtime/config.ts'
import { openParty, type Party } from '../../kernel/runtime/party.ts'
import { agencySettings } from './config.ts'
import { createOwnerContext } from './context.ts'
import { buildOwnerSchema, type OwnerDefinition } from './definition.ts'
import type { FileRow, OwnerTables } from './file-table.ts'
import { measureOutbox } from './outbox/metrics.ts'
import { startRelay } from './outbox/relay.ts'
import { serveOutbox } from './outbox/serve.ts'
import type { OutboxTables } from './outbox/tables.ts'
import { serveRegisterState } from './serve-register.ts'

/** Starts an agency's subgraph and listens. @throws when the configuration, database, schema or port is invalid. */
export async function startOwner<Row extends FileRow, File extends object, Filter>(
  config: SubgraphConfig,
  definition: OwnerDefinition<Row, File, Filter>,
): Promise<Pick<Party<OwnerTables>, 'app' | 'close'>> {
  const { schema, categories, container } = buildOwnerSchema(definition)

  const { SVIP_URL, X_GRANT_KEYS: grantKeys } = config.settings(agencySettings)

  const party = await openParty<OwnerTables>(config, definition.migrations)
  const store = definition.createStore(party.db)
  const relay = startRelay({
    db: party.db,
    source: `urn:samenloop:${config.name}`,
    url: new URL('/events', SVIP_URL).href,
    token: party.serviceToken,
    logger: party.logger,
  })
  party.onClose(relay.close)
  const db = party.db as unknown as Kysely<OutboxTables>
  measureOutbox(party.metrics.registry, db, relay)
  const own = { ...party, agency: PARTY_OF[definition.owner] }
  serveOutbox(own, db, relay)
  serveRegisterState(own, definition.createRegisterState(party.db), relay)

  const importer = definition.importer(store)
  const importAndAnnounce: Importer = async (records) => {
    const results = await importer(records)
    await relay.flush()
    return results
  }
  serveImport(party, config.name, importAndAnnounce)
  const holds = { url: new URL('/legal-holds', SVIP_URL).href, token: party.serviceToken }
  await serveRetention(party, askHolds(holds))
  await serveGraphql({
    app: party.app,
    typeDefs: readTypeDefs(config.name),
    schema,
    logger: party.logger,
    introspection: config.NODE_ENV !== 'production',
    context: createOwnerContext({ party, grantKeys, definition, store, relay, categories, container }),
  })
  await party.listen()
  return party
}
