/** Ready-made questions for the playground and for the text that `npm start` prints. */

export const UNIFIED_QUERY = `query Adres($id: ID!, $purpose: Purpose) {
  address(id: $id, purpose: $purpose) {
    street
    houseNumber
    city
    municipality { name }
    otherSide {
      img { present open phase status }
      ncg { present open phase status }
      concurrence
      group
      advice
    }
    access { owner outcome reason legalBasis categories withheld explanation decisionId }
    damage {
      categories
      claims { reference phase status handler { name phone } inspection { plannedOn heldOn } report { summary } }
    }
    strengthening {
      categories
      project { reference status phase handler { name phone } inspection { plannedOn heldOn } advice { summary } }
    }
  }
}`

const RECORD_CONSENT = `mutation Toestemming($input: RecordConsentInput!) {
  recordConsent(input: $input) { id state owner recipient purposes categories withdrawalMethod }
}`

const WITHDRAW_CONSENT = `mutation Intrekken($id: ID!) {
  withdrawConsent(id: $id, reason: "op verzoek van de bewoner") { id state withdrawnAt }
}`

const DECISION = `query Besluit($id: ID!) {
  decision(id: $id) { decidedAt owner purpose outcome reason policyVersion rules { article summary } explanation reproducible }
}`

const POLICY = `query Beleid {
  policy { title placeholder from rules { owners purposes legalBasis categories article summary } }
}`

export type Example = { readonly title: string; readonly query: string; readonly variables: Readonly<Record<string, unknown>> }

/** @param addressId an address of the synthetic world where damage and strengthening come together. */
export const examples = (addressId: string): readonly Example[] => [
  { title: 'Eén adres, alle kanten', query: UNIFIED_QUERY, variables: { id: addressId, purpose: 'COOPERATION' } },
  {
    title: 'Toestemming vastleggen',
    query: RECORD_CONSENT,
    variables: {
      input: {
        addressId,
        owner: 'IMG',
        recipient: 'NCG',
        purposes: ['COOPERATION'],
        categories: ['PLANNING', 'FINDINGS'],
        channel: 'FORM',
        evidence: 'formulier-2026-0001',
      },
    },
  },
  { title: 'Toestemming intrekken', query: WITHDRAW_CONSENT, variables: { id: '' } },
  { title: 'Besluit uitgelegd', query: DECISION, variables: { id: '' } },
  { title: 'Beleid van vandaag', query: POLICY, variables: {} },
]
