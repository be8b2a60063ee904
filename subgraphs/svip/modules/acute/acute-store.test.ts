import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import type { NoticeKind } from '../../register/event.ts'
import { createRegisterStore, type RegisterStore } from '../../register/register-store.ts'
import { type AcuteStore, createAcuteStore, followNotices } from './acute-store.ts'
import { acuteTables } from './tables.ts'

const SAFETY = someone('IMG', 'safety_officer')
const HOUR = 3_600_000

for (const [name, open] of DATABASES) {
  describe(`acute cases on ${name}`, () => {
    let svip: SvipUnderTest
    let store: AcuteStore
    let register: RegisterStore
    let address: string
    beforeAll(async () => {
      svip = await openSvip(open)
      store = createAcuteStore(svip.db, { safeHours: 48, now: svip.now })
      register = createRegisterStore(svip.db, [followNotices(48, 30)])
    })
    beforeEach(async () => {
      address = await svip.address()
      svip.pass(1000)
    })
    afterAll(() => svip.close())

    const notice = (kind: NoticeKind, at: string, addressId = address, toldAgainAt?: string) => {
      const id = randomUUID()
      return {
        id,
        ...(toldAgainAt ? { toldAgainAt } : {}),
        notice: { id, owner: 'IMG' as const, kind, address_id: addressId, reference: 'P-1', occurred_at: at },
      }
    }
    const report = () =>
      store.report(
        {
          address_id: address,
          reference: null,
          description: 'De schoorsteen.',
          reported_at: svip.now().toISOString(),
        },
        SAFETY,
      )
    const steps = async (id: string) =>
      (await store.detailsOf([id]))
        .get(id)
        ?.steps.map(({ action, organisation }) => `${organisation} ${action}`)

    test('all notices of a case in one batch leave its last state and every step', async () => {
      await register.record([
        notice('ACUTE_SAFETY_REPORTED', '2026-03-01T10:00:00.000Z'),
        notice('ACUTE_SAFETY_REPORTED', '2026-03-01T11:00:00.000Z'),
        notice('ACUTE_SAFETY_MADE_SAFE', '2026-03-02T10:00:00.000Z'),
        notice('ACUTE_SAFETY_REPORTED', '2026-03-02T12:00:00.000Z'),
      ])
      const [row, ...others] = await store.byAddresses([address])
      expect(others).toEqual([])
      expect(row).toMatchObject({ state: 'REPORTED', revision: 3, made_safe_at: null })
      expect(await steps(row?.id ?? '')).toEqual(['IMG REPORT', 'IMG RECORD_SAFE', 'IMG REPORT_AGAIN'])
    })

    describe('of an imported file', () => {
      const IMPORTED = '2026-03-10T10:00:00.000Z'
      const bring = (kind: NoticeKind, at: string) => notice(kind, at, address, IMPORTED)
      const states = async () => (await store.byAddresses([address])).map(({ state }) => state)

      test('a danger that lasts makes a case, whatever the date of its report', async () => {
        await register.record([bring('ACUTE_SAFETY_REPORTED', '2021-03-01T10:00:00.000Z')])
        expect(await states()).toEqual(['REPORTED'])
      })

      test.each(['in one batch', 'in two'])('a danger that ended long ago makes none, %s', async (how) => {
        const [safe, reported] = [
          bring('ACUTE_SAFETY_MADE_SAFE', '2021-03-02T10:00:00.000Z'),
          bring('ACUTE_SAFETY_REPORTED', '2021-03-01T10:00:00.000Z'),
        ]
        if (how === 'in one batch') await register.record([safe, reported])
        else {
          await register.record([safe])
          await register.record([reported])
        }
        expect(await states()).toEqual([])
      })

      test('a danger that ended recently makes a case that was made safe', async () => {
        await register.record([bring('ACUTE_SAFETY_MADE_SAFE', '2026-03-02T10:00:00.000Z')])
        await register.record([bring('ACUTE_SAFETY_REPORTED', '2026-03-01T10:00:00.000Z')])
        expect(await store.byAddresses([address])).toMatchObject([
          { state: 'MADE_SAFE', made_safe_at: '2026-03-02T10:00:00.000Z' },
        ])
      })
    })

    test('a batch takes as many statements for one case as for fifty', async () => {
      const cost = async (addresses: readonly string[]) => {
        const before = svip.statements()
        await register.record(
          addresses.map((id) => notice('ACUTE_SAFETY_REPORTED', '2026-03-01T10:00:00.000Z', id)),
        )
        return svip.statements() - before
      }
      const made = Array.from({ length: 50 }, (_, index) => `00102009${String(index).padStart(8, '0')}`)
      expect(await cost(made)).toBe(await cost([address]))
      await sql`delete from acute_case where address_id = any(${made})`.execute(svip.db)
    })

    test('events that cannot be stored leave no case', async () => {
      const bad = { ...notice('ACUTE_SAFETY_REPORTED', '2026-03-01T10:00:00.000Z') }
      const failing = createRegisterStore(svip.db, [
        followNotices(48, 30),
        async () => {
          throw new Error('later')
        },
      ])
      await expect(failing.record([bad])).rejects.toThrow('later')
      expect(await store.byAddresses([address])).toEqual([])
      // The agency retries.
      await register.record([bad])
      expect(await store.byAddresses([address])).toHaveLength(1)
    })

    test('several concurrent reports, and IMG’s own, make one case', async () => {
      const made = await Promise.all([report(), report(), report()])
      await register.record([notice('ACUTE_SAFETY_REPORTED', svip.now().toISOString())])
      expect(new Set(made.map(({ id }) => id)).size).toBe(1)
      expect(await steps(made[0]?.id ?? '')).toEqual(['IMG REPORT'])
    })

    test('are listed by the municipality of today, the longest waiting first, and counted when overdue', async () => {
      const first = await report()
      svip.pass(HOUR)
      address = await svip.address()
      const second = await report()
      const listed = async (code: string, today = '2026-03-10') =>
        (await store.meeting(code, today))
          .map(({ id }) => id)
          .filter((id) => id === first.id || id === second.id)
      expect(await listed('1979')).toEqual([first.id, second.id])
      await sql`insert into address_municipality values (${address}, '1966', '2026-04-01')`.execute(svip.db)
      expect(await listed('1979')).toEqual([first.id, second.id])
      expect([await listed('1979', '2026-04-01'), await listed('1966', '2026-04-01')]).toEqual([
        [first.id],
        [second.id],
      ])
      const { overdue, waiting } = await store.countUnsafe()
      expect(overdue).toBeLessThan(waiting)
      svip.pass(72 * HOUR)
      expect(await store.countUnsafe()).toEqual({ waiting, overdue: waiting })
    })

    test('do not close while an agreement is open, nor with one that is made at the same moment', async () => {
      const row = await report()
      const agreement = {
        id: randomUUID(),
        case_id: row.id,
        revision: 1,
        met_on: '2026-03-02',
        what: 'Stutten.',
        responsible: 'IMG',
        due_on: '2026-03-03',
        done_on: null,
        remarks: null,
        recorded_by: 'IMG',
        recorded_at: svip.now().toISOString(),
      } as const
      const close = () =>
        store.step(row, {
          action: 'CLOSE',
          actor: SAFETY,
          reason: null,
          changes: { state: 'CLOSED', closed_at: svip.now().toISOString() },
        })
      await Promise.allSettled([close(), store.agree(agreement)])
      const [{ state } = { state: 'none' }] = await store.byAddresses([address])
      const open = (await store.detailsOf([row.id])).get(row.id)?.agreements ?? []
      expect([state, open.length]).toEqual(state === 'CLOSED' ? ['CLOSED', 0] : ['REPORTED', 1])
    })
  })
}

test('reports of IMG from before there were cases make one when the building is not safe', async () => {
  const open = DATABASES[0]?.[1]
  if (!open) throw new Error('no database')
  const svip = await openSvip(open)
  try {
    for (const table of ['acute_agreement', 'acute_step', 'acute_case'])
      await sql`drop table ${sql.table(table)}`.execute(svip.db)
    const deliver = async (address: string, kind: string, at: string) =>
      await sql`insert into register_notice values (gen_random_uuid(), 'IMG', ${kind}, ${address}, 'P-1', ${at})`.execute(
        svip.db,
      )
    await deliver('a', 'ACUTE_SAFETY_REPORTED', '2026-01-01T10:00:00Z')
    await deliver('b', 'ACUTE_SAFETY_REPORTED', '2026-01-01T10:00:00Z')
    await deliver('b', 'ACUTE_SAFETY_MADE_SAFE', '2026-01-02T10:00:00Z')
    await deliver('c', 'ACUTE_SAFETY_MADE_SAFE', '2026-01-02T10:00:00Z')
    await deliver('c', 'ACUTE_SAFETY_REPORTED', '2026-01-03T10:00:00Z')
    await acuteTables.up(svip.db)
    const { rows } = await sql`select address_id, state from acute_case order by 1`.execute(svip.db)
    expect(rows).toEqual([
      { address_id: 'a', state: 'REPORTED' },
      { address_id: 'c', state: 'REPORTED' },
    ])
  } finally {
    await svip.close()
  }
})
