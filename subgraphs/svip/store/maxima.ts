import { type Kysely, sql } from 'kysely'
import { badInput } from '../../../kernel/errors.ts'
import type { Tables } from './tables.ts'

/**
 * The most of each thing that there can be at one address, or in the thing it belongs to: more than any real one has, and little enough
 * that reading, deciding and recording stay cheap. The schema gives the same numbers as the sizes of the lists.
 */
export const MAXIMA = {
  /** Consents and refusals. Giving stops earlier than refusing, so that there is always room for a no. */
  consents: 100,
  consentsGiven: 60,
  objections: 50,
  informationRequests: 100,
  jointInspections: 20,
  integralPlans: 20,
  agreements: 50,
  outcomes: 20,
  /** Steps of a request, signal, agreement or case; the last of them only end it. */
  steps: 50,
  /** What events make cannot be refused: of these the latest are shown. */
  signalsShown: 50,
  acuteCasesShown: 20,
  addressSetsShown: 50,
  wishesShown: 50,
} as const

const STEPS_TO_END = 10

/**
 * Refuses what would be one too many. Two that arrive together may both be let in: the bound is there against growth without end.
 * @param which the rows that count.
 * @param what they are called in the refusal, and what to do instead.
 * @throws {AppError} `BAD_USER_INPUT`
 */
export async function assertRoom(
  db: Kysely<Tables>,
  {
    table,
    which,
    max,
  }: { readonly table: keyof Tables; readonly which: Partial<Record<string, string>>; readonly max: number },
  what: string,
): Promise<void> {
  const conditions = Object.entries(which).map(([column, value]) => sql`${sql.ref(column)}::text = ${value}`)
  const { rows } = await sql<{ held: number }>`
    select count(*) as held from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`.execute(db)
  if ((rows[0]?.held ?? 0) >= max) throw full(max, what)
}

/** The refusal of one more. */
export const full = (max: number, what: string) => badInput(`Hier passen hoogstens ${max} ${what}`)

/**
 * Refuses a step that goes on without end; one that ends it is always possible.
 * @param revision how many steps were taken.
 * @throws {AppError} `BAD_USER_INPUT`
 */
export function assertStepsLeft(revision: number, ends: boolean): void {
  if (!ends && revision >= MAXIMA.steps - STEPS_TO_END)
    throw badInput(
      `Hier zijn al ${revision} stappen gezet, en meer kan niet. Rond dit af, en begin zo nodig opnieuw.`,
    )
}
