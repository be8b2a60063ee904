import type { DecisionOnRecord } from '../subgraphs/svip/decisions/decision-log.ts'
import {
  type createSummary,
  EFFECTS,
  type Effect,
  type Example,
  type Trial,
} from '../subgraphs/svip/decisions/what-if.ts'
import type { Decision } from '../subgraphs/svip/policy/decision.ts'
import type { PolicyVersion } from '../subgraphs/svip/policy/policy.ts'
import { csvLine } from './csv/csv.ts'

/** Describes the effects of a draft on past decisions, as text and as CSV, without addresses or employees. */

const HEADINGS: Readonly<Record<Effect, string>> = {
  MORE: 'more',
  MORE_AND_LESS: 'both',
  LESS: 'less',
  BASIS: 'basis',
  REASON: 'reason',
  SAME: 'same',
  UNKNOWN: 'unknown',
}

/** The maximum of explained examples: one for each effect in each group would bury the summary. */
const MAX_EXAMPLES = 10

/** The number of decisions that are known to change. */
export const changes = (totals: Readonly<Record<Effect, number>>): number =>
  EFFECTS.filter((effect) => effect !== 'SAME' && effect !== 'UNKNOWN').reduce(
    (sum, effect) => sum + totals[effect],
    0,
  )

export function describeSummary(summary: ReturnType<typeof createSummary>, draft: PolicyVersion): string {
  const totals = summary.totals()
  const groups = summary.groups()
  const changed = changes(totals)
  const all = changed + totals.SAME + totals.UNKNOWN
  const columns = EFFECTS.filter((effect) => effect !== 'UNKNOWN' || totals.UNKNOWN > 0)
  const table = aligned([
    ['owner', 'purpose', 'asked by', ...columns.map((effect) => HEADINGS[effect])],
    ...groups.map(({ owner, purpose, asker, counts }) => [
      owner,
      purpose,
      asker,
      ...columns.map((effect) => String(counts[effect])),
    ]),
    ['all', '', '', ...columns.map((effect) => String(totals[effect]))],
  ])
  const examples = groups.flatMap((group) =>
    EFFECTS.flatMap((effect) => {
      const example = group.examples[effect]
      return example ? [example] : []
    }),
  )
  return [
    `Under ${draft.id} ("${draft.title}") ${changed} of ${all} decisions would come out differently.`,
    ...(totals.UNKNOWN > 0
      ? [`Of ${totals.UNKNOWN} it cannot be told: not every fact the policy looks at is in their record.`]
      : []),
    ...(all > 0 ? ['', ...table] : []),
    ...examples.slice(0, MAX_EXAMPLES).flatMap(describeExample),
    ...(examples.length > MAX_EXAMPLES
      ? ['', `${examples.length - MAX_EXAMPLES} more kinds of change; --list and --csv give every decision.`]
      : []),
  ].join('\n')
}

function describeExample({ id, trial }: Example): string[] {
  const { before, after, gained, lost } = trial
  const change = [
    ...(gained.length > 0 ? [`more: ${gained.join(', ')}`] : []),
    ...(lost.length > 0 ? [`less: ${lost.join(', ')}`] : []),
    ...(trial.effect === 'BASIS'
      ? [`on ${after?.legalBases.join(', ')} instead of ${before.legalBases.join(', ')}`]
      : []),
    ...(trial.effect === 'REASON' && after ? [`${refused(after)} instead of ${refused(before)}`] : []),
  ]
  return [
    '',
    `For example ${id}: ${change.join('; ')}`,
    `  then: ${before.explanation}`,
    `  now:  ${after?.explanation ?? ''}`,
  ]
}

const refused = ({ reason, withheld }: Decision): string =>
  `${reason} (withheld: ${withheld.join(', ') || 'nothing'})`

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      // Texts are aligned left, numbers right.
      .map((text, column) =>
        column < 3 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}

const COLUMNS = [
  'decision',
  'taken',
  'owner',
  'purpose',
  'organisation',
  'roles',
  'effect',
  'more',
  'less',
  'basis_then',
  'basis_now',
  'reason_then',
  'reason_now',
] as const

export const CSV_HEADER = csvLine(COLUMNS, ';', '\r\n')

/** The CSV line of a decision and the effect of the draft. */
export function trialLine(
  { id, decidedAt, request }: DecisionOnRecord,
  { effect, before, after, gained, lost }: Trial,
): string {
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    decision: id,
    taken: decidedAt,
    owner: request.owner,
    purpose: request.purpose ?? '',
    organisation: request.caller.organisation,
    roles: request.caller.roles.join(' '),
    effect,
    more: gained.join(' '),
    less: lost.join(' '),
    basis_then: before.legalBases.join(' '),
    basis_now: after?.legalBases.join(' ') ?? '',
    reason_then: before.reason,
    reason_now: after?.reason ?? '',
  }
  return csvLine(
    COLUMNS.map((column) => cells[column]),
    ';',
    '\r\n',
  )
}
