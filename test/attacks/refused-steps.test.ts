import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import { filesIn } from '../support/files.ts'
import { form, requestsIn } from '../support/information-requests.ts'
import { type Given, type MutationField, mutationsOf } from '../support/mutations.ts'
import { signalsIn } from '../support/signals.ts'
import { linesOf, newTrace, PARTIES, type Party, refusalOf, system } from './attacker.ts'

/**
 * A refused mutation did not happen, so no log may say that it did: every mutation of every schema, refused for each possible reason,
 * leaves a refusal and no line of a change.
 */

const REFUSED = ['BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN']
const today = dutchDay(new Date())
const UNKNOWN_ADDRESS = '0014209999999999'

/** How to try a mutation: a caller who may, a caller who may not, and its subject. */
type Row = {
  readonly may: string
  readonly mayNot: string
  /** The subject, from `subjects`; left out when the mutation makes a new object. */
  readonly about?: keyof typeof SUBJECTS
  /** `false`: it has no revision, and skips addresses without an error on an open subject. */
  readonly revised?: false
  /** Valid input according to the schema, where the rules require more than a generated value. */
  readonly input?: () => Given
  /** Input that the rules refuse at an otherwise valid address. */
  readonly refusedInput?: () => Given
}

const requester = { may: 'img.handler', mayNot: 'privacy.officer', about: 'request' } as const
const desk = { may: 'img.svip', mayNot: 'img.handler', about: 'request' } as const
const follower = { may: 'img.handler', mayNot: 'img.safety', about: 'signal' } as const
const imgSafety = { may: 'img.safety', mayNot: 'ncg.safety', about: 'acuteCase' } as const
const partner = { may: 'img.handler', mayNot: 'gemeente.eemsdelta' } as const
const keeper = { may: 'img.svip', mayNot: 'img.handler', about: 'set' } as const
const resident = { may: 'img.svip', mayNot: 'img.handler' } as const
const imgFile = { may: 'img.handler', mayNot: 'ncg.handler', about: 'claim' } as const
const ncgFile = { may: 'ncg.handler', mayNot: 'img.handler', about: 'project' } as const
/** Valid in the schema: input beyond its maxima is refused before the mutation is called. */
const EMPTY = ' '
const tomorrow = () => addDays(today, 1)
const handler = { name: 'A. Ander', email: 'a@img.example' }

const SVIP: Readonly<Record<string, Row>> = {
  createAddressSet: {
    ...keeper,
    about: undefined as never,
    input: () => ({ kind: 'PILOT', purpose: 'COOPERATION' }),
    refusedInput: () => ({ purpose: 'STUCK_CASE' }),
  },
  addToAddressSet: { ...keeper, revised: false },
  removeFromAddressSet: { ...keeper, revised: false },
  recordAddressSetOutcome: { ...keeper },
  closeAddressSet: { ...keeper },
  recordConsent: {
    may: 'img.handler',
    mayNot: 'gemeente.eemsdelta',
    input: () => ({ owner: 'IMG', recipient: 'NCG', purposes: ['COOPERATION'], categories: ['PLANNING'] }),
    refusedInput: () => ({ categories: ['CIRCUMSTANCES'] }),
  },
  refuseConsent: {
    may: 'img.handler',
    mayNot: 'gemeente.eemsdelta',
    input: () => ({ owner: 'IMG', recipient: 'NCG', purposes: ['COOPERATION'] }),
    refusedInput: () => ({ recipient: 'IMG' }),
  },
  withdrawConsent: { may: 'img.handler', mayNot: 'gemeente.eemsdelta', about: 'consent' },
  recordWish: { ...partner, refusedInput: () => ({ askedOn: tomorrow() }) },
  setBuddyLink: { ...partner, refusedInput: () => ({ revision: 99 }) },
  endBuddyLink: { ...partner, refusedInput: () => ({ revision: 99 }) },
  setCoordinator: { ...partner, refusedInput: () => ({ revision: 99 }) },
  endCoordinator: { ...partner, refusedInput: () => ({ revision: 99 }) },
  proposeJointInspection: {
    ...partner,
    input: () => ({ form: 'SIMULTANEOUS', imgOn: tomorrow(), ncgOn: tomorrow() }),
    refusedInput: () => ({ imgOn: '2020-01-01', ncgOn: '2020-01-01' }),
  },
  answerJointInspection: { ...partner, about: 'inspection' },
  withdrawJointInspection: { ...partner, about: 'inspection' },
  recordJointInspectionReply: { ...partner, about: 'inspection' },
  recordJointInspectionResult: { ...partner, about: 'inspection' },
  // The resident was not asked for a wish at this address.
  proposeIntegralPlan: { ...partner, refusedInput: () => ({}) },
  answerIntegralPlan: { ...partner, about: 'plan' },
  withdrawIntegralPlan: { ...partner, about: 'plan' },
  recordIntegralPlanResult: { ...partner, about: 'plan' },
  recordObjection: {
    may: 'img.handler',
    mayNot: 'gemeente.eemsdelta',
    refusedInput: () => ({ state: 'UPHELD' }),
  },
  breakGlass: {
    may: 'ncg.safety',
    mayNot: 'ncg.handler',
    input: () => ({ owner: 'IMG' }),
    refusedInput: () => ({ owner: 'NCG' }),
  },
  reviewEmergencyAccess: { may: 'privacy.officer', mayNot: 'img.handler', about: 'emergency' },
  releaseEmergencyAccess: { may: 'privacy.officer', mayNot: 'img.handler', about: 'emergency' },
  reportAcuteCase: {
    may: 'img.safety',
    mayNot: 'ncg.safety',
    refusedInput: () => ({ reportedAt: '2999-01-01T00:00:00Z' }),
  },
  recordAcuteCaseSafe: imgSafety,
  nominateAcuteCase: imgSafety,
  skipAcuteNomination: imgSafety,
  answerAcuteNomination: { may: 'ncg.safety', mayNot: 'img.safety', about: 'acuteCase' },
  closeAcuteCase: imgSafety,
  recordAcuteAgreement: { may: 'img.safety', mayNot: 'img.handler', about: 'acuteCase' },
  completeAcuteAgreement: { may: 'img.safety', mayNot: 'img.handler', about: 'agreement' },
  fulfilObligation: { may: 'ncg.svip', mayNot: 'ncg.handler', about: 'obligation' },
  placeLegalHold: {
    may: 'img.privacy',
    mayNot: 'img.handler',
    refusedInput: () => ({ reason: EMPTY }),
  },
  liftLegalHold: { may: 'img.privacy', mayNot: 'img.handler', about: 'hold' },
  registerSubjectAccessRequest: { ...resident, refusedInput: () => ({ receivedOn: tomorrow() }) },
  extendSubjectAccessRequest: { ...resident, about: 'accessRequest' },
  answerSubjectAccessRequest: { ...resident, about: 'accessRequest' },
  submitInformationRequest: {
    may: 'img.handler',
    mayNot: 'privacy.officer',
    input: () => ({
      kind: 'STATUS_EXCHANGE',
      purpose: 'STATUS_EXCHANGE',
      categories: ['STATUS'],
      idempotencyKey: randomUUID(),
    }),
    refusedInput: () => ({ kind: 'LINK_HANDLERS' }),
  },
  supplementInformationRequest: requester,
  withdrawInformationRequest: requester,
  closeInformationRequest: requester,
  recordInformationRequestFollowUp: { ...requester, mayNot: 'img.safety' },
  returnInformationRequest: desk,
  assessInformationRequest: desk,
  askInformationRequestConsent: desk,
  recordInformationRequestConsentReply: desk,
  forwardInformationRequest: desk,
  answerInformationRequest: { ...desk, may: 'ncg.svip' },
  assignInformationRequest: desk,
  extendInformationRequest: desk,
  revokeInformationRequest: desk,
  acknowledgeSignal: follower,
  assignSignal: follower,
  actOnSignal: follower,
  closeSignal: follower,
  markSignalNotOpportune: follower,
}
const IMG: Readonly<Record<string, Row>> = {
  registerDamageClaim: {
    may: 'img.handler',
    mayNot: 'ncg.handler',
    refusedInput: () => ({ reference: live.claim?.reference }),
  },
  advanceDamageClaim: { ...imgFile, input: () => ({ to: 'REPORTED' }) },
  assignDamageHandler: { ...imgFile, input: () => ({ handler: { ...handler, name: EMPTY } }) },
  recordAcuteSafety: { ...imgFile, input: () => ({ reportedAt: '2999-01-01T00:00:00Z' }) },
  recordStructuralDamage: { ...imgFile, input: () => ({ foundOn: tomorrow() }) },
  recordDamageOwnershipChange: { ...imgFile, input: () => ({ changedOn: tomorrow() }) },
}
const NCG: Readonly<Record<string, Row>> = {
  registerStrengtheningProject: {
    may: 'ncg.handler',
    mayNot: 'img.handler',
    refusedInput: () => ({ reference: live.project?.reference }),
  },
  advanceStrengtheningProject: { ...ncgFile, input: () => ({ to: 'S1_2' }) },
  assignStrengtheningHandler: { ...ncgFile, input: () => ({ handler: { ...handler, name: EMPTY } }) },
  recordFoundDamage: { ...ncgFile, input: () => ({ foundOn: tomorrow() }) },
  recordStrengtheningOwnershipChange: { ...ncgFile, input: () => ({ changedOn: tomorrow() }) },
}
const ROWS = { svip: SVIP, img: IMG, ncg: NCG } as const

type Subject = Given & { readonly id: string; readonly revision?: number }
/** Subjects in a state in which a step with the right revision is refused, or is refused with the input above. */
let done: Readonly<Record<string, Subject>> = {}
/** Open subjects, for steps on a wrong revision. */
let live: Readonly<Record<string, Subject>> = {}
let addressId = ''

/** How each subject is made: one on which every step is over, and an open one. */
const SUBJECTS = {
  request: async (ids: readonly string[]) => {
    const over = await requests.submit('img.handler', form(ids[0] ?? ''))
    await over.next('img.handler', 'withdraw')
    const runs = await requests.submit('img.handler', form(ids[1] ?? ''))
    return [over.request, runs.request].map(({ id, revision }) => ({ id, revision }))
  },
  signal: async (ids: readonly string[]) => {
    const found = async (id: string) => {
      await findDamage(id)
      return (await signals.list('img.handler', { filter: { addressId: id, purposes: ['COOPERATION'] } }))
        .nodes[0]
    }
    const [over, runs] = [await found(ids[0] ?? ''), await found(ids[1] ?? '')]
    return [await signals.take('img.handler', 'closeSignal', over, { result: 'CHECKED' }), runs]
  },
  acuteCase: async (ids: readonly string[]) => {
    const [over, runs] = await Promise.all(
      ids.map((id) => call('img.safety', 'reportAcuteCase', { addressId: id })),
    )
    return [await call('img.safety', 'closeAcuteCase', over), runs]
  },
  agreement: async ([first = '', second = '']: readonly string[]) => {
    const agreed = async (id: string) => {
      const { id: caseId } = await call('img.safety', 'reportAcuteCase', { addressId: id })
      const { agreements } = await call(
        'img.safety',
        'recordAcuteAgreement',
        { caseId },
        'agreements { id revision }',
      )
      return agreements[0]
    }
    const [over, runs] = [await agreed(first), await agreed(second)]
    await call('img.safety', 'completeAcuteAgreement', over)
    return [{ ...over, revision: 2 }, runs]
  },
  set: async ([id = '']: readonly string[]) => {
    const make = () =>
      call('img.svip', 'createAddressSet', { name: randomUUID(), kind: 'PILOT', purpose: 'COOPERATION' })
    const [over, runs] = [await make(), await make()]
    await call('img.svip', 'addToAddressSet', { id: over.id, addressIds: [id] }, 'set { id }')
    const closed = await call('img.svip', 'closeAddressSet', over)
    return [
      { ...closed, addressId: id, addressIds: [id] },
      { ...runs, addressId: UNKNOWN_ADDRESS, addressIds: [UNKNOWN_ADDRESS] },
    ]
  },
  consent: async ([id = '']: readonly string[]) => {
    const refused = await call('img.handler', 'refuseConsent', {
      addressId: id,
      owner: 'IMG',
      recipient: 'NCG',
      purposes: ['COOPERATION'],
    })
    return [refused, refused]
  },
  inspection: async (ids: readonly string[]) => {
    const propose = (id: string) =>
      call(
        'img.handler',
        'proposeJointInspection',
        { addressId: id, form: 'SIMULTANEOUS', imgOn: '2027-02-01', ncgOn: '2027-02-01' },
        'jointInspection { id revision }',
      )
    const [over, runs] = await Promise.all(ids.map(propose))
    return [await call('img.handler', 'withdrawJointInspection', over.jointInspection), runs.jointInspection]
  },
  plan: async (ids: readonly string[]) => {
    const propose = async (id: string) => {
      await call('img.handler', 'recordWish', { addressId: id }, 'revision')
      return await call('img.handler', 'proposeIntegralPlan', { addressId: id })
    }
    const [over, runs] = await Promise.all(ids.map(propose))
    return [await call('img.handler', 'withdrawIntegralPlan', over), runs]
  },
  emergency: async (ids: readonly string[]) => {
    const [over, runs] = await Promise.all(
      ids.map((id) => call('ncg.safety', 'breakGlass', { addressId: id, owner: 'IMG' })),
    )
    return [await call('privacy.officer', 'reviewEmergencyAccess', over), runs]
  },
  obligation: async (ids: readonly string[]) => {
    const owed = async (id: string) => {
      const consent = await call('img.handler', 'recordConsent', {
        addressId: id,
        owner: 'IMG',
        recipient: 'NCG',
        purposes: ['COOPERATION'],
        categories: ['PLANNING'],
      })
      await system.ask(`{ address(id: "${id}", purpose: COOPERATION) { damage { claims { reference } } } }`, {
        as: 'ncg.handler',
      })
      await call('img.handler', 'withdrawConsent', consent)
      const { data } = await system.ask(
        '{ obligations(filter: { recipient: NCG, state: OPEN }, first: 100) { nodes { id revision addressId } } }',
        { as: 'ncg.svip' },
      )
      return data.obligations.nodes.find((each: { addressId: string }) => each.addressId === id)
    }
    const [over, runs] = [await owed(ids[0] ?? ''), await owed(ids[1] ?? '')]
    return [await call('ncg.svip', 'fulfilObligation', over), runs]
  },
  hold: async ([id = '']: readonly string[]) => {
    const hold = await call('img.privacy', 'placeLegalHold', { addressId: id }, 'id')
    await call('img.privacy', 'liftLegalHold', hold, 'id')
    return [hold, hold]
  },
  accessRequest: async (ids: readonly string[]) => {
    const [over, runs] = await Promise.all(
      ids.map((id) => call('img.svip', 'registerSubjectAccessRequest', { addressId: id })),
    )
    return [await call('img.svip', 'answerSubjectAccessRequest', over), runs]
  },
  claim: ([id = '']: readonly string[]) => filesOf('damageClaims', 'img.handler', id),
  project: ([id = '']: readonly string[]) => filesOf('strengtheningProjects', 'ncg.handler', id),
}

const requests = requestsIn(system)
const signals = signalsIn(system)
const { findDamage } = filesIn(system)
const MUTATIONS = new Map<string, readonly [Party, MutationField]>(
  PARTIES.flatMap((party) => mutationsOf(party).map((field) => [field.name, [party, field]] as const)),
)

/** Takes a step that must succeed, as preparation of a test. */
async function call(as: string, name: string, given: Given, fields = 'id revision') {
  const [, field] = MUTATIONS.get(name) ?? []
  const document = field?.document.replace('__typename', fields) ?? ''
  const { data, errors } = await system.ask(document, { as, variables: field?.variables(given) ?? {} })
  expect([name, errors]).toEqual([name, []])
  return data[name]
}

async function filesOf(list: string, as: string, id: string): Promise<readonly Subject[]> {
  const { data } = await system.ask(
    `{ ${list}(filter: { addressId: "${id}" }) { nodes { id revision reference } } }`,
    { as },
  )
  const [file] = data[list].nodes
  return [file, file]
}

beforeAll(async () => {
  const names = Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[]
  const ids = addressIds(
    await makeAddresses(system, 2 * names.length + 1, { safe: true }),
    2 * names.length + 1,
  )
  addressId = ids.at(-1) ?? ''
  for (const [index, name] of names.entries()) {
    const [over, runs] = await SUBJECTS[name](ids.slice(2 * index, 2 * index + 2))
    done = { ...done, [name]: over }
    live = { ...live, [name]: runs }
  }
}, 120_000)

test('the table has every mutation of the schemas and no other', () => {
  for (const party of PARTIES)
    expect(Object.keys(ROWS[party]).sort()).toEqual(
      mutationsOf(party)
        .map(({ name }) => name)
        .sort(),
    )
})

describe('a refused mutation leaves a refusal and no line of a change', () => {
  const made: { readonly what: string; readonly party: Party; readonly trace: string }[] = []

  const notRefused: { readonly what: string; readonly codes: readonly string[] }[] = []

  const attempt = async (party: Party, field: MutationField, as: string, why: string, given: Given) => {
    const { trace, headers } = newTrace()
    const what = `${field.name} by ${as}: ${why}`
    const { errors } = await system.ask(field.document, {
      at: party,
      as,
      headers,
      variables: field.variables(given),
    })
    const codes = errors.map(({ extensions }) => extensions.code)
    if (codes.length !== 1 || !REFUSED.includes(codes[0] ?? '')) notRefused.push({ what, codes })
    made.push({ what, party, trace })
  }

  test.each(PARTIES)(
    'of %s: by a wrong caller, on an unknown subject, after its time, on an old revision',
    async (party) => {
      for (const field of mutationsOf(party)) {
        const {
          may,
          mayNot,
          about,
          input = () => ({}),
          refusedInput,
          revised = true,
        } = ROWS[party][field.name] ?? ({} as Row)
        const new_ = {
          id: randomUUID(),
          caseId: randomUUID(),
          revision: 1,
          addressId: UNKNOWN_ADDRESS,
          ...input(),
        }
        await attempt(party, field, mayNot, 'role', new_)
        const isAbout = JSON.stringify(field.variables(new_)).includes(UNKNOWN_ADDRESS)
        if (about || (party === 'svip' && isAbout)) await attempt(party, field, may, 'unknown', new_)
        if (about) {
          const [over, runs] = [done[about], live[about]]
          const ofCase = about === 'acuteCase' ? { caseId: over?.id } : {}
          await attempt(party, field, may, 'state', { ...over, ...ofCase, ...input() })
          if (runs !== over && revised)
            await attempt(party, field, may, 'stale', { ...over, ...input(), id: runs?.id, revision: 99 })
        }
        if (refusedInput)
          await attempt(party, field, may, 'input', { addressId, revision: 1, ...input(), ...refusedInput() })
      }
    },
    120_000,
  )

  test('and each of them is on record as a refusal', async () => {
    expect(notRefused).toEqual([])
    expect(made.length).toBeGreaterThan(150)
    const lines = new Map<string, string[]>()
    for (const party of PARTIES)
      for (const line of await linesOf(party)) {
        const key = `${party} ${line.trace_id}`
        lines.set(key, [...(lines.get(key) ?? []), refusalOf(line) ? 'refused' : `says: ${line.name}`])
      }
    const wrong = made.flatMap(({ what, party, trace }) => {
      const found = lines.get(`${party} ${trace}`) ?? []
      return found.length > 0 && found.every((each) => each === 'refused') ? [] : [{ what, found }]
    })
    expect(wrong).toEqual([])
  })
})
