import type { Scenario } from '../contract.ts'
import { askList } from './questions.ts'
import { startAll } from './unified.ts'

/** A hundred addresses in one query, both sides of each. */
export const list: Scenario = {
  name: 'list',
  title: 'a list of 100 addresses with both sides, everything on record',
  start: (bench) => startAll(bench, { ask: askList(bench, () => '1000AC'), targets: [], connections: 8 }),
}
