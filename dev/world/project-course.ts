import { type Day, day, HORIZON, workday } from './calendar.ts'
import type { Programme, ProjectStatus } from './figures.ts'
import type { Random } from './random.ts'

/** How far a project came, and when; days that are left out did not come, or not yet. */
export type ProjectCourse = {
  readonly started: Day
  readonly planned?: Day | undefined
  readonly held?: Day | undefined
  readonly delivered?: Day | undefined
  readonly meetsStandard?: boolean
  /** From the plan for the works on there are measures with their cost. */
  readonly measures?: boolean
  readonly signed?: Day | undefined
  readonly completed?: Day | undefined
}

/** When the addresses of a programme came into the stock. */
const STARTED: Readonly<Record<Programme, readonly [Day, Day]>> = {
  KOPLOPER: [day('2019-01-07'), day('2019-11-29')],
  BOUWIMPULS: [day('2020-02-03'), day('2020-12-18')],
  SPECIAL_SITUATIONS: [day('2020-01-06'), day('2023-03-31')],
  TYPOLOGY: [day('2021-01-04'), day('2022-12-16')],
  BATCH: [day('2019-01-07'), day('2020-12-18')],
  REGULAR: [day('2019-01-07'), day('2023-03-31')],
}

/** A project that runs: its days are counted back from the horizon; they never reach the day it started. */
export function runningCourse(status: ProjectStatus, programme: Programme, random: Random): ProjectCourse {
  const started = workday(random.between(...STARTED[programme]))
  const before = (date: Day, first: number, last: number) => workday(date - random.between(first, last))
  const inspected = (held: Day) => ({ started, planned: held, held })
  switch (status) {
    case 'S1_2':
      return { started }
    case 'S2_1':
      return { started, planned: random.chance(50) ? workday(HORIZON + random.between(5, 90)) : undefined }
    case 'S3_1':
      return inspected(before(HORIZON, 20, 300))
    case 'S4_1':
    case 'S4_2': {
      const delivered = before(HORIZON, 30, 300)
      const advised = { ...inspected(before(delivered, 90, 250)), delivered, meetsStandard: false }
      return status === 'S4_1' ? advised : { ...advised, measures: true }
    }
    case 'S5_1':
    case 'S5_2': {
      // In 5.1 the agreement with the contractor may still be under negotiation; no works without one.
      const signing = status === 'S5_1' ? before(HORIZON, 5, 120) : before(HORIZON, 60, 400)
      const signed = status === 'S5_2' || random.chance(50) ? signing : undefined
      const delivered = before(signing, 150, 350)
      return {
        ...inspected(before(delivered, 90, 250)),
        delivered,
        meetsStandard: false,
        measures: true,
        signed,
      }
    }
  }
}

/** A completed project: strengthened, or found to meet the standard as it is. */
export function completedCourse(programme: Programme, random: Random): ProjectCourse {
  const started = workday(random.between(...STARTED[programme]))
  const completed = workday(random.between(started + 400, HORIZON - 5))
  const after = (first: number, last: number) =>
    workday(started + Math.floor(((completed - started) * random.between(first, last)) / 100))
  const held = after(20, 35)
  const inspected = { started, planned: held, held, completed }
  if (random.chance(30)) return { ...inspected, delivered: after(80, 95), meetsStandard: true }
  return {
    ...inspected,
    delivered: after(42, 50),
    meetsStandard: false,
    measures: true,
    signed: after(60, 70),
  }
}
