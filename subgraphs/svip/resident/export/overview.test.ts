import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { getDocumentProxy } from 'unpdf'
import type { Database } from '../../../../kernel/database.ts'
import type { Tables } from '../../store/tables.ts'
import { DATABASES, EMPLOYEES, fillAddress, makeAddress, recorder, SUBJECT, someone } from '../testkit.ts'
import { collectOverview, type Overview, overviewJson, SECTIONS } from './overview.ts'
import { overviewPdf } from './pdf.ts'

const NOW = '2026-11-22T10:00:00.000Z'

describe.each(DATABASES)('the overview for a resident, on %s', (_name, open) => {
  let database: Database<Tables>
  let records: ReturnType<typeof recorder>
  beforeAll(async () => {
    database = await open()
    records = recorder(database)
    await makeAddress(database)
    await fillAddress(database)
    await records.decided([
      {},
      { purpose: 'SIGNALLING', opened: { granted: false, registerShown: true } },
      {
        purpose: 'MUNICIPAL_PLAN',
        caller: someone({ organisation: 'GEMEENTE', roles: ['municipal_officer'], municipality: '1979' }),
      },
      { purpose: 'STUCK_CASE' },
      {},
    ])
    await records.shown('Register van beide kanten getoond', 3)
  })
  afterAll(async () => {
    await records?.close()
    await database?.close()
  })
  const collect = (party: 'IMG' | 'NCG' | null = null): Promise<Overview> =>
    collectOverview(database.db, { ...SUBJECT, party }, NOW)

  test('look', async () => {
    const overview = await collect()
    console.log(overviewJson(overview))
    const pdf = await overviewPdf(overview)
    writeFileSync('/tmp/rl2/out.pdf', pdf)
    const doc = await getDocumentProxy(new Uint8Array(pdf))
    console.log(doc.numPages, SECTIONS.length, EMPLOYEES.name)
  })
})
