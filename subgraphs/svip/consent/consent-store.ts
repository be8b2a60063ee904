import { randomUUID } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { badInput } from '../../../kernel/errors.ts'
import type { Organisation, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import type { ConsentRow, ObjectionRow, Tables, WishRow } from '../store/tables.ts'
import { type ConsentChannel, type NewConsent, toConsentRecord } from './consent.ts'
import { keepRevision, type Recorder } from './statement.ts'

export type ConsentStore = ReturnType<typeof createConsentStore>

/** Consents, wishes and objections. Each change commits together with its revision. */
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
        // One at a time per address: of two that arrive together the second sees the first.
        await sql`select pg_advisory_xact_lock(hashtext(${`consent ${consent.addressId}`}))`.execute(
          transaction,
        )
        const present = await sameConsent(transaction, row)
        if (present) return present
        await transaction.insertInto('consent').values(row).execute()
        await keepRevision(transaction, 'consent', [{ ...row, content: toConsentRecord(row) }], recorder, at)
        return row
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
      const row = newConsentRow(randomUUID(), reply, recorder.organisation, at)
      if (!given) throw new Error('to be merged')
      await transaction.insertInto('consent').values(row).execute()
      await keepRevision(transaction, 'consent', [{ ...row, content: toConsentRecord(row) }], recorder, at)
      return row
    },

    /** The address a consent is about; `null` when there is no such consent. */
    async addressOf(id: string): Promise<string | null> {
      const row = await db.selectFrom('consent').select('address_id').where('id', '=', id).executeTakeFirst()
      return row?.address_id ?? null
    },

    /** Withdraws a consent; one that was withdrawn stays as it was. @throws {AppError} `BAD_USER_INPUT` when there is none. */
    async withdrawConsent(id: string, reason: string | null, recorder: Recorder): Promise<ConsentRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const present = await transaction
          .selectFrom('consent')
          .selectAll()
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst()
        if (!present) throw badInput('Deze toestemming bestaat niet.')
        if (present.state === 'WITHDRAWN') return present
        const withdrawn: ConsentRow = {
          ...present,
          revision: present.revision + 1,
          state: 'WITHDRAWN',
          withdrawn_at: at,
          withdrawal_reason: reason,
        }
        await transaction.updateTable('consent').set(withdrawn).where('id', '=', id).execute()
        await keepRevision(
          transaction,
          'consent',
          [{ ...withdrawn, content: toConsentRecord(withdrawn) }],
          recorder,
          at,
        )
        return withdrawn
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
        await keepRevision(
          transaction,
          'consent',
          rows.map((row) => ({ ...row, content: toConsentRecord(row) })),
          recorder,
          at,
        )
        return new Set(rows.map(({ id }) => id))
      })
    },

    /** Records a wish; an earlier one at the address becomes an earlier revision of it. */
    async recordWish(
      wish: {
        readonly addressId: string
        readonly integralApproach: boolean
        readonly channel: ConsentChannel
        readonly evidence: string
      },
      recorder: Recorder,
    ): Promise<WishRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('wish')
          .values({
            id: randomUUID(),
            revision: 1,
            address_id: wish.addressId,
            integral_approach: wish.integralApproach,
            channel: wish.channel,
            evidence: wish.evidence,
            recorded_by: recorder.organisation,
            recorded_at: at,
          })
          .onConflict((conflict) =>
            conflict.column('address_id').doUpdateSet(({ ref, eb }) => ({
              revision: eb(ref('wish.revision'), '+', 1),
              integral_approach: ref('excluded.integral_approach'),
              channel: ref('excluded.channel'),
              evidence: ref('excluded.evidence'),
              recorded_by: ref('excluded.recorded_by'),
              recorded_at: ref('excluded.recorded_at'),
            })),
          )
          .returningAll()
          .executeTakeFirstOrThrow()
        await keepRevision(transaction, 'wish', [{ ...row, content: row }], recorder, at)
        return row
      })
    },

    /** Records the decision on an objection, or a later one on the same. @throws {AppError} `BAD_USER_INPUT` for an unknown id. */
    async recordObjection(
      objection: {
        readonly id: string | null
        readonly addressId: string
        readonly owner: Owner | null
        readonly purposes: readonly Purpose[]
        readonly state: ObjectionRow['state']
        readonly channel: ConsentChannel
        readonly evidence: string
      },
      recorder: Recorder,
    ): Promise<ObjectionRow> {
      const at = now().toISOString()
      return await db.transaction().execute(async (transaction) => {
        const present = objection.id
          ? await transaction
              .selectFrom('objection')
              .selectAll()
              .where('id', '=', objection.id)
              .where('address_id', '=', objection.addressId)
              .forUpdate()
              .executeTakeFirst()
          : null
        if (present === undefined) throw badInput('Dit bezwaar bestaat niet bij dit adres.')
        const row: ObjectionRow = {
          id: present?.id ?? randomUUID(),
          revision: (present?.revision ?? 0) + 1,
          address_id: objection.addressId,
          owner: objection.owner,
          purposes: objection.purposes,
          state: objection.state,
          channel: objection.channel,
          evidence: objection.evidence,
          recorded_by: recorder.organisation,
          recorded_at: at,
        }
        if (present) await transaction.updateTable('objection').set(row).where('id', '=', row.id).execute()
        else await transaction.insertInto('objection').values(row).execute()
        await keepRevision(transaction, 'objection', [{ ...row, content: row }], recorder, at)
        return row
      })
    },
  }
}

/**
 * A consent that says the same, on the same evidence, and holds at least since then: it is the same act. One that only begins
 * later does not count, or what was given for now would open nothing.
 */
async function sameConsent(transaction: Kysely<Tables>, row: ConsentRow): Promise<ConsentRow | undefined> {
  const rows = await transaction
    .selectFrom('consent')
    .selectAll()
    .where('address_id', '=', row.address_id)
    .where('owner', '=', row.owner)
    .where('recipient', '=', row.recipient)
    .where('evidence', '=', row.evidence)
    .where('state', '=', 'GIVEN')
    .where('valid_from', '<=', row.valid_from)
    .execute()
  const key = ({ purposes, categories, given_by, valid_until, channel, notice }: ConsentRow) =>
    JSON.stringify([[...purposes].sort(), [...categories].sort(), given_by, valid_until, channel, notice])
  return rows.find((present) => key(present) === key(row))
}

export function newConsentRow(
  id: string,
  consent: NewConsent,
  recordedBy: Organisation,
  at: string,
): ConsentRow {
  return {
    id,
    revision: 1,
    address_id: consent.addressId,
    evidence: consent.evidence,
    recorded_by: recordedBy,
    recorded_at: at,
    state: 'GIVEN',
    given_by: consent.givenBy,
    owner: consent.owner,
    recipient: consent.recipient,
    purposes: consent.purposes,
    categories: consent.categories,
    channel: consent.channel,
    notice: consent.notice,
    valid_from: consent.validFrom,
    valid_until: consent.validUntil,
    withdrawn_at: null,
    withdrawal_reason: null,
    request_id: consent.requestId ?? null,
  }
}
