import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { badInput } from '../../../kernel/errors.ts'
import { createObligations } from '../obligations/create.ts'
import type { ConsentRow, Tables } from '../store/tables.ts'
import type { NewConsent } from './consent.ts'
import { newConsentRow, toConsentRecord, type Withdrawal, withdrawn } from './record.ts'
import { keepRevision, type Recorder } from './statement.ts'

export type ConsentStore = ReturnType<typeof createConsentStore>

/**
 * Consents and refusals. Each change commits together with its revision and, when it takes something back, with what the
 * recipients have to do about it.
 */
export function createConsentStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /**
     * Records a consent. The same one sent twice (same address, direction, contents and evidence, and in force) is one consent, so
     * that withdrawing it leaves nothing behind.
     */
    async recordConsent(consent: NewConsent, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      const row = newConsentRow(randomUUID(), consent, recorder.organisation, at)
      return await db.transaction().execute(async (transaction) => {
        await inTurn(transaction, consent.addressId)
        return (await sameStatement(transaction, row)) ?? (await insert(transaction, row, recorder))
      })
    },

    /**
     * Records that the resident says no. It opens nothing, and withdraws every consent in force that it contradicts: in the
     * same direction, for one of the same purposes and one of the same categories. The same one sent twice is one refusal.
     */
    async refuseConsent(refusal: NewConsent, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      const row = newConsentRow(randomUUID(), refusal, recorder.organisation, at)
      return await db.transaction().execute(async (transaction) => {
        await inTurn(transaction, refusal.addressId)
        return await refuse(transaction, row, recorder)
      })
    },

    /** Records what the resident said to the question of an information request, within the step that does so. */
    async recordReply(
      transaction: Transaction<Tables>,
      reply: NewConsent,
      given: boolean,
      recorder: Recorder,
    ): Promise<ConsentRow> {
      const at = now().toISOString()
      await inTurn(transaction, reply.addressId)
      const row = newConsentRow(randomUUID(), reply, recorder.organisation, at)
      return given ? await insert(transaction, row, recorder) : await refuse(transaction, row, recorder)
    },

    /** The address a consent is about; `null` when there is no such consent. */
    async addressOf(id: string): Promise<string | null> {
      const row = await db.selectFrom('consent').select('address_id').where('id', '=', id).executeTakeFirst()
      return row?.address_id ?? null
    },

    /**
     * Withdraws a consent; one that was withdrawn stays as it was.
     * @throws {AppError} `BAD_USER_INPUT` when there is none, or when it is a refusal.
     */
    async withdrawConsent(id: string, withdrawal: Withdrawal, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const present = await transaction
          .selectFrom('consent')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!present) throw badInput('Deze toestemming bestaat niet.')
        if (present.state === 'REFUSED')
          throw badInput('De bewoner heeft hier nee gezegd. Er is geen toestemming om in te trekken.')
        if (present.state === 'WITHDRAWN') return present
        const row = withdrawn(present, withdrawal, at)
        await withdraw(transaction, [row], recorder, at)
        return row
      })
    },

    /** Stores imported consents by their id; tells which are new or differ from what was there. */
    async importAll(consents: readonly ConsentRow[], recorder: Recorder): Promise<ReadonlySet<string>> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const { rows } = await sql<ConsentRow>`
          insert into consent as stored select * from json_populate_recordset(null::consent, ${JSON.stringify(consents)}::json)
          on conflict (id) do update set (state, purposes, categories, given_by, channel, notice, valid_from, valid_until, withdrawn_at, revision)
            = (excluded.state, excluded.purposes, excluded.categories, excluded.given_by, excluded.channel, excluded.notice,
               excluded.valid_from, excluded.valid_until, excluded.withdrawn_at, stored.revision + 1)
          where (stored.state, stored.purposes, stored.categories, stored.given_by, stored.channel, stored.notice, stored.valid_from, stored.valid_until, stored.withdrawn_at)
            is distinct from (excluded.state, excluded.purposes, excluded.categories, excluded.given_by, excluded.channel, excluded.notice,
               excluded.valid_from, excluded.valid_until, excluded.withdrawn_at)
            -- A withdrawal by the resident since then is not undone by an old file.
            and not (stored.state = 'WITHDRAWN' and excluded.state = 'GIVEN')
          returning *`.execute(transaction)
        await keepRevisions(transaction, rows, recorder, at)
        // What is new here was never shared on.
        await createObligations(
          transaction,
          rows.filter(isTakenBack).map((row) => toCause(row, at)),
        )
        // Nor does an old file speak louder than a refusal since then.
        const ids = rows.map(({ id }) => id)
        const earlier = sql`c.id = any(${ids}::uuid[]) and c.valid_from < r.valid_from`
        await withdrawContradicted(transaction, earlier, recorder, at)
        return new Set(ids)
      })
    },
  }
}

/** One at a time per address: of two statements that arrive together the second sees the first. */
export const inTurn = (transaction: Transaction<Tables>, addressId: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${`consent ${addressId}`}))`.execute(transaction)

/**
 * A statement that says the same, on the same evidence, and holds at least since then: it is the same act. One that only begins
 * later does not count, or what was given for now would open nothing.
 */
async function sameStatement(
  transaction: Transaction<Tables>,
  row: ConsentRow,
): Promise<ConsentRow | undefined> {
  const rows = await transaction
    .selectFrom('consent')
    .selectAll()
    .where('address_id', '=', row.address_id)
    .where('owner', '=', row.owner)
    .where('recipient', '=', row.recipient)
    .where('evidence', '=', row.evidence)
    .where('state', '=', row.state)
    .where('valid_from', '<=', row.valid_from)
    .execute()
  const key = (each: ConsentRow) => {
    const { purposes, categories, given_by, valid_until, channel, notice, request_id } = each
    const contents = [[...purposes].sort(), [...categories].sort()]
    return JSON.stringify([contents, given_by, valid_until, channel, notice, request_id])
  }
  return rows.find((present) => key(present) === key(row))
}

async function insert(
  transaction: Transaction<Tables>,
  row: ConsentRow,
  recorder: Recorder,
): Promise<ConsentRow> {
  await transaction.insertInto('consent').values(row).execute()
  await keepRevisions(transaction, [row], recorder, row.recorded_at)
  return row
}

/** Stores a statement as a refusal, and withdraws what it contradicts. */
async function refuse(
  transaction: Transaction<Tables>,
  statement: ConsentRow,
  recorder: Recorder,
): Promise<ConsentRow> {
  const row: ConsentRow = { ...statement, state: 'REFUSED' }
  const stored = (await sameStatement(transaction, row)) ?? (await insert(transaction, row, recorder))
  await withdrawContradicted(transaction, sql`r.id = ${stored.id}`, recorder, row.recorded_at)
  return stored
}

/** Withdraws the consents `c` in force that a refusal `r` contradicts, as far as `which` says. */
async function withdrawContradicted(
  transaction: Transaction<Tables>,
  which: RawBuilder<unknown>,
  recorder: Recorder,
  at: string,
): Promise<void> {
  const { rows } = await sql<ConsentRow & { by: string; by_channel: string; by_evidence: string }>`
    select c.*, r.id as by, r.channel as by_channel, r.evidence as by_evidence
    from consent c join consent r on r.address_id = c.address_id and r.owner = c.owner and r.recipient = c.recipient
      and r.purposes && c.purposes and r.categories && c.categories
    where r.state = 'REFUSED' and c.state = 'GIVEN' and coalesce(c.valid_until > ${at}::timestamptz, true) and ${which}
    order by c.id, r.valid_from desc for update of c`.execute(transaction)
  const latest = new Map(rows.toReversed().map((row) => [row.id, row]))
  const taken = [...latest.values()].map(({ by, by_channel, by_evidence, ...row }) => ({
    ...withdrawn(row, { reason: null, channel: by_channel, evidence: by_evidence }, at),
    refusal_id: by,
  }))
  await withdraw(transaction, taken, recorder, at)
}

/** Stores withdrawn consents with their revisions, and what the recipients have to do about it. */
export async function withdraw(
  transaction: Transaction<Tables>,
  rows: readonly ConsentRow[],
  recorder: Recorder,
  at: string,
): Promise<void> {
  for (const row of rows) await transaction.updateTable('consent').set(row).where('id', '=', row.id).execute()
  await keepRevisions(transaction, rows, recorder, at)
  await createObligations(
    transaction,
    rows.map((row) => toCause(row, at)),
  )
}

const isTakenBack = ({ state, revision }: ConsentRow): boolean => state === 'WITHDRAWN' && revision > 1

const toCause = ({ id, address_id, refusal_id }: ConsentRow, at: string) => ({
  cause: refusal_id === null ? ('CONSENT_WITHDRAWN' as const) : ('CONSENT_REFUSED' as const),
  cause_id: id,
  address_id,
  at,
})

const keepRevisions = (
  transaction: Transaction<Tables>,
  rows: readonly ConsentRow[],
  recorder: Recorder,
  at: string,
) =>
  keepRevision(
    transaction,
    'consent',
    rows.map((row) => ({ ...row, content: toConsentRecord(row) })),
    recorder,
    at,
  )
