import { randomBytes } from 'node:crypto'
import { graphql } from 'graphql'
import { recordUnavailable } from '../../errors.ts'
import { mintGrant, parseGrantKeys } from '../../grant.ts'
import type { Content } from '../../log/log.ts'
import { createProcessingLine } from '../../log/processing.ts'
import { createMetrics } from '../../metrics.ts'
import type { Caller, DataCategory, Organisation, Role } from '../../vocabulary.ts'
import { createOwnerContext } from '../context.ts'
import { buildOwnerSchema, type OwnerDefinition } from '../definition.ts'
import type { FileRow } from '../file-table.ts'
import { openOne } from './databases.ts'

export const someone = (organisation: Organisation, role: Role = 'case_handler'): Caller => ({
  subject: `${organisation} ${role}`.toLowerCase(),
  organisation,
  roles: [role],
  municipality: null,
  client: 'desk',
  expiresAt: Number.MAX_SAFE_INTEGER,
})

/** An agency's schema, permissions, resolvers and database, without its HTTP side; its log is a list of lines. */
export async function openAgency<Row extends FileRow, File extends object, Filter>(
  definition: OwnerDefinition<Row, File, Filter>,
) {
  const { owner } = definition
  const name = owner === 'IMG' ? 'img' : 'ncg'
  const keys = parseGrantKeys(`now:${randomBytes(32).toString('base64url')}`)
  let statements = 0
  const database = await openOne(definition.migrations, () => {
    statements += 1
  })
  const store = definition.createStore(database.db)
  const { schema, categories } = buildOwnerSchema(definition)
  const commits: (readonly Content[])[] = []
  let broken = false
  const line = createProcessingLine({ party: name, pseudonymKey: randomBytes(32) })
  const append = async (contents: readonly Content[]) => {
    if (broken) throw recordUnavailable(new Error('disk full'))
    if (contents.length > 0) commits.push(contents)
  }
  const contextOf = createOwnerContext({
    party: {
      config: { name, grantKeys: { IMG: keys, NCG: keys } },
      line,
      metrics: createMetrics(name),
      processing: { chain: '', publicKey: '', append, seal: async () => {}, close: async () => {} },
      recordRefusal: ({ trace, caller }, what) => {
        const recipient = caller?.organisation ?? null
        return append([
          line(trace, new Date(), { name: `Geweigerd: ${what}`, activity: '', addressId: null, recipient }),
        ])
      },
    },
    definition,
    store,
    relay: { flush: async () => {} },
    categories,
  })

  return {
    db: database.db,
    store,
    /** What each commit of the log held, since `ask` was last called. */
    lines: () => commits.flat(),
    commits: () => commits.length,
    statements: () => statements,
    breakLog(is: boolean) {
      broken = is
    },
    /** Asks as a caller; every question is a request of its own. */
    async ask(caller: Caller, source: string, variableValues: Record<string, unknown> = {}) {
      commits.length = 0
      statements = 0
      const trace = {
        traceId: randomBytes(16).toString('hex'),
        spanId: randomBytes(8).toString('hex'),
        parentSpanId: null,
      }
      const contextValue = contextOf({ caller, trace, purpose: null })
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
      // The answer as the caller reads it: plain JSON, and of errors their code.
      const answer: unknown = JSON.parse(JSON.stringify(data ?? null))
      return {
        data: answer,
        codes: (errors ?? []).map(({ extensions }) => extensions.code),
        errors: errors ?? [],
      }
    },
    grant: (caller: Caller, addr: string, cats: DataCategory[]) =>
      mintGrant(keys, {
        owner,
        addr,
        caller,
        cats,
        purpose: 'COOPERATION',
        dec: '00000000-0000-4000-8000-00000000000d',
        issuedAt: Math.floor(Date.now() / 1000),
        ttlSeconds: 10,
      }),
    close: () => database.close(),
  }
}
