import { type Kysely, sql } from 'kysely'
import { badInput } from '../../../../kernel/errors.ts'
import type { Tables } from '../../store/tables.ts'
import { FIRST_MUNICIPALITIES, type MunicipalityRow } from './tables.ts'

/** Names by code, as they were read last. One process has one register, and its texts need a name in many places. */
let names: ReadonlyMap<string, string> = new Map(FIRST_MUNICIPALITIES.map(([code, name]) => [code, name]))

/** Whether there is, was or will be a municipality with this code. */
export const isKnownMunicipality = (code: string): boolean => names.has(code)

/**
 * The code that somebody asks with. A list of a municipality that there is not would be empty, and nobody could tell that from one of
 * which there is nothing to say.
 * @throws {AppError} `BAD_USER_INPUT` for what is no code of a municipality that is known.
 */
export function requiredMunicipality(code: string): string {
  if (isKnownMunicipality(code)) return code
  throw badInput(
    'municipality is geen gemeente in het effectgebied: geef de code van vier cijfers, zoals 1979 voor Eemsdelta.',
  )
}

/** A municipality with its name. One that addresses will lie in before it has been imported is called by its code. */
export const municipality = (code: string) => ({ code, name: names.get(code) ?? `Gemeente ${code}` })

export type MunicipalityStore = ReturnType<typeof createMunicipalityStore>

/** The municipalities in the database. */
export function createMunicipalityStore(db: Kysely<Tables>) {
  /** Reads the names that texts and checks go by. */
  async function load(): Promise<void> {
    const rows = await db.selectFrom('municipality').select(['code', 'name']).execute()
    names = new Map(rows.map(({ code, name }) => [code, name]))
  }
  return {
    load,
    /** Stores municipalities, the last of a code; tells the codes of those that are new or differ from what was there. */
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
