import { type Kysely, sql } from 'kysely'
import { badInput } from '../../../../kernel/errors.ts'
import type { Tables } from '../../store/tables.ts'
import { FIRST_MUNICIPALITIES, type MunicipalityRow } from './tables.ts'

/** The names by code, as last loaded. They are global to the process, because it has one register, and texts need names in many places. */
let names: ReadonlyMap<string, string> = new Map(FIRST_MUNICIPALITIES.map(([code, name]) => [code, name]))

/** Whether the code is of a past, present or future municipality. */
export const isKnownMunicipality = (code: string): boolean => names.has(code)

/**
 * Checks the code of a query. For an unknown municipality the list would be empty, which looks the same as a municipality without results.
 * @throws {AppError} `BAD_USER_INPUT` for a code that is not of a known municipality.
 */
export function requiredMunicipality(code: string): string {
  if (isKnownMunicipality(code)) return code
  throw badInput(
    'municipality is geen gemeente in het effectgebied: geef de code van vier cijfers, zoals 1979 voor Eemsdelta.',
  )
}

/** A municipality with its name. A future one that has not been imported gets a name with its code. */
export const municipality = (code: string) => ({ code, name: names.get(code) ?? `Gemeente ${code}` })

export type MunicipalityStore = ReturnType<typeof createMunicipalityStore>

/** The store of municipalities. */
export function createMunicipalityStore(db: Kysely<Tables>) {
  /** Loads the names for texts and checks. */
  async function load(): Promise<void> {
    const rows = await db.selectFrom('municipality').select(['code', 'name']).execute()
    names = new Map(rows.map(({ code, name }) => [code, name]))
  }
  return {
    load,
    /** Stores municipalities, the last row of each code, and returns the codes of those that are new or changed. */
    async importAll(municipalities: readonly MunicipalityRow[]): Promise<ReadonlySet<string>> {
      const byCode = new Map(municipalities.map((row) => [row.code, row]))
      const { rows } = await sql<{ code: string }>`
        insert into municipality as stored
        select * from json_populate_recordset(null::municipality, ${JSON.stringify([...byCode.values()])}::json)
        on conflict (code) do update set (name, valid_from, valid_until) = (excluded.name, excluded.valid_from, excluded.valid_until)
        where (stored.name, stored.valid_from, stored.valid_until)
          is distinct from (excluded.name, excluded.valid_from, excluded.valid_until)
        returning code`.execute(db)
      await load()
      return new Set(rows.map(({ code }) => code))
    },
  }
}
