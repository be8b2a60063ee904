import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { aJointInspection } from '../../../../test/support/svip/cooperation.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import { migrations } from '../../store/tables.ts'
import { createWishStore } from '../consent/wish-store.ts'
import { type CooperationStore, createCooperationStore } from './cooperation-store.ts'
import { linkHandlers } from './steps.ts'
import { cooperationTables } from './tables.ts'

const IMG = someone('IMG', 'case_handler')
const NCG = someone('NCG', 'case_handler')
const person = (name: string) => ({ name, phone: null, email: null })

for (const [name, open] of DATABASES) {
  describe(`cooperation files on ${name}`, () => {
    let svip: SvipUnderTest
    let store: CooperationStore
    let address: string
    beforeAll(async () => {
      svip = await openSvip(open)
      store = createCooperationStore(svip.db, svip.now)
    })
    beforeEach(async () => {
      address = await svip.address()
      svip.pass(1000)
    })
    afterAll(() => svip.close())

    const inspection = () => aJointInspection(address, svip.now())
    const file = async () => (await store.filesAt([address])).get(address)

    test('without any change are returned, and are empty', async () => {
      expect(await file()).toEqual({
        address_id: address,
        cooperation: null,
        link: null,
        inspections: [],
        plans: [],
        steps: [],
        wishes: [],
      })
    })

    test('are read in one statement, however many', async () => {
      const ids = [address, await svip.address(), await svip.address()]
      const before = svip.statements()
      await store.filesAt(ids)
      expect(svip.statements() - before).toBe(1)
    })

    test('a change that fails leaves no step, and a step is never changed', async () => {
      const row = await store.propose('joint_inspection', inspection(), { actor: IMG })
      const refused = () => {
        throw new Error('de bewoner wil het niet')
      }
      await expect(
        store.step('joint_inspection', row, {
          action: 'ACCEPT',
          actor: NCG,
          reason: null,
          changes: {},
          judge: refused,
        }),
      ).rejects.toThrow('wil het niet')
      await expect(
        store.step('joint_inspection', row, {
          action: 'ACCEPT',
          actor: NCG,
          reason: null,
          changes: { ended_reason: 'een\0twee' },
        }),
      ).rejects.toThrow()
      expect((await file())?.steps).toHaveLength(1)
      expect((await file())?.inspections).toMatchObject([{ revision: 1, state: 'PROPOSED' }])
      if (name === 'PostgreSQL')
        await expect(
          sql`update cooperation_step set reason = 'x' where address_id = ${address}`.execute(svip.db),
        ).rejects.toThrow('permission denied')
    })

    test('of two steps on one revision the second is refused', async () => {
      const row = await store.propose('joint_inspection', inspection(), { actor: IMG })
      const accept = () =>
        store.step('joint_inspection', row, {
          action: 'ACCEPT',
          actor: NCG,
          reason: null,
          changes: { state: 'ACCEPTED' },
        })
      const results = await Promise.allSettled([accept(), accept()])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'CONFLICT' },
      })
    })

    test('a concurrent wish and proposal never leave an open proposal that is against the wish', async () => {
      const wishes = createWishStore(svip.db, svip.now)
      const apart = { addressId: address, integralApproach: false, channel: 'PHONE', evidence: 'e' } as const
      const judge = (wish: { readonly integral_approach: boolean } | null) => {
        if (wish?.integral_approach === false) throw new Error('apart')
      }
      await Promise.allSettled([
        wishes.recordWish(apart, IMG),
        store.propose('joint_inspection', inspection(), { actor: IMG, judge }),
      ])
      expect((await file())?.inspections.filter(({ ended_at }) => ended_at === null)).toEqual([])
    })

    test('a link that a request made is in the same file', async () => {
      await svip.db.transaction().execute((transaction) =>
        linkHandlers(
          transaction,
          {
            address_id: address,
            request_id: null,
            img_handler: person('Hanna'),
            ncg_handler: person('Noor'),
            linked_at: svip.now().toISOString(),
          },
          IMG,
        ),
      )
      expect(await file()).toMatchObject({
        link: { revision: 1, img_handler: { name: 'Hanna' } },
        steps: [
          {
            kind: 'BUDDY_LINK',
            action: 'LINK',
            organisation: 'IMG',
            content: { ncg_handler: { name: 'Noor' } },
          },
        ],
      })
    })
  })
}

test('the history of an earlier link begins with the migration', async () => {
  const open = DATABASES[0]?.[1]
  if (!open) throw new Error('no database')
  // The migrations up to and including the cooperation files.
  const landed = Object.fromEntries(
    Object.entries(migrations).filter(([key]) => key < '2026-11-22-svip-8-cooperation'),
  )
  const database = await open(landed)
  try {
    await sql`insert into address values ('0010200000000001', 'Proefstraat', 1, null, null, '9919AA', 'Loppersum')`.execute(
      database.db,
    )
    await sql`insert into buddy_link (address_id, revision, img_handler, ncg_handler, linked_at)
        values ('0010200000000001', 3, '{"name":"Hanna"}', '{"name":"Noor"}', '2026-01-01T00:00:00Z')`.execute(
      database.db,
    )
    await cooperationTables.up(database.db)
    const { rows } = await sql`select kind, revision, action, content from cooperation_step`.execute(
      database.db,
    )
    expect(rows).toEqual([
      {
        kind: 'BUDDY_LINK',
        revision: 3,
        action: 'LINK',
        content: { img_handler: { name: 'Hanna' }, ncg_handler: { name: 'Noor' } },
      },
    ])
  } finally {
    await database.close()
  }
})
