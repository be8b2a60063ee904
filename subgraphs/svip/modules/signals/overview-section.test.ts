import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { openOne } from '../../../../test/support/owner/databases.ts'
import { openSignals } from '../../../../test/support/svip/signals.ts'
import { openSvip, type SvipUnderTest } from '../../../../test/support/svip/svip.ts'
import { signalsSection } from './overview-section.ts'

let svip: SvipUnderTest
let addressId: string
beforeAll(async () => {
  svip = await openSvip(openOne)
  const { register, event, notice } = openSignals(svip)
  addressId = await svip.address()
  await register.record([
    event('IMG', addressId, { status: 'PREPARATION' }),
    event('NCG', addressId, { status: 'S2_1' }),
    notice('NCG', 'DAMAGE_FOUND', addressId),
  ])
})
afterAll(() => svip.close())

const kindsFor = async (party: Owner | null) => {
  const { data } = await svip.db
    .transaction()
    .execute((transaction) => signalsSection.collect(transaction, { addressId, pseudonym: 'x', party }))
  return (data as readonly { kind: string }[]).map(({ kind }) => kind).toSorted()
}

test('the resident gets all signals, and the overview of an agency reveals nothing of the other side', async () => {
  expect(await kindsFor(null)).toEqual([
    'DAMAGE_FOUND',
    'JOINT_INSPECTION_POSSIBLE',
    'JOINT_INSPECTION_POSSIBLE',
  ])
  expect(await kindsFor('NCG')).toEqual(['DAMAGE_FOUND'])
  expect(await kindsFor('IMG')).toEqual([])
})
