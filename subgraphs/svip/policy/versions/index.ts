import { dayOf, isDay } from '../calendar.ts'
import type { PolicyVersion } from '../policy.ts'
import { guo2020 } from './guo-2020.ts'
import { twg2023 } from './twg-2023.ts'

/** Every version, oldest first. Versions are added, never changed or removed: the decision log refers to them. */
export const POLICY_VERSIONS: readonly PolicyVersion[] = [guo2020, twg2023]

/** The version of a calendar day in the Netherlands; null when none was in force or the text is not a day. */
export const policyOn = (day: string): PolicyVersion | null =>
  (isDay(day) &&
    POLICY_VERSIONS.find(({ from, until }) => from <= day && (until === null || day <= until))) ||
  null

/** The version in force at an ISO 8601 instant; null before 1 June 2020 or when the text is not an instant. */
export function policyInForce(instant: string): PolicyVersion | null {
  const day = dayOf(instant)
  return day === null ? null : policyOn(day)
}

/** The version with this id, for replaying a decision; null when there is none. */
export const policyById = (id: string | null): PolicyVersion | null =>
  POLICY_VERSIONS.find((version) => version.id === id) ?? null
