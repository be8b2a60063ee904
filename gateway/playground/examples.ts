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

const SUBMIT = `mutation Indienen($input: SubmitInformationRequestInput!) {
  submitInformationRequest(input: $input) {
    id
    number
    revision
    state
    dueOn
    whatNow
    steps { action organisation role at }
  }
}`

const QUEUE = `query Werkvoorraad($filter: InformationRequestFilter, $first: Int!) {
  informationRequests(filter: $filter, first: $first) {
    totalCount
    nodes {
      id
      number
      revision
      kind
      state
      dueOn
      overdue
      address { street houseNumber city }
      purpose
      categories
      necessity
      proposal { outcome categories { category road explanation } }
      actions
    }
    pageInfo { hasNextPage endCursor }
  }
}`

const BREAK_GLASS = `mutation Noodtoegang($input: BreakGlassInput!) {
  breakGlass(input: $input) {
    id
    owner
    categories
    validUntil
    reviewDueOn
  }
}`

const INBOX = `query Signalen($filter: SignalFilter, $purpose: Purpose, $first: Int!) {
  signals(filter: $filter, purpose: $purpose, first: $first) {
    totalCount
    nodes {
      id
      revision
      kind
      title
      text
      advice
      purpose
      sender
      state
      dueOn
      overdue
      address { street houseNumber city }
      actions
    }
    pageInfo { hasNextPage endCursor }
  }
}`

const DISCLOSURES = `query Verstrekkingen($addressId: ID!, $first: Int!) {
  disclosures(addressId: $addressId, first: $first) {
    totalCount
    nodes {
      at
      recipientName
      recipientRoles
      owner
      purpose
      categories
      legalBasis
      reasonText
      notice
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
    id: 'informatieverzoek',
    title: 'Informatieverzoek indienen',
    explanation:
      'Een zaakbegeleider vraagt meer dan de regels zonder meer geven. Het verzoek gaat naar het SVIP-loket van het IMG. Verander idempotencyKey voor een tweede verzoek.',
    persona: 'img.handler',
    query: SUBMIT,
    variables: {
      input: {
        addressId,
        kind: 'LINK_HANDLERS',
        purpose: 'JOINT_INSPECTION',
        categories: ['HANDLER', 'PLANNING', 'FINDINGS'],
        necessity: 'De bewoner wil één opname. Wij willen die samen met de NCG plannen en voorbereiden.',
        idempotencyKey: 'voorbeeld-1',
      },
    },
  },
  {
    id: 'werkvoorraad',
    title: 'Werkvoorraad van een SVIP-loket',
    explanation:
      'Wat ligt er bij het loket van het IMG, wat moet het eerst, en wat stelt het beleid voor? Dien eerst een informatieverzoek in.',
    persona: 'img.svip',
    query: QUEUE,
    variables: { filter: { place: 'IMG' }, first: 10 },
  },
  {
    id: 'signalen',
    title: 'Postvak met signalen',
    explanation:
      'Wat er aan de andere kant speelt op adressen van uw organisatie, te laat eerst. Zonder dit doel staat er alleen dat er iets speelt.',
    persona: 'ncg.handler',
    query: INBOX,
    variables: { filter: { open: true }, purpose: 'COOPERATION', first: 10 },
  },
  {
    id: 'noodtoegang',
    title: 'Noodtoegang bij direct gevaar',
    explanation:
      'Een veiligheidsfunctionaris kan niet wachten op toestemming. De noodtoegang duurt 48 uur, is direct zichtbaar voor de privacyfunctionarissen en wordt altijd beoordeeld.',
    persona: 'img.safety',
    query: BREAK_GLASS,
    variables: {
      input: {
        addressId,
        owner: 'NCG',
        reason: 'De schoorsteen dreigt te vallen. Wij moeten weten hoe veilig het gebouw is.',
      },
    },
  },
  {
    id: 'verstrekkingen',
    title: 'Wie kreeg welke gegevens?',
    explanation:
      'Voor de bewoner die vraagt wie de gegevens over het adres heeft gezien, waarom en op welke grondslag. Nooit welke medewerker.',
    persona: 'privacy.officer',
    query: DISCLOSURES,
    variables: { addressId, first: 10 },
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
