import { expect } from '@jest/globals'
import type { client } from './system.ts'

/** Helpers for cooperation at an address. */

const STEPS = 'steps { action state organisation at reason }'
const INSPECTION = `id revision state form imgOn ncgOn imgPlannedOn ncgPlannedOn delays { owner days } proposedBy acceptedAt
  residentAgreedOn residentChannel heldOn endedReason endedAt actions ${STEPS}`
const PLAN = `id revision state repair worksFrom proposedBy acceptedAt carriedOutOn endedReason actions ${STEPS}`
const WISH = 'integralApproach inspection process realisation askedOn'
const HANDLER = '{ name phone email }'
export const COOPERATION = `withheld wishes { asked ${WISH} history { revision recordedAt ${WISH} } }
  buddyLink { revision imgHandler ${HANDLER} ncgHandler ${HANDLER} linkedAt
    history { revision action organisation at reason imgHandler ${HANDLER} ncgHandler ${HANDLER} } }
  coordinator { revision person { organisation name phone email since } history { revision action person { name } } }
  jointInspections { ${INSPECTION} } integralPlans { ${PLAN} }`

const OUTCOME = `confirmationNeeded message delays { owner days } jointInspection { ${INSPECTION} }`
const MUTATIONS: Readonly<Record<string, readonly [input: string, fields: string]>> = {
  setBuddyLink: ['SetBuddyLinkInput', COOPERATION],
  endBuddyLink: ['EndCooperationInput', COOPERATION],
  setCoordinator: ['SetCoordinatorInput', COOPERATION],
  endCoordinator: ['EndCooperationInput', COOPERATION],
  proposeJointInspection: ['ProposeJointInspectionInput', OUTCOME],
  answerJointInspection: ['AnswerJointInspectionInput', OUTCOME],
  withdrawJointInspection: ['WithdrawProposalInput', INSPECTION],
  recordJointInspectionReply: ['RecordJointInspectionReplyInput', INSPECTION],
  recordJointInspectionResult: ['RecordJointInspectionResultInput', INSPECTION],
  proposeIntegralPlan: ['ProposeIntegralPlanInput', PLAN],
  answerIntegralPlan: ['AnswerIntegralPlanInput', PLAN],
  withdrawIntegralPlan: ['WithdrawProposalInput', PLAN],
  recordIntegralPlanResult: ['RecordIntegralPlanResultInput', PLAN],
}

export function createCooperation(system: ReturnType<typeof client>) {
  /** Takes a step and returns the raw answer. */
  const attempt = (mutation: string, input: object, as: string) => {
    const [type = '', fields = ''] = MUTATIONS[mutation] ?? []
    return system.ask(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`, {
      as,
      variables: { input },
    })
  }
  /** Takes a step that must succeed; it throws with the message otherwise. */
  const act = async (mutation: string, input: object, as: string, failsWith?: string) => {
    const { data, errors } = await attempt(mutation, input, as)
    if (failsWith === undefined) expect(errors).toEqual([])
    else expect(errors).toMatchObject([{ message: expect.stringContaining(failsWith) }])
    return data?.[mutation]
  }
  return {
    attempt,
    act,
    /** Proposes a joint inspection as a handler of IMG. */
    propose: (addressId: string, input: object, failsWith?: string) =>
      act('proposeJointInspection', { addressId, ...input }, 'img.handler', failsWith),
    async wish(addressId: string, wishes: object, as = 'img.handler') {
      const { errors, data } = await system.ask(
        `mutation($input: RecordWishInput!) { recordWish(input: $input) { revision ${WISH} } }`,
        { as, variables: { input: { addressId, channel: 'VISIT', evidence: 'verslag-1', ...wishes } } },
      )
      expect(errors).toEqual([])
      return data.recordWish
    },
    async file(id: string, as: string, purpose?: string) {
      const { data, errors } = await system.ask(
        `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { cooperation { ${COOPERATION} } } }`,
        { as, variables: { id, purpose } },
      )
      expect(errors).toEqual([])
      return data.address.cooperation
    },
  }
}
