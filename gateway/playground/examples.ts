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
    access {
      owner
      outcome
      reason
      legalBasis
      categories
      withheld
      explanation
      decisionId
    }
    damage {
      categories
      claims {
        reference
        phase
        status
        handler { name phone }
        inspection { plannedOn heldOn }
        report { summary }
      }
    }
    strengthening {
      categories
      project {
        reference
        phase
        status
        handler { name phone }
        inspection { plannedOn heldOn }
        advice { summary }
      }
    }
  }
}`

const OWN_CLAIMS = `query Schademeldingen($first: Int!) {
  damageClaims(first: $first, filter: { open: true }) {
    totalCount
    nodes {
      id
      revision
      reference
      kind
      phase
      registeredAt
      handler { name }
      address {
        id
        street
        houseNumber
        city
        otherSide { ncg { present status } concurrence group advice }
        access { owner outcome reason explanation }
        strengthening { categories project { reference status handler { name phone } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

const OWN_PROJECTS = `query Versterking($first: Int!) {
  strengtheningProjects(first: $first, filter: { open: true }) {
    totalCount
    nodes {
      id
      revision
      reference
      programme
      status
      phase
      handler { name }
      address {
        id
        street
        houseNumber
        city
        otherSide { img { present status } concurrence group advice }
        access { owner outcome reason explanation }
        damage { categories claims { reference phase handler { name phone } } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

const RECORD_CONSENT = `mutation Toestemming($input: RecordConsentInput!) {
  recordConsent(input: $input) {
    id
    state
    owner
    recipient
    purposes
    categories
    withdrawalMethod
  }
}`

const WITHDRAW_CONSENT = `mutation Intrekken($id: ID!) {
  withdrawConsent(id: $id, reason: "op verzoek van de bewoner") {
    id
    state
    withdrawnAt
  }
}`

const DECISION = `query Besluit($id: ID!) {
  decision(id: $id) {
    decidedAt
    requestedBy
    requestedByRoles
    owner
    purpose
    outcome
    reason
    policyVersion
    rules { article summary }
    facts { kind id revision }
    granted
    registerShown
    explanation
    reproducible
  }
}`

const POLICY = `query Beleid {
  policy {
    title
    placeholder
    from
    rules {
      owners
      purposes
      legalBasis
      categories
      article
      summary
    }
  }
}`

export type Example = {
  /** Names the example in an address. */
  readonly id: string
  readonly title: string
  /** What it shows, and what to do first; Dutch. */
  readonly explanation: string
  /** Who gets an answer to it. */
  readonly persona: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** @param addressId an address of the synthetic world where damage and strengthening come together. */
export const examples = (addressId: string): readonly Example[] => [
  {
    id: 'adres',
    title: 'Eén adres, alle kanten',
    explanation:
      'Wat speelt er op dit adres bij het IMG en bij de NCG, wat mag u daarvan zien, en waarom? Log ook eens in als iemand anders, of kies een ander doel: het antwoord verandert mee.',
    persona: 'ncg.handler',
    query: UNIFIED_QUERY,
    variables: { id: addressId, purpose: 'COOPERATION' },
  },
  {
    id: 'schademeldingen',
    title: 'Eigen schademeldingen, met de andere kant erbij',
    explanation:
      'De lopende meldingen van het IMG. Het doel staat hier in de header x-purpose en geldt voor alle adressen.',
    persona: 'img.handler',
    query: OWN_CLAIMS,
    variables: { first: 5 },
    headers: { 'x-purpose': 'COOPERATION' },
  },
  {
    id: 'versterking',
    title: 'Eigen versterkingsprojecten, met de andere kant erbij',
    explanation:
      'De lopende projecten van de NCG. Het doel staat hier in de header x-purpose en geldt voor alle adressen.',
    persona: 'ncg.handler',
    query: OWN_PROJECTS,
    variables: { first: 5 },
    headers: { 'x-purpose': 'COOPERATION' },
  },
  {
    id: 'toestemming',
    title: 'Toestemming vastleggen',
    explanation:
      'De bewoner vindt het goed dat het IMG meer deelt met de NCG. Stel daarna de eerste vraag opnieuw: u ziet meer.',
    persona: 'ncg.handler',
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
  {
    id: 'intrekken',
    title: 'Toestemming intrekken',
    explanation:
      'Vul bij id het nummer in dat u kreeg bij het vastleggen. Het intrekken werkt vanaf de volgende vraag.',
    persona: 'ncg.handler',
    query: WITHDRAW_CONSENT,
    variables: { id: '' },
  },
  {
    id: 'besluit',
    title: 'Besluit uitgelegd',
    explanation:
      'Vul bij id een decisionId in uit het antwoord op de eerste vraag. U ziet de regels en artikelen waarop het besluit rust.',
    persona: 'ncg.handler',
    query: DECISION,
    variables: { id: '' },
  },
  {
    id: 'beleid',
    title: 'Beleid van vandaag',
    explanation: 'De regels die nu gelden: wie mag wat delen, waarvoor en op welke grondslag.',
    persona: 'privacy.officer',
    query: POLICY,
    variables: {},
  },
]
