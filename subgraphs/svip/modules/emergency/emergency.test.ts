import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { PURPOSES } from '../../../../kernel/vocabulary.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import { policyOn } from '../../policy/versions/index.ts'
import type { BreakGlassInput } from '../../schema.generated.ts'
import { isOpen, isOverdue, toBreakGlass } from './emergency.ts'

const OFFICER = someone('NCG', 'safety_officer')
const SUPERVISOR = someone('SVIP', 'privacy_officer')
const HOUR = 3_600_000
const glass = (changes: Partial<BreakGlassInput> = {}): BreakGlassInput => ({
  addressId: '0010200000123456',
  owner: 'IMG',
  reason: 'De gevel dreigt op straat te vallen.',
  categories: ['PRESENCE', 'STATUS', 'HANDLER', 'SAFETY'],
  ...changes,
})

describe('breaking the glass', () => {
  const policy = policyOn('2026-03-02')

  test('trims the reason, and sorts the categories without duplicates', () => {
    const { reason, categories } = toBreakGlass(
      glass({ reason: `  ${glass().reason}\n`, categories: ['SAFETY', 'STATUS', 'SAFETY'] }),
      OFFICER,
      policy,
    )
    expect(reason).toBe(glass().reason)
    expect(categories).toEqual(['STATUS', 'SAFETY'])
  })

  test.each<[string, Partial<BreakGlassInput>, string]>([
    ['to own data', { owner: 'NCG' }, 'uw eigen organisatie'],
    ['with a reason too short to review', { reason: 'spoed, zie dossier' }, '20 tot 1000 tekens'],
    ['with a reason of spaces', { reason: ' '.repeat(30) }, '20 tot 1000 tekens'],
    ['with a reason that is too long', { reason: 'x'.repeat(1001) }, '20 tot 1000 tekens'],
    ['with a reason that cannot be stored', { reason: `${'x'.repeat(30)}\0` }, '20 tot 1000 tekens'],
    ['for nothing', { categories: [] }, 'categories'],
    [
      'for more than a vital interest allows',
      { categories: ['SAFETY', 'FINANCIAL', 'CIRCUMSTANCES'] },
      'niet over FINANCIAL, CIRCUMSTANCES',
    ],
  ])('%s is refused, with what is possible', (_what, changes, message) => {
    expect(() => toBreakGlass(glass(changes), OFFICER, policy)).toThrow(message)
  })

  test('is not possible for another role, nor where the law knows no vital interest', () => {
    expect(() => toBreakGlass(glass(), someone('NCG', 'case_handler'), policy)).toThrow('geen noodtoegang')
    expect(() => toBreakGlass(glass(), OFFICER, null)).toThrow('geen noodtoegang')
  })
})

test('an access is open from its first moment until just before its last', () => {
  const access = { broken_at: '2026-03-02T09:00:00.000Z', valid_until: '2026-03-04T09:00:00+00:00' }
  expect(isOpen(access, '2026-03-02T08:59:59.999Z')).toBe(false)
  expect(isOpen(access, '2026-03-02T09:00:00Z')).toBe(true)
  expect(isOpen(access, '2026-03-04T08:59:59.999Z')).toBe(true)
  expect(isOpen(access, '2026-03-04T09:00:00Z')).toBe(false)
})

test('a review is overdue after its last day, unless there is a verdict', () => {
  const access = { verdict: null, review_due_on: '2026-03-09' }
  expect(isOverdue(access, '2026-03-09')).toBe(false)
  expect(isOverdue(access, '2026-03-10')).toBe(true)
  expect(isOverdue({ ...access, verdict: 'JUSTIFIED' }, '2026-03-10')).toBe(false)
})

for (const [name, open] of DATABASES) {
  describe(`emergency access on ${name}`, () => {
    let svip: SvipUnderTest
    let id: string
    beforeAll(async () => {
      svip = await openSvip(open)
    })
    beforeEach(async () => {
      id = await svip.address()
      svip.pass(1000)
    })
    afterAll(() => svip.close())

    const breakIt = (caller = OFFICER, changes: Partial<BreakGlassInput> = {}) =>
      svip.emergencies.break(glass({ addressId: id, ...changes }), caller)
    const decide = async (caller = OFFICER, addressId = id, owner: 'IMG' | 'NCG' = 'IMG') => {
      const { decision } = await (await svip.asked(caller, addressId, owner, 'ACUTE_SAFETY'))()
      return decision
    }
    const MINIMUM = ['PRESENCE', 'STATUS']
    const OPENED = ['PRESENCE', 'STATUS', 'HANDLER', 'SAFETY']

    test('opens at once, for 48 hours and not a moment longer, and the record names it', async () => {
      expect((await decide()).categories).toEqual(MINIMUM)
      const access = await breakIt()
      expect(Date.parse(access.valid_until) - Date.parse(access.broken_at)).toBe(48 * HOUR)
      expect(access.review_due_on > access.broken_at.slice(0, 10)).toBe(true)
      expect(await decide()).toMatchObject({
        categories: OPENED,
        legalBases: ['PUBLIC_TASK', 'VITAL_INTEREST'],
        facts: expect.arrayContaining([{ kind: 'EMERGENCY', id: access.id, revision: 1 }]),
      })
      svip.pass(48 * HOUR - 1)
      expect((await decide()).categories).toEqual(OPENED)
      svip.pass(1)
      expect((await decide()).categories).toEqual(MINIMUM)
    })

    test('opens nothing for another person, address, owner or purpose', async () => {
      await breakIt()
      const other = await svip.address()
      expect((await decide({ ...OFFICER, subject: 'ncg.other' })).categories).toEqual(MINIMUM)
      expect((await decide({ ...OFFICER, roles: ['case_handler'] })).categories).toEqual(MINIMUM)
      expect((await decide(OFFICER, other)).categories).toEqual(MINIMUM)
      const img = someone('IMG', 'safety_officer', { subject: OFFICER.subject })
      expect((await decide(img, id, 'NCG')).categories).toEqual(MINIMUM)
      for (const purpose of PURPOSES.filter((each) => each !== 'ACUTE_SAFETY')) {
        const { decision } = await (await svip.asked(OFFICER, id, 'IMG', purpose))()
        expect([purpose, decision.legalBases.includes('VITAL_INTEREST')]).toEqual([purpose, false])
        expect([purpose, decision.categories.includes('SAFETY')]).toEqual([purpose, false])
      }
    })

    test('taken again while it is open is the same one, also for two concurrent calls', async () => {
      const both = await Promise.all([breakIt(), breakIt()])
      expect(both[0].id).toBe(both[1].id)
      // A subset of the categories is already open.
      expect((await breakIt(OFFICER, { categories: ['SAFETY'] })).id).toBe(both[0].id)
      expect((await breakIt({ ...OFFICER, subject: 'ncg.other' })).id).not.toBe(both[0].id)
      svip.pass(48 * HOUR)
      expect((await breakIt()).id).not.toBe(both[0].id)
    })

    const rowsOf = async (caller = OFFICER) =>
      await svip.db
        .selectFrom('emergency_access')
        .selectAll()
        .where('address_id', '=', id)
        .where('subject', '=', caller.subject)
        .orderBy('broken_at')
        .execute()
    const openOf = async (caller = OFFICER) =>
      (await rowsOf(caller)).filter((row) => isOpen(row, svip.now().toISOString()))

    test('only one is open at a time, whatever the categories and the number of concurrent calls', async () => {
      const parts = (['PRESENCE', 'STATUS', 'HANDLER', 'SAFETY'] as const).flatMap((category) => [
        [category],
        [category, 'STATUS' as const],
      ])
      await Promise.all(parts.map((categories) => breakIt(OFFICER, { categories })))
      expect((await openOf()).map(({ categories }) => categories)).toEqual([OPENED])
    })

    test('further categories are added in one that ends when the first would have ended', async () => {
      const first = await breakIt(OFFICER, { categories: ['STATUS'] })
      svip.pass(HOUR)
      const second = await breakIt(OFFICER, { categories: ['SAFETY'] })
      expect(second.categories).toEqual(['STATUS', 'SAFETY'])
      expect(Date.parse(second.valid_until)).toBe(Date.parse(first.valid_until))
      expect((await openOf()).map((row) => row.id)).toEqual([second.id])
      // Each is still reviewed.
      expect((await rowsOf()).map(({ verdict, revision }) => [verdict, revision])).toEqual([
        [null, 2],
        [null, 1],
      ])
    })

    test('after an unjustified one only another person can take it, until a privacy officer releases the first', async () => {
      const { id: access } = await breakIt()
      await svip.emergencies.review(
        { id: access, revision: 1, verdict: 'NOT_JUSTIFIED', remarks: 'Er was geen gevaar.' },
        SUPERVISOR,
      )
      const again = { code: 'FORBIDDEN', message: expect.stringContaining('releaseEmergencyAccess') }
      await expect(breakIt()).rejects.toMatchObject(again)
      await expect(breakIt(OFFICER, { reason: 'Een heel andere reden van gevaar.' })).rejects.toMatchObject(
        again,
      )
      svip.pass(1000 * HOUR)
      await expect(breakIt(OFFICER, { categories: ['SAFETY'] })).rejects.toMatchObject(again)
      expect((await openOf()).length).toBe(0)
      // Nothing changed at another address or for a colleague.
      await breakIt(OFFICER, { addressId: await svip.address() })
      await breakIt({ ...OFFICER, subject: 'ncg.other' })

      const release = (caller = SUPERVISOR, changes: object = {}) =>
        svip.emergencies.release({ id: access, revision: 2, reason: 'Besproken.', ...changes }, caller)
      const both = { ...OFFICER, roles: ['safety_officer', 'privacy_officer'] as const }
      await expect(release(both)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(release(OFFICER)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(release(SUPERVISOR, { revision: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(release(SUPERVISOR, { reason: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      expect(await release()).toMatchObject({
        revision: 3,
        released_by: 'SVIP',
        release_reason: 'Besproken.',
      })
      await expect(release(SUPERVISOR, { revision: 3 })).rejects.toMatchObject({ code: 'CONFLICT' })
      // The release opens nothing by itself.
      expect((await decide()).categories).toEqual(MINIMUM)
      expect((await breakIt()).id).not.toBe(access)
      expect((await decide()).categories).toEqual(OPENED)
    })

    test('a verdict concurrent with another attempt leaves nothing open', async () => {
      const { id: access } = await breakIt(OFFICER, { categories: ['STATUS'] })
      const results = await Promise.allSettled([
        svip.emergencies.review(
          { id: access, revision: 1, verdict: 'NOT_JUSTIFIED', remarks: 'Er was geen gevaar.' },
          SUPERVISOR,
        ),
        breakIt(OFFICER, { categories: ['STATUS'] }),
      ])
      expect(results[0].status).toBe('fulfilled')
      expect(await openOf()).toEqual([])
      await expect(breakIt()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    })

    test('a justified one can be taken again after its end', async () => {
      const { id: access } = await breakIt()
      await svip.emergencies.review({ id: access, revision: 1, verdict: 'JUSTIFIED' }, SUPERVISOR)
      expect((await breakIt()).id).toBe(access)
      svip.pass(48 * HOUR)
      expect((await breakIt()).id).not.toBe(access)
    })

    test('is seen by every privacy officer at once and by the person who took it, and by nobody else', async () => {
      const { id: access } = await breakIt()
      for (const organisation of ['IMG', 'NCG', 'SVIP'] as const)
        expect(await svip.emergencies.find(access, someone(organisation, 'privacy_officer'))).not.toBeNull()
      expect(await svip.emergencies.find(access, OFFICER)).not.toBeNull()
      for (const other of [
        { ...OFFICER, subject: 'ncg.other' },
        someone('IMG', 'safety_officer', { subject: OFFICER.subject }),
        someone('NCG', 'svip_officer'),
      ]) {
        expect(await svip.emergencies.find(access, other)).toBeNull()
        const list = await svip.emergencies.list({ addressId: id }, other, '2026-03-02', {})
        const { totalCount } = list.connection((row) => row) as { totalCount: () => Promise<number> }
        expect([list.rows.length, await totalCount()]).toEqual([0, 0])
      }
    })

    test('is reviewed once, by somebody else, on the revision that they saw', async () => {
      const { id: access } = await breakIt()
      const review = (caller = SUPERVISOR, changes: object = {}) =>
        svip.emergencies.review({ id: access, revision: 1, verdict: 'JUSTIFIED', ...changes }, caller)
      const both = { ...OFFICER, roles: ['safety_officer', 'privacy_officer'] as const }
      await expect(review(both)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(review(SUPERVISOR, { revision: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(review(SUPERVISOR, { verdict: 'NOT_JUSTIFIED' })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      })
      const results = await Promise.allSettled([review(), review(someone('IMG', 'privacy_officer'))])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find((each) => each.status === 'rejected')).toMatchObject({
        reason: { code: 'CONFLICT' },
      })
      expect((await decide()).categories).toEqual(OPENED)
    })

    test('found unjustified ends at once, with an obligation for the recipient to erase', async () => {
      const { id: access } = await breakIt()
      await decide()
      svip.pass(HOUR)
      const remarks = 'Er was geen acuut gevaar.'
      await svip.emergencies.review(
        { id: access, revision: 1, verdict: 'NOT_JUSTIFIED', remarks },
        SUPERVISOR,
      )
      expect((await decide()).categories).toEqual(MINIMUM)
      const obligations = (await svip.obligations.byCauses([access], SUPERVISOR)).get(access)
      expect(obligations).toMatchObject([
        {
          cause: 'EMERGENCY_NOT_JUSTIFIED',
          owner: 'IMG',
          recipient: 'NCG',
          categories: ['HANDLER', 'PRESENCE', 'SAFETY', 'STATUS'],
          purposes: ['ACUTE_SAFETY'],
        },
      ])
    })

    test('found unjustified after its end keeps its end, and creates no obligation when no data were read', async () => {
      const { id: access, valid_until } = await breakIt()
      svip.pass(72 * HOUR)
      const row = await svip.emergencies.review(
        { id: access, revision: 1, verdict: 'NOT_JUSTIFIED', remarks: 'Niet nodig.' },
        SUPERVISOR,
      )
      expect(row.valid_until).toBe(valid_until)
      expect((await svip.obligations.byCauses([access], SUPERVISOR)).size).toBe(0)
    })

    test('is counted while it has no review, and as overdue after its term', async () => {
      const before = await svip.emergencies.countUnreviewed('2026-01-01')
      const { id: access, review_due_on } = await breakIt()
      expect(await svip.emergencies.countUnreviewed('2026-01-01')).toEqual({
        waiting: before.waiting + 1,
        overdue: 0,
      })
      const late = async (overdue: boolean, today: string) => {
        const { rows } = await svip.emergencies.list({ addressId: id, overdue }, SUPERVISOR, today, {})
        return rows.map((row) => row.id)
      }
      expect(await late(true, review_due_on)).toEqual([])
      expect(await late(true, '2099-01-01')).toEqual([access])
      await svip.emergencies.review({ id: access, revision: 1, verdict: 'JUSTIFIED' }, SUPERVISOR)
      expect(await late(true, '2099-01-01')).toEqual([])
      expect((await svip.emergencies.countUnreviewed('2026-01-01')).waiting).toBe(before.waiting)
    })
  })
}
