import { daysBetween } from '../../../../kernel/calendar.ts'
import { OWNERS, type Owner } from '../../../../kernel/vocabulary.ts'
import type { WishRow } from '../../store/tables.ts'
import type { InspectionForm, InspectionWish, JointInspectionRow } from './tables.ts'

/**
 * The central rule of the covenant of 2019: together where possible, separately where the resident wishes that, and without delay. Pure;
 * each check returns why something is not possible, in plain Dutch, or `null` when it is.
 */

export type Wishes = Pick<WishRow, 'integral_approach' | 'inspection' | 'process' | 'realisation'>

const NEW_WISH = 'Wil de bewoner toch iets anders? Leg dan eerst de nieuwe wens vast (recordWish).'

const FORMS: Readonly<Record<InspectionWish, readonly InspectionForm[]>> = {
  SIMULTANEOUS: ['SIMULTANEOUS'],
  CONSECUTIVE: ['CONSECUTIVE', 'WITHIN_TWO_DAYS'],
  // Any form, as long as neither side delays the resident.
  ONLY_WITHOUT_WAITING: ['SIMULTANEOUS', 'CONSECUTIVE', 'WITHIN_TWO_DAYS'],
  APART: [],
}

const INSPECTION_WISH_TEXTS: Readonly<Record<InspectionWish, string>> = {
  SIMULTANEOUS: 'De bewoner wil dat IMG en NCG tegelijk komen.',
  CONSECUTIVE: 'De bewoner wil dat IMG en NCG na elkaar komen, en niet tegelijk.',
  ONLY_WITHOUT_WAITING: 'De bewoner wil alleen een gezamenlijke opname als dat geen wachttijd geeft.',
  APART: 'De bewoner wil dat IMG en NCG apart opnemen.',
}

type Dates = Pick<JointInspectionRow, 'form' | 'img_on' | 'ncg_on' | 'img_planned_on' | 'ncg_planned_on'>

/** Checks a joint inspection against the resident's wish. Without a wish, the resident is asked about the proposal itself. */
export function againstInspectionWish(dates: Dates, wishes: Wishes | null): string | null {
  if (!wishes) return null
  const wish = wishes.inspection ?? (wishes.integral_approach ? null : 'APART')
  if (wish === null) return null
  const waits = wish === 'ONLY_WITHOUT_WAITING' && OWNERS.some((owner) => delayOf(dates, owner) > 0)
  return FORMS[wish].includes(dates.form) && !waits ? null : `${INSPECTION_WISH_TEXTS[wish]} ${NEW_WISH}`
}

/** Checks whether repair and strengthening may be combined: only when the owner wishes that (Tijdelijke wet Groningen art. 2a(2)). */
export function againstPlanWish(wishes: Wishes | null): string | null {
  if (!wishes) return 'Vraag de eigenaar eerst naar de wens voor één aanpak en leg die vast (recordWish).'
  return wishes.integral_approach && wishes.realisation !== 'APART'
    ? null
    : `De eigenaar wil dat schade en versterking apart worden uitgevoerd. ${NEW_WISH}`
}

/** Checks a single coordinator against the resident's wish about the process. */
export const againstCoordinatorWish = (wishes: Wishes | null): string | null =>
  wishes?.process === 'APART' ? `De bewoner wil twee aparte behandelingen. ${NEW_WISH}` : null

/** The days that a joint inspection delays a side; 0 without a delay, or when the side's own date is unknown. */
export function delayOf(dates: Dates, owner: Owner): number {
  const [on, planned] =
    owner === 'IMG' ? [dates.img_on, dates.img_planned_on] : [dates.ncg_on, dates.ncg_planned_on]
  return planned === null ? 0 : Math.max(0, daysBetween(planned, on))
}

/** The sides with a delay above the maximum, and their delay in days. */
export const delaysBeyond = (
  dates: Dates,
  maxDays: number,
): readonly { readonly owner: Owner; readonly days: number }[] =>
  OWNERS.map((owner) => ({ owner, days: delayOf(dates, owner) })).filter(({ days }) => days > maxDays)

/** Checks the dates of a joint inspection. The pilot during Covid allowed at most two days between the inspections. */
export function wrongDates({ form, img_on, ncg_on }: Dates, today: string): string | null {
  if (img_on < today || ncg_on < today)
    return 'De dagen van de opname (imgOn en ncgOn) kunnen niet voorbij zijn.'
  const apart = Math.abs(daysBetween(img_on, ncg_on))
  if (form !== 'WITHIN_TWO_DAYS')
    return apart === 0 ? null : 'Tegelijk of na elkaar is op dezelfde dag: kies voor imgOn en ncgOn één dag.'
  return apart >= 1 && apart <= 2
    ? null
    : 'Kies voor WITHIN_TWO_DAYS twee dagen die één of twee dagen uit elkaar liggen.'
}
