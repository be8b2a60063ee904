import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { ZodObject } from 'zod'
import { readListSizes } from '../../../gateway/limits/list-sizes.ts'
import { DATABASES } from '../../../test/support/owner/databases.ts'
import { aJointInspection } from '../../../test/support/svip/cooperation.ts'
import { aNewRequest, JAN } from '../../../test/support/svip/requests.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../test/support/svip/svip.ts'
import { createAcuteStore } from '../modules/acute/acute-store.ts'
import { createAddressStore } from '../modules/addresses/address-store.ts'
import type { NewConsent } from '../modules/consent/consent.ts'
import { importConsents } from '../modules/consent/import.ts'
import { createWishStore } from '../modules/consent/wish-store.ts'
import { createCooperationStore } from '../modules/cooperation/cooperation-store.ts'
import { takeStep } from '../modules/requests/actions.ts'

import { createRequestStore } from '../modules/requests/request-store.ts'
import { createSetStore } from '../modules/sets/set-store.ts'
import { hostParts } from '../parts.ts'
import { MAXIMA } from './maxima.ts'

test('the schema gives each maximum as the size of its list', () => {
  const sizes = readListSizes(readFileSync('schema/supergraph.graphql', 'utf8'))
  const sizeOf = (...fields: readonly string[]) => new Set(fields.map((field) => sizes.get(field)))
  expect(sizeOf('Address.consents')).toEqual(new Set([MAXIMA.consents]))
  expect(sizeOf('Address.objections')).toEqual(new Set([MAXIMA.objections]))
  expect(sizeOf('Address.informationRequests')).toEqual(new Set([MAXIMA.informationRequests]))
  expect(sizeOf('Cooperation.jointInspections')).toEqual(new Set([MAXIMA.jointInspections]))
  expect(sizeOf('Cooperation.integralPlans')).toEqual(new Set([MAXIMA.integralPlans]))
  expect(sizeOf('AcuteCase.agreements')).toEqual(new Set([MAXIMA.agreements]))
  expect(sizeOf('AddressSetMember.outcomes')).toEqual(new Set([MAXIMA.outcomes]))
  expect(
    sizeOf(
      'InformationRequest.steps',
      'Signal.steps',
      'AcuteCase.steps',
      'JointInspection.steps',
      'IntegralPlan.steps',
      'CooperationBuddyLink.history',
      'CooperationCoordinator.history',
    ),
  ).toEqual(new Set([MAXIMA.steps]))
  expect(sizeOf('Address.signals')).toEqual(new Set([MAXIMA.signalsShown]))
  expect(sizeOf('Address.acuteCases')).toEqual(new Set([MAXIMA.acuteCasesShown]))
  expect(sizeOf('Address.addressSets')).toEqual(new Set([MAXIMA.addressSetsShown]))
  expect(sizeOf('CooperationWishes.history')).toEqual(new Set([MAXIMA.wishesShown]))
})

const IMG = someone('IMG', 'case_handler')
const NCG = someone('NCG', 'case_handler')
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

for (const [name, open] of DATABASES) {
  describe(`what one address holds, on ${name}`, () => {
    let svip: SvipUnderTest
    let address: string
    beforeAll(async () => {
      svip = await openSvip(open)
    })
    beforeEach(async () => {
      address = await svip.address()
    })
    afterAll(() => svip.close())

    const consent = (changes: Partial<NewConsent> = {}): NewConsent => ({
      addressId: address,
      givenBy: 'OWNER',
      owner: 'NCG',
      recipient: 'IMG',
      purposes: ['COOPERATION'],
      categories: ['FINDINGS'],
      channel: 'LETTER',
      evidence: randomUUID(),
      notice: 'v1',
      validFrom: svip.now().toISOString(),
      validUntil: null,
      ...changes,
    })
    const refused = (what: string) => ({ code: 'BAD_USER_INPUT', message: expect.stringContaining(what) })

    test('there is a last consent, and room for a no after it, which takes back what was given', async () => {
      for (const _ of range(MAXIMA.consentsGiven)) await svip.consents.recordConsent(consent(), IMG)
      await expect(svip.consents.recordConsent(consent(), IMG)).rejects.toMatchObject(
        refused(`hoogstens ${MAXIMA.consentsGiven} toestemmingen`),
      )
      await svip.consents.refuseConsent(consent(), IMG)
      const known = (await createAddressStore(svip.db).facts([address], '2026-03-02')).get(address)
      expect(known?.consents.filter(({ state }) => state === 'GIVEN')).toEqual([])
      for (const _ of range(MAXIMA.consents - MAXIMA.consentsGiven - 1))
        await svip.consents.refuseConsent(consent(), IMG)
      await expect(svip.consents.refuseConsent(consent(), IMG)).rejects.toMatchObject(
        refused('recordObjection'),
      )
    })

    test('a file with consents is taken as far as they fit, and the same file again changes nothing', async () => {
      const rows = range(MAXIMA.consents + 3).map((index) => ({
        address_id: address,
        given_by: 'OWNER' as const,
        owner: 'NCG' as const,
        recipient: 'IMG' as const,
        purposes: ['COOPERATION' as const],
        categories: ['FINDINGS' as const],
        channel: 'LETTER' as const,
        evidence: `brief-${index}`,
        notice: 'v1',
        valid_from: '2026-01-01T00:00:00.000Z',
        valid_until: null,
        withdrawn_at: null,
      }))
      const results = await importConsents(svip.consents, createAddressStore(svip.db), rows)
      expect(results.filter((result) => result === 'loaded')).toHaveLength(MAXIMA.consents)
      expect(results.slice(-3)).toEqual(
        range(3).map(() => ({ rejected: expect.stringContaining(`hoogstens ${MAXIMA.consents}`) })),
      )
      const again = await importConsents(svip.consents, createAddressStore(svip.db), rows)
      expect(again.filter((result) => result === 'unchanged')).toHaveLength(MAXIMA.consents)
    })

    test('what a decision puts on record does not grow with what others do at the address', async () => {
      const sizeOf = async () => {
        const decide = await svip.asked(someone('IMG', 'case_handler'), address, 'NCG', 'COOPERATION')
        return JSON.stringify((await decide()).facts).length
      }
      await svip.consents.recordConsent(consent(), IMG)
      const before = await sizeOf()
      const others = [
        { owner: 'IMG', recipient: 'NCG' },
        { owner: 'NCG', recipient: 'GEMEENTE' },
        { purposes: ['STATUS_EXCHANGE'] },
      ] as const
      for (const index of range(MAXIMA.consentsGiven - 1))
        await svip.consents.recordConsent(consent(others[index % others.length]), NCG)
      expect(await sizeOf()).toBe(before)
    })

    test('there is a last objection', async () => {
      const object = () =>
        svip.objections.recordObjection(
          {
            id: null,
            addressId: address,
            owner: null,
            purposes: [],
            state: 'RECEIVED',
            channel: 'LETTER',
            evidence: randomUUID(),
          } as never,
          IMG,
        )
      for (const _ of range(MAXIMA.objections)) await object()
      await expect(object()).rejects.toMatchObject(refused('bezwaren'))
    })

    test('there is a last information request; one that is sent again is still the one that is there', async () => {
      const requests = createRequestStore(svip.db, svip.now)
      const last = aNewRequest(address)
      for (const _ of range(MAXIMA.informationRequests - 1)) await requests.submit(aNewRequest(address), JAN)
      const { id } = await requests.submit(last, JAN)
      await expect(requests.submit(aNewRequest(address), JAN)).rejects.toMatchObject(
        refused('informatieverzoeken'),
      )
      expect((await requests.submit(last, JAN)).id).toBe(id)
    })

    test('steps go on without end for nobody, and whoever ends it always can', async () => {
      const requests = createRequestStore(svip.db, svip.now)
      let row = await requests.submit(aNewRequest(address), JAN)
      const onRecord: string[] = []
      const take = (action: 'ASSIGN' | 'WITHDRAW', edit: object) => {
        const caller =
          action === 'ASSIGN' ? someone('IMG', 'svip_officer') : { ...IMG, subject: row.requester_subject }
        const recordOwn = async (_about: unknown, what: string) => {
          onRecord.push(what)
        }
        const here = hostParts(
          { db: svip.db, config: { settings: (part: ZodObject) => part.parse({}) } } as never,
          [],
        )
        const context = { ...here, caller, now: svip.now, forget: () => {}, recordOwn }
        return takeStep(context as never, action, row, () => ({ reason: null, ...edit }))
      }
      for (;;) {
        const next = await take('ASSIGN', { changes: { assignee: `jan-${row.revision}` } }).catch(
          (error: unknown) => error,
        )
        if (next instanceof Error) {
          expect(next).toMatchObject(refused('Rond dit af'))
          break
        }
        row = next as typeof row
        expect(row.revision).toBeLessThan(MAXIMA.steps)
      }
      row = await take('WITHDRAW', { state: 'WITHDRAWN' })
      expect(await requests.stepsOf([row.id])).toHaveLength(row.revision)
      expect(row.revision).toBeLessThanOrEqual(MAXIMA.steps)
      // What was refused is not among what was done.
      expect(onRecord).toHaveLength(row.revision - 1)
    })

    test('there is a last proposal for a joint inspection', async () => {
      const files = createCooperationStore(svip.db, svip.now)
      const propose = () =>
        files.propose('joint_inspection', aJointInspection(address, svip.now()), { actor: IMG })
      for (const _ of range(MAXIMA.jointInspections)) {
        const row = await propose()
        await files.step('joint_inspection', row, {
          action: 'WITHDRAW',
          actor: IMG,
          reason: null,
          changes: { state: 'WITHDRAWN', ended_at: svip.now().toISOString() },
        })
      }
      await expect(propose()).rejects.toMatchObject(refused('gezamenlijke opname'))
    })

    test('of wishes the latest are shown', async () => {
      const wishes = createWishStore(svip.db, svip.now)
      for (const index of range(MAXIMA.wishesShown + 5))
        await wishes.recordWish(
          { addressId: address, integralApproach: index % 2 === 0, channel: 'LETTER', evidence: 'x' },
          IMG,
        )
      const file = (await createCooperationStore(svip.db, svip.now).filesAt([address])).get(address)
      expect(file?.wishes.map(({ revision }) => revision)).toEqual(
        range(MAXIMA.wishesShown).map((index) => index + 6),
      )
    })

    test('a meeting has a last agreement, and an open case is always among those shown', async () => {
      const store = createAcuteStore(svip.db, { safeHours: 48, now: svip.now })
      const open = await store.report(
        { address_id: address, reference: null, description: 'x', reported_at: '2020-01-01T00:00:00.000Z' },
        IMG,
      )
      const closed = range(MAXIMA.acuteCasesShown + 2).map(() => ({
        ...open,
        id: randomUUID(),
        state: 'CLOSED' as const,
        reported_at: '2025-01-01T00:00:00.000Z',
        closed_at: '2025-02-01T00:00:00.000Z',
      }))
      await svip.db.insertInto('acute_case').values(closed).execute()
      const shown = await store.byAddresses([address])
      expect(shown).toHaveLength(MAXIMA.acuteCasesShown)
      expect(shown.map(({ id }) => id)).toContain(open.id)
      const agree = () =>
        store.agree({
          id: randomUUID(),
          case_id: open.id,
          revision: 1,
          met_on: '2026-03-02',
          what: 'stutten',
          responsible: 'IMG',
          due_on: '2026-03-09',
          done_on: null,
          remarks: null,
          recorded_by: 'IMG',
          recorded_at: svip.now().toISOString(),
        })
      for (const _ of range(MAXIMA.agreements)) await agree()
      await expect(agree()).rejects.toMatchObject(refused('afspraken'))
    })

    test('the sets go page by page, all of them once, newest first', async () => {
      const sets = createSetStore(svip.db, svip.now)
      const made: string[] = []
      for (const index of range(7)) {
        svip.pass(index % 2)
        const set = { name: randomUUID(), kind: 'PILOT', purpose: 'COOPERATION', description: 'x' } as const
        made.push((await sets.create(set, IMG)).id)
      }
      const read: string[] = []
      let after: string | null = null
      for (let more = true; more; ) {
        const list = await sets.page('PILOT', true, { first: 3, after })
        const page = list.connection(({ id }) => id) as {
          readonly nodes: readonly string[]
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
        }
        read.push(...page.nodes)
        after = page.pageInfo.endCursor
        more = page.pageInfo.hasNextPage
      }
      expect(read.toSorted()).toEqual(made.toSorted())
      expect(read).toEqual(
        (await sets.list('PILOT', true))
          .map(({ id }) => id)
          .toSorted((a, b) => read.indexOf(a) - read.indexOf(b)),
      )
      await expect(sets.page(null, null, { first: 3, after: 'x' })).rejects.toMatchObject(refused('cursor'))
    })
  })
}
