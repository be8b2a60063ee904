import type { Scenario } from '../contract.ts'
import { enforcement } from './enforcement.ts'
import { growth } from './growth.ts'
import { heavy } from './heavy.ts'
import { hostile } from './hostile.ts'
import { lengths } from './lengths.ts'
import { list } from './list.ts'
import { unified } from './unified.ts'

/** Every scenario, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [unified, list, heavy, enforcement, growth, lengths, hostile]
