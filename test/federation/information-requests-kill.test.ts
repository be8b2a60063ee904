import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ExportLine } from '../../kernel/records/log/export.ts'
import { verifyLogs } from '../../kernel/records/log/verify.ts'
import { addressIds, makeAddresses } from '../support/addresses.ts'
import {
  avgTest,
  buddies,
  form,
  linking,
  type Request,
  reply,
  requestsIn,
  type StepName,
} from '../support/information-requests.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

/** Its own system, because its SVIP is killed while requests are handled. */
let system: TestSystem
let user: ReturnType<typeof client>
let addresses: readonly string[]

const WORKERS = 6
const ROUNDS = 5

beforeAll(async () => {
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-requests-')), {
    world: false,
    environment: { SUBGRAPH_TIMEOUT_MS: '1500', SEAL_EVERY_SECONDS: '1' },
  })
  user = client(system.layout)
  addresses = addressIds(await makeAddresses(user, 100), 100)
})
afterAll(async () => {
  await system?.remove()
})

/** The longest life cycle: with a consent and a link. */
const LIFE: readonly (readonly [step: StepName, action: string, as: string, more: object])[] = [
  ['assess', 'ASSESS', 'img.svip', { test: avgTest() }],
  ['askConsent', 'ASK_CONSENT', 'img.svip', { categories: ['PLANNING'] }],
  ['recordReply', 'RECORD_CONSENT_REPLY', 'img.svip', reply(true)],
  ['forward', 'FORWARD', 'img.svip', {}],
  ['answer', 'ANSWER', 'ncg.svip', { granted: ['HANDLER', 'PLANNING'] }],
  ['followUp', 'RECORD_FOLLOW_UP', 'ncg.svip', { remarks: 'Gekoppeld.', ...buddies }],
  ['revoke', 'REVOKE', 'ncg.svip', { reason: 'Niet meer nodig.' }],
  ['close', 'CLOSE', 'img.handler', {}],
]

/** A request as its clients know it: what they sent, and the last revision that they received. */
type Known = { readonly input: ReturnType<typeof form>; id: string | null; told: number; unsure: boolean }

async function kill(): Promise<void> {
  const child = system.processes.get('svip')
  const ended = new Promise((resolve) => child?.once('exit', resolve))
  child?.kill('SIGKILL')
  await ended
}

/** Handles requests until something fails, as happens when the SVIP is killed. */
async function work(addressIds: readonly string[], stopped: () => boolean): Promise<Known[]> {
  const { send } = requestsIn(user)
  const known: Known[] = []
  for (const addressId of addressIds) {
    const one: Known = { input: form(addressId, linking), id: null, told: 0, unsure: true }
    known.push(one)
    const submitted = await send('img.handler', 'submit', one.input)
    if (!submitted.data) return known
    one.id = submitted.data.step.id
    one.told = 1
    for (const [step, , as, more] of LIFE) {
      if (stopped()) break
      const { data } = await send(as, step, { id: one.id, revision: one.told, ...more })
      if (!data) return known
      one.told = data.step.revision
    }
    one.unsure = false
    if (stopped()) return known
  }
  return known
}

describe('when the SVIP is killed while requests go through their life cycle', () => {
  test('each is in the old or the new state, with all its changes, and can continue to its end', async () => {
    const { read, take } = requestsIn(user)
    const all: Known[] = []
    let unsure = 0
    for (let round = 0; round < ROUNDS; round++) {
      let stop = false
      const part = addresses.slice(
        (round * addresses.length) / ROUNDS,
        ((round + 1) * addresses.length) / ROUNDS,
      )
      const workers = Array.from({ length: WORKERS }, (_, worker) =>
        work(
          part.filter((_, index) => index % WORKERS === worker),
          () => stop,
        ),
      )
      // Later in each round, so that the last steps are interrupted too.
      await new Promise((resolve) => setTimeout(resolve, 200 + 400 * round + 400 * Math.random()))
      await kill()
      stop = true
      const known = (await Promise.all(workers)).flat()
      await system.start('svip')
      unsure += known.filter((one) => one.unsure).length
      all.push(...known)

      for (const one of known) {
        // The retry returns the existing request, or makes the one that was never stored.
        const again: Request = await take('img.handler', 'submit', one.input)
        one.id ??= again.id
        expect(again.id).toBe(one.id)
        const request: Request = await read('privacy.officer', again.id)
        const { steps, revision } = request
        const actions = steps.map(({ action }: Request) => action)
        expect(steps.map((step: Request) => step.revision)).toEqual(
          steps.map((_: Request, index: number) => index + 1),
        )
        expect(actions).toEqual(['SUBMIT', ...LIFE.map(([, action]) => action)].slice(0, revision))
        expect(request.state).toBe(steps.at(-1).to)
        // A step that was answered is never lost; one without an answer may have happened, once.
        expect(revision).toBeGreaterThanOrEqual(one.told)
        expect(revision).toBeLessThanOrEqual(Math.max(one.told, 1) + (one.unsure ? 1 : 0))
        // The changes of a step exist when the step does, and not before.
        expect(await consentsAt(one.input.addressId)).toEqual(
          actions.includes('RECORD_CONSENT_REPLY') ? [request.consent.consentId] : [],
        )
        expect(request.buddyLink).toEqual(actions.includes('RECORD_FOLLOW_UP') ? buddies : null)
        expect(request.answer?.revokedAt ?? null).toEqual(
          actions.includes('REVOKE') ? expect.any(String) : null,
        )
      }
      // And the work continues where it was.
      for (const one of known.filter(({ unsure: was }) => was)) {
        let request: Request = await read('privacy.officer', one.id ?? '')
        for (const [step, , as, more] of LIFE.slice(request.revision - 1))
          request = await take(as, step, { id: request.id, revision: request.revision, ...more })
        expect(request.state).toBe('CLOSED')
      }
    }
    expect(unsure).toBeGreaterThan(ROUNDS)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)

    const { data } = await user.ask('{ informationRequests(first: 1) { totalCount } }', {
      as: 'privacy.officer',
    })
    expect(data.informationRequests.totalCount).toBe(all.length)
    const lines = []
    for (const party of ['img', 'ncg', 'svip'] as const) lines.push(...(await user.log(party)))
    expect((await verifyLogs(lines as ExportLine[])).problems).toEqual([])
  })
})

async function consentsAt(addressId: string): Promise<readonly string[]> {
  const { data, errors } = await user.ask('query($id: ID!) { address(id: $id) { consents { id state } } }', {
    as: 'privacy.officer',
    variables: { id: addressId },
  })
  expect(errors).toEqual([])
  return data.address.consents.map(({ id }: { id: string }) => id)
}
