import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { noticed } from '../../../../test/support/svip/register.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import { createRegisterStore } from '../../register/register-store.ts'
import type { ConsentRow } from '../../store/tables.ts'
import type { NewConsent } from './consent.ts'
import { endFormerOwners } from './ownership.ts'
import { createWishStore } from './wish-store.ts'

/**
 * Between a consent and a refusal, the one that the resident stated last counts, in whatever order they were recorded; at the same moment
 * the refusal.
 */

const NCG = someone('NCG', 'case_handler')
const HOUR = 3_600_000

/** A statement of a resident, at an hour: a consent, a refusal or a withdrawal. */
type Said =
  | { readonly is: 'yes' | 'imported yes' | 'no'; readonly hour: number }
  | { readonly is: 'withdrawal'; readonly of: number; readonly after: number }

/** A statement with its index, and for a withdrawal the index of its consent. */
type Word = {
  readonly is: Said['is']
  readonly hour: number
  readonly index: number
  readonly of: number | null
}

const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ is: fc.constantFrom('yes', 'imported yes', 'no'), hour: fc.nat(9) }),
  fc.record({ is: fc.constant('withdrawal' as const), of: fc.nat(5), after: fc.nat(4) }),
)

for (const [name, open] of DATABASES) {
  describe(`the newest statement of a resident, on ${name}`, () => {
    let svip: SvipUnderTest
    beforeAll(async () => {
      svip = await openSvip(open)
    })
    afterAll(() => svip.close())

    const hour = (number: number) =>
      new Date(Date.parse('2026-02-01T00:00:00Z') + number * HOUR).toISOString()
    const statement = (addressId: string, changes: Partial<NewConsent>): NewConsent => ({
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
      svip.consents.recordConsent(statement(addressId, changes), NCG)
    const refuse = (addressId: string, changes: Partial<NewConsent> = {}) =>
      svip.consents.refuseConsent(statement(addressId, changes), NCG)
    const withdraw = (id: string, statedAt: string | null = null) =>
      svip.consents.withdrawConsent(id, { reason: null, channel: null, evidence: null, statedAt }, NCG)
    const importYes = async (addressId: string, at: string): Promise<string> => {
      const row = await give(await svip.address(), { statedAt: at, validFrom: at })
      const imported: ConsentRow = { ...row, id: randomUUID(), address_id: addressId, evidence: randomUUID() }
      await svip.consents.importAll([imported], { organisation: 'SVIP', subject: 'import' })
      return imported.id
    }
    const isOpen = async (addressId: string): Promise<boolean> => {
      const decide = await svip.asked(NCG, addressId, 'IMG', 'COOPERATION')
      return (await decide()).decision.categories.includes('FINDINGS')
    }

    test('decides, in whatever order it was recorded', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(said, { minLength: 1, maxLength: 7 }),
          fc.infiniteStream(fc.nat()),
          async (all, draw) => {
            const id = await svip.address()
            const yeses = all.flatMap((each, index) =>
              each.is === 'yes' || each.is === 'imported yes' ? [index] : [],
            )
            // A withdrawal needs an earlier consent.
            const words = all.flatMap((each, index): Word[] => {
              if (each.is !== 'withdrawal') return [{ ...each, index, of: null }]
              const of = yeses[each.of % Math.max(yeses.length, 1)]
              const yes = of === undefined ? undefined : all[of]
              return of === undefined || !yes || !('hour' in yes)
                ? []
                : [{ is: each.is, hour: yes.hour + each.after, index, of }]
            })
            const ids = new Map<number, string>()
            const withdrawn = new Set<number>()
            const waiting = [...words]
            while (waiting.length > 0) {
              const possible = waiting.filter(({ of }) => of === null || ids.has(of))
              const next = possible[(draw.next().value ?? 0) % possible.length]
              if (!next) throw new Error('nothing can be recorded')
              waiting.splice(waiting.indexOf(next), 1)
              const statedAt = hour(next.hour)
              if (next.is === 'yes')
                ids.set(next.index, (await give(id, { statedAt, validFrom: statedAt })).id)
              else if (next.is === 'imported yes') ids.set(next.index, await importYes(id, statedAt))
              else if (next.is === 'no') await refuse(id, { statedAt })
              else if (next.of !== null && (await withdraw(ids.get(next.of) ?? '', statedAt)))
                withdrawn.add(next.index)
            }
            const hours = (of: (is: string) => boolean) =>
              Math.max(-1, ...words.filter(({ is }) => of(is)).map((each) => each.hour))
            const expected = hours((is) => is.endsWith('yes')) > hours((is) => !is.endsWith('yes'))
            expect([words, await isOpen(id)]).toEqual([words, expected])
          },
        ),
        { numRuns: 25 },
      )
    }, 180_000)

    test('is not undone by the same evidence again, with the same or other contents', async () => {
      const id = await svip.address()
      const evidence = 'formulier-1'
      const first = await give(id, { evidence })
      svip.pass(HOUR)
      await withdraw(first.id)
      svip.pass(HOUR)
      expect(await give(id, { evidence })).toMatchObject({ id: first.id, state: 'WITHDRAWN' })
      for (const changes of [
        { categories: ['FINDINGS', 'PLANNING'] as const },
        { notice: 'v2' },
        { channel: 'EMAIL' as const },
        { purposes: ['COOPERATION', 'INTEGRAL_APPROACH'] as const },
      ])
        expect((await give(id, { evidence, ...changes })).state).toBe('WITHDRAWN')
      expect(await isOpen(id)).toBe(false)
      // A new consent with its own evidence counts.
      await give(id, { evidence: 'formulier-2' })
      expect(await isOpen(id)).toBe(true)
    })

    test('leaves other directions, purposes and categories unchanged', async () => {
      const id = await svip.address()
      const [first] = await Promise.all([give(id), give(id, { categories: ['PLANNING'] })])
      await give(id, { purposes: ['ACCELERATION'] })
      svip.pass(HOUR)
      await withdraw(first.id)
      const rows = await svip.db.selectFrom('consent').select('state').where('address_id', '=', id).execute()
      expect(rows.map(({ state }) => state).sort()).toEqual(['GIVEN', 'GIVEN', 'WITHDRAWN'])
    })

    test('can also be an objection or a new owner, for a consent that is recorded late', async () => {
      const [objected, sold] = [await svip.address(), await svip.address()]
      const before = svip.now().toISOString()
      const inTime = await give(objected, { categories: ['PLANNING'] })
      svip.pass(HOUR)
      await svip.objections.recordObjection(
        {
          id: null,
          addressId: objected,
          owner: null,
          purposes: null,
          state: 'RECEIVED',
          channel: 'FORM',
          evidence: 'b',
        },
        NCG,
      )
      await createRegisterStore(svip.db, [endFormerOwners(svip.now)]).record([
        noticed({ kind: 'OWNERSHIP_CHANGED', address_id: sold, occurred_at: svip.now().toISOString() }),
      ])
      svip.pass(48 * HOUR)
      for (const id of [objected, sold])
        expect([id, (await give(id, { statedAt: before })).state]).toEqual([id, 'WITHDRAWN'])
      // Consent is the resident's own choice: one that was recorded before the objection stays, and so does one that is given after it.
      expect((await svip.consents.find(inTime.id))?.state).toBe('GIVEN')
      for (const id of [objected, sold]) expect((await give(id)).state).toBe('GIVEN')
    })

    test('is also a wish of a later day, and that of a new owner', async () => {
      const wishes = createWishStore(svip.db, svip.now)
      const wish = (addressId: string, integralApproach: boolean, askedOn?: string) =>
        wishes.recordWish(
          { addressId, integralApproach, channel: 'VISIT', evidence: 'e', askedOn: askedOn ?? null },
          NCG,
        )
      const [id, sold] = [await svip.address(), await svip.address()]
      await wish(id, false, '2026-02-20')
      await expect(wish(id, true, '2026-02-19')).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await wish(id, true, '2026-02-20')).toMatchObject({ integral_approach: true, revision: 2 })
      await createRegisterStore(svip.db, [endFormerOwners(svip.now)]).record([
        noticed({ kind: 'OWNERSHIP_CHANGED', address_id: sold, occurred_at: '2026-02-20T09:00:00.000Z' }),
      ])
      await expect(wish(sold, true, '2026-02-20')).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await wish(sold, true, '2026-02-21')).toMatchObject({ revision: 1 })
    })
  })
}
