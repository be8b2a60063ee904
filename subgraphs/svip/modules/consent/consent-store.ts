import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { assertRoom, MAXIMA } from '../../store/maxima.ts'
import type { ConsentRow, Tables } from '../../store/tables.ts'
import { createObligations } from '../obligations/create.ts'
import type { NewConsent } from './consent.ts'
import { findContradicted } from './contradicted.ts'
import { type NewWithdrawal, newConsentRow, toConsentRecord, withdrawal, withdrawn } from './record.ts'
import { keepRevision, type Recorder } from './statement.ts'

export type ConsentStore = ReturnType<typeof createConsentStore>

/**
 * The store of consents and refusals. Each change commits together with its revision and, when it withdraws consent, with the obligations
 * of the recipients.
 */
export function createConsentStore(db: Kysely<Tables>, now: () => Date = () => new Date()) {
  return {
    /**
     * Records a consent. The same statement sent twice (same address, direction, contents and evidence) is one consent, and stays withdrawn
     * once it was. A consent that the resident refused or objected to later is withdrawn at once.
     */
    async recordConsent(consent: NewConsent, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      const row = newConsentRow(randomUUID(), consent, recorder.organisation, at)
      return await db.transaction().execute(async (transaction) => {
        await inTurn(transaction, [consent.addressId])
        return await give(transaction, row, recorder)
      })
    },

    /**
     * Records a refusal. It opens nothing, and withdraws every earlier consent in force that it contradicts: in the same direction, with a
     * purpose and a category in common. The same statement sent twice is one refusal.
     */
    async refuseConsent(refusal: NewConsent, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      const row = newConsentRow(randomUUID(), refusal, recorder.organisation, at)
      return await db.transaction().execute(async (transaction) => {
        await inTurn(transaction, [refusal.addressId])
        return await refuse(transaction, row, recorder)
      })
    },

    /** Records the resident's reply to the question of an information request, in the transaction of that step. */
    async recordReply(
      transaction: Transaction<Tables>,
      reply: NewConsent,
      given: boolean,
      recorder: Recorder,
    ): Promise<ConsentRow> {
      const at = now().toISOString()
      await inTurn(transaction, [reply.addressId])
      const row = newConsentRow(randomUUID(), reply, recorder.organisation, at)
      return given ? await give(transaction, row, recorder) : await refuse(transaction, row, recorder)
    },

    /** Finds a consent or refusal. */
    find: (id: string): Promise<ConsentRow | null> => find(db, id),

    /**
     * Withdraws a consent, and the earlier consents that the withdrawal contradicts; a consent that was already withdrawn stays as it is.
     * @throws {AppError} as `withdrawal`.
     */
    async withdrawConsent(id: string, how: NewWithdrawal, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const seen = await find(transaction, id)
        if (seen) await inTurn(transaction, [seen.address_id])
        const present = await find(transaction, id)
        const row = withdrawal(present, how, at)
        if (row === present) return row
        await withdraw(transaction, [row], recorder, at)
        await settle(transaction, [id], recorder, at)
        return row
      })
    },

    /** The ids of the consents at these addresses. */
    async idsAt(addressIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
      const { rows } = await sql<Pick<ConsentRow, 'id' | 'address_id'>>`
        select id, address_id from consent where address_id = any(${addressIds})`.execute(db)
      const byAddress = Map.groupBy(rows, ({ address_id }) => address_id)
      return new Map([...byAddress].map(([at, held]) => [at, new Set(held.map(({ id }) => id))]))
    },

    /** Stores imported consents by their id, and returns the ids of those that are new or changed. */
    async importAll(consents: readonly ConsentRow[], recorder: Recorder): Promise<ReadonlySet<string>> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        await inTurn(
          transaction,
          consents.map(({ address_id }) => address_id),
        )
        const { rows } = await sql<ConsentRow>`
          insert into consent as stored select * from json_populate_recordset(null::consent, ${JSON.stringify(consents)}::json)
          on conflict (id) do update set (state, stated_at, purposes, categories, given_by, channel, notice, valid_from, valid_until, withdrawn_at,
              withdrawal_stated_at, revision)
            = (excluded.state, excluded.stated_at, excluded.purposes, excluded.categories, excluded.given_by, excluded.channel, excluded.notice,
               excluded.valid_from, excluded.valid_until, excluded.withdrawn_at, excluded.withdrawal_stated_at, stored.revision + 1)
          where (stored.state, stored.purposes, stored.categories, stored.given_by, stored.channel, stored.notice, stored.valid_from, stored.valid_until, stored.withdrawn_at)
            is distinct from (excluded.state, excluded.purposes, excluded.categories, excluded.given_by, excluded.channel, excluded.notice,
               excluded.valid_from, excluded.valid_until, excluded.withdrawn_at)
            -- A withdrawal by the resident since then is not undone by an old file.
            and not (stored.state = 'WITHDRAWN' and excluded.state = 'GIVEN')
          returning *`.execute(transaction)
        await keepRevisions(transaction, rows, recorder, at)
        // A consent that is new here was never shared on, so it gives no obligations.
        await createObligations(
          transaction,
          rows.filter(isTakenBack).map((row) => toCause(row, at)),
        )
        // A later refusal or withdrawal also overrules consents from an old file.
        const ids = rows.map(({ id }) => id)
        await settle(transaction, ids, recorder, at)
        return new Set(ids)
      })
    },
  }
}

/** Locks the consents of these addresses, so that of two concurrent statements the second sees the first. */
export const inTurn = (transaction: Transaction<Tables>, addressIds: readonly string[]) =>
  sql`select pg_advisory_xact_lock(hashtext('consent ' || id))
    from (select distinct unnest(${addressIds}::text[]) as id order by id) a`.execute(transaction)

const find = async (db: Kysely<Tables>, id: string): Promise<ConsentRow | null> =>
  (await db.selectFrom('consent').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

/** The consents and refusals at the same address, in the same direction and with the same evidence. */
const onSameEvidence = (
  transaction: Transaction<Tables>,
  { address_id, owner, recipient, evidence }: ConsentRow,
): Promise<readonly ConsentRow[]> =>
  transaction
    .selectFrom('consent')
    .selectAll()
    .where('address_id', '=', address_id)
    .where('owner', '=', owner)
    .where('recipient', '=', recipient)
    .where('evidence', '=', evidence)
    .orderBy('recorded_at', 'desc')
    .execute()

/**
 * Whether two statements with the same evidence are the same act: they have the same contents, and the stored one is valid at least as
 * early. One that starts later is another act; otherwise a consent that is valid now would open nothing.
 */
function isSameAct(present: ConsentRow, row: ConsentRow): boolean {
  const act = ({
    state,
    purposes,
    categories,
    given_by,
    valid_until,
    channel,
    notice,
    request_id,
  }: ConsentRow) => {
    const contents = [state === 'REFUSED', [...purposes].sort(), [...categories].sort()]
    return JSON.stringify([contents, given_by, valid_until, channel, notice, request_id])
  }
  return Date.parse(present.valid_from) <= Date.parse(row.valid_from) && act(present) === act(row)
}

/** Stores a consent, unless the same one exists; it is withdrawn at once when the resident refused or objected later. */
async function give(
  transaction: Transaction<Tables>,
  row: ConsentRow,
  recorder: Recorder,
): Promise<ConsentRow> {
  const earlier = await onSameEvidence(transaction, row)
  const same = earlier.find((present) => isSameAct(present, row))
  if (same) return same
  // The evidence dates from one moment: other contents with the same evidence are not more recent.
  const moments = [row, ...earlier].map(({ stated_at }) => stated_at)
  const stored = await insert(transaction, { ...row, stated_at: earliest(moments) }, recorder)
  const ended = await settle(transaction, [stored.id], recorder, row.recorded_at)
  return ended.find(({ id }) => id === stored.id) ?? stored
}

const earliest = (moments: readonly string[]): string =>
  new Date(Math.min(...moments.map((moment) => Date.parse(moment)))).toISOString()

async function insert(
  transaction: Transaction<Tables>,
  row: ConsentRow,
  recorder: Recorder,
): Promise<ConsentRow> {
  const isGiven = row.state === 'GIVEN'
  await assertRoom(
    transaction,
    {
      table: 'consent',
      which: { address_id: row.address_id },
      max: isGiven ? MAXIMA.consentsGiven : MAXIMA.consents,
    },
    isGiven
      ? 'toestemmingen bij een adres. Kijk welke er al zijn: één toestemming kan voor meer doelen en gegevens gelden. Meld het anders bij het SVIP.'
      : 'uitspraken over toestemming bij een adres. Trek de toestemmingen in die er zijn (withdrawConsent), of leg een bezwaar vast (recordObjection).',
  )
  await transaction.insertInto('consent').values(row).execute()
  await keepRevisions(transaction, [row], recorder, row.recorded_at)
  return row
}

/** Stores a refusal, and withdraws the consents that it contradicts. */
async function refuse(
  transaction: Transaction<Tables>,
  statement: ConsentRow,
  recorder: Recorder,
): Promise<ConsentRow> {
  const row: ConsentRow = { ...statement, state: 'REFUSED' }
  const same = (await onSameEvidence(transaction, row)).find((present) => isSameAct(present, row))
  const stored = same ?? (await insert(transaction, row, recorder))
  await settle(transaction, [stored.id], recorder, row.recorded_at)
  return stored
}

/** Withdraws the consents that a later statement contradicts, when one of the two statements is among these. */
async function settle(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  recorder: Recorder,
  at: string,
): Promise<readonly ConsentRow[]> {
  const rows = (await findContradicted(transaction, ids, at)).map(({ consent, by }) =>
    withdrawn(consent, by, at),
  )
  await withdraw(transaction, rows, recorder, at)
  return rows
}

/** Stores withdrawn consents with their revisions and the obligations of the recipients. */
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
