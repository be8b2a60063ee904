import { ADDRESS_ID, type Organisation, type Owner, type Role } from '../../../kernel/vocabulary.ts'
import type { AccessRequest } from './decision.ts'
import type { Rule } from './policy.ts'

const MUNICIPALITY_CODE = /^\d{4}$/

/**
 * True when the caller may ask about this address at all. A municipality acts for its own territory only
 * (Gemeentewet art. 108), whatever the version of the policy says; an id that cannot exist is out of scope too,
 * so that both look the same from outside.
 */
export function isInScope(request: AccessRequest): boolean {
  if (!ADDRESS_ID.test(request.addressId)) return false
  if (request.caller.organisation !== 'GEMEENTE') return true
  const own = territoryOf(request.caller)
  return own !== null && own === request.addressMunicipality
}

/** The municipality somebody acts for; null when they name none that can exist. */
export const territoryOf = ({
  municipality,
}: Pick<AccessRequest['caller'], 'municipality'>): string | null =>
  municipality !== null && MUNICIPALITY_CODE.test(municipality) ? municipality : null

/** True when the rule lets someone with one of these roles receive this owner's data. Nobody receives their own. */
export function isRecipient(
  rule: Rule,
  organisation: Organisation,
  roles: readonly Role[],
  owner: Owner,
): boolean {
  return (
    organisation !== owner &&
    rule.owners.includes(owner) &&
    rule.recipients.some(
      (recipient) =>
        recipient.organisation === organisation && roles.some((role) => recipient.roles.includes(role)),
    )
  )
}

/** True when the rule is about this request: recipient, owner and purpose. It may still give nothing. */
export function isAbout(rule: Rule, request: AccessRequest): boolean {
  const { caller, owner, purpose } = request
  return (
    purpose !== null &&
    rule.purposes.includes(purpose) &&
    isRecipient(rule, caller.organisation, caller.roles, owner)
  )
}
