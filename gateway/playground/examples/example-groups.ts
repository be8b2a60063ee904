import type { SampleAddress } from '../../../dev/world/sample.ts'
import { dutchDay } from '../../../kernel/graphql/scalars.ts'
import { accountability } from './accountability.ts'
import { danger } from './danger.ts'
import type { ExampleGroup } from './example.ts'
import { oneAddress } from './one-address.ts'
import { ownWork } from './own-work.ts'
import { together } from './together.ts'
import { wholeArea } from './whole-area.ts'

/**
 * The examples, in the order in which a new user gets to know the system.
 * @param address an address with both damage and strengthening.
 * @param now sets the year of the figures over time.
 */
export const exampleGroups = (
  { addressId, municipality }: Pick<SampleAddress, 'addressId' | 'municipality'>,
  now: Date,
): readonly ExampleGroup[] => [
  oneAddress(addressId),
  ownWork(addressId),
  together(addressId),
  danger(addressId, municipality),
  wholeArea(`${dutchDay(now).slice(0, 4)}-01-01`),
  accountability(addressId),
]
