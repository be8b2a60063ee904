import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Caller, Purpose } from '../../../../kernel/vocabulary.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { openSignals } from '../../../../test/support/svip/signals.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import { createRegisterStore } from '../../register/register-store.ts'
import type { SignalFilter } from '../../schema.generated.ts'
import type { Step } from './signal-store.ts'
import { SIGNAL_KINDS, SIGNAL_STATES, type SignalRow } from './tables.ts'

const IMG = someone('IMG', 'case_handler')
const NCG = someone('NCG', 'svip_officer')
const EEMSDELTA = someone('GEMEENTE', 'municipal_officer')
const GRONINGEN = { ...EEMSDELTA, municipality: '0014' }
const SUPERVISOR = someone('SVIP', 'privacy_officer')

for (const [name, open] of DATABASES) {
  describe(`signals on ${name}`, () => {
    let svip: SvipUnderTest
    let signals: ReturnType<typeof openSignals>
    let id: string
    beforeAll(async () => {
      svip = await openSvip(open)
      signals = openSignals(svip)
    })
    afterAll(() => svip.close())
    beforeEach(async () => {
      id = await svip.address()
    })

    const kindsAt = async (caller: Caller, purpose: Purpose | null = null, instant?: string) =>
      (await signals.store.byAddresses([id], signals.reader(caller, purpose, instant)))
        .map(({ kind }) => kind)
        .toSorted()
    const actor = (caller: Caller): Step['actor'] => ({
      subject: caller.subject,
      organisation: caller.organisation,
      role: 'case_handler',
    })
    const objection = (changes: object = {}) =>
      svip.objections.recordObjection(
        {
          id: null,
          addressId: id,
          owner: null,
          purposes: null,
          state: 'RECEIVED',
          channel: 'FORM',
          evidence: randomUUID(),
          ...changes,
        },
        SUPERVISOR,
      )

    describe('made by the register', () => {
      test('commit with the change, once, however often and in whatever batches the event comes', async () => {
        const planned = signals.event('NCG', id, { status: 'S2_1' })
        const found = signals.notice('NCG', 'DAMAGE_FOUND', id)
        const prepared = signals.event('IMG', id, { status: 'PREPARATION' })
        await signals.register.record([prepared, planned, found])
        const [made] = await signals.store.byAddresses([id], signals.reader(SUPERVISOR))
        for (const batch of [[prepared, planned, found], [planned], [found, found], [found, planned]])
          await signals.register.record(batch)
        expect(await kindsAt(SUPERVISOR)).toEqual([
          'DAMAGE_FOUND',
          'JOINT_INSPECTION_POSSIBLE',
          'JOINT_INSPECTION_POSSIBLE',
        ])
        expect((await signals.store.byAddresses([id], signals.reader(SUPERVISOR)))[0]).toEqual(made)
      })

      test('are not stored when the change is not', async () => {
        const failing = createRegisterStore(svip.db, [
          signals.consequence,
          () => Promise.reject(new Error('what comes after it fails')),
        ])
        const event = signals.event('NCG', id, { status: 'S4_1' })
        await expect(failing.record([event])).rejects.toThrow('what comes after it fails')
        expect(await kindsAt(SUPERVISOR)).toEqual([])
        // The agency retries.
        await signals.register.record([event])
        expect(await kindsAt(SUPERVISOR)).toEqual(['REPAIR_CAN_GO_ALONG', 'REPAIR_CAN_GO_ALONG'])
      })

      test('at an unknown address are shown to nobody until the address is imported', async () => {
        const unknown = `00102099${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
        const notice = signals.notice('IMG', 'STRUCTURAL_DAMAGE_FOUND', unknown)
        await signals.register.record([notice])
        for (const caller of [IMG, NCG, EEMSDELTA, SUPERVISOR])
          expect(await signals.store.count(signals.reader(caller), { addressId: unknown })).toBe(0)
        await svip.db
          .insertInto('address')
          .values({
            id: unknown,
            street: 'X',
            house_number: 1,
            house_letter: null,
            house_number_addition: null,
            postcode: '9919AA',
            city: 'L',
          })
          .execute()
        await svip.db
          .insertInto('address_municipality')
          .values({ address_id: unknown, code: '1979', valid_from: '2021-01-01' })
          .execute()
        expect(await signals.store.count(signals.reader(NCG), { addressId: unknown })).toBe(1)
        expect(await signals.store.count(signals.reader(EEMSDELTA), { addressId: unknown })).toBe(1)
      })
    })

    describe('visibility', () => {
      test('the recipient, the sender, and the privacy officers; nobody else', async () => {
        await svip.db
          .deleteFrom('register_track')
          .where('address_id', '=', id)
          .where('owner', '=', 'NCG')
          .execute()
        await signals.register.record([signals.notice('IMG', 'STRUCTURAL_DAMAGE_FOUND', id)])
        const both = ['STRUCTURAL_DAMAGE_FOUND', 'STRUCTURAL_DAMAGE_OUTSIDE_STOCK']
        expect(await kindsAt(IMG)).toEqual(both)
        expect(await kindsAt(SUPERVISOR)).toEqual(both)
        expect(await kindsAt(someone('IMG', 'privacy_officer'))).toEqual(both)
        expect(await kindsAt(NCG)).toEqual(both.slice(0, 1))
        expect(await kindsAt(someone('NCG', 'privacy_officer'))).toEqual(both.slice(0, 1))
        expect(await kindsAt(EEMSDELTA)).toEqual(both.slice(1))
        for (const nobody of [
          GRONINGEN,
          { ...EEMSDELTA, municipality: null },
          someone('GEMEENTE', 'privacy_officer'),
          someone('GEMEENTE', 'case_handler'),
          someone('NCG', 'safety_officer'),
          someone('IMG', 'priority_team'),
          someone('SVIP', 'intervention_team'),
          someone('SVIP', 'service'),
          someone('NCG', 'case_handler', { roles: [] }),
        ])
          expect([nobody.subject, await kindsAt(nobody)]).toEqual([nobody.subject, []])
      })

      test('a municipality by the municipality of the day, also after a reorganisation', async () => {
        await svip.db
          .deleteFrom('register_track')
          .where('address_id', '=', id)
          .where('owner', '=', 'NCG')
          .execute()
        await signals.register.record([signals.notice('IMG', 'STRUCTURAL_DAMAGE_FOUND', id)])
        await svip.db
          .insertInto('address_municipality')
          .values({ address_id: id, code: '0014', valid_from: '2027-01-01' })
          .execute()
        expect([(await kindsAt(EEMSDELTA)).length, (await kindsAt(GRONINGEN)).length]).toEqual([1, 0])
        const seenBy = (caller: Caller) =>
          signals.store.byAddresses([id], {
            ...signals.reader(caller),
            today: '2027-01-01',
            instant: '2027-01-01T12:00:00.000Z',
          })
        expect([(await seenBy(EEMSDELTA)).length, (await seenBy(GRONINGEN)).length]).toEqual([0, 1])
      })

      test.each([
        ['against both, for everything', {}, { IMG: 0, NCG: 0 }],
        ['against both, upheld', { state: 'UPHELD' }, { IMG: 0, NCG: 0 }],
        ['against sharing by IMG', { owner: 'IMG' }, { IMG: 1, NCG: 0 }],
        ['against sharing by NCG', { owner: 'NCG' }, { IMG: 0, NCG: 1 }],
        ['against signals', { purposes: ['SIGNALLING'] }, { IMG: 0, NCG: 0 }],
        ['against something else', { purposes: ['COOPERATION'] }, { IMG: 1, NCG: 1 }],
        ['rejected', { state: 'REJECTED' }, { IMG: 1, NCG: 1 }],
      ])(
        'an objection %s hides them from the other side, by id, in lists, counts and at the address',
        async (_what, {
          state = 'RECEIVED',
          ...said
        }: { state?: string; owner?: string; purposes?: string[] }, left) => {
          await signals.register.record([signals.notice('IMG', 'STRUCTURAL_DAMAGE_FOUND', id)])
          const [signal] = await signals.store.byAddresses([id], signals.reader(SUPERVISOR))
          const { id: objectionId } = await objection(said)
          if (state !== 'RECEIVED') await objection({ ...said, id: objectionId, state })
          const found = async (caller: Caller) => {
            const reader = signals.reader(caller)
            const direction = caller.organisation === 'IMG' ? ('SENT' as const) : ('RECEIVED' as const)
            const filter = { addressId: id, direction }
            return [
              (await signals.store.byAddresses([id], reader)).length,
              (await signals.store.page(reader, filter, { first: 10, after: null })).length,
              await signals.store.count(reader, filter),
              (await signals.store.find(signal?.id ?? '', reader)) === null ? 0 : 1,
            ]
          }
          expect(await found(IMG)).toEqual(Array(4).fill(left.IMG))
          expect(await found(NCG)).toEqual(Array(4).fill(left.NCG))
          expect(await found(someone('NCG', 'privacy_officer'))).toEqual(Array(4).fill(left.NCG))
        },
      )

      test('under the agreement of 2020 only with consent, and before it never', async () => {
        await signals.register.record([signals.notice('NCG', 'DAMAGE_FOUND', id)])
        const guo = '2022-03-01T09:00:00.000Z'
        expect(await kindsAt(IMG)).toEqual(['DAMAGE_FOUND'])
        expect(await kindsAt(IMG, null, guo)).toEqual([])
        await svip.consents.recordConsent(
          {
            addressId: id,
            givenBy: 'OWNER',
            owner: 'NCG',
            recipient: 'IMG',
            purposes: ['SIGNALLING'],
            categories: ['PRESENCE'],
            channel: 'FORM',
            evidence: randomUUID(),
            notice: 'x',
            validFrom: '2022-01-01T00:00:00.000Z',
            validUntil: null,
          },
          NCG,
        )
        expect(await kindsAt(IMG, null, guo)).toEqual(['DAMAGE_FOUND'])
        expect(await kindsAt(NCG, null, guo)).toEqual([])
        expect(await kindsAt(IMG, null, '2020-03-01T09:00:00.000Z')).toEqual([])
      })
    })

    describe('a filter by kind', () => {
      const found = async (caller: Caller, kind: SignalRow['kind'], purpose: Purpose | null) => {
        const filter: SignalFilter = { addressId: id, kinds: [kind] }
        const reader = signals.reader(caller, purpose)
        const rows = await signals.store.page(reader, filter, { first: 10, after: null })
        expect(await signals.store.count(reader, filter)).toBe(rows.length)
        return rows.length
      }

      test('reveals no finding without a basis to know it', async () => {
        await signals.register.record([signals.notice('IMG', 'STRUCTURAL_DAMAGE_FOUND', id)])
        for (const purpose of [
          null,
          'SIGNALLING',
          'COOPERATION',
          'INTEGRAL_APPROACH',
          'STATUS_EXCHANGE',
        ] as const)
          expect([purpose, await found(NCG, 'STRUCTURAL_DAMAGE_FOUND', purpose)]).toEqual([purpose, 0])
        await svip.db
          .insertInto('wish')
          .values({
            id: randomUUID(),
            revision: 1,
            address_id: id,
            evidence: 'x',
            recorded_by: 'NCG',
            recorded_at: svip.now().toISOString(),
            integral_approach: true,
            channel: 'FORM',
          })
          .execute()
        expect(await found(NCG, 'STRUCTURAL_DAMAGE_FOUND', 'INTEGRAL_APPROACH')).toBe(1)
        expect(await found(NCG, 'STRUCTURAL_DAMAGE_FOUND', 'COOPERATION')).toBe(0)
        expect(
          await found(someone('NCG', 'privacy_officer'), 'STRUCTURAL_DAMAGE_FOUND', 'INTEGRAL_APPROACH'),
        ).toBe(0)
        expect(await found(SUPERVISOR, 'STRUCTURAL_DAMAGE_FOUND', null)).toBe(1)
      })

      test('matches a start only for callers who use its purpose', async () => {
        await signals.register.record([signals.event('NCG', id, { open: false })])
        expect(await found(IMG, 'OTHER_TRACK_COMPLETED', null)).toBe(0)
        expect(await found(IMG, 'OTHER_TRACK_COMPLETED', 'SIGNALLING')).toBe(0)
        expect(await found(IMG, 'OTHER_TRACK_COMPLETED', 'COOPERATION')).toBe(1)
      })
    })

    describe('a step', () => {
      const make = async () => {
        await signals.register.record([signals.notice('NCG', 'DAMAGE_FOUND', id)])
        const [signal] = await signals.store.byAddresses([id], signals.reader(IMG))
        if (!signal) throw new Error('no signal was made')
        return signal
      }

      test('is stored with its actor, and only on the revision that they saw', async () => {
        const signal = await make()
        const step: Step = {
          action: 'ACKNOWLEDGE',
          actor: actor(IMG),
          remarks: 'gezien',
          changes: { state: 'ACKNOWLEDGED' },
        }
        const outcomes = await Promise.allSettled([
          signals.store.step(signal, step),
          signals.store.step(signal, step),
        ])
        expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
        await expect(signals.store.step(signal, step)).rejects.toMatchObject({ code: 'CONFLICT' })
        const steps = await signals.store.stepsOf([signal.id])
        expect(steps.map(({ action, to_state, subject }) => [action, to_state, subject])).toEqual([
          ['MAKE', 'NEW', null],
          ['ACKNOWLEDGE', 'ACKNOWLEDGED', IMG.subject],
        ])
      })

      test('counts by month, rule and state, with the days it took and whether it was late', async () => {
        const numbers = async () =>
          await svip.db
            .selectFrom('signal_statistic')
            .selectAll()
            .where('month', '=', '2029-05-01')
            .orderBy('state')
            .execute()
        // In the Netherlands it is already the second of May.
        svip.pass(Date.parse('2029-05-01T22:30:00Z') - svip.now().getTime())
        const one = await make()
        id = await svip.address()
        const two = await make()
        const close = (signal: SignalRow) =>
          signals.store.step(signal, {
            action: 'CLOSE',
            actor: actor(IMG),
            remarks: null,
            changes: { state: 'CLOSED', result: 'CHECKED', ended_at: svip.now().toISOString() },
          })
        svip.pass(3 * 86_400_000)
        await close(one)
        svip.pass(17 * 86_400_000)
        await close(two)
        const counted = { kind: 'DAMAGE_FOUND', recipient: 'IMG', month: '2029-05-01' }
        expect(await numbers()).toEqual([
          { ...counted, state: 'CLOSED', signals: 2, days: 23, late: 1 },
          { ...counted, state: 'NEW', signals: 2, days: 0, late: 0 },
        ])
      })
    })

    describe('lists', () => {
      const TODAY = '2031-03-10'
      let all: SignalRow[]
      beforeAll(async () => {
        svip.pass(Date.parse(`${TODAY}T09:00:00Z`) - svip.now().getTime())
        const addresses = [await svip.address(), await svip.address()]
        let seed = 7
        const pick = <T>(...values: readonly T[]): T => {
          seed = (seed * 1103515245 + 12345) % 2147483648
          return values[Math.floor((seed / 2147483648) * values.length)] as T
        }
        all = Array.from({ length: 150 }, (): SignalRow => {
          const state = pick(...SIGNAL_STATES)
          const about = pick('IMG', 'NCG')
          const taken = pick(null, 'ME', 'TEAM')
          return {
            id: randomUUID(),
            key: randomUUID(),
            revision: 1,
            kind: pick(...SIGNAL_KINDS),
            about,
            recipient: about === 'IMG' ? pick('NCG', 'NCG', 'GEMEENTE') : 'IMG',
            address_id: pick(...addresses),
            purpose: pick('COOPERATION', 'JOINT_INSPECTION'),
            state,
            created_at: '2031-03-01T09:00:00.000Z',
            due_on: pick('2031-03-09', TODAY, '2031-03-11'),
            assignee: taken === 'ME' ? pick(IMG.subject, NCG.subject) : null,
            team: taken === 'TEAM' ? pick('noord', 'zuid') : null,
            links: [],
            result: state === 'CLOSED' ? 'CHECKED' : null,
            not_opportune: state === 'NOT_OPPORTUNE' ? 'OVERTAKEN' : null,
            ended_at: state === 'CLOSED' || state === 'NOT_OPPORTUNE' ? '2031-03-05T09:00:00.000Z' : null,
          }
        })
        await svip.db
          .insertInto('signal')
          .values(all.map((row) => ({ ...row, links: JSON.stringify(row.links) as never })))
          .execute()
        // Only these signals, and not those of earlier tests.
        await svip.db
          .deleteFrom('signal')
          .where(
            'id',
            'not in',
            all.map((row) => row.id),
          )
          .execute()
      })

      const done = ({ state }: SignalRow) => state === 'CLOSED' || state === 'NOT_OPPORTUNE'
      const inOrder = (rows: readonly SignalRow[]) =>
        rows
          .map((row) => [`${done(row) ? 'z' : ''}${row.due_on} ${row.id}`, row.id] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([, key]) => key)
      const inbox = ({ recipient }: SignalRow) => recipient === 'IMG'
      type Matches = (row: SignalRow) => boolean
      test.each<[string, SignalFilter, Matches]>([
        ['no filter: the inbox', {}, inbox],
        ['sent signals', { direction: 'SENT' }, ({ about }) => about === 'IMG'],
        ['one state', { states: ['NEW'] }, (row) => inbox(row) && row.state === 'NEW'],
        [
          'states of two kinds',
          { states: ['NEW', 'CLOSED'] },
          (row) => inbox(row) && (row.state === 'NEW' || row.state === 'CLOSED'),
        ],
        [
          'states of closed signals',
          { states: ['CLOSED', 'NOT_OPPORTUNE'] },
          (row) => inbox(row) && done(row),
        ],
        ['no state', { states: [] }, () => false],
        ['open', { open: true }, (row) => inbox(row) && !done(row)],
        ['done', { open: false }, (row) => inbox(row) && done(row)],
        ['overdue', { overdue: true }, (row) => inbox(row) && !done(row) && row.due_on < TODAY],
        ['in time', { overdue: false }, (row) => inbox(row) && (done(row) || row.due_on >= TODAY)],
        [
          'purposes',
          { purposes: ['JOINT_INSPECTION'] },
          (row) => inbox(row) && row.purpose === 'JOINT_INSPECTION',
        ],
        ['mine', { mine: true }, (row) => inbox(row) && row.assignee === IMG.subject],
        ['not mine', { mine: false }, (row) => inbox(row) && row.assignee !== IMG.subject],
        ['somebody', { assignee: NCG.subject }, (row) => inbox(row) && row.assignee === NCG.subject],
        ['a team', { team: 'noord' }, (row) => inbox(row) && row.team === 'noord'],
        ['nobody', { unassigned: true }, (row) => inbox(row) && row.assignee === null && row.team === null],
        [
          'assigned to a person or team',
          { unassigned: false },
          (row) => inbox(row) && (row.assignee ?? row.team) !== null,
        ],
        ['its municipality', { municipality: '1979' }, inbox],
        ['another municipality', { municipality: '0014' }, () => false],
        ['nonsense', { team: '\0', municipality: "' or 1=1" }, () => false],
        // The sender does not learn who handles it.
        ['sent, by handler', { direction: 'SENT', team: 'noord' }, () => false],
        ['sent, by mine', { direction: 'SENT', mine: false }, () => false],
      ])('by %s return each once, in order, and count the same', async (_what, filter, matches) => {
        const expected = inOrder(all.filter(matches))
        for (const first of [7, 100])
          expect((await signals.readAll(signals.reader(IMG), filter, first)).map((row) => row.id)).toEqual(
            expected,
          )
        expect(await signals.store.count(signals.reader(IMG), filter)).toBe(expected.length)
      })

      test.each([
        ['x', 'y'],
        ['2031-03-09', 'x'],
        ['2031-02-30', randomUUID()],
        ['\0', randomUUID()],
      ])('a made-up cursor (%j, %j) is refused as such', async (...after) => {
        await expect(signals.store.page(signals.reader(IMG), {}, { first: 5, after })).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
        })
      })
    })
  })
}
