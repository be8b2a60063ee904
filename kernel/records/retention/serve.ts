import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError, badInput } from '../../errors.ts'
import { forOperator } from '../../identity/audience.ts'
import { internalMessage } from '../../runtime/http.ts'
import type { Party } from '../../runtime/party.ts'
import { ConfigurationError } from '../../runtime/settings.ts'
import { commonActivity } from '../activities.ts'
import type { LogTables } from '../log/tables.ts'
import { termSetting } from './kinds.ts'
import { type Retention, type RetentionEvent, runRetention } from './run.ts'

const body = z.object({ dryRun: z.boolean() })

/**
 * Serves `POST /retention` with `{ "dryRun": boolean }` to the operator's service identity: erases what is older than its term and answers
 * with events as JSON lines. One run at a time; when the caller disconnects or the process shuts down, it stops after the current batch.
 * @throws {ConfigurationError} when a term is shorter than the database lets erase from a log.
 */
export async function serveRetention<Tables extends LogTables>(
  party: Party<Tables>,
  holds: Retention['holds'],
): Promise<void> {
  const { app, config, processing, line, logger } = party
  const db = party.db as unknown as Retention['db']
  await assertTerms(party)
  const retention: Retention = {
    db,
    party: config.name,
    records: config.kept,
    pseudonymKey: config.pseudonymKey,
    processing,
    line,
    holds,
  }
  let running = false
  let ending = false
  app.addHook('preClose', async () => {
    ending = true
  })

  async function* lines(request: FastifyRequest, dryRun: boolean): AsyncGenerator<string> {
    const write = (event: RetentionEvent) => `${JSON.stringify(event)}\n`
    try {
      for await (const event of runRetention(retention, request.trace, { dryRun })) {
        yield write(event)
        if (ending && event.type !== 'end') {
          yield write({ type: 'failed', message: 'Het proces stopt. Voer de opschoning later opnieuw uit.' })
          return
        }
      }
    } catch (error) {
      const { traceId } = request.trace
      logger.error({ err: error, traceId }, 'retention stopped')
      const message = error instanceof AppError ? error.message : internalMessage(traceId)
      yield write({ type: 'failed', message })
    } finally {
      running = false
    }
  }

  app.post('/retention', forOperator('retention'), async (request, reply) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success) throw badInput('Stuur { "dryRun": true } om te tellen, of false om te wissen.')
    if (running) throw new AppError('CONFLICT', 'Er loopt al een opschoning. Wacht tot die klaar is.')
    const { dryRun } = parsed.data
    running = true
    try {
      await processing.append([
        line(request.trace, new Date(), {
          name: dryRun ? 'Bewaartermijnen nagegaan' : 'Bewaartermijnen toegepast',
          activity: commonActivity(config.name, 'bewaring'),
          addressId: null,
          recipient: request.caller?.organisation ?? null,
        }),
      ])
      // Fetched first: without the legal holds no run may begin.
      await holds()
      const stream = Readable.from(lines(request, dryRun))
      // Also when the caller disconnected before the first line.
      stream.once('close', () => {
        running = false
      })
      return await reply.header('cache-control', 'no-store').type('application/jsonl').send(stream)
    } catch (error) {
      running = false
      throw error
    }
  })
}

/** A term that the database refuses to carry out would only show after years. */
async function assertTerms<Tables extends LogTables>({ db, config }: Party<Tables>): Promise<void> {
  const { days } = await (db as unknown as Retention['db'])
    .selectFrom('log_floor')
    .select('days')
    .executeTakeFirstOrThrow()
  const guarded = config.kept.filter((kept) => 'chain' in kept || kept.rows.eraseFunction)
  const short = new Set(guarded.flatMap((kept) => (kept.days <= days ? [kept.kind] : [])))
  if (short.size > 0)
    throw new ConfigurationError(
      [...short].map(
        (kind) =>
          `${termSetting(config.name, kind)} must be more than ${days}: the log keeps that long at least`,
      ),
    )
}
