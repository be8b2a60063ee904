import type { Caller, DataCategory, Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import { DATA_CATEGORIES, PURPOSES } from '../../../../kernel/vocabulary.ts'
import type { PolicyVersion } from '../../policy/policy.ts'
import { isRecipient } from '../../policy/scope.ts'
import type { RequestKind } from './tables.ts'

/** The most frequent kinds of requests (evaluation of 2021), with the purposes that each may have. */

export const KIND_PURPOSES: Readonly<Record<RequestKind, readonly Purpose[]>> = {
  STATUS_EXCHANGE: ['STATUS_EXCHANGE', 'SIGNALLING', 'COMPENSATION_SCHEMES', 'MUNICIPAL_PLAN'],
  LINK_HANDLERS: ['COOPERATION', 'JOINT_INSPECTION', 'INTEGRAL_APPROACH'],
  ACCELERATION: ['ACCELERATION'],
  OTHER: PURPOSES,
}

/** The categories that any rule could share with this requester for the purpose, on whatever legal basis. */
export function requestable(
  policy: PolicyVersion | null,
  { organisation, roles }: Pick<Caller, 'organisation' | 'roles'>,
  owner: Owner,
  purpose: Purpose,
): readonly DataCategory[] {
  const rules = policy?.rules.filter(
    (rule) =>
      rule.basis !== 'VITAL_INTEREST' &&
      rule.purposes.includes(purpose) &&
      isRecipient(rule, organisation, roles, owner),
  )
  return DATA_CATEGORIES.filter((category) => rules?.some(({ categories }) => categories.includes(category)))
}
