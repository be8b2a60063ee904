import { expect, test } from '@jest/globals'
import type { Party } from '../../kernel/runtime/party.ts'
import { keepHouse } from './housekeeping.ts'
import type { SvipModule } from './module.ts'
import type { Tables } from './store/tables.ts'

test('a module that fails in a round is logged with its name, and does not stop the others', async () => {
  const [logged, done]: [unknown[], string[]] = [[], []]
  const logger = { error: (fields: object) => void logged.push(fields) }
  const party = { logger } as unknown as Party<Tables>
  const failure = new Error('gone')
  const modules: readonly SvipModule[] = [
    { name: 'first', housekeeping: async () => void done.push('first') },
    { name: 'rejects', housekeeping: () => Promise.reject(failure) },
    {
      name: 'throws',
      housekeeping: () => {
        throw failure
      },
    },
    { name: 'none' },
    { name: 'last', housekeeping: async () => void done.push('last') },
  ]
  await keepHouse(party, { process: {} }, modules)
  expect(done).toEqual(['first', 'last'])
  expect(logged).toEqual([
    { err: failure, module: 'rejects' },
    { err: failure, module: 'throws' },
  ])
})
