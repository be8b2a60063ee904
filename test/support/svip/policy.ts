import fc from 'fast-check'
import {
  DATA_CATEGORIES,
  ORGANISATIONS,
  type Organisation,
  OWNERS,
  PURPOSES,
  ROLES,
  type Role,
} from '../../../kernel/vocabulary.ts'
import type {
  AccessRequest,
  ConsentFact,
  EmergencyFact,
  Facts,
  ObjectionFact,
  RequestFact,
  TrackFact,
  WishFact,
} from '../../../subgraphs/svip/policy/decision.ts'

/** Builders and arbitraries for the tests of this folder. */

/** A moment under each version. */
export const UNDER_GUO = '2022-03-01T09:00:00Z'
export const UNDER_TWG = '2024-03-01T09:00:00Z'

const OFFICE: Readonly<Record<Organisation, Role>> = {
  IMG: 'case_handler',
  NCG: 'case_handler',
  GEMEENTE: 'municipal_officer',
  SVIP: 'intervention_team',
}

export const someone = (
  organisation: Organisation,
  role: Role = OFFICE[organisation],
): AccessRequest['caller'] => ({
  subject: `${organisation.toLowerCase()}.someone`,
  team: null,
  organisation,
  roles: [role],
  municipality: organisation === 'GEMEENTE' ? '1979' : null,
})

/** An IMG handler asks to cooperate on NCG data in Eemsdelta, in 2024. */
export const aRequest = (changes: Partial<AccessRequest> = {}): AccessRequest => ({
  caller: someone('IMG'),
  owner: 'NCG',
  addressId: '0010200000123456',
  addressMunicipality: '1979',
  purpose: 'COOPERATION',
  instant: UNDER_TWG,
  ...changes,
})

export const bothTracks: readonly TrackFact[] = [
  { owner: 'IMG', reference: 'img-1', open: true, revision: 1 },
  { owner: 'NCG', reference: 'ncg-1', open: false, revision: 4 },
]

/** Tracks on both sides, without consent, objection or wish. */
export const someFacts = (changes: Partial<Facts> = {}): Facts => ({
  tracks: bothTracks,
  consents: [],
  objections: [],
  wish: null,
  ...changes,
})

/** A consent to everything for the recipient and owner of `aRequest`. */
export const aConsent = (changes: Partial<ConsentFact> = {}): ConsentFact => ({
  id: 'consent-1',
  revision: 1,
  state: 'GIVEN',
  owner: 'NCG',
  recipient: 'IMG',
  purposes: PURPOSES,
  categories: DATA_CATEGORIES,
  validFrom: '2020-06-01',
  validUntil: null,
  ...changes,
})

export const anObjection = (changes: Partial<ObjectionFact> = {}): ObjectionFact => ({
  id: 'objection-1',
  revision: 1,
  owner: null,
  purposes: [],
  state: 'UPHELD',
  ...changes,
})

export const aWish: WishFact = { id: 'wish-1', revision: 1, integralApproach: true }

/** A request of the caller of `aRequest`, granted for everything of its purpose on the public task. */
export const aGrantedRequest = (changes: Partial<RequestFact> = {}): RequestFact => ({
  id: 'request-1',
  revision: 5,
  state: 'RELEASED',
  owner: 'NCG',
  recipient: 'IMG',
  subject: 'img.someone',
  team: null,
  purpose: 'COOPERATION',
  categories: DATA_CATEGORIES,
  basis: 'PUBLIC_TASK',
  validFrom: '2020-06-01T00:00:00Z',
  validUntil: '2027-01-01',
  ...changes,
})

/** Emergency access of the caller of `aRequest` to everything. */
export const anEmergency = (changes: Partial<EmergencyFact> = {}): EmergencyFact => ({
  id: 'emergency-1',
  revision: 1,
  owner: 'NCG',
  recipient: 'IMG',
  subject: 'img.someone',
  categories: DATA_CATEGORIES,
  validFrom: UNDER_TWG,
  validUntil: '2024-03-03T09:00:00Z',
  ...changes,
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const revision = fc.nat(3)
const instant = fc.constantFrom(
  '2019-01-01T00:00:00Z',
  UNDER_GUO,
  '2023-06-30T21:59:59Z',
  '2023-06-30T22:00:00Z',
  UNDER_TWG,
  '2026-12-31T23:30:00+01:00',
)

const anyRequests: fc.Arbitrary<AccessRequest> = fc.record({
  caller: fc.record({
    subject: fc.constantFrom('img.someone', 'ncg.someone', 'svip.someone', 'x'),
    team: fc.constantFrom(null, 'a', 'b'),
    organisation: fc.constantFrom(...ORGANISATIONS),
    roles: fc.subarray([...ROLES]),
    municipality: fc.constantFrom(null, '1979', '0014'),
  }),
  owner: fc.constantFrom(...OWNERS),
  addressId: fc.constant('0010200000123456'),
  addressMunicipality: fc.constantFrom('1979', '0014', null),
  purpose: fc.constantFrom(null, ...PURPOSES),
  instant,
})

/** Any combination, often one that matches a rule. */
export const requests: fc.Arbitrary<AccessRequest> = fc.oneof(
  anyRequests,
  fc
    .record({
      caller: fc.constantFrom(...ORGANISATIONS).map((organisation) => someone(organisation)),
      owner: fc.constantFrom(...OWNERS),
      purpose: fc.constantFrom(...PURPOSES),
      instant,
    })
    .filter(({ caller, owner }) => caller.organisation !== owner)
    .map(aRequest),
)

export const consents: fc.Arbitrary<ConsentFact> = fc.record({
  id,
  revision,
  state: fc.constantFrom('GIVEN', 'WITHDRAWN', 'REFUSED'),
  owner: fc.constantFrom(...OWNERS),
  recipient: fc.constantFrom(...ORGANISATIONS),
  purposes: fc.subarray([...PURPOSES]),
  categories: fc.subarray([...DATA_CATEGORIES]),
  validFrom: fc.constantFrom('2020-06-01', '2022-03-01T09:00:00Z', '2024-03-01'),
  validUntil: fc.constantFrom(null, null, '2023-06-30', '2024-03-01T09:00:00Z'),
  requestId: fc.constantFrom(null, null, null, 'a', 'b'),
})

export const grantedRequests: fc.Arbitrary<RequestFact> = fc.record({
  id,
  revision,
  state: fc.constantFrom('RELEASED', 'REVOKED'),
  owner: fc.constantFrom(...OWNERS),
  recipient: fc.constantFrom(...ORGANISATIONS),
  subject: fc.constantFrom('img.someone', 'ncg.someone', 'svip.someone'),
  team: fc.constantFrom(null, 'a'),
  purpose: fc.constantFrom(...PURPOSES),
  categories: fc.subarray([...DATA_CATEGORIES]),
  basis: fc.constantFrom('CONSENT', 'PUBLIC_TASK'),
  validFrom: fc.constantFrom('2020-06-01', '2024-03-01T09:00:00Z'),
  validUntil: fc.constantFrom('2024-03-01T09:00:00Z', '2030-01-01'),
})

export const emergencies: fc.Arbitrary<EmergencyFact> = fc.record({
  id,
  revision,
  owner: fc.constantFrom(...OWNERS),
  recipient: fc.constantFrom('IMG', 'NCG'),
  subject: fc.constantFrom('img.someone', 'ncg.someone'),
  categories: fc.subarray([...DATA_CATEGORIES]),
  validFrom: fc.constantFrom(UNDER_GUO, UNDER_TWG),
  validUntil: fc.constantFrom('2022-03-03T09:00:00Z', '2024-03-03T09:00:00Z'),
})

export const objections: fc.Arbitrary<ObjectionFact> = fc.record({
  id,
  revision,
  owner: fc.constantFrom(null, ...OWNERS),
  purposes: fc.subarray([...PURPOSES]),
  state: fc.constantFrom('RECEIVED', 'UPHELD', 'REJECTED', 'ENDED'),
})

const tracks: fc.Arbitrary<TrackFact> = fc.record({
  owner: fc.constantFrom(...OWNERS),
  reference: id,
  open: fc.boolean(),
  revision,
})

export const someFactsOrOther: fc.Arbitrary<Facts> = fc.record({
  tracks: fc.oneof(fc.constant(bothTracks), fc.array(tracks, { maxLength: 3 })),
  consents: fc.array(consents, { maxLength: 4 }),
  objections: fc.array(objections, { maxLength: 2 }),
  wish: fc.option(fc.record({ id, revision, integralApproach: fc.boolean() })),
  requests: fc.array(grantedRequests, { maxLength: 2 }),
  emergencies: fc.array(emergencies, { maxLength: 2 }),
})
