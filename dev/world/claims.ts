import type { CsvRecord } from '../../tools/csv/csv.ts'
import { type Day, day, HORIZON, isoDay, isoInstant } from './calendar.ts'
import { type ClaimCourse, type ClaimKind, closedCourse, openCourse } from './claim-course.ts'
import type { Location } from './locations.ts'
import { assignHandler, IMG_HANDLERS, noHandler } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Situation } from './situation.ts'
import {
  ACUTE_DESCRIPTIONS,
  CIRCUMSTANCES,
  DAMAGE_SUMMARIES,
  MADE_SAFE,
  STRUCTURAL_SUMMARIES,
} from './texts.ts'

/** The damage claims of one address as rows of the `img` import, oldest first. */
export function claimRecords(location: Location, situation: Situation): CsvRecord[] {
  const random = createRandom(4, location.sequence)
  const courses = claimCourses(situation, random).sort((a, b) => a.registered - b.registered)
  return courses.map((course, index) => {
    const running = course.closed === undefined
    return {
      reference: `IMG-${isoDay(course.registered).slice(0, 4)}-${String(location.sequence).padStart(6, '0')}${index + 1}`,
      address_id: location.id,
      kind: course.kind,
      phase: course.phase,
      phase_since: isoDay(enteredOn(course, createRandom(6, location.sequence * 8 + index))),
      registered_at: isoDay(course.registered),
      closed_at: isoDay(course.closed),
      ...handlerColumns(course, situation, random),
      inspection_planned_on: isoDay(course.planned),
      inspection_held_on: isoDay(course.held),
      urgency: (running && situation.acute) || random.chance(4) ? 'PRIORITY' : 'NORMAL',
      ...reportColumns(course, random),
      award_decided_on: isoDay(course.decided),
      award_amount_cents: course.amount === undefined ? '' : String(course.amount),
      award_paid_on: isoDay(course.paid),
      ...acuteColumns(course, running ? situation.acute : null, random),
      circumstances: situation.sample || random.chance(2) ? random.pick(CIRCUMSTANCES) : '',
    }
  })
}

/** The day a claim came into its phase, as the agency keeps it: between the end of the phase before and what came of this one. */
function enteredOn(course: ClaimCourse, random: Random): Day {
  const {
    phase,
    registered,
    held = registered,
    delivered = HORIZON,
    decided = HORIZON,
    paid = HORIZON,
  } = course
  switch (phase) {
    case 'REPORTED':
      return registered
    case 'INSPECTION':
      return random.between(registered, HORIZON)
    case 'ASSESSMENT':
      return random.between(held, delivered)
    case 'DECISION':
      return random.between(course.delivered ?? registered, decided)
    case 'EXECUTION':
      return random.between(course.decided ?? registered, paid)
    case 'COMPLETION':
      return course.closed ?? HORIZON
  }
}

const KINDS: readonly ClaimKind[] = ['PHYSICAL', 'VALUE_LOSS', 'IMMATERIAL']
/** At an address with a claim that runs, the older ones are over before it began. */
const LONG_AGO = day('2025-06-30')

function claimCourses({ openClaim, closedClaims, project }: Situation, random: Random): ClaimCourse[] {
  // Every claim of an address is of another kind, physical damage mostly first, and always where the figures count it.
  const kinds =
    random.chance(85) || project !== null
      ? ['PHYSICAL' as const, ...random.shuffle(KINDS.slice(1))]
      : random.shuffle(KINDS)
  const closed = kinds
    .slice(0, closedClaims)
    .map((kind) => closedCourse(kind, openClaim ? LONG_AGO : HORIZON - 10, random))
  if (!openClaim) return closed
  // Only the building itself is inspected; and where it is strengthened too, the damage to it is what counts.
  const physical =
    project !== null || openClaim === 'INSPECTION' || openClaim === 'ASSESSMENT' || random.chance(85)
  return [...closed, openCourse(physical ? 'PHYSICAL' : random.pick(KINDS.slice(1)), openClaim, random)]
}

/** A fresh report may wait for its handler. */
const handlerColumns = ({ phase }: ClaimCourse, { sample }: Situation, random: Random) =>
  phase === 'REPORTED' && !sample && random.chance(15)
    ? noHandler
    : assignHandler(IMG_HANDLERS, sample, random)

function reportColumns({ delivered }: ClaimCourse, random: Random) {
  if (delivered === undefined) return { report_delivered_on: '', report_summary: '', structural_damage: '' }
  const structural = random.chance(6)
  return {
    report_delivered_on: isoDay(delivered),
    report_summary: random.pick(structural ? STRUCTURAL_SUMMARIES : DAMAGE_SUMMARIES),
    structural_damage: String(structural),
  }
}

const MINUTES_PER_DAY = 1440

/** Made safe within 48 hours, as the law asks; what is unsafe now was reported on the last day. */
function acuteColumns({ registered }: ClaimCourse, acute: Situation['acute'], random: Random) {
  if (acute === null) return { acute_reported_at: '', acute_made_safe_at: '', acute_description: '' }
  const unsafe = random.pick(ACUTE_DESCRIPTIONS)
  const minutes = random.between(6 * 60, 15 * 60)
  if (acute === 'UNSAFE') {
    return {
      acute_reported_at: isoInstant(HORIZON, minutes),
      acute_made_safe_at: '',
      acute_description: unsafe,
    }
  }
  const reported = random.between(registered, HORIZON - 3)
  return {
    acute_reported_at: isoInstant(reported, minutes),
    acute_made_safe_at: isoInstant(reported, minutes + random.between(120, 2 * MINUTES_PER_DAY - 120)),
    acute_description: `${unsafe} ${random.pick(MADE_SAFE)}`,
  }
}
