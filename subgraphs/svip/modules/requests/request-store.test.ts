import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { aNewRequest, JAN } from '../../../../test/support/svip/requests.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import { linkHandlers } from '../cooperation/steps.ts'
import { createRequestStore, type NewRequest, type RequestStore, type Step } from './request-store.ts'
import type { InformationRequestRow } from './tables.ts'

/** The guarantees of the store for one request: it is submitted once, steps are complete, and it opens what was granted. */

const SUPERVISOR = someone('SVIP', 'privacy_officer')
const requester = someone('IMG', 'case_handler', { subject: 'jan', team: 'noord' })
const assessed = (changes: Partial<InformationRequestRow> = {}): Step => ({
  action: 'ASSESS',
  actor: { subject: 'anna', organisation: 'IMG', role: 'svip_officer' },
  reason: null,
  changes: { state: 'ASSESSED', assessors: ['anna'], ...changes },
})

for (const [name, open] of DATABASES) {
  describe(`requests on ${name}`, () => {
    let svip: SvipUnderTest
    let store: RequestStore
    let address: string
    beforeAll(async () => {
      svip = await openSvip(open)
      store = createRequestStore(svip.db, svip.now)
    })
    beforeEach(async () => {
      address = await svip.address()
      svip.pass(1000)
    })
    afterAll(() => svip.close())

    const submit = (changes: Partial<NewRequest> = {}) => store.submit(aNewRequest(address, changes), JAN)
    const rows = () => svip.db.selectFrom('information_request').selectAll().where('address_id', '=', address)

    describe('submitting', () => {
      test('stores the input, with a number, its first step and nothing else', async () => {
        const asked = aNewRequest(address)
        const row = await store.submit(asked, JAN)
        expect(row).toMatchObject({
          ...asked,
          revision: 1,
          number: expect.stringMatching(/^SVIP-2026-\d{6,}$/),
        })
        expect(await store.find(row.id, requester)).toMatchObject(row)
        expect(await store.stepsOf([row.id])).toEqual([
          {
            request_id: row.id,
            revision: 1,
            action: 'SUBMIT',
            from_state: null,
            to_state: 'SUBMITTED',
            ...JAN,
            at: svip.now().toISOString(),
            reason: null,
          },
        ])
      })

      test('numbers by the calendar of the Netherlands', async () => {
        const row = await submit({ submitted_at: '2026-12-31T23:30:00.000Z' })
        expect(row.number).toMatch(/^SVIP-2027-/)
      })

      test('twice with one key is one request, however far it has come', async () => {
        const asked = aNewRequest(address)
        const first = await store.submit(asked, JAN)
        expect(await store.submit(asked, JAN)).toMatchObject({ id: first.id, revision: 1 })
        await store.step(first, assessed({ needed_categories: ['STATUS'], necessity: 'Aangevuld.' }))
        expect(await store.submit(asked, JAN)).toMatchObject({ id: first.id, revision: 2, state: 'ASSESSED' })
        expect(await rows().execute()).toHaveLength(1)
        expect(await store.stepsOf([first.id])).toHaveLength(2)
      })

      test('ten times at once with one key is one request', async () => {
        const asked = aNewRequest(address)
        const all = await Promise.all(Array.from({ length: 10 }, () => store.submit(asked, JAN)))
        expect(new Set(all.map(({ id }) => id)).size).toBe(1)
        expect(await store.stepsOf(all.map(({ id }) => id))).toHaveLength(1)
      })

      test('another request with the same key is a conflict, also concurrently, and stores nothing', async () => {
        const asked = aNewRequest(address)
        const other = { ...asked, submission: 'y' }
        const both = await Promise.allSettled([store.submit(asked, JAN), store.submit(other, JAN)])
        expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
        await expect(store.submit({ ...asked, submission: 'z' }, JAN)).rejects.toMatchObject({
          code: 'CONFLICT',
          message: expect.stringContaining('idempotencyKey'),
        })
        expect(await rows().execute()).toHaveLength(1)
      })

      test('with the key of another requester is a separate request', async () => {
        const asked = aNewRequest(address)
        const first = await store.submit(asked, JAN)
        const second = await store.submit(
          { ...asked, requester_subject: 'piet' },
          { ...JAN, subject: 'piet' },
        )
        const third = await store.submit(
          { ...asked, requester_organisation: 'NCG', owner: 'IMG' },
          { ...JAN, organisation: 'NCG' },
        )
        expect(new Set([first.number, second.number, third.number]).size).toBe(3)
      })
    })

    describe('a step', () => {
      test('changes the request and its history together', async () => {
        const row = await submit()
        svip.pass(1000)
        const changed = await store.step(row, { ...assessed({ due_on: '2026-03-12' }), reason: 'Kan.' })
        expect(changed).toMatchObject({ revision: 2, state: 'ASSESSED', due_on: '2026-03-12' })
        expect(await store.find(row.id, requester)).toMatchObject(changed)
        expect((await store.stepsOf([row.id])).at(-1)).toMatchObject({
          revision: 2,
          action: 'ASSESS',
          from_state: 'SUBMITTED',
          to_state: 'ASSESSED',
          subject: 'anna',
          at: svip.now().toISOString(),
          reason: 'Kan.',
        })
      })

      test('on an old revision is a conflict with a clear message, and changes nothing', async () => {
        const row = await submit()
        const changed = await store.step(row, assessed())
        for (const revision of [row.revision, 3, 0, -1])
          await expect(store.step({ id: row.id, revision }, assessed())).rejects.toMatchObject({
            code: 'CONFLICT',
            message: expect.stringContaining('intussen gewijzigd (versie 2)'),
          })
        expect(await store.find(row.id, requester)).toMatchObject(changed)
        expect(await store.stepsOf([row.id])).toHaveLength(2)
      })

      test('of two concurrent ones exactly one is taken', async () => {
        const row = await submit()
        const outcomes = await Promise.allSettled(
          Array.from({ length: 6 }, (_, index) => store.step(row, assessed({ assignee: `anna-${index}` }))),
        )
        const taken = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
        expect(taken).toHaveLength(1)
        for (const each of outcomes)
          if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'CONFLICT' })
        expect(await store.find(row.id, requester)).toMatchObject({
          revision: 2,
          assignee: taken[0]?.assignee,
        })
        expect(await store.stepsOf([row.id])).toHaveLength(2)
      })

      test('on an unknown request is refused', async () => {
        await expect(store.step({ id: randomUUID(), revision: 1 }, assessed())).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
        })
      })

      const link = (id: string) => ({
        address_id: address,
        request_id: id,
        img_handler: { name: 'Jan', phone: null, email: null },
        ncg_handler: { name: 'Ron', phone: '050', email: 'ron@ncg.example' },
        linked_at: svip.now().toISOString(),
      })

      test('commits together with its other changes, which may add to the request', async () => {
        const row = await submit()
        const consent_id = randomUUID()
        const changed = await store.step(row, assessed(), async (transaction) => {
          await linkHandlers(transaction, link(row.id), requester)
          return { consent_id }
        })
        expect(changed.consent_id).toBe(consent_id)
        expect(await store.buddyLinks([address])).toEqual([{ ...link(row.id), revision: 1, ended_at: null }])
      })

      test('leaves nothing when another change fails, nor when its own row cannot be written', async () => {
        const row = await submit()
        const failing: [Step, () => void][] = [
          [
            assessed(),
            () => {
              throw new Error('gestopt')
            },
          ],
          // PostgreSQL stores no NUL: this fails after the link was written.
          [assessed({ answer_reason: 'een\0twee' }), () => {}],
          [{ ...assessed(), reason: 'een\0twee' }, () => {}],
        ]
        for (const [step, fail] of failing)
          await expect(
            store.step(row, step, async (transaction) => {
              await linkHandlers(transaction, link(row.id), requester)
              fail()
              return {}
            }),
          ).rejects.toThrow()
        expect(await store.find(row.id, requester)).toMatchObject(row)
        expect(await store.stepsOf([row.id])).toHaveLength(1)
        expect(await store.buddyLinks([address])).toEqual([])
      })

      test('that links again makes a new revision of the one link of the address', async () => {
        const row = await submit()
        const again = async (from: InformationRequestRow, name: string) =>
          await store.step(from, assessed(), async (transaction) => {
            await linkHandlers(
              transaction,
              { ...link(row.id), img_handler: { name, phone: null, email: null } },
              requester,
            )
            return {}
          })
        await again(await again(row, 'Jan'), 'Piet')
        expect(await store.buddyLinks([address])).toMatchObject([
          { revision: 2, img_handler: { name: 'Piet' } },
        ])
      })
    })

    test('a malformed id and an unknown one find nothing', async () => {
      for (const id of ['', 'x', "' or true --", '\0', randomUUID()])
        expect(await store.find(id, SUPERVISOR)).toBeNull()
    })

    describe('the access that a request opens', () => {
      const seen = async (caller: Caller, purpose: 'COOPERATION' | 'ACCELERATION' = 'COOPERATION') => {
        const { decision } = await (await svip.asked(caller, address, 'NCG', purpose))()
        return decision.categories
      }
      const granted = (changes: Partial<NewRequest> = {}) =>
        submit({
          kind: 'OTHER',
          purpose: 'COOPERATION',
          categories: ['PLANNING', 'FINDINGS'],
          state: 'ANSWERED',
          outcome: 'GRANTED',
          granted_categories: ['PLANNING', 'FINDINGS'],
          granted_on_task: ['PLANNING'],
          granted_on_consent: ['FINDINGS'],
          granted_from: svip.now().toISOString(),
          granted_until: '2026-03-31',
          ...changes,
        })
      const consent = (requestId: string) =>
        svip.consents.recordConsent(
          {
            addressId: address,
            givenBy: 'OWNER',
            owner: 'NCG',
            recipient: 'IMG',
            purposes: ['COOPERATION'],
            categories: ['FINDINGS'],
            channel: 'FORM',
            evidence: `dossier ${requestId}`,
            notice: 'toestemmingsformulier-svip-1',
            validFrom: svip.now().toISOString(),
            validUntil: null,
            requestId,
          },
          { subject: 'anna', organisation: 'IMG' },
        )
      const MINIMUM = ['PRESENCE', 'STATUS', 'HANDLER']

      test('is partly on the task and partly on the consent, and each part ends with its ground', async () => {
        expect(await seen(requester)).toEqual(MINIMUM)
        const row = await granted()
        expect(await seen(requester)).toEqual([...MINIMUM, 'PLANNING'])
        const { id } = await consent(row.id)
        expect(await seen(requester)).toEqual([...MINIMUM, 'PLANNING', 'FINDINGS'])
        await svip.consents.withdrawConsent(
          id,
          { reason: null, channel: null, evidence: null },
          { subject: 'anna', organisation: 'IMG' },
        )
        expect(await seen(requester)).toEqual([...MINIMUM, 'PLANNING'])
        await store.step(row, {
          ...assessed(),
          action: 'REVOKE',
          changes: { revoked_at: svip.now().toISOString() },
        })
        expect(await seen(requester)).toEqual(MINIMUM)
      })

      test('is for the requester and their team, for this purpose, at this address, including the whole last day', async () => {
        await granted()
        const mate = someone('IMG', 'case_handler', { subject: 'piet', team: 'noord' })
        expect(await seen(mate)).toContain('PLANNING')
        for (const other of [
          { ...mate, team: 'zuid' },
          { ...mate, team: null },
          someone('IMG', 'svip_officer'),
        ])
          expect(await seen(other)).not.toContain('PLANNING')
        expect(await seen(requester, 'ACCELERATION')).not.toContain('PLANNING')
        svip.pass(Date.parse('2026-03-31T21:59:59Z') - svip.now().getTime())
        expect(await seen(requester)).toContain('PLANNING')
        svip.pass(1000)
        expect(await seen(requester)).not.toContain('PLANNING')
      })

      test('without a team is for the requester alone', async () => {
        await granted({ requester_team: null, granted_until: '2026-12-31' })
        expect(await seen(requester)).toContain('PLANNING')
        expect(await seen(someone('IMG', 'case_handler', { subject: 'piet', team: null }))).not.toContain(
          'PLANNING',
        )
      })
    })
  })
}
