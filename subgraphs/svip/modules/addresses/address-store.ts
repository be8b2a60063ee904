import { type Kysely, sql, type Transaction } from 'kysely'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { AddressRow, ConsentRow, ObjectionRow, Tables, TrackRow, WishRow } from '../../store/tables.ts'
import type { EmergencyAccessRow } from '../emergency/tables.ts'
import type { InformationRequestRow } from '../requests/tables.ts'
import { mergeHistory, type PlacedRow, type Placement } from './history.ts'

/** An address with all facts that a decision about it may use, of one moment. */
export type AddressFacts = AddressRow & {
  /** Code of its municipality on the requested day. */
  readonly municipality: string
  readonly tracks: readonly TrackRow[]
  readonly consents: readonly ConsentRow[]
  readonly objections: readonly ObjectionRow[]
  readonly wish: WishRow | null
  /** The granted information requests, including revoked and expired ones. */
  readonly requests: readonly GrantedRequest[]
  readonly emergencies: readonly EmergencyAccessRow[]
}

/** The columns of a granted request that a decision uses: not why it was made, nor who assessed it. */
export type GrantedRequest = Pick<
  InformationRequestRow,
  | 'id'
  | 'revision'
  | 'owner'
  | 'purpose'
  | 'requester_organisation'
  | 'requester_subject'
  | 'requester_team'
  | 'granted_on_consent'
  | 'granted_on_task'
  | 'granted_from'
  | 'granted_until'
  | 'revoked_at'
>

/** An imported row about an address: its description, and its municipality since a day. */
export type AddressImport = AddressRow & PlacedRow

export type AddressStore = ReturnType<typeof createAddressStore>

/** A consequence of an import, in its transaction, for the addresses that are new or changed. */
export type ImportConsequence = (
  transaction: Transaction<Tables>,
  addressIds: readonly string[],
) => Promise<void>

export function createAddressStore(db: Kysely<Tables>, follow: ImportConsequence = async () => {}) {
  return {
    /**
     * Reads addresses with their facts in one statement, so that all facts are of the same moment: it includes every withdrawal that was
     * committed before, and never half a change. Nothing is cached between requests.
     */
    async facts(ids: readonly string[], today: string): Promise<ReadonlyMap<string, AddressFacts>> {
      const { rows } = await sql<AddressFacts>`
        select a.*,
          (select m.code from address_municipality m where m.address_id = a.id and m.valid_from <= ${today}::date
             order by m.valid_from desc limit 1) as municipality,
          coalesce((select json_agg(t order by t.owner, t.reference) from register_track t where t.address_id = a.id), '[]') as tracks,
          coalesce((select json_agg(c order by c.recorded_at desc, c.id) from consent c where c.address_id = a.id), '[]') as consents,
          coalesce((select json_agg(o order by o.id) from objection o where o.address_id = a.id), '[]') as objections,
          (select row_to_json(w) from wish w where w.address_id = a.id and w.ended_at is null) as wish,
          coalesce((select json_agg(g order by g.id) from (
            select id, revision, owner, purpose, requester_organisation, requester_subject, requester_team, granted_on_consent,
              granted_on_task, granted_from, granted_until, revoked_at
            from information_request where address_id = a.id and granted_until is not null) g), '[]') as requests,
          coalesce((select json_agg(e order by e.id) from emergency_access e where e.address_id = a.id), '[]') as emergencies
        from address a where a.id = any(${ids})`.execute(db)
      return new Map(rows.filter(({ municipality }) => municipality !== null).map((row) => [row.id, row]))
    },

    /** Ids of the addresses with this postcode, in order of house number; optionally of one municipality. */
    async find(
      postcode: string,
      houseNumber: number | null,
      municipality: string | null,
      today: string,
      limit: number,
    ): Promise<readonly string[]> {
      const { rows } = await sql<{ id: string }>`
        select a.id from address a
        where a.postcode = ${postcode}
          and (${houseNumber}::int is null or a.house_number = ${houseNumber}::int)
          and (${municipality}::text is null or ${municipality}::text =
            (select m.code from address_municipality m where m.address_id = a.id and m.valid_from <= ${today}::date
             order by m.valid_from desc limit 1))
        order by a.house_number, a.house_letter nulls first, a.house_number_addition nulls first, a.id
        limit ${limit}`.execute(db)
      return rows.map(({ id }) => id)
    },

    /** Which of these ids are known addresses. */
    async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
      const { rows } = await sql<{ id: string }>`select id from address where id = any(${ids})`.execute(db)
      return new Set(rows.map(({ id }) => id))
    },

    /**
     * Stores rows about addresses, those of one address in the given order, and returns the rows that changed something. The consequences
     * follow for the addresses of those rows only.
     */
    async importAll(
      rows: readonly AddressImport[],
      today = dutchDay(new Date()),
    ): Promise<ReadonlySet<AddressImport>> {
      return await db.transaction().execute(async (transaction) => {
        const byId = Map.groupBy(rows, ({ id }) => id)
        const known = await placementsOf(transaction, [...byId.keys()])
        const changes = [...byId].map(([id, own]) => mergeHistory(known.get(id) ?? [], own, today))
        const described = await writeAddresses(
          transaction,
          changes.flatMap(({ description }) => description ?? []),
        )
        const placements = changes.flatMap((change) => change.placements)
        await writePlacements(transaction, placements)
        const loaded = new Set([...described, ...placements.map(({ row }) => row)])
        await follow(transaction, [...new Set([...loaded].map(({ id }) => id))])
        return loaded
      })
    },
  }
}

async function placementsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Placement[]>> {
  const { rows } = await sql<Placement & { address_id: string }>`
    select address_id, code, valid_from::text from address_municipality where address_id = any(${ids})`.execute(
    db,
  )
  return Map.groupBy(rows, ({ address_id }) => address_id)
}

/** @returns the rows that made an address or changed its description. */
async function writeAddresses(
  db: Kysely<Tables>,
  rows: readonly AddressImport[],
): Promise<readonly AddressImport[]> {
  const { rows: changed } = await sql<{ id: string }>`
    insert into address as stored
    select id, street, house_number, house_letter, house_number_addition, postcode, city
    from json_populate_recordset(null::address, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set (street, house_number, house_letter, house_number_addition, postcode, city)
      = (excluded.street, excluded.house_number, excluded.house_letter, excluded.house_number_addition, excluded.postcode, excluded.city)
    where (stored.street, stored.house_number, stored.house_letter, stored.house_number_addition, stored.postcode, stored.city)
      is distinct from (excluded.street, excluded.house_number, excluded.house_letter, excluded.house_number_addition, excluded.postcode, excluded.city)
    returning id`.execute(db)
  const ids = new Set(changed.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id))
}

async function writePlacements(
  db: Kysely<Tables>,
  placements: readonly (Placement & { readonly row: AddressImport })[],
): Promise<void> {
  const rows = placements.map(({ code, valid_from, row }) => ({ address_id: row.id, code, valid_from }))
  await sql`
    insert into address_municipality as stored (address_id, code, valid_from)
    select address_id, code, valid_from from json_populate_recordset(null::address_municipality, ${JSON.stringify(rows)}::json)
    on conflict (address_id, valid_from) do update set code = excluded.code`.execute(db)
}
