import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openOne } from '../../../../test/support/owner/databases.ts'
import { openSignals } from '../../../../test/support/svip/signals.ts'
import { openSvip, type SvipUnderTest } from '../../../../test/support/svip/svip.ts'
import { createMonitoringStore } from './monitoring-store.ts'

const MONTHS = ['2026-02-01', '2026-03-01']

describe('monitoring', () => {
  let svip: SvipUnderTest
  beforeAll(async () => {
    svip = await openSvip(openOne)
  })
  afterAll(() => svip.close())

  test('does not depend on addresses with an objection, and counts them again afterwards', async () => {
    const { db } = svip
    const store = createMonitoringStore(db)
    const { register, event } = openSignals(svip)
    const everything = async () => ({
      requests: await store.requests(MONTHS),
      signals: await store.signals(MONTHS),
      agreements: await store.agreements(MONTHS),
      acute: await store.acute(MONTHS),
      leadTimes: await store.leadTimes(MONTHS),
      used: await store.used(MONTHS),
    })
    const [objector, other] = [await svip.address(), await svip.address()]
    const live = (address: string) =>
      register.record([
        event('NCG', address, { status: 'S4_1' }),
        event('IMG', address, { status: 'VIEWS' }),
        event('IMG', address, { status: null, phase: 'COMPLETION', open: false, revision: 3 }),
      ])
    await live(other)
    const before = await everything()
    expect(before.signals.length).toBeGreaterThan(0)
    expect(before.leadTimes.length).toBeGreaterThan(0)
    await live(objector)
    const counted = await everything()
    expect(counted).not.toEqual(before)
    const stand = (state: string) =>
      db
        .updateTable('objection')
        .set({ state: state as 'RECEIVED' })
        .where('address_id', '=', objector)
        .execute()
    await db
      .insertInto('objection')
      .values({
        id: '00000000-0000-4000-8000-000000000001',
        revision: 1,
        address_id: objector,
        evidence: 'x',
        recorded_by: 'IMG',
        recorded_at: svip.now().toISOString(),
        owner: null,
        purposes: [],
        state: 'RECEIVED',
        channel: 'FORM',
        received_at: svip.now().toISOString(),
        decide_by: '2026-04-02',
      })
      .execute()
    expect(await everything()).toEqual(before)
    await stand('REJECTED')
    expect(await everything()).toEqual(counted)
  })
})
