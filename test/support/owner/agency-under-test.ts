import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { graphql } from 'graphql'
import { sql } from 'kysely'
import type { Database } from '../../../kernel/database/database.ts'
import { recordUnavailable } from '../../../kernel/errors.ts'
import type { RequestContext } from '../../../kernel/graphql/subgraph.ts'
import { mintGrant, parseGrantKeys } from '../../../kernel/identity/grant.ts'
import { commonActivity } from '../../../kernel/records/activities.ts'
import type { Content } from '../../../kernel/records/log/log.ts'
import { createProcessingLine } from '../../../kernel/records/log/processing.ts'
import { createMetrics } from '../../../kernel/runtime/metrics.ts'
import type { Caller, DataCategory, Organisation, Role } from '../../../kernel/vocabulary.ts'
import { createOwnerContext, type OwnerContext } from '../../../subgraphs/agency/context.ts'
import { buildOwnerSchema, type OwnerDefinition } from '../../../subgraphs/agency/definition.ts'
import type { FileStore } from '../../../subgraphs/agency/file-store.ts'
import type { FileRow, OwnerTables } from '../../../subgraphs/agency/file-table.ts'
import { openOne } from './databases.ts'

export const someone = (organisation: Organisation, role: Role = 'case_handler'): Caller => ({
  subject: `${organisation} ${role}`.toLowerCase(),
  organisation,
  roles: [role],
  municipality: null,
  team: null,
  client: 'desk',
  expiresAt: Number.MAX_SAFE_INTEGER,
})

/**
 * An agency's schema, permissions, resolvers and database, without its HTTP server, for the tests of the calling file. Its tables are empty
 * before each test; its log is a list of lines, and can be made to fail.
 * @param table the table with the agency's files.
 */
export function agencyUnderTest<Row extends FileRow, File extends object, Filter>(
  definition: OwnerDefinition<Row, File, Filter>,
  table: string,
) {
  const { owner } = definition
  const name = owner === 'IMG' ? 'img' : 'ncg'
  const keys = parseGrantKeys(`now:${randomBytes(32).toString('base64url')}`)
  const { schema, categories, container } = buildOwnerSchema(definition)
  const line = createProcessingLine({ party: name, pseudonymKey: randomBytes(32) })
  const metrics = createMetrics(name)
  let database: Database<OwnerTables>
  let store: FileStore<Row, Filter>
  let contextOf: (base: RequestContext) => OwnerContext<Row, File, Filter>
  let broken = false
  /** Events that the SVIP refuses. */
  const refusedIds = new Set<string>()
  let statements = 0
  const commits: (readonly Content[])[] = []

  const append = async (contents: readonly Content[]) => {
    if (broken) throw recordUnavailable(new Error('disk full'))
    if (contents.length > 0) commits.push(contents)
  }
  const party = {
    config: { name },
    line,
    metrics,
    processing: { append },
    recordRefusal: (
      { trace, caller }: { trace: RequestContext['trace']; caller: Caller | null },
      what: string,
    ) => {
      const refused = { name: `Geweigerd: ${what}`, addressId: null, recipient: caller?.organisation ?? null }
      return append([line(trace, new Date(), { ...refused, activity: commonActivity(name, 'toegang') })])
    },
  } as const

  beforeAll(async () => {
    database = await openOne(definition.migrations, () => {
      statements += 1
    })
    store = definition.createStore(database.db)
    contextOf = createOwnerContext({
      party,
      grantKeys: keys,
      definition,
      store,
      relay: { flush: async () => {}, hasRefused: (id) => refusedIds.has(id) },
      categories,
      container,
    })
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await sql`delete from outbox`.execute(database.db)
    await sql`delete from ${sql.table(table)}`.execute(database.db)
    broken = false
  })

  return {
    get store() {
      return store
    },
    /** Makes the SVIP refuse an event. */
    refuse: (id: string) => refusedIds.add(id),
    /** The types of the waiting events, in order. */
    async events() {
      const rows = await database.db.selectFrom('outbox').select('type').orderBy('seq').execute()
      return rows.map(({ type }) => type)
    },
    /** Sends an operation as a caller, each in a separate request. The answer is plain JSON. */
    async ask(caller: Caller, source: string, variableValues: Record<string, unknown> = {}) {
      commits.length = 0
      statements = 0
      const trace = {
        traceId: randomBytes(16).toString('hex'),
        spanId: randomBytes(8).toString('hex'),
        parentSpanId: null,
      }
      const contextValue = contextOf({ caller, trace, purpose: null })
      const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue })
      const answer: unknown = JSON.parse(JSON.stringify(data ?? null))
      return { data: answer, errors, codes: errors.map(({ extensions }) => extensions.code) }
    },
    /** The records of the last operation. */
    lines: () => commits.flat(),
    /** The cost of the last operation. */
    cost: () => ({ statements, commits: commits.length }),
    breakLog() {
      broken = true
    },
    grant: (caller: Caller, addr: string, cats: DataCategory[]) =>
      mintGrant(keys, {
        owner,
        addr,
        caller,
        cats,
        purpose: 'COOPERATION',
        pol: 'twg-2023',
        dec: '00000000-0000-4000-8000-00000000000d',
        issuedAt: Math.floor(Date.now() / 1000),
        ttlSeconds: 10,
      }),
  }
}
