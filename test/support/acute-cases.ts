import { expect } from '@jest/globals'
import type { client } from './system.ts'

/** Helpers for acutely unsafe situations. */

export const ACUTE_CASE = `id revision state reportedAt safeBy overdue madeSafeAt madeSafeInTime reference description
  nomination { nominatedAt reason outcome road answeredAt answer }
  agreements { id revision metOn what responsible dueOn doneOn overdue remarks recordedBy } aftercare closedAt actions
  steps { revision action state organisation reason } address { id }`

const INPUTS: Readonly<Record<string, string>> = {
  reportAcuteCase: 'ReportAcuteCaseInput',
  recordAcuteCaseSafe: 'RecordAcuteCaseSafeInput',
  nominateAcuteCase: 'AcuteCaseReasonInput',
  skipAcuteNomination: 'AcuteCaseReasonInput',
  answerAcuteNomination: 'AnswerAcuteNominationInput',
  closeAcuteCase: 'CloseAcuteCaseInput',
  recordAcuteAgreement: 'RecordAcuteAgreementInput',
  completeAcuteAgreement: 'CompleteAcuteAgreementInput',
}

type Who = { readonly as: string } | { readonly token: string }

export function createAcuteCases(system: ReturnType<typeof client>) {
  /** Takes a step and returns the raw answer. */
  const attempt = (mutation: string, input: object, who: Who) =>
    system.ask(`mutation($input: ${INPUTS[mutation]}!) { ${mutation}(input: $input) { ${ACUTE_CASE} } }`, {
      ...who,
      variables: { input },
    })
  /** Takes a step that must succeed; it throws with the message otherwise. */
  const act = async (mutation: string, input: object, as: string, failsWith?: string) => {
    const { data, errors } = await attempt(mutation, input, { as })
    if (failsWith === undefined) expect(errors).toEqual([])
    else expect(errors).toMatchObject([{ message: expect.stringContaining(failsWith) }])
    return data?.[mutation]
  }
  return {
    attempt,
    act,
    report: (addressId: string, input: object = {}) =>
      act('reportAcuteCase', { addressId, description: 'GEHEIM: de gevel wijkt.', ...input }, 'img.safety'),
    /** A page of the meeting list. */
    async meeting(municipality: string, who: Who, page: object = {}) {
      const { data, errors } = await system.ask(
        `query($municipality: String!, $first: Int, $after: String) {
          acuteCases(municipality: $municipality, first: $first, after: $after) {
            totalCount nodes { ${ACUTE_CASE} } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
        { ...who, variables: { municipality, ...page } },
      )
      expect(errors).toEqual([])
      return data.acuteCases
    },
    async find(id: string, who: Who) {
      const { data, errors } = await system.ask(`query($id: ID!) { acuteCase(id: $id) { ${ACUTE_CASE} } }`, {
        ...who,
        variables: { id },
      })
      expect(errors).toEqual([])
      return data.acuteCase
    },
    /** The cases at an address that the reader sees. */
    async at(addressId: string, who: Who, purpose: string | null = 'ACUTE_SAFETY') {
      const { data, errors } = await system.ask(
        `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { acuteCases { ${ACUTE_CASE} } } }`,
        { ...who, variables: { id: addressId, purpose } },
      )
      expect(errors).toEqual([])
      return data.address?.acuteCases ?? null
    },
  }
}
