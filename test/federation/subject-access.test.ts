import { beforeEach, describe, expect, test } from '@jest/globals'
import { extractText, getDocumentProxy } from 'unpdf'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { dueOn, extendedDueOn } from '../../subgraphs/svip/modules/resident/term.ts'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const FIELDS = `id revision state receivedOn dueOn overdue channel evidence registeredBy extendedAt extensionReason answeredOn outcome
  answerChannel answerEvidence refusalReason address { id street }`
const REGISTER = `mutation($input: RegisterSubjectAccessRequestInput!) { registerSubjectAccessRequest(input: $input) { ${FIELDS} } }`
const EXTEND = `mutation($input: ExtendSubjectAccessRequestInput!) { extendSubjectAccessRequest(input: $input) { ${FIELDS} } }`
const ANSWER = `mutation($input: AnswerSubjectAccessRequestInput!) { answerSubjectAccessRequest(input: $input) { ${FIELDS} } }`
const LIST = `query($filter: SubjectAccessRequestFilter) { subjectAccessRequests(filter: $filter) { totalCount nodes { ${FIELDS} } } }`
const EXPORT = `query($id: ID!) { subjectAccessRequest(id: $id) { export { schemaVersion generatedAt json pdf } } }`

const daysAgo = (days: number): string => addDays(dutchDay(new Date()), -days)

let addressId: string
beforeEach(async () => {
  addressId = await makeAddress(system)
})

const register = (changes: Record<string, unknown> = {}, as = 'img.svip') =>
  system.ask(REGISTER, {
    as,
    variables: {
      input: { addressId, receivedOn: daysAgo(3), channel: 'LETTER', evidence: 'brief-1', ...changes },
    },
  })
const registered = async (changes: Record<string, unknown> = {}, as = 'img.svip') => {
  const { data, errors } = await register(changes, as)
  expect(errors).toEqual([])
  return data.registerSubjectAccessRequest
}
const listed = async (as: string, filter: Record<string, unknown> = {}) => {
  const { data } = await system.ask(LIST, { as, variables: { filter: { addressId, ...filter } } })
  return data.subjectAccessRequests
}

describe('a request of a resident to see their own data', () => {
  test('is registered, extended and answered, with its term', async () => {
    const request = await registered()
    expect(request).toMatchObject({
      revision: 1,
      state: 'OPEN',
      overdue: false,
      dueOn: dueOn(daysAgo(3)),
      registeredBy: 'IMG',
      address: { id: addressId, street: 'Proefstraat' },
      outcome: null,
    })
    const extended = await system.ask(EXTEND, {
      as: 'img.svip',
      variables: { input: { id: request.id, revision: 1, reason: 'Er zijn veel verzoeken tegelijk.' } },
    })
    expect(extended.data.extendSubjectAccessRequest).toMatchObject({
      revision: 2,
      dueOn: extendedDueOn(daysAgo(3), 2),
      extensionReason: 'Er zijn veel verzoeken tegelijk.',
    })
    const answered = await system.ask(ANSWER, {
      as: 'img.svip',
      variables: {
        input: {
          id: request.id,
          revision: 2,
          answeredOn: daysAgo(0),
          channel: 'VISIT',
          evidence: 'ontvangstbewijs-1',
        },
      },
    })
    expect(answered.data.answerSubjectAccessRequest).toMatchObject({
      revision: 3,
      state: 'ANSWERED',
      outcome: 'PROVIDED',
      answeredOn: daysAgo(0),
      answerChannel: 'VISIT',
      answerEvidence: 'ontvangstbewijs-1',
    })
    const again = await system.ask(ANSWER, {
      as: 'img.svip',
      variables: {
        input: { id: request.id, revision: 3, answeredOn: daysAgo(0), channel: 'VISIT', evidence: 'x' },
      },
    })
    expect(again.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }])
  })

  test('sent twice is one request; another one with the same evidence is a conflict', async () => {
    const [first, second] = await Promise.all([registered(), registered()])
    expect(second.id).toBe(first.id)
    expect((await register({ receivedOn: daysAgo(4) })).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' } },
    ])
    expect((await listed('img.svip')).totalCount).toBe(1)
  })

  test('of two concurrent changes by officers the second is a conflict', async () => {
    const { id } = await registered()
    const extend = (reason: string) =>
      system.ask(EXTEND, { as: 'img.svip', variables: { input: { id, revision: 1, months: 1, reason } } })
    const answers = await Promise.all([extend('een'), extend('twee')])
    const errors = answers.flatMap((answer) => answer.errors)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('intussen gewijzigd'), extensions: { code: 'CONFLICT' } },
    ])
  })

  test('that is overdue is on top and counts as overdue, and can no longer be extended', async () => {
    const late = await registered({ receivedOn: daysAgo(70), evidence: 'brief-laat' })
    await registered()
    expect(late).toMatchObject({ overdue: true })
    const { nodes } = await listed('img.svip')
    expect(nodes.map(({ evidence }: { evidence: string }) => evidence)).toEqual(['brief-laat', 'brief-1'])
    expect((await listed('img.svip', { overdue: true })).totalCount).toBe(1)
    expect((await listed('img.svip', { overdue: false, state: 'OPEN' })).totalCount).toBe(1)
    const { errors } = await system.ask(EXTEND, {
      as: 'img.svip',
      variables: { input: { id: late.id, revision: 1, reason: 'druk' } },
    })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('eerste maand is voorbij'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test.each([
    ['with a future date', { receivedOn: '2999-01-01' }, 'toekomst'],
    ['without evidence', { evidence: ' ' }, 'evidence'],
    ['about an unknown address', { addressId: '0014209999999999' }, 'niet bekend'],
    ['about an invalid address', { addressId: 'Hoofdstraat 1' }, '16 cijfers'],
  ])('%s is refused with what to change', async (_name, changes, message) => {
    const { errors } = await register(changes)
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ])
    expect((await listed('img.svip')).totalCount).toBe(0)
  })
})

describe('the overview', () => {
  const record = async () => {
    await system.ask(
      'query($id: ID!) { address(id: $id, purpose: COOPERATION) { otherSide { img { phase } } damage { claims { reference } } } }',
      { as: 'ncg.handler', variables: { id: addressId } },
    )
    await system.ask(
      'mutation($id: ID!) { recordWish(input: { addressId: $id, integralApproach: true, channel: VISIT, evidence: "verslag-4" }) { id } }',
      { as: 'ncg.handler', variables: { id: addressId } },
    )
  }
  const make = async (as: string, id: string) => {
    const { data, errors } = await system.ask(EXPORT, { as, variables: { id } })
    expect(errors).toEqual([])
    const { json, pdf, ...rest } = data.subjectAccessRequest.export
    const document = await getDocumentProxy(new Uint8Array(Buffer.from(pdf, 'base64')))
    const { text } = await extractText(document, { mergePages: true })
    return { ...rest, overview: JSON.parse(json), text: text.replaceAll(/\s+/g, ' ') }
  }

  test('has what the SVIP has at this moment, as data and as a readable document', async () => {
    await record()
    const { id } = await registered({}, 'privacy.officer')
    const { schemaVersion, generatedAt, overview, text } = await make('privacy.officer', id)
    expect(overview).toMatchObject({
      schemaVersion,
      generatedAt,
      addressId,
      complete: true,
      tracks: [{ owner: 'IMG' }, { owner: 'NCG' }],
      wishes: [{ integralApproach: true, recordedBy: 'NCG', evidence: 'verslag-4' }],
      disclosures: { recipients: ['de NCG'] },
      subjectAccessRequests: [{ id, evidence: 'brief-1' }],
    })
    expect(overview.disclosures.disclosures[0]).toMatchObject({
      kind: 'SHARED',
      owner: 'IMG',
      recipientName: 'de NCG',
      purpose: 'COOPERATION',
    })
    // Also that the overview itself was made.
    expect(overview.processing.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Register van beide kanten getoond', 'Inzageoverzicht gemaakt']),
    )
    expect(text).toContain('Proefstraat 1,')
    expect(text).toContain('Van het IMG aan de NCG (bewonersbegeleider).')
    expect(text).toContain('Dit overzicht is volledig.')
  })

  test('names no employee, and has no contents of the agencies’ files', async () => {
    await record()
    const { id } = await registered({}, 'privacy.officer')
    const { overview, text } = await make('privacy.officer', id)
    const everything = JSON.stringify(overview) + text
    for (const { id: subject, name } of PERSONAS) {
      expect(everything).not.toContain(subject)
      expect(everything).not.toContain(name)
    }
    expect(everything).not.toMatch(/samenloop-dev|ncg-eemsdelta|GEHEIM|Proef Behandelaar|Proef Begeleider/)
  })

  test('of an agency has its own part and says where the rest is', async () => {
    await record()
    const { id } = await registered()
    const { overview, text } = await make('img.svip', id)
    expect(overview).toMatchObject({
      complete: false,
      onlyAbout: 'IMG',
      tracks: [{ owner: 'IMG' }],
      wishes: [],
    })
    expect(text).toContain('Vraag het aan de functionaris gegevensbescherming van het SVIP.')
  })

  test('is made once per operation: aliases do not multiply the work', async () => {
    const { id } = await registered()
    const { data, errors } = await system.ask(
      `query($id: ID!) { a: subjectAccessRequest(id: $id) { export { json } } b: subjectAccessRequest(id: $id) { export { json } } }`,
      { as: 'img.svip', variables: { id } },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COMPLEX' } }])
    expect([data.a, data.b].filter((each) => each === null)).toHaveLength(1)
  })
})
