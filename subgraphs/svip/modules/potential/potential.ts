import { forbidden } from '../../../../kernel/errors.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import type { SvipContext } from '../../context.ts'
import { requiredMunicipality } from '../addresses/municipalities.ts'
import { potentialActivity } from './activity.ts'
import { dayOf, type Known } from './days.ts'
import { countsFor, entitledTo } from './entitled.ts'
import { type Figures, figuresOf } from './figures.ts'
import { cooperationMatrix, potentialStore } from './parts.ts'

/** The figures of a query, and what the caller may see of them. */
export type Potential = {
  /** Code of the municipality; `null` for the whole area. */
  readonly scope: string | null
  readonly on: string
  readonly known: Known
}

/**
 * Returns the figures of a municipality or the whole area on a day, once the query is on record (purpose MONITORING: aggregates only). A
 * municipality sees only itself; another code is refused, whether it exists or not.
 * @throws {AppError} `FORBIDDEN` when a municipality queries another, `BAD_USER_INPUT` for a municipality or day without figures.
 */
export async function potentialFor(
  context: SvipContext,
  asked: string | null,
  on: string | null,
): Promise<Potential> {
  const potential = potentialStore(context)
  const scope = await scopeOf(context, asked, 'cooperationPotential')
  await potential.settle()
  const known = await potential.known()
  const day = dayOf(on, known)
  await context.recordOwn([], 'Cijfers over samenwerking getoond', potentialActivity)
  return { scope, on: day, known }
}

/** The figures at the end of each of these days, as far as the caller may know them; for today, the current ones. */
export async function figuresOn(
  context: SvipContext,
  { scope }: Potential,
  days: readonly string[],
): Promise<readonly { readonly on: string; readonly figures: Figures }[]> {
  const counts = await potentialStore(context).counts(scope, days)
  const may = countsFor(context.caller, context.now().toISOString())
  return days.map((on) => ({
    on,
    figures: entitledTo(figuresOf(counts.get(on) ?? [], cooperationMatrix(context)), may),
  }))
}

/**
 * The municipality of a query; `null` for the whole area. For callers of a municipality always their own.
 * @throws {AppError} `FORBIDDEN` when a municipality gives any other code, `BAD_USER_INPUT` for an unknown municipality.
 */
export async function scopeOf(
  context: SvipContext,
  asked: string | null,
  what: string,
): Promise<string | null> {
  const own = ownMunicipality(context.caller)
  if (own === null) return asked === null ? null : requiredMunicipality(asked)
  if (asked === null || asked === own) return own
  await context.refused(what)
  throw forbidden()
}

/** A token of a municipality always names one (`kernel/identity/identity.ts`); without one, nothing matches. */
const ownMunicipality = ({ organisation, municipality }: Caller): string | null =>
  organisation === 'GEMEENTE' ? (municipality ?? '') : null
