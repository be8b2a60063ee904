import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { addressIds, makeAddress, makeAddresses } from '../support/addresses.ts'
import { avgTest, form, linking, type Request, reply, requestsIn } from '../support/information-requests.ts'
import { errorsOf, post, system } from './attacker.ts'

/** All texts in an information request, and in a search for one. */

const { submit, forwarded, refusal, send } = requestsIn(system)

let addressId: string
const states: Record<'forwarded' | 'granted', { id: string; revision: number }> = {
  forwarded: { id: '', revision: 0 },
  granted: { id: '', revision: 0 },
}
beforeAll(async () => {
  const [one = '', two = ''] = addressIds(await makeAddresses(system, 2), 2)
  addressId = one
  states.forwarded = (await forwarded('img.handler', 'img.svip', form(one))).request
  const granted = await forwarded('img.handler', 'img.svip', form(two, linking))
  states.granted = await granted.next('ncg.svip', 'answer', { granted: ['HANDLER', 'PLANNING'] })
})
const versioned = ({ id, revision }: { id: string; revision: number }) => ({ id, revision })

describe('text with a special meaning to software', () => {
  const HOSTILE = [
    "'; drop table information_request cascade; --",
    "' or '1'='1",
    '$1 $' + '{jndi:ldap://127.0.0.1/x}',
    '<script>alert(1)</script>',
    '\u001b[31mrood\u202e',
    '"}, "state": "CLOSED", {"',
    '__proto__ constructor toString',
    '%_\\',
    '\r\nset-cookie: a=b',
  ]
  const pad = (text: string) => `${text} ${'—'.repeat(20)}`

  test('is stored to the letter, in every field, and has no effect', async () => {
    for (const text of HOSTILE) {
      const life = await submit(
        'img.handler',
        form(await makeAddress(system), {
          ...linking,
          necessity: pad(text),
          idempotencyKey: `${text}${randomUUID()}`.trim(),
        }),
      )
      expect(life.request.necessity).toBe(pad(text).trim())
      await life.next('img.svip', 'assign', { employee: text })
      expect(life.request.assignee).toBe(text.trim())
      await life.next('img.svip', 'return', { reason: text })
      await life.next('img.handler', 'supplement', { necessity: pad(text) })
      const test6 = { ...avgTest(), necessity: { passes: true, reason: text } }
      await life.next('img.svip', 'assess', { test: test6 })
      expect(life.request.assessment[1].reason).toBe(text.trim())
      await life.next('img.svip', 'askConsent', { categories: ['PLANNING'] })
      await life.next('img.svip', 'recordReply', { ...reply(true), evidence: text })
      await life.next('img.svip', 'forward', { remarks: text })
      await life.next('ncg.svip', 'answer', { granted: ['HANDLER'], reason: text })
      const handler = { name: text, phone: text, email: text }
      await life.next('ncg.svip', 'followUp', { remarks: text, imgHandler: handler, ncgHandler: handler })
      expect(life.request.buddyLink.imgHandler.name).toBe(text.trim())
      await life.next('ncg.svip', 'revoke', { reason: text })
      await life.next('img.handler', 'close')
      expect(
        life.request.steps.filter(({ reason }: Request) => reason === text.trim()).length,
      ).toBeGreaterThan(4)
    }
  })

  test.each([
    ...HOSTILE,
    '\u0000',
    'a\u0000b',
    '\ud800',
    'a'.repeat(20_000),
    '"',
    "'",
    '-',
    'or',
    '()',
    ':*',
    '&|!<->',
  ])('finds nothing of others and breaks nothing in a search: %j', async (text) => {
    for (const filter of [{ search: text }, { assignee: text }, { addressId: text }]) {
      const received = await post(
        'gateway',
        'query($filter: InformationRequestFilter) { informationRequests(filter: $filter) { totalCount nodes { id } } }',
        { as: 'gemeente.groningen', variables: { filter } },
      )
      for (const { extensions } of errorsOf(received)) expect(extensions.code).toBe('BAD_USER_INPUT')
      if (errorsOf(received).length === 0)
        expect(JSON.parse(received.text).data.informationRequests.totalCount).toBe(0)
    }
  })

  test.each(['\u0000', `a\u0000${'b'.repeat(20)}`, `\ud800${'b'.repeat(20)}`, `${'b'.repeat(20)}\udfff`])(
    'that cannot be stored is refused, in every field: %j',
    async (text) => {
      const input = form(addressId)
      for (const changes of [{ necessity: text }, { idempotencyKey: text }, { addressId: text }])
        expect((await refusal('img.handler', 'submit', { ...input, ...changes })).code).toBe('BAD_USER_INPUT')
      for (const [step, more] of [
        ['answer', { granted: [], reason: text }],
        ['return', { reason: text }],
        ['assign', { employee: text }],
        ['extend', { reason: text, dueOn: '2026-12-24' }],
      ] as const)
        expect((await refusal('ncg.svip', step, { ...versioned(states.forwarded), ...more })).code).toBe(
          'BAD_USER_INPUT',
        )
      const made = await send('ncg.svip', 'followUp', {
        ...versioned(states.granted),
        remarks: 'x',
        imgHandler: { name: text },
        ncgHandler: { name: text },
      })
      expect(made.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    },
  )
})
