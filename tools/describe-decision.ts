import type { DecisionOnRecord } from '../subgraphs/svip/decisions/decision-log.ts'
import type { Facts } from '../subgraphs/svip/policy/decision.ts'
import { policyById } from '../subgraphs/svip/policy/versions/index.ts'

/**
 * Describes a decision in full, as text: the request, the facts with their revisions, the rules with their articles, and the outcome. It
 * leaves out the employee and the address, which are in the log itself.
 */
export function describeDecision(
  { id, decidedAt, request, facts, decision, opened }: DecisionOnRecord,
  seq: number,
): string {
  const { caller, owner, addressMunicipality } = request
  const policy = policyById(decision.policyVersion)
  const rules = policy?.rules.filter((rule) => decision.rules.includes(rule.id)) ?? []
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['taken', [decidedAt]],
    ['asked by', [`${caller.organisation}, ${caller.roles.join(', ') || 'without a role'}`]],
    ['about', [`data of ${owner}, an address in municipality ${addressMunicipality ?? 'unknown'}`]],
    ['purpose', [decision.purpose ?? 'none given']],
    ['outcome', [`${decision.outcome}, ${decision.reason}`]],
    [
      'given',
      [
        `${listed(decision.categories)}${decision.legalBases.length > 0 ? `, on ${listed(decision.legalBases)}` : ''}`,
      ],
    ],
    ['withheld', [listed(decision.withheld)]],
    ['opened', [openedBy(opened)]],
    [
      'policy',
      [
        policy
          ? `${policy.id}: ${policy.title}${policy.placeholder ? ' (placeholder)' : ''}`
          : (decision.policyVersion ?? 'none in force'),
      ],
    ],
    ['rules', rules.length > 0 ? rules.map((rule) => `${rule.id}: ${rule.article}`) : ['none gave anything']],
    [
      'facts used',
      decision.facts.length > 0
        ? decision.facts.map((fact) => `${fact.kind.toLowerCase()} ${fact.id}, revision ${fact.revision}`)
        : ['none'],
    ],
    ['facts given', [counted(facts)]],
    ['explained', [decision.explanation]],
  ]
  return [
    `Decision ${id} (entry ${seq})`,
    ...rows.flatMap(([name, lines]) =>
      lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(12)} ${line}`),
    ),
  ].join('\n')
}

const listed = (words: readonly string[]): string => words.join(', ') || 'nothing'

function openedBy({ granted, registerShown, fileShown }: DecisionOnRecord['opened']): string {
  const opened = [
    ...(granted ? ['a grant for the agency'] : []),
    ...(registerShown ? ["the SVIP's register"] : []),
    ...(fileShown.length > 0 ? [`the SVIP's own files (${fileShown.join(', ')})`] : []),
  ]
  return opened.join(' and ') || 'nothing: it was only explained'
}

function counted({ tracks, consents, objections, wish, requests, emergencies }: Facts): string {
  const count = (number: number | undefined, what: string) =>
    number === undefined ? `${what} not on record` : `${number} ${what}`
  return [
    count(tracks.length, 'tracks'),
    count(consents.length, 'consents'),
    count(objections.length, 'objections'),
    count(wish ? 1 : 0, 'wishes'),
    count(requests?.length, 'granted requests'),
    count(emergencies?.length, 'emergencies'),
  ].join(', ')
}
