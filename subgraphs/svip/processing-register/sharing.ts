import { sharingActivity } from '../../../kernel/records/activities.ts'
import { HANDLERS, PROCESSING_LOG, RESIDENTS } from '../../../kernel/records/common-activities.ts'
import type { ActivityVersion } from '../../../kernel/records/processing-register.ts'
import {
  DATA_CATEGORIES,
  LEGAL_BASES,
  ORGANISATIONS,
  type Organisation,
  OWNERS,
  type Owner,
  PURPOSES,
  type Purpose,
  type Role,
} from '../../../kernel/vocabulary.ts'
import { roleLabel } from '../overview/parties.ts'
import { BASIS_LABELS, CATEGORY_LABELS, CONDITION_LABELS, PURPOSE_LABELS } from '../policy/labels.ts'
import type { PolicyVersion, Rule } from '../policy/policy.ts'
import { isRecipient } from '../policy/scope.ts'
import { CONTROLLERS, controllerOf } from './controllers.ts'
import { DPV_BASES, GIVING_MEASURES, RECEIVING_MEASURES, RECIPIENT } from './terms.ts'

/** A rule as far as it is about one owner and one recipient. */
type Flow = {
  readonly rule: Rule
  readonly owner: Owner
  readonly recipient: Organisation
  readonly roles: readonly Role[]
}

type Side = 'verstrekking' | 'ontvangst'

/** The processing activities that a version of the policy gives: for each purpose, sharing by each owner and receiving. */
export const sharingActivities = (policy: PolicyVersion): ActivityVersion[] =>
  PURPOSES.flatMap((purpose) => {
    const flows = policy.rules.filter((rule) => rule.purposes.includes(purpose)).flatMap(flowsOf)
    const given = OWNERS.map((owner) => ({
      party: owner,
      side: 'verstrekking' as const,
      flows: flows.filter((flow) => flow.owner === owner),
    }))
    const received = ORGANISATIONS.map((party) => ({
      party,
      side: 'ontvangst' as const,
      flows: flows.filter((flow) => flow.recipient === party),
    }))
    return [...given, ...received]
      .filter((each) => each.flows.length > 0)
      .map((each) => toActivity(policy, purpose, each.party, each.side, each.flows))
  })

const flowsOf = (rule: Rule): Flow[] =>
  rule.recipients.flatMap(({ organisation, roles }) =>
    rule.owners
      .filter((owner) => isRecipient(rule, organisation, roles, owner))
      .map((owner) => ({ rule, owner, recipient: organisation, roles })),
  )

function toActivity(
  policy: PolicyVersion,
  purpose: Purpose,
  party: Organisation,
  side: Side,
  flows: readonly Flow[],
): ActivityVersion {
  const giving = side === 'verstrekking'
  const rules = distinct(flows.map(({ rule }) => rule))
  const categories = DATA_CATEGORIES.filter((category) =>
    rules.some((rule) => rule.categories.includes(category)),
  )
  return {
    id: sharingActivity(party.toLowerCase(), side, purpose, policy.id),
    version: policy.id,
    validFrom: policy.from,
    validUntil: policy.until,
    name: `${giving ? 'Gegevens delen' : 'Gegevens ontvangen'}: ${PURPOSE_LABELS[purpose]}`,
    controller: controllerOf(party),
    purpose: PURPOSE_LABELS[purpose],
    legalBasis: LEGAL_BASES.filter((basis) => rules.some((rule) => rule.basis === basis)).map(
      (basis) => DPV_BASES[basis],
    ),
    articles: distinct(rules.map(({ article }) => article)),
    dataSubjects: [RESIDENTS, ...(categories.includes('HANDLER') ? [HANDLERS] : [])],
    personalData: {
      categories: categories.map((code) => ({ code, description: CATEGORY_LABELS[code] })),
      retentionPeriod: giving ? [PROCESSING_LOG] : [],
    },
    sources: giving
      ? []
      : distinct(flows.map(({ owner }) => owner)).map((owner) => ({
          entityId: owner,
          name: CONTROLLERS[owner].name,
        })),
    recipients: giving
      ? distinct(flows.map(({ recipient }) => recipient)).map((recipient) => ({
          legalRole: RECIPIENT,
          entityId: recipient,
          name: CONTROLLERS[recipient].name,
          roles: roleNames(flows.filter((flow) => flow.recipient === recipient)),
        }))
      : [],
    transfers: [],
    measures: [...(giving ? GIVING_MEASURES : RECEIVING_MEASURES)],
    rules: rules.map((rule) =>
      toRule(
        rule,
        giving,
        flows.filter((flow) => flow.rule === rule),
      ),
    ),
  }
}

const toRule = (rule: Rule, giving: boolean, flows: readonly Flow[]): ActivityVersion['rules'][number] => ({
  id: rule.id,
  parties: distinct(flows.map((flow) => (giving ? flow.recipient : flow.owner))),
  basis: BASIS_LABELS[rule.basis],
  article: rule.article,
  categories: rule.categories.map((category) => CATEGORY_LABELS[category]),
  conditions: rule.conditions.map((condition) => CONDITION_LABELS[condition]),
  summary: rule.summary,
})

const roleNames = (flows: readonly Flow[]): string[] =>
  distinct(flows.flatMap(({ recipient, roles }) => roles.map((role) => roleLabel(recipient, role))))

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]
