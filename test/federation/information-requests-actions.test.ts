import { describe, expect, test } from '@jest/globals'
import { PERSONAS } from '../../dev/identity/personas.ts'
import { makeAddress } from '../support/addresses.ts'
import {
  avgTest,
  buddies,
  form,
  linking,
  reply,
  requestsIn,
  STEPS,
  type StepName,
  speedingUp,
} from '../support/information-requests.ts'
import { client } from '../support/system.ts'

/** The actions that a request returns are exactly the steps that the caller can take, in every state and for every person. */

const system = client()
const { submit, send } = requestsIn(system)

/** The step of each action, with valid input where one is possible. */
const ACTIONS: Readonly<Record<string, readonly [step: StepName, input: object]>> = {
  SUPPLEMENT: ['supplement', { necessity: 'Om de afspraak met de bewoner te kunnen maken.' }],
  WITHDRAW: ['withdraw', {}],
  RETURN: ['return', { reason: 'Waarover gaat het?' }],
  ASSESS: ['assess', { test: avgTest() }],
  ASK_CONSENT: ['askConsent', { categories: ['PLANNING'] }],
  RECORD_CONSENT_REPLY: ['recordReply', reply(true)],
  FORWARD: ['forward', {}],
  ANSWER: ['answer', { granted: ['PLANNING'], reason: 'De rest is niet nodig.' }],
  RECORD_FOLLOW_UP: ['followUp', { remarks: 'Gedaan.' }],
  CLOSE: ['close', {}],
  ASSIGN: ['assign', {}],
  EXTEND_DEADLINE: ['extend', { reason: 'Drukte.', dueOn: '2026-12-01' }],
  REVOKE: ['revoke', { reason: 'Niet meer nodig.' }],
}

const WAY: readonly (readonly [as: 'requester' | 'desk' | 'owner' | 'follower', action: string])[] = [
  ['desk', 'ASSIGN'],
  ['desk', 'RETURN'],
  ['requester', 'SUPPLEMENT'],
  ['desk', 'ASSESS'],
  ['desk', 'ASK_CONSENT'],
  ['desk', 'RECORD_CONSENT_REPLY'],
  ['desk', 'FORWARD'],
  ['owner', 'ANSWER'],
  ['follower', 'RECORD_FOLLOW_UP'],
  ['owner', 'REVOKE'],
  ['requester', 'CLOSE'],
]

describe('the actions of a request', () => {
  test.each([
    ['img.handler', 'img.svip', 'ncg.svip', 'img.handler', {}, {}],
    ['img.handler', 'img.svip', 'ncg.svip', 'ncg.svip', linking, buddies],
    ['ncg.handler', 'ncg.svip', 'img.svip', 'img.priority', speedingUp, { priorityDecision: 'NOT_POSSIBLE' }],
  ] as const)(
    'are the possible steps: submitted by %s, assessed by %s, answered by %s, followed up by %s',
    async (requester, desk, owner, follower, changes, followUp) => {
      expect(Object.keys(ACTIONS)).toHaveLength(Object.keys(STEPS).length - 1)
      const people = { requester, desk, owner, follower }
      const life = await submit(requester, form(await makeAddress(system), changes))
      let tried = 0
      for (const [by, action] of WAY) {
        for (const { id: as } of PERSONAS) {
          const seen = await life.read(as)
          // A caller who does not see the request can do nothing in any state, so one check is enough.
          if (!seen && life.request.revision > 1) continue
          for (const [name, [step, input]] of Object.entries(ACTIONS)) {
            if (seen?.actions.includes(name)) continue
            tried++
            const { data, errors } = await send(as, step, {
              id: life.id,
              revision: life.request.revision,
              ...input,
              ...(name === 'RECORD_FOLLOW_UP' ? followUp : {}),
            })
            expect([as, name, data?.step?.state ?? null]).toEqual([as, name, null])
            expect(['FORBIDDEN', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions.code)
          }
        }
        expect((await life.read(people[by])).actions).toContain(action)
        const [step, input] = ACTIONS[action] ?? ['close', {}]
        await life.next(people[by], step, { ...input, ...(step === 'followUp' ? followUp : {}) })
      }
      expect(life.request).toMatchObject({ state: 'CLOSED', revision: WAY.length + 1 })
      expect(tried).toBeGreaterThan(400)
    },
    120_000,
  )
})
