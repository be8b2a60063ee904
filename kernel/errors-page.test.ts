import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { ERROR_CODES, HTTP_STATUS } from './errors.ts'
import { OPERATION_CODES } from './graphql/format-error.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const page = read('docs/errors.md')

/** The rows of the tables: code, statuses, cause and remedy. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, code = '', statuses = '', cause, remedy]) => ({
    code: code.replaceAll('`', ''),
    statuses: statuses.split(', ').map(Number),
    cause,
    remedy,
  }))

test('the page has every code that a client can get once, and no other', () => {
  const codes = rows.map(({ code }) => code).toSorted()
  expect(codes).toEqual([...new Set([...ERROR_CODES, ...OPERATION_CODES])].toSorted())
})

test('every code has its HTTP status, a cause and a remedy', () => {
  for (const { code, statuses, cause, remedy } of rows) {
    expect([code, statuses]).toEqual([
      code,
      expect.arrayContaining([code in HTTP_STATUS ? HTTP_STATUS[code as keyof typeof HTTP_STATUS] : 400]),
    ])
    expect([code, cause, remedy]).toEqual([
      code,
      expect.stringMatching(/\w{3}/),
      expect.stringMatching(/\w{3}/),
    ])
  }
})

test.each(['docs/README.md', 'docs/architecture.md'])('%s links to the page', (from) => {
  expect(read(from)).toMatch(/\]\((docs\/)?errors\.md\)/)
})
