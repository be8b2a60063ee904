import type { Scenario } from '../contract.ts'
import { list } from './list.ts'
import { unified } from './unified.ts'

/** Every scenario, in the order of the table. */
export const SCENARIOS: readonly Scenario[] = [unified, list]
