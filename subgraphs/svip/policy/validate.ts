import { POLICY_VERSION_ID } from '../../../kernel/records/activities.ts'
import { DATA_CATEGORIES, ORGANISATIONS, OWNERS, PURPOSES, ROLES } from '../../../kernel/vocabulary.ts'
import { isDay } from './calendar.ts'
import { PROVABLE_BASES } from './grounds.ts'
import { CONDITIONS, type PolicyVersion, type Rule } from './policy.ts'

/**
 * Returns all faults of a set of versions, as sentences. It is for the start of the process and the tests: `decide` itself refuses what it
 * cannot apply.
 */
export function policyProblems(versions: readonly PolicyVersion[]): string[] {
  const rules = versions.flatMap((version) => version.rules)
  return [
    ...repeated(versions.map((version) => version.id)).map((id) => `two versions are called "${id}"`),
    ...repeated(rules.map((rule) => rule.id)).map((id) => `two rules are called "${id}"`),
    ...versions.flatMap(periodProblems),
    ...versions.flatMap((version, index) => overlapProblems(version, versions[index + 1])),
    ...rules.flatMap(ruleProblems),
  ]
}

function periodProblems({ id, from, until, rules }: PolicyVersion): string[] {
  return [
    // The id becomes part of the identification of a processing activity.
    ...(POLICY_VERSION_ID.test(id)
      ? []
      : [`"${id}" is no name for a version: use small letters, digits and hyphens, 40 at most`]),
    ...(isDay(from) && (until === null || (isDay(until) && from <= until))
      ? []
      : [`"${id}" has no valid period`]),
    ...(rules.length > 0 ? [] : [`"${id}" has no rules`]),
    ...rules
      .filter((rule) => !rule.id.startsWith(`${id}/`))
      .map((rule) => `"${rule.id}" is not named after "${id}"`),
  ]
}

/** Versions may not overlap, and are ordered oldest first. */
function overlapProblems(version: PolicyVersion, next: PolicyVersion | undefined): string[] {
  const follows = next === undefined || (version.until !== null && version.until < next.from)
  return follows ? [] : [`"${next.id}" begins before "${version.id}" has ended`]
}

function ruleProblems(rule: Rule): string[] {
  const lists: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['owners', rule.owners, OWNERS],
    ['recipients', rule.recipients.map((recipient) => recipient.organisation), ORGANISATIONS],
    ['purposes', rule.purposes, PURPOSES],
    ['basis', [rule.basis], PROVABLE_BASES],
    ['categories', rule.categories, DATA_CATEGORIES],
    ...rule.recipients.map(({ organisation, roles }) => [`roles of ${organisation}`, roles, ROLES] as const),
  ]
  return [
    ...lists.flatMap(([name, values, known]) => listProblems(rule, name, values, known)),
    ...(rule.conditions.length === 0 ? [] : listProblems(rule, 'conditions', rule.conditions, CONDITIONS)),
    ...(rule.article.trim() === '' ? [`"${rule.id}" cites no article`] : []),
    ...(rule.summary.trim() === '' ? [`"${rule.id}" has no summary`] : []),
  ]
}

function listProblems(
  rule: Rule,
  name: string,
  values: readonly string[],
  known: readonly string[],
): string[] {
  return [
    ...(values.length > 0 ? [] : [`"${rule.id}" has no ${name}`]),
    ...repeated(values).map((value) => `"${rule.id}" repeats "${value}" in its ${name}`),
    ...values
      .filter((value) => !known.includes(value))
      .map((value) => `"${rule.id}" has "${value}" in its ${name}, which cannot be applied`),
  ]
}

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]
