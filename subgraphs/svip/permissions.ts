import type { GraphQLSchema } from 'graphql'
import { forbidden } from '../../kernel/errors.ts'
import { fewEnough } from '../../kernel/limits.ts'
import { dataRules } from '../../kernel/owner/permissions.ts'
import type { Categories } from '../../kernel/schema.ts'
import { allow, type IRules, rule } from '../../kernel/shield.ts'
import type { Organisation, Role } from '../../kernel/vocabulary.ts'
import type { SvipContext } from './context.ts'

/**
 * Who may ask and change what at the SVIP. Which addresses someone sees, and what of them, is decided per address in
 * `context.ts` and the policy; here stand the roles. What has no rule is refused, and a field without one stops the start.
 */

type Who = { readonly organisations: readonly Organisation[]; readonly roles: readonly Role[] }

const AGENCY_STAFF: Who = {
  organisations: ['IMG', 'NCG'],
  roles: ['case_handler', 'svip_officer', 'safety_officer'],
}

const PRIVACY_OFFICERS: Who = { organisations: ['IMG', 'NCG', 'SVIP'], roles: ['privacy_officer'] }

const SVIP_OFFICERS: Who = { organisations: ['IMG', 'NCG'], roles: ['svip_officer'] }

const SAFETY_OFFICERS: Who = { organisations: ['IMG', 'NCG'], roles: ['safety_officer'] }

/** Who meets about acutely unsafe situations; of which addresses, and how much, is decided per case. */
const ACUTE_MEETING: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['safety_officer', 'svip_officer'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]
const IMG_SAFETY: readonly Who[] = [{ organisations: ['IMG'], roles: ['safety_officer'] }]

/** Who answers for what an organisation does with what it received. */
const ANSWERABLE: readonly Who[] = [
  SVIP_OFFICERS,
  PRIVACY_OFFICERS,
  { organisations: ['GEMEENTE'], roles: ['municipal_officer', 'privacy_officer'] },
]

/** Who answers residents who ask what was done with their data; how far each sees is in `resident/`. */
const RESIDENT_DESK: readonly Who[] = [SVIP_OFFICERS, PRIVACY_OFFICERS]

const REQUESTERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
  { organisations: ['SVIP'], roles: ['intervention_team'] },
]
const INTERVENTION_TEAM: Who = { organisations: ['SVIP'], roles: ['intervention_team'] }
const MUNICIPAL_OFFICERS: Who = { organisations: ['GEMEENTE'], roles: ['municipal_officer'] }

/** Who works with sets of addresses; what each sees of them is in `sets/`. */
const SET_READERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer', 'privacy_officer'] },
  { organisations: ['SVIP'], roles: ['intervention_team', 'privacy_officer'] },
  MUNICIPAL_OFFICERS,
]
const SET_KEEPERS: readonly Who[] = [SVIP_OFFICERS, INTERVENTION_TEAM]

/** Who follows signals up, and who looks on; whose they are is in `signals/reader.ts` and `signals/transitions.ts`. */
const SIGNAL_HANDLERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]
/** Who works together with the other agency at an address; whose step it is, is in `cooperation/transitions.ts`. */
const PARTNERS: readonly Who[] = [{ organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] }]

const PRIORITY_TEAMS: Who = { organisations: ['IMG', 'NCG'], roles: ['priority_team'] }

/**
 * Who steers on figures. Handlers list addresses instead: a figure next to such a list would tell of how many somebody objected, and
 * where there is one, what of.
 */
const STEERING: readonly Who[] = [
  SVIP_OFFICERS,
  PRIVACY_OFFICERS,
  { organisations: ['SVIP'], roles: ['intervention_team'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]

/** Roles per root field and per field of an address that is not for everybody. */
export const ROLES: Readonly<Record<string, readonly Who[]>> = {
  'Address.consents': [AGENCY_STAFF, PRIVACY_OFFICERS],
  'Address.cooperation': [AGENCY_STAFF, { organisations: ['SVIP'], roles: ['intervention_team'] }],
  'Address.acuteCases': [AGENCY_STAFF, ...ACUTE_MEETING],
  'Address.objections': [AGENCY_STAFF, PRIVACY_OFFICERS],
  'Query.objections': RESIDENT_DESK,
  'Query.obligations': ANSWERABLE,
  'Query.acuteCase': ACUTE_MEETING,
  'Query.acuteCases': ACUTE_MEETING,
  'Query.emergencyAccess': [SAFETY_OFFICERS, PRIVACY_OFFICERS],
  'Query.emergencyAccesses': [SAFETY_OFFICERS, PRIVACY_OFFICERS],
  'Address.addressSets': SET_READERS,
  'Query.addressSet': SET_READERS,
  'Query.addressSets': SET_READERS,
  'Query.legalHolds': [PRIVACY_OFFICERS],
  'Query.signal': [...SIGNAL_HANDLERS, PRIVACY_OFFICERS],
  'Query.signals': [...SIGNAL_HANDLERS, PRIVACY_OFFICERS],
  'Query.informationRequestStatistics': RESIDENT_DESK,
  'Query.cooperationPotential': STEERING,
  // No municipality: the counts are of the whole area, and not protected against small ones.
  'Query.monitoring': STEERING.filter(({ organisations }) => !organisations.includes('GEMEENTE')),
  // Which addresses, for which purpose: `potential/filter.ts`.
  'Query.cooperationAddresses': [
    { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
    { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
  ],
  'Query.disclosures': RESIDENT_DESK,
  'Query.subjectAccessRequest': RESIDENT_DESK,
  'Query.subjectAccessRequests': RESIDENT_DESK,
  // Whose request it is, and four eyes, is in `requests/transitions.ts`.
  'Mutation.submitInformationRequest': REQUESTERS,
  'Mutation.supplementInformationRequest': REQUESTERS,
  'Mutation.withdrawInformationRequest': REQUESTERS,
  'Mutation.returnInformationRequest': [SVIP_OFFICERS],
  'Mutation.assessInformationRequest': [SVIP_OFFICERS],
  'Mutation.askInformationRequestConsent': [SVIP_OFFICERS],
  'Mutation.recordInformationRequestConsentReply': [SVIP_OFFICERS],
  'Mutation.forwardInformationRequest': [SVIP_OFFICERS],
  'Mutation.answerInformationRequest': [SVIP_OFFICERS],
  'Mutation.recordInformationRequestFollowUp': [...REQUESTERS, SVIP_OFFICERS, PRIORITY_TEAMS],
  'Mutation.closeInformationRequest': [...REQUESTERS, SVIP_OFFICERS],
  'Mutation.assignInformationRequest': [SVIP_OFFICERS],
  'Mutation.extendInformationRequest': [SVIP_OFFICERS],
  'Mutation.revokeInformationRequest': [SVIP_OFFICERS, PRIVACY_OFFICERS],
  'Mutation.createAddressSet': SET_KEEPERS,
  'Mutation.addToAddressSet': [...SET_KEEPERS, MUNICIPAL_OFFICERS],
  'Mutation.removeFromAddressSet': [...SET_KEEPERS, MUNICIPAL_OFFICERS],
  'Mutation.recordAddressSetOutcome': SET_KEEPERS,
  'Mutation.closeAddressSet': SET_KEEPERS,
  'Mutation.acknowledgeSignal': SIGNAL_HANDLERS,
  'Mutation.assignSignal': SIGNAL_HANDLERS,
  'Mutation.actOnSignal': SIGNAL_HANDLERS,
  'Mutation.closeSignal': SIGNAL_HANDLERS,
  'Mutation.markSignalNotOpportune': SIGNAL_HANDLERS,
  'Mutation.recordConsent': [AGENCY_STAFF],
  'Mutation.refuseConsent': [AGENCY_STAFF],
  'Mutation.withdrawConsent': [AGENCY_STAFF],
  'Mutation.recordWish': PARTNERS,
  'Mutation.setBuddyLink': PARTNERS,
  'Mutation.endBuddyLink': PARTNERS,
  'Mutation.setCoordinator': PARTNERS,
  'Mutation.endCoordinator': PARTNERS,
  'Mutation.proposeJointInspection': PARTNERS,
  'Mutation.answerJointInspection': PARTNERS,
  'Mutation.withdrawJointInspection': PARTNERS,
  'Mutation.recordJointInspectionReply': PARTNERS,
  'Mutation.recordJointInspectionResult': PARTNERS,
  'Mutation.proposeIntegralPlan': PARTNERS,
  'Mutation.answerIntegralPlan': PARTNERS,
  'Mutation.withdrawIntegralPlan': PARTNERS,
  'Mutation.recordIntegralPlanResult': PARTNERS,
  'Mutation.recordObjection': [AGENCY_STAFF, PRIVACY_OFFICERS],
  'Mutation.reportAcuteCase': IMG_SAFETY,
  'Mutation.recordAcuteCaseSafe': IMG_SAFETY,
  'Mutation.nominateAcuteCase': IMG_SAFETY,
  'Mutation.skipAcuteNomination': IMG_SAFETY,
  'Mutation.answerAcuteNomination': [{ organisations: ['NCG'], roles: ['safety_officer', 'svip_officer'] }],
  'Mutation.closeAcuteCase': IMG_SAFETY,
  'Mutation.recordAcuteAgreement': ACUTE_MEETING,
  'Mutation.completeAcuteAgreement': ACUTE_MEETING,
  'Mutation.breakGlass': [SAFETY_OFFICERS],
  'Mutation.reviewEmergencyAccess': [PRIVACY_OFFICERS],
  'Mutation.fulfilObligation': ANSWERABLE,
  'Mutation.placeLegalHold': [PRIVACY_OFFICERS],
  'Mutation.liftLegalHold': [PRIVACY_OFFICERS],
  'Mutation.registerSubjectAccessRequest': RESIDENT_DESK,
  'Mutation.extendSubjectAccessRequest': RESIDENT_DESK,
  'Mutation.answerSubjectAccessRequest': RESIDENT_DESK,
}

const byRole = rule('by role')(async (_parent, _args, context: SvipContext, info) => {
  const { organisation, roles } = context.caller
  const who = ROLES[`${info.parentType.name}.${info.fieldName}`] ?? []
  if (
    who.some(
      (group) =>
        group.organisations.includes(organisation) && group.roles.some((role) => roles.includes(role)),
    )
  )
    return true
  await context.refused(info.fieldName)
  return forbidden()
})

/** Someone with a role, whatever it is; which addresses that gives is a matter of scope. */
const staff = rule('staff')(async (_parent, _args, context: SvipContext, info) => {
  if (context.caller.roles.length > 0) return true
  await context.refused(info.fieldName)
  return forbidden()
})

/** The rules of the SVIP's subgraph: its data as the schema marks them, and the roles above. */
export function svipRules(schema: GraphQLSchema, categories: Categories): IRules {
  const rules = dataRules(schema, categories)
  const named = (type: 'Query' | 'Mutation' | 'Address') =>
    Object.fromEntries(
      Object.keys(ROLES)
        .filter((field) => field.startsWith(`${type}.`))
        .map((field) => [field.slice(type.length + 1), byRole]),
    )
  return {
    ...rules,
    Address: { ...rules.Address, ...named('Address'), informationRequests: staff, signals: staff },
    Query: {
      address: staff,
      addresses: staff,
      decision: staff,
      policy: staff,
      informationRequest: staff,
      informationRequests: staff,
      ...named('Query'),
      _service: allow,
      _entities: fewEnough,
    },
    Mutation: named('Mutation'),
  } as IRules
}
