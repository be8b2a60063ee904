import {
  DATA_CATEGORIES,
  type DataCategory,
  LEGAL_BASES,
  type LegalBasis,
  type Organisation,
  OWNERS,
  type Owner,
  PURPOSES,
  type Role,
} from '../../../kernel/vocabulary.ts'
import { CATEGORY_LABELS, CONDITION_LABELS, PURPOSE_LABELS, REFUSAL_TEXTS } from './labels.ts'
import { CONDITIONS, type Condition, type PolicyVersion, type Recipient, type Rule } from './policy.ts'
import { REFUSAL_ORDER } from './reasons.ts'
import { isRecipient } from './scope.ts'

/**
 * A cell of the access matrix: the bases on which this role may ever receive this category of this owner's data, for any purpose and under
 * any condition; empty when never.
 */
export function basesFor(
  policy: PolicyVersion,
  organisation: Organisation,
  role: Role,
  owner: Owner,
  category: DataCategory,
): LegalBasis[] {
  const rules = policy.rules.filter(
    (rule) => isRecipient(rule, organisation, [role], owner) && rule.categories.includes(category),
  )
  return LEGAL_BASES.filter((basis) => rules.some((rule) => rule.basis === basis))
}

/** The whole policy as a page for lawyers, privacy officers and developers. The same versions give the same text. */
export function policyMarkdown(versions: readonly PolicyVersion[]): string {
  return `${[...introduction(versions), ...versions.flatMap(describeVersion), ...glossary()].join('\n')}\n`
}

function introduction(versions: readonly PolicyVersion[]): string[] {
  return [
    '# Policy: who may receive what, for which purpose, on which basis',
    '',
    'Generated from `subgraphs/svip/policy/versions`; change the rules there, not here.',
    '',
    ...(versions.some((version) => version.placeholder) ? [NOTICE, ''] : []),
    'A decision is about one address, one owner of data, one purpose and one moment. What one rule gives is given;',
    'what no rule gives is refused. In every version:',
    '',
    '- A municipality sees addresses in its own territory only (Gemeentewet art. 108).',
    '- An upheld objection (AVG art. 21) takes away everything shared on `PUBLIC_TASK`.',
    '- A consent counts for its own direction, recipient, purposes, categories and validity, until it is withdrawn.',
    '- Own data is not decided here: no agency is a recipient of its own data.',
    '- A purpose without a row in a table gives nothing. `MONITORING` gives totals only.',
    '',
    'Several reasons to refuse can hold at once; the first of this list is given:',
    '',
    ...REFUSAL_ORDER.map((reason, index) => `${index + 1}. \`${reason}\`: ${REFUSAL_TEXTS[reason].why}.`),
    '',
    ...table(
      ['version', 'title', 'first day', 'last day', 'state'],
      versions.map(({ id, title, from, until, placeholder }) => [
        code(id),
        title,
        from,
        until ?? 'none yet',
        placeholder ? '**placeholder**' : 'confirmed',
      ]),
    ),
  ]
}

const NOTICE =
  '> **Placeholder until lawyers confirm.** The categories, purposes, recipients and articles below are drafted from public sources. Do not exchange real data on them.'

function describeVersion(version: PolicyVersion): string[] {
  const recipients = version.rules.flatMap((rule) => rule.recipients)
  const sections = new Map(recipients.map((recipient) => [describeRecipient(recipient), recipient]))
  return [
    `## \`${version.id}\``,
    '',
    `${version.title}. In force from ${version.from}${version.until === null ? '' : ` up to and including ${version.until}`} (days in Europe/Amsterdam).`,
    '',
    ...(version.placeholder ? [NOTICE, ''] : []),
    ...[...sections].flatMap(([title, recipient]) => [
      `### To ${title}`,
      '',
      ...matrix(version.rules, recipient),
    ]),
    `### Rules of \`${version.id}\``,
    '',
    ...table(
      ['rule', 'article', 'summary'],
      version.rules.map((rule) => [code(rule.id), rule.article, rule.summary]),
    ),
  ]
}

/** A row for each purpose and set of owners of this recipient, and a column for each basis. */
function matrix(rules: readonly Rule[], { organisation, roles }: Recipient): string[] {
  const readable = (rule: Rule): Owner[] =>
    OWNERS.filter((owner) => isRecipient(rule, organisation, roles, owner))
  const own = rules.filter((rule) => readable(rule).length > 0)
  const bases = LEGAL_BASES.filter((basis) => own.some((rule) => rule.basis === basis))
  const rows = PURPOSES.flatMap((purpose) => {
    const about = own.filter((rule) => rule.purposes.includes(purpose))
    const byOwners = Map.groupBy(about, (rule) => readable(rule).join(', '))
    return [...byOwners].map(([owners, same]) => {
      const shared = CONDITIONS.filter((condition) =>
        same.every((rule) => rule.conditions.includes(condition)),
      )
      const cells = bases.map((basis) =>
        cell(
          same.filter((rule) => rule.basis === basis),
          shared,
        ),
      )
      return [code(purpose), owners, ...cells, shared.map(code).join(', ') || 'none']
    })
  })
  return table(['purpose', 'data of', ...bases.map(code), 'conditions'], rows)
}

function cell(rules: readonly Rule[], shared: readonly Condition[]): string {
  const parts = rules.map((rule) => {
    const extra = rule.conditions.filter((condition) => !shared.includes(condition))
    return rule.categories.join(' ') + (extra.length === 0 ? '' : ` (if ${extra.map(code).join(', ')})`)
  })
  return parts.join('<br>') || '–'
}

function glossary(): string[] {
  return [
    '## Words',
    '',
    ...table(
      ['word', 'in Dutch'],
      [
        ...PURPOSES.map((purpose) => [code(purpose), PURPOSE_LABELS[purpose]]),
        ...DATA_CATEGORIES.map((category) => [code(category), CATEGORY_LABELS[category]]),
        ...CONDITIONS.map((condition) => [code(condition), CONDITION_LABELS[condition]]),
      ],
    ),
  ]
}

const describeRecipient = ({ organisation, roles }: Recipient): string =>
  `${organisation} (${roles.join(', ')})`

const code = (text: string): string => `\`${text}\``

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}
