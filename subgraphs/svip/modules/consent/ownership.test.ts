import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { aJointInspection, anIntegralPlan } from '../../../../test/support/svip/cooperation.ts'
import { noticed } from '../../../../test/support/svip/register.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import { createRegisterStore, type RegisterStore } from '../../register/register-store.ts'
import { createAddressStore } from '../addresses/address-store.ts'
import { createCooperationStore } from '../cooperation/cooperation-store.ts'
import type { NewConsent } from './consent.ts'
import { endFormerOwners } from './ownership.ts'
import { NEW_OWNER } from './record.ts'
import { createWishStore } from './wish-store.ts'

const ncg = someone('NCG', 'case_handler')
const DAY_MS = 86_400_000

describe.each(DATABASES)('a change of owner, over %s', (_name, open) => {
  let svip: SvipUnderTest
  let register: RegisterStore

  beforeAll(async () => {
    svip = await openSvip(open)
    register = createRegisterStore(svip.db, [endFormerOwners(svip.now)])
  })
  afterAll(() => svip?.close())

  const consent = (addressId: string, changes: Partial<NewConsent> = {}): NewConsent => ({
    addressId,
    givenBy: 'OWNER',
    owner: 'IMG',
    recipient: 'NCG',
    purposes: ['COOPERATION'],
    categories: ['FINDINGS'],
    channel: 'FORM',
    evidence: randomUUID(),
    notice: 'v1',
    validFrom: svip.now().toISOString(),
    validUntil: null,
    ...changes,
  })
  const give = (addressId: string, changes: Partial<NewConsent> = {}) =>
    svip.consents.recordConsent(consent(addressId, changes), ncg)
  const transfer = (addressId: string, occurredAt = svip.now().toISOString()) =>
    register.record([noticed({ kind: 'OWNERSHIP_CHANGED', address_id: addressId, occurred_at: occurredAt })])
  const states = async (addressId: string) => {
    const rows = await svip.db
      .selectFrom('consent')
      .select(['given_by', 'state', 'withdrawal_reason'])
      .where('address_id', '=', addressId)
      .orderBy('given_by')
      .execute()
    return rows.map(({ given_by, state, withdrawal_reason }) => [given_by, state, withdrawal_reason])
  }

  test('ends consents of the former owner, also by a representative, and not those of a tenant', async () => {
    const here = await svip.address()
    const there = await svip.address()
    for (const givenBy of ['OWNER', 'REPRESENTATIVE', 'RESIDENT'] as const) await give(here, { givenBy })
    await give(there)
    svip.pass(DAY_MS)
    await transfer(here)
    expect(await states(here)).toEqual([
      ['OWNER', 'WITHDRAWN', NEW_OWNER],
      ['REPRESENTATIVE', 'WITHDRAWN', NEW_OWNER],
      ['RESIDENT', 'GIVEN', null],
    ])
    expect(await states(there)).toEqual([['OWNER', 'GIVEN', null]])
  })

  test('applies from the next query on, and gives recipients the obligations of a withdrawal', async () => {
    const id = await svip.address()
    const { id: consentId } = await give(id)
    const before = await (await svip.asked(ncg, id, 'IMG', 'COOPERATION'))()
    expect(before.decision.categories).toContain('FINDINGS')
    await transfer(id)
    const after = await (await svip.asked(ncg, id, 'IMG', 'COOPERATION'))()
    expect(after.decision.categories).not.toContain('FINDINGS')
    const owed = (await svip.obligations.byCauses([consentId], ncg)).get(consentId)
    expect(owed).toMatchObject([{ cause: 'CONSENT_WITHDRAWN', recipient: 'NCG', state: 'OPEN' }])
  })

  test('leaves statements from after the day of the transfer, when the notice comes late', async () => {
    const id = await svip.address()
    const transferred = svip.now().toISOString()
    await give(id, { evidence: 'van de vorige eigenaar' })
    svip.pass(2 * DAY_MS)
    await give(id, { evidence: 'van de nieuwe eigenaar' })
    // Recorded after the transfer, but stated before it.
    await give(id, { evidence: 'oud formulier', validFrom: '2026-01-05T09:00:00.000Z' })
    await transfer(id, transferred)
    const rows = await svip.db
      .selectFrom('consent')
      .select(['evidence', 'state'])
      .where('address_id', '=', id)
      .execute()
    expect(rows.filter(({ state }) => state === 'GIVEN').map(({ evidence }) => evidence)).toEqual([
      'van de nieuwe eigenaar',
    ])
  })

  test('ends the wish for an integral approach, and keeps it in the history', async () => {
    const id = await svip.address()
    const wish = { addressId: id, integralApproach: true, channel: 'FORM', evidence: 'w-1' } as const
    const { id: wishId } = await createWishStore(svip.db, svip.now).recordWish(wish, ncg)
    await transfer(id)
    const row = await svip.db
      .selectFrom('wish')
      .selectAll()
      .where('address_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ integral_approach: false, revision: 2, evidence: NEW_OWNER })
    const kept = await svip.db
      .selectFrom('statement_revision')
      .select('revision')
      .where('id', '=', wishId)
      .execute()
    expect(kept.map(({ revision }) => revision).sort()).toEqual([1, 2])
  })

  test('carries over no wish or agreement of the former owner', async () => {
    const id = await svip.address()
    const wishes = createWishStore(svip.db, svip.now)
    const cooperation = createCooperationStore(svip.db, svip.now)
    const wish = { addressId: id, integralApproach: true, channel: 'FORM', evidence: 'w-1' } as const
    await wishes.recordWish(
      { ...wish, inspection: 'CONSECUTIVE', process: 'APART', realisation: 'TOGETHER' },
      ncg,
    )
    const change = { actor: ncg }
    const inspection = await cooperation.propose('joint_inspection', aJointInspection(id, svip.now()), change)
    await cooperation.step('joint_inspection', inspection, {
      ...change,
      action: 'RESIDENT_AGREES',
      reason: null,
      changes: { state: 'AGREED', resident_agreed_on: dutchDay(svip.now()), resident_channel: 'VISIT' },
    })
    await cooperation.propose('integral_plan', anIntegralPlan(id, svip.now()), change)
    svip.pass(DAY_MS)
    await transfer(id)

    const [file] = (await cooperation.filesAt([id])).values()
    expect(file?.inspections).toMatchObject([{ state: 'ACCEPTED', revision: 3, resident_agreed_on: null }])
    expect(file?.plans).toMatchObject([{ state: 'DECLINED', revision: 2, ended_reason: NEW_OWNER }])
    expect(file?.steps.filter(({ action }) => action === 'NEW_OWNER')).toHaveLength(2)
    const standing = async () =>
      (await createAddressStore(svip.db).facts([id], dutchDay(svip.now()))).get(id)?.wish
    expect(await standing()).toBeNull()
    // A later wish does not inherit values of the former owner.
    const next = await wishes.recordWish({ ...wish, evidence: 'w-2' }, ncg)
    expect(next).toMatchObject({ inspection: null, process: null, realisation: null, ended_at: null })
    // A repeated or late notice leaves the new owner's statements unchanged.
    await transfer(id, new Date(svip.now().getTime() - 3 * DAY_MS).toISOString())
    expect(await standing()).toMatchObject({ evidence: 'w-2' })
  })

  test('leaves refusals and earlier withdrawals unchanged', async () => {
    const id = await svip.address()
    const { id: first } = await give(id)
    await svip.consents.withdrawConsent(first, { reason: 'zelf', channel: null, evidence: null }, ncg)
    await svip.consents.refuseConsent(consent(id), ncg)
    await transfer(id)
    const rows = await svip.db
      .selectFrom('consent')
      .select(['state', 'withdrawal_reason', 'revision'])
      .where('address_id', '=', id)
      .orderBy('state')
      .execute()
    expect(rows).toEqual([
      { state: 'REFUSED', withdrawal_reason: null, revision: 1 },
      { state: 'WITHDRAWN', withdrawal_reason: 'zelf', revision: 2 },
    ])
  })
})
