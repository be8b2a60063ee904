import { dutchDay } from '../../../kernel/graphql/scalars.ts'
import type { SampleAddress } from '../../../world/sample.ts'
import { accountability } from './accountability.ts'
import { danger } from './danger.ts'
import type { ExampleGroup } from './example.ts'
import { oneAddress } from './one-address.ts'
import { ownWork } from './own-work.ts'
import { together } from './together.ts'
import { wholeArea } from './whole-area.ts'

/**
 * The examples, in the order in which somebody gets to know the system.
 * @param address where damage and strengthening come together.
 * @param now figures through time are those of its year.
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
