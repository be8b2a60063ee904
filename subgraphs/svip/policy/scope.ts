import { ADDRESS_ID, type Organisation, type Owner, type Role } from '../../../kernel/vocabulary.ts'
import type { AccessRequest } from './decision.ts'
import type { Rule } from './policy.ts'

const MUNICIPALITY_CODE = /^\d{4}$/

/**
 * Whether the address is in the caller's scope. A municipality acts for its own territory only (Gemeentewet art. 108), under any version of
 * the policy; an invalid id is out of scope too, so that a caller cannot distinguish the two.
 */
export function isInScope(request: AccessRequest): boolean {
  if (!ADDRESS_ID.test(request.addressId)) return false
  if (request.caller.organisation !== 'GEMEENTE') return true
  const own = territoryOf(request.caller)
  return own !== null && own === request.addressMunicipality
}

/** The municipality that a caller acts for; null when its code is missing or invalid. */
export const territoryOf = ({
  municipality,
}: Pick<AccessRequest['caller'], 'municipality'>): string | null =>
  municipality !== null && MUNICIPALITY_CODE.test(municipality) ? municipality : null

/** Whether the rule has a recipient with one of these roles for this owner's data. An organisation is no recipient of its own data. */
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

/** Whether the recipient, owner and purpose of the request match the rule, which may still give nothing. */
export function isAbout(rule: Rule, request: AccessRequest): boolean {
  const { caller, owner, purpose } = request
  return (
    purpose !== null &&
    rule.purposes.includes(purpose) &&
    isRecipient(rule, caller.organisation, caller.roles, owner)
  )
}
