import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import type { Answer, Ask, client } from './system.ts'

/** Helpers for the life cycle of information requests. */

/** The mutations of the steps, by a short name. */
export const STEPS = {
  submit: 'submitInformationRequest',
  supplement: 'supplementInformationRequest',
  withdraw: 'withdrawInformationRequest',
  return: 'returnInformationRequest',
  assess: 'assessInformationRequest',
  askConsent: 'askInformationRequestConsent',
  recordReply: 'recordInformationRequestConsentReply',
  forward: 'forwardInformationRequest',
  answer: 'answerInformationRequest',
  followUp: 'recordInformationRequestFollowUp',
  close: 'closeInformationRequest',
  assign: 'assignInformationRequest',
  extend: 'extendInformationRequest',
  revoke: 'revokeInformationRequest',
} as const
export type StepName = keyof typeof STEPS

/** All fields of a request; a field that the caller may not see is `null`. */
export const REQUEST = `fragment Request on InformationRequest {
  id number kind revision owner purpose state place overdue dueOn endedAt actions whatNow categories neededCategories necessity
  requestedBy municipality requester assignee assessingDesk assessment { question passes reason }
  proposal { outcome categories { category road explanation } } consent { reply form consentId categories }
  answer { outcome reason answeredBy categories onConsent until open revokedAt } followUp { remarks priorityDecision decidedOn }
  buddyLink { imgHandler { name phone } ncgHandler { name email } }
  steps { revision action from to organisation role employee at reason } }`

/** A persona by name, or a caller with a token. */
export type Who = string | Pick<Ask, 'as' | 'token' | 'at' | 'headers'>
// biome-ignore lint/suspicious/noExplicitAny: tests assert on answers of any form.
export type Request = any
export type Refusal = { readonly code: string | undefined; readonly message: string | undefined }

const answerTo = (passes: boolean, reason: string) => ({ passes, reason })
/** A passed AVG test; `failing` names the questions that fail. */
export const avgTest = (...failing: readonly string[]) =>
  Object.fromEntries(
    ['purposeFits', 'necessity', 'proportionality', 'subsidiarity', 'legalBasis', 'dataMinimised'].map(
      (question) => [
        question,
        failing.includes(question) ? answerTo(false, `Nee: ${question}.`) : answerTo(true, 'Ja.'),
      ],
    ),
  )

/** A valid form. */
export const form = (addressId: string, changes: object = {}) => ({
  addressId,
  kind: 'STATUS_EXCHANGE',
  purpose: 'STATUS_EXCHANGE',
  categories: ['STATUS', 'PLANNING'],
  necessity: 'De bewoner vraagt wanneer de versterking begint; dat bepaalt wanneer wij komen.',
  idempotencyKey: randomUUID(),
  ...changes,
})

export const linking = { kind: 'LINK_HANDLERS', purpose: 'COOPERATION', categories: ['HANDLER', 'PLANNING'] }
export const speedingUp = {
  kind: 'ACCELERATION',
  purpose: 'ACCELERATION',
  categories: ['STATUS', 'PLANNING'],
}
export const buddies = {
  imgHandler: { name: 'Buddy van het IMG', phone: '050-1234567' },
  ncgHandler: { name: 'Buddy van de NCG', email: 'buddy@ncg.example' },
}
export const reply = (given: boolean) => ({
  given,
  givenBy: 'OWNER',
  channel: 'FORM',
  evidence: 'toestemmingsformulier-12',
})

/** Takes steps of requests in a system. */
export function requestsIn(system: ReturnType<typeof client>) {
  const asker = (who: Who): Pick<Ask, 'as' | 'token' | 'at' | 'headers'> =>
    typeof who === 'string' ? { as: who } : who

  const send = (who: Who, name: StepName, input: object): Promise<Answer> => {
    const mutation = STEPS[name]
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    return system.ask(
      `mutation($input: ${type}!) { step: ${mutation}(input: $input) { ...Request } } ${REQUEST}`,
      { ...asker(who), variables: { input } },
    )
  }

  /** Takes a step and returns the request as the caller sees it then. */
  async function take(who: Who, name: StepName, input: object): Promise<Request> {
    const { data, errors } = await send(who, name, input)
    expect(errors).toEqual([])
    return data.step
  }

  /** Tries a step that must be refused. */
  async function refusal(who: Who, name: StepName, input: object): Promise<Refusal> {
    const { data, errors } = await send(who, name, input)
    expect(data?.step ?? null).toBeNull()
    expect(errors).toHaveLength(1)
    return { code: errors[0]?.extensions.code, message: errors[0]?.message }
  }

  async function read(who: Who, id: string): Promise<Request> {
    const { data, errors } = await system.ask(
      `query($id: ID!) { informationRequest(id: $id) { ...Request } } ${REQUEST}`,
      { ...asker(who), variables: { id } },
    )
    expect(errors).toEqual([])
    return data.informationRequest
  }

  /** Submits a form and follows the request: each next step uses the revision that its caller saw last. */
  async function submit(who: Who, input: object) {
    let request = await take(who, 'submit', input)
    const versioned = (more: object) => ({ id: request.id, revision: request.revision, ...more })
    return {
      id: request.id as string,
      get request(): Request {
        return request
      },
      async next(maker: Who, name: StepName, more: object = {}): Promise<Request> {
        request = await take(maker, name, versioned(more))
        return request
      },
      refusal: (maker: Who, name: StepName, more: object = {}) => refusal(maker, name, versioned(more)),
      read: (reader: Who) => read(reader, request.id),
    }
  }

  /** Submits a form that the assessing desk accepts and forwards to the other desk. */
  async function forwarded(who: Who, desk: Who, input: object) {
    const life = await submit(who, input)
    await life.next(desk, 'assess', { test: avgTest() })
    await life.next(desk, 'forward')
    return life
  }

  /** What a caller reads of an owner's data at an address, through the unified query. */
  async function opened(who: Who, addressId: string, purpose: string, owner: 'damage' | 'strengthening') {
    const { data, errors } = await system.ask(
      `query($id: ID!) { address(id: $id) { ${owner} { categories } } }`,
      { ...asker(who), purpose, variables: { id: addressId } },
    )
    expect(errors).toEqual([])
    return (data.address[owner]?.categories ?? []) as string[]
  }

  return { send, take, refusal, read, submit, forwarded, opened }
}
