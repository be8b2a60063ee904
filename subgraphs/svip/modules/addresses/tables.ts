import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A municipality by its CBS code, which is never reused. */
export type MunicipalityRow = {
  readonly code: string
  readonly name: string
  /** The day on which it began; `null` when that was before the first data here. */
  readonly valid_from: string | null
  /** The first day on which it no longer existed; `null` while it exists. */
  readonly valid_until: string | null
}

/** In the BAG an address can be without a postcode: a new house, a garage, a transformer house. */
export const optionalPostcode: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table address alter column postcode drop not null`.execute(db)
  },
}

/**
 * The municipalities of the effect area (CBS 85067NED, mandate of 24 June 2021) and those that were merged into them since 2010. A
 * migration puts them in the database, so this list is never changed; later municipalities are imported.
 */
export const FIRST_MUNICIPALITIES: readonly (readonly [
  code: string,
  name: string,
  from?: string | null,
  until?: string,
])[] = [
  ['0003', 'Appingedam', null, '2021-01-01'],
  ['0005', 'Bedum', null, '2019-01-01'],
  ['0007', 'Bellingwedde', null, '2018-01-01'],
  ['0009', 'Ten Boer', null, '2019-01-01'],
  ['0010', 'Delfzijl', null, '2021-01-01'],
  ['0014', 'Groningen'],
  ['0015', 'Grootegast', null, '2019-01-01'],
  ['0017', 'Haren', null, '2019-01-01'],
  ['0018', 'Hoogezand-Sappemeer', null, '2018-01-01'],
  ['0022', 'Leek', null, '2019-01-01'],
  ['0024', 'Loppersum', null, '2021-01-01'],
  ['0025', 'Marum', null, '2019-01-01'],
  ['0037', 'Stadskanaal'],
  ['0039', 'Scheemda', null, '2010-01-01'],
  ['0040', 'Slochteren', null, '2018-01-01'],
  ['0047', 'Veendam'],
  ['0048', 'Vlagtwedde', null, '2018-01-01'],
  ['0052', 'Winschoten', null, '2010-01-01'],
  ['0053', 'Winsum', null, '2019-01-01'],
  ['0056', 'Zuidhorn', null, '2019-01-01'],
  ['0765', 'Pekela'],
  ['1651', 'Eemsmond', null, '2019-01-01'],
  ['1661', 'Reiderland', null, '2010-01-01'],
  ['1663', 'De Marne', null, '2019-01-01'],
  ['1680', 'Aa en Hunze', '1998-01-01'],
  ['1699', 'Noordenveld', '1998-01-01'],
  ['1730', 'Tynaarlo', '1998-01-01'],
  ['1895', 'Oldambt', '2010-01-01'],
  ['1950', 'Westerwolde', '2018-01-01'],
  ['1952', 'Midden-Groningen', '2018-01-01'],
  ['1966', 'Het Hogeland', '2019-01-01'],
  ['1969', 'Westerkwartier', '2019-01-01'],
  ['1979', 'Eemsdelta', '2021-01-01'],
  ['1987', 'Menterwolde', null, '2018-01-01'],
]

export const municipalityTables: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table municipality (code text primary key, name text not null, valid_from date, valid_until date,
      check (valid_from < valid_until))`.execute(db)
    const rows = FIRST_MUNICIPALITIES.map(([code, name, valid_from = null, valid_until = null]) => ({
      code,
      name,
      valid_from,
      valid_until,
    }))
    await sql`insert into municipality select * from json_populate_recordset(null::municipality, ${JSON.stringify(rows)}::json)`.execute(
      db,
    )
  },
}
