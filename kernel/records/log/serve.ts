import type { KeyObject } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { badInput, forbidden } from '../../errors.ts'
import { forCallers } from '../../identity/audience.ts'
import { type Caller, isOperator } from '../../vocabulary.ts'
import { commonActivity, type LoggingParty } from '../activities.ts'
import { signExport } from './envelope.ts'
import { type ExportLine, exportChain, exportEntries } from './export.ts'
import type { Log } from './log.ts'
import type { ProcessingLine } from './processing.ts'
import type { LogTables } from './tables.ts'

type Options<Tables extends LogTables> = {
  readonly party: LoggingParty
  readonly db: Kysely<Tables>
  readonly processing: Pick<Log, 'append'>
  readonly line: ProcessingLine
  readonly recordRefusal: (request: FastifyRequest, what: string) => Promise<void>
  readonly signingKey: KeyObject
  /** The chains of the party, including those that are opened later. */
  readonly logs: readonly Log[]
}

/**
 * Serves `GET /log`: all chains of a party as JSON lines, one of them (`?chain=`), or the entries of one with an id (`?chain=&id=`). It is
 * for the party's own privacy officers, those of the SVIP, and the operator; each read or refusal is put on record first.
 */
export function serveLog<Tables extends LogTables>(app: FastifyInstance, options: Options<Tables>): void {
  const { party, logs, processing, line, recordRefusal } = options
  app.get('/log', forCallers, async (request, reply) => {
    const { caller, trace } = request
    if (!caller || !mayReadLog(caller, party)) {
      await recordRefusal(request, 'log')
      throw forbidden()
    }
    const wanted = readWanted(request.query, logs)
    await processing.append([
      line(trace, new Date(), {
        name: wanted.id === undefined ? 'Logboek uitgelezen' : 'Regel uit het logboek gelezen',
        activity: commonActivity(party, 'controle'),
        addressId: null,
        recipient: caller.organisation,
      }),
    ])
    return reply
      .header('cache-control', 'no-store')
      .type('application/jsonl')
      .send(Readable.from(texts(signed(options, wanted))))
  })
}

type Wanted = { readonly chains: readonly Log[]; readonly id: string | undefined }

const logQuery = z.strictObject({ chain: z.string().optional(), id: z.uuid().toLowerCase().optional() })

function readWanted(query: unknown, logs: readonly Log[]): Wanted {
  const parsed = logQuery.safeParse(query)
  if (!parsed.success)
    throw badInput('Dit kan niet worden opgevraagd. Geef een chain, en daarbij als u wilt een id (een UUID).')
  const { chain, id } = parsed.data
  if (chain === undefined && id !== undefined)
    throw badInput('Geef bij een id ook de chain waarin die staat.')
  const chains = logs.filter((log) => chain === undefined || log.chain === chain)
  if (chains.length === 0)
    throw badInput(`Deze chain is er niet. Kies uit: ${logs.map((log) => log.chain).join(', ')}.`)
  return { chains, id }
}

/** Wraps the lines of an answer in one signed envelope, all of one moment. */
function signed<Tables extends LogTables>(
  { db, party, signingKey }: Options<Tables>,
  { chains, id }: Wanted,
): AsyncGenerator<ExportLine> {
  const exportedAt = new Date().toISOString()
  const publicKey = chains[0]?.publicKey ?? ''
  const names = chains.map(({ chain }) => chain)
  async function* lines(): AsyncGenerator<ExportLine> {
    for (const log of chains)
      yield* id === undefined ? exportChain(db, log, exportedAt) : exportEntries(db, log, id, exportedAt)
  }
  const opening = { type: 'export', party, publicKey, exportedAt, chains: names, id: id ?? null } as const
  return signExport(signingKey, opening, lines())
}

async function* texts(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

/** The party's own privacy officers, those of the SVIP, and the operator may read a whole log. */
function mayReadLog(caller: Caller, party: LoggingParty): boolean {
  const own = caller.organisation === 'SVIP' || caller.organisation.toLowerCase() === party
  return (own && caller.roles.includes('privacy_officer')) || isOperator(caller)
}
