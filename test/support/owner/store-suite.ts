import { describe } from '@jest/globals'
import type { FileRow } from '../../../subgraphs/agency/file-table.ts'
import { DATABASES } from './databases.ts'
import { describeChanges } from './store-changes.ts'
import { describeImports } from './store-imports.ts'
import { describeReading } from './store-reading.ts'
import { describeRegister } from './store-register.ts'
import { type StoreSubject, type StoreUnderTest, storeUnderTest } from './store-under-test.ts'

/** Tests an agency's store on every database. `more` has the tests for this agency only. */
export function describeStore<Row extends FileRow>(
  subject: StoreSubject<Row>,
  more: (suite: StoreUnderTest<Row>) => void = () => {},
): void {
  describe.each(DATABASES)('over %s', (_name, open) => {
    const suite = storeUnderTest(subject, open)
    describeChanges(subject, suite)
    describeReading(subject, suite)
    describeImports(subject, suite)
    describeRegister(subject, suite)
    more(suite)
  })
}
