import { type Day, day, HORIZON, workday } from './calendar.ts'
import type { ClaimPhase } from './figures.ts'
import type { Random } from './random.ts'

export type ClaimKind = 'PHYSICAL' | 'VALUE_LOSS' | 'IMMATERIAL'

/** What happened to a claim, and when; days that are left out did not come, or not yet. */
export type ClaimCourse = {
  readonly kind: ClaimKind
  readonly phase: ClaimPhase | 'COMPLETION'
  readonly registered: Day
  readonly planned?: Day | undefined
  readonly held?: Day | undefined
  readonly delivered?: Day | undefined
  readonly decided?: Day | undefined
  /** In euro cents; 0 when the claim was rejected. */
  readonly amount?: number | undefined
  readonly paid?: Day | undefined
  readonly closed?: Day | undefined
}

/** The day from which each kind could be claimed; physical damage before 2020 was taken over from the predecessor. */
const OPENED_ON: Readonly<Record<ClaimKind, Day>> = {
  PHYSICAL: day('2019-01-02'),
  VALUE_LOSS: day('2020-09-01'),
  IMMATERIAL: day('2021-11-01'),
}

/** A claim that runs: its days are counted back from the horizon, so that each phase has had the time it takes. */
export function openCourse(kind: ClaimKind, phase: ClaimPhase, random: Random): ClaimCourse {
  const before = (date: Day, first: number, last: number) => workday(date - random.between(first, last))
  const inspected = (held: Day) => ({ planned: held, held, registered: before(held, 40, 150) })
  switch (phase) {
    case 'REPORTED':
      return { kind, phase, registered: HORIZON - random.between(5, 120) }
    case 'INSPECTION': {
      const planned = workday(HORIZON + random.between(-20, 45))
      const registered = HORIZON - random.between(60, 200)
      return { kind, phase, registered, planned, held: planned <= HORIZON ? planned : undefined }
    }
    case 'ASSESSMENT': {
      const delivered = before(HORIZON, 1, 35)
      return { kind, phase, delivered, ...inspected(before(delivered, 14, 60)) }
    }
    case 'DECISION':
    case 'EXECUTION': {
      const decided = phase === 'DECISION' ? before(HORIZON, 1, 40) : before(HORIZON, 45, 150)
      const paid =
        phase === 'EXECUTION' && random.chance(60) ? workday(decided + random.between(10, 30)) : undefined
      const award = { decided, amount: amount(kind, random), paid }
      if (kind !== 'PHYSICAL') return { kind, phase, registered: before(decided, 60, 200), ...award }
      const delivered = before(decided, 30, 60)
      return { kind, phase, ...award, delivered, ...inspected(before(delivered, 14, 60)) }
    }
  }
}

/** A closed claim: granted and paid, rejected, or withdrawn along the way. It took two to ten months, six on average. */
export function closedCourse(kind: ClaimKind, latest: Day, random: Random): ClaimCourse {
  const days = random.between(60, 300)
  const closed = workday(random.between(OPENED_ON[kind] + days, latest))
  const registered = closed - days
  const after = (first: number, last: number) =>
    workday(registered + Math.floor((days * random.between(first, last)) / 100))
  const course = { kind, phase: 'COMPLETION', registered, closed } as const
  const outcome = random.weighted(OUTCOMES)
  if (outcome === 'WITHDRAWN') return course
  const held = after(35, 45)
  const inspection = kind === 'PHYSICAL' ? { planned: held, held, delivered: after(55, 65) } : {}
  const decided = after(78, 85)
  return outcome === 'REJECTED'
    ? { ...course, ...inspection, decided, amount: 0 }
    : { ...course, ...inspection, decided, amount: amount(kind, random), paid: after(92, 98) }
}

const OUTCOMES = [
  ['PAID', 80],
  ['REJECTED', 12],
  ['WITHDRAWN', 8],
] as const

/** Immaterial damage comes in fixed amounts; for physical damage many choose the fixed compensation. */
function amount(kind: ClaimKind, random: Random): number {
  if (kind === 'IMMATERIAL') return random.pick([150_000, 300_000, 500_000])
  if (kind === 'VALUE_LOSS') return random.between(200_000, 2_500_000)
  return random.chance(30) ? random.pick([500_000, 1_000_000]) : random.between(80_000, 4_000_000)
}
