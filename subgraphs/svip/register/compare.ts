import type { FastifyRequest } from 'fastify'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { badInput } from '../../../kernel/errors.ts'
import { isStorable } from '../../../kernel/graphql/input.ts'
import { forOperator } from '../../../kernel/identity/audience.ts'
import { termOf } from '../../../kernel/records/retention/kinds.ts'
import type { Party } from '../../../kernel/runtime/party.ts'
import { OWNERS, type Owner } from '../../../kernel/vocabulary.ts'
import type { Tables, TrackRow } from '../store/tables.ts'
import { registerActivity } from './activity.ts'
import type { RemovedTrack } from './event.ts'

/** Serves the contents of the register, to compare it with the agencies. */

/** A track with the ids of its known notices. */
export type ComparedTrack = TrackRow & { readonly notices: readonly string[] }

const PAGE = 1000
const DAY_MS = 86_400_000

const reference = z.string().max(2000).refine(isStorable)
const page = z.object({ owner: z.enum(OWNERS), after: reference })
const look = z.object({
  owner: z.enum(OWNERS),
  references: z
    .array(reference)
    .min(1)
    .max(2 * PAGE),
})

/**
 * Serves the register to the operator's service identity, to compare: `POST /register/page` returns the tracks of an agency after a
 * reference, `/register/look` those with these references, and which of them were removed. Each read is on record; any other caller gets
 * `FORBIDDEN`.
 */
export function serveComparison({
  app,
  config,
  db,
  line,
  processing,
}: Pick<Party<Tables>, 'app' | 'config' | 'db' | 'line' | 'processing'>): void {
  const noticeDays = termOf(config.kept, 'REGISTER_NOTICES')
  const operator = forOperator('register')
  const read = async <T>(shape: z.ZodType<T>, { body, trace }: FastifyRequest): Promise<T> => {
    const parsed = shape.safeParse(body)
    if (!parsed.success) throw badInput('Dit is geen vraag die bij het vergelijken van het register hoort.')
    await processing.append([
      line(trace, new Date(), {
        name: 'Register vergeleken met een organisatie',
        activity: registerActivity.id,
        addressId: null,
        recipient: null,
      }),
    ])
    return parsed.data
  }

  app.post('/register/page', operator, async (request) => {
    const { owner, after } = await read(page, request)
    return {
      tracks: await tracksOf(
        db,
        owner,
        sql`t.reference collate "C" > ${after} order by t.reference collate "C" limit ${sql.lit(PAGE)}`,
      ),
      // What is older may have been erased here; that it is missing says nothing then.
      noticesFrom: new Date(Date.now() - noticeDays * DAY_MS).toISOString(),
    }
  })
  app.post('/register/look', operator, async (request) => {
    const { owner, references } = await read(look, request)
    const { rows: removed } = await sql<RemovedTrack>`
      select * from register_removed where owner = ${owner} and reference = any(${references})`.execute(db)
    return { tracks: await tracksOf(db, owner, sql`t.reference = any(${references})`), removed }
  })
}

async function tracksOf(
  db: Kysely<Tables>,
  owner: Owner,
  which: RawBuilder<unknown>,
): Promise<readonly ComparedTrack[]> {
  const { rows } = await sql<ComparedTrack>`
    select t.*, array(select n.id::text from register_notice n where n.owner = t.owner and n.reference = t.reference) as notices
    from register_track t where t.owner = ${owner} and ${which}`.execute(db)
  return rows
}
