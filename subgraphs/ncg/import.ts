import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { badInput } from '../../kernel/errors.ts'
import { assertLengths } from '../../kernel/graphql/input.ts'
import {
  addressId,
  day,
  oneOf,
  optional,
  type RowResult,
  text,
  wholeNumber,
  yesNo,
} from '../../kernel/import.ts'
import { handlerCells, inspectionCells } from '../agency/columns.ts'
import { importFiles } from '../agency/import-files.ts'
import { assertPlausible } from './advance.ts'
import { PROGRAMMES, RISK_PROFILES, STRENGTHENING_STATUSES, type StrengtheningProject } from './project.ts'
import type { ProjectStore } from './store/project-store.ts'

/** Accepts NCG's notation, `4.1`, and the name in the schema, `S4_1`. */
const status = z
  .string()
  .transform((value) => value.replace(/^(\d)\.(\d)$/, 'S$1_$2'))
  .pipe(oneOf(STRENGTHENING_STATUSES))

/** Descriptions separated by `|`. */
const measures = z
  .string()
  .transform((value) => value.split('|').filter((item) => item.trim() !== ''))
  .pipe(z.array(text).max(100, 'bevat meer dan 100 maatregelen'))

/** The columns of a file with strengthening projects; docs/import.md explains them. */
export const projectRow = z.object({
  reference: text,
  address_id: addressId,
  programme: optional(oneOf(PROGRAMMES)).transform((programme) => programme ?? 'REGULAR'),
  status: optional(status),
  started_at: day,
  status_since: optional(day),
  completed_at: optional(day),
  risk_profile: optional(oneOf(RISK_PROFILES)),
  ...handlerCells,
  ...inspectionCells,
  advice_delivered_on: optional(day),
  advice_summary: optional(text),
  meets_standard: optional(yesNo),
  measures: optional(measures),
  estimated_cost_cents: optional(wholeNumber),
  contractor: optional(text),
  contract_signed_on: optional(day),
  circumstances: optional(text),
})
export type ProjectRow = z.infer<typeof projectRow>

/**
 * Stores plausible projects; the last row of a reference counts, and of two references at one address the first.
 *
 * Real data have projects in 4.1 without a date of inspection, or even without the advice. So an import does not require what a step
 * requires (`advance`), but only a status or a day of completion, and days in a possible order. The next step of such a project requires
 * what that step needs.
 */
export const importProjects = (
  store: Pick<ProjectStore, 'importAll'>,
  rows: readonly ProjectRow[],
): Promise<readonly RowResult[]> => importFiles(store, rows.map(toProject), assertImportable)

function toProject(row: ProjectRow): StrengtheningProject {
  // The file does not say which measures are done: all of them once the project is completed, none before.
  const done = row.completed_at !== null
  return {
    ...row,
    id: randomUUID(),
    status_since: row.status_since ?? sinceKnown(row),
    found_damage: [],
    ownership_changed_on: null,
    measures: (row.measures ?? []).map((description) => ({ description, done })),
    revision: 1,
  }
}

/**
 * The day since which a project is in its status, when that is the first status or completion. The days of an inspection, an advice or a
 * contract have other categories than the status, and must not show through this day.
 */
function sinceKnown({ status, started_at, completed_at }: ProjectRow): string | null {
  return status === 'S1_2' ? started_at : completed_at
}

function assertImportable(project: StrengtheningProject): void {
  if ((project.status === null) !== (project.completed_at !== null)) {
    throw badInput('status: hoort bij een lopend project, completed_at bij een afgerond; geef een van beide')
  }
  assertLengths(project)
  assertPlausible(project)
}
