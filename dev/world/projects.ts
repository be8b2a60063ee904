import type { CsvRecord } from '../../tools/csv/csv.ts'
import { type Day, HORIZON, isoDay } from './calendar.ts'
import type { ProjectStatus } from './figures.ts'
import type { Location } from './locations.ts'
import { assignHandler, NCG_HANDLERS, noHandler } from './people.ts'
import { completedCourse, type ProjectCourse, runningCourse } from './project-course.ts'
import { createRandom, type Random } from './random.ts'
import type { Situation } from './situation.ts'
import { ADVICE_SUMMARIES, CIRCUMSTANCES, CONTRACTORS, MEASURES, STANDARD_MET } from './texts.ts'

/** The strengthening project of one address as a row of the `ncg` import; none where there is no strengthening. */
export function projectRecords(location: Location, { project, sample }: Situation): CsvRecord[] {
  if (!project) return []
  const { status, programme } = project
  const random = createRandom(5, location.sequence)
  const course = status ? runningCourse(status, programme, random) : completedCourse(programme, random)
  // An address that still waits for a local plan mostly has nobody yet.
  const waiting = status === 'S1_2' && !sample && random.chance(60)
  return [
    {
      reference: `NCG-${String(location.sequence).padStart(6, '0')}`,
      address_id: location.id,
      programme,
      status: status ?? '',
      status_since: isoDay(enteredOn(status, course, createRandom(7, location.sequence))),
      started_at: isoDay(course.started),
      completed_at: isoDay(course.completed),
      risk_profile: random.weighted(RISKS),
      ...(waiting ? noHandler : assignHandler(NCG_HANDLERS, sample, random)),
      // The handlers of the sample in 2.1 are to plan the inspection together: nothing is planned yet.
      inspection_planned_on: sample && status === 'S2_1' ? '' : isoDay(course.planned),
      inspection_held_on: isoDay(course.held),
      ...adviceColumns(course, random),
      contractor: course.signed === undefined ? '' : random.pick(CONTRACTORS),
      contract_signed_on: isoDay(course.signed),
      circumstances: sample || random.chance(2) ? random.pick(CIRCUMSTANCES) : '',
    },
  ]
}

/** The day a project came into its status, as the agency keeps it: after what the status before it ended with. */
function enteredOn(status: ProjectStatus | null, course: ProjectCourse, random: Random): Day {
  const { started, held = started, delivered = held, signed = delivered, completed } = course
  if (completed !== undefined) return completed
  if (status === null || status === 'S1_2') return started
  const from = { S2_1: started, S3_1: held, S4_1: delivered, S4_2: delivered, S5_1: delivered, S5_2: signed }[
    status
  ]
  return random.between(from, HORIZON)
}

const RISKS = [
  ['RAISED', 20],
  ['SLIGHTLY_RAISED', 35],
  ['NORMAL', 45],
] as const

function adviceColumns({ delivered, meetsStandard, measures }: ProjectCourse, random: Random) {
  const advised = delivered !== undefined
  return {
    advice_delivered_on: isoDay(delivered),
    advice_summary: advised ? random.pick(meetsStandard ? STANDARD_MET : ADVICE_SUMMARIES) : '',
    meets_standard: advised ? String(meetsStandard === true) : '',
    measures: measures ? random.shuffle(MEASURES).slice(0, random.between(2, 4)).join('|') : '',
    estimated_cost_cents: measures ? String(random.between(15_000, 250_000) * 100) : '',
  }
}
