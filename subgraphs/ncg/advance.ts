import { badInput } from '../../kernel/errors.ts'
import { assertAmount, assertOrder, requiredText } from '../../kernel/graphql/input.ts'
import type { Edit } from '../agency/own-files.ts'
import { STRENGTHENING_STATUSES, type StrengtheningProject } from './project.ts'
import type { AdvanceStrengtheningProjectInput, StrengtheningStatus } from './schema.generated.ts'

/** The transitions of a project through the statuses of NCG to its completion; no database, no GraphQL, no clock. */

/** A step of a project with its values, as `AdvanceStrengtheningProjectInput`. */
export type ProjectStep = Omit<AdvanceStrengtheningProjectInput, keyof Edit>

/** The target of a step: a status, or completion. */
export type Destination = StrengtheningStatus | 'COMPLETED'

/** The statuses from which a project may be completed: it meets the standard, or the works are done. */
const LAST: readonly StrengtheningStatus[] = ['S3_1', 'S5_2']

/** The possible steps of a project; staying is allowed, to record values of the status. A completed project has none. */
export function nextSteps(status: StrengtheningStatus | null): readonly Destination[] {
  if (status === null) return []
  const following = STRENGTHENING_STATUSES[STRENGTHENING_STATUSES.indexOf(status) + 1]
  return [
    status,
    ...(following ? [following] : []),
    ...(LAST.includes(status) ? (['COMPLETED'] as const) : []),
  ]
}

/**
 * Returns the changes of a step.
 * @throws {AppError} `BAD_USER_INPUT` when the step is not possible, or a required value is missing.
 */
export function advance(
  project: StrengtheningProject,
  step: ProjectStep,
  today: string,
): Partial<StrengtheningProject> {
  const to = destinationOf(step)
  assertTransition(project.status, to)
  const status = to === 'COMPLETED' ? null : to
  const completedAt = step.completedAt ?? null
  const { advice, measures, contract } = step
  const changes: Partial<StrengtheningProject> = {
    status,
    status_since: status === project.status ? project.status_since : (completedAt ?? today),
    completed_at: completedAt,
    inspection_planned_on: step.inspectionPlannedOn ?? project.inspection_planned_on,
    inspection_held_on: step.inspectionHeldOn ?? project.inspection_held_on,
    estimated_cost_cents: step.estimatedCostCents ?? project.estimated_cost_cents,
    ...(advice && {
      advice_delivered_on: advice.deliveredOn,
      advice_summary: requiredText(advice.summary, 'De samenvatting van het advies (summary)'),
      meets_standard: advice.meetsStandard,
    }),
    ...(measures && {
      measures: measures.map(({ description, done }) => ({
        description: requiredText(description, 'De omschrijving van een maatregel (description)'),
        done,
      })),
    }),
    ...(contract && {
      contractor: requiredText(contract.contractor, 'De aannemer (contractor)'),
      contract_signed_on: contract.signedOn,
    }),
  }
  const changed = { ...project, ...changes }
  if (to !== project.status) assertReadyFor(project.status, to, changed)
  assertPlausible(changed)
  return changes
}

function destinationOf({ to, completedAt }: ProjectStep): Destination {
  if (to && !completedAt) return to
  if (completedAt && !to) return 'COMPLETED'
  throw badInput('Geef óf to, de status waar het project naartoe gaat, óf completedAt, de dag van afronding.')
}

/** @throws {AppError} `BAD_USER_INPUT` that names the possible steps. */
export function assertTransition(from: StrengtheningStatus | null, to: Destination): void {
  const possible = nextSteps(from)
  if (possible.includes(to)) return
  if (from === null) throw badInput('Dit versterkingsproject is afgerond en verandert niet meer.')
  const named = possible.map((step) => (step === 'COMPLETED' ? 'afronden met completedAt' : step))
  const wanted =
    to === 'COMPLETED' ? 'kan dit project niet worden afgerond' : `kan dit project niet naar ${to}`
  throw badInput(`Vanuit ${from} ${wanted}. Mogelijk is: ${named.join(', ')}.`)
}

/** The required value for moving to a status. */
const NEEDED: Partial<Record<Destination, readonly [keyof StrengtheningProject, string]>> = {
  S3_1: ['inspection_held_on', 'de datum waarop de opname is gehouden (inspectionHeldOn)'],
  S4_1: ['advice_delivered_on', 'het versterkingsadvies (advice)'],
  S5_2: ['contract_signed_on', 'de overeenkomst met de aannemer (contract)'],
}

function assertReadyFor(
  from: StrengtheningStatus | null,
  to: Destination,
  project: StrengtheningProject,
): void {
  const needed = NEEDED[to]
  if (needed && project[needed[0]] === null) throw badInput(`Voor ${to} is nodig: ${needed[1]}.`)
  const withoutWorks = from === 'S3_1' && to === 'COMPLETED'
  if (withoutWorks && !(project.advice_delivered_on !== null && project.meets_standard)) {
    throw badInput(
      'Afronden zonder werkzaamheden kan alleen met een advies (advice) dat het gebouw aan de norm voldoet.',
    )
  }
}

/**
 * Checks what must hold for every project, registered or imported.
 * @throws {AppError} `BAD_USER_INPUT` when a date is before the begin of the project or after its completion, or an amount is negative.
 */
export function assertPlausible(project: StrengtheningProject): void {
  const { started_at: start, completed_at: end } = project
  assertOrder(start, end, 'Het project kan niet zijn afgerond voordat het is begonnen.')
  const facts = [
    ['De opname kan niet zijn gehouden', project.inspection_held_on],
    ['Het advies kan niet zijn uitgebracht', project.advice_delivered_on],
    ['De overeenkomst kan niet zijn getekend', project.contract_signed_on],
  ] as const
  for (const [fact, day] of facts) {
    assertOrder(start, day, `${fact} voordat het project is begonnen.`)
    assertOrder(day, end, `${fact} nadat het project is afgerond.`)
  }
  assertAmount(project.estimated_cost_cents, 'De geschatte kosten zijn 0 of meer.')
}
