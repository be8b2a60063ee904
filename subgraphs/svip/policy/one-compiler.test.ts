import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'
import { STANDING_STATES } from './grounds.ts'

/**
 * Only the SQL in to-sql.ts defines when an objection stands. Migrations keep the definition of their time, and tests have their own
 * expectations.
 */
const ALLOWED = /^policy\/to-sql\.ts$|tables\.ts$|\.test\.ts$/

const STANDING: readonly string[] = STANDING_STATES
const NAMED = new RegExp(`'(${STANDING.join('|')})'`, 'g')

/** Finds copies of the definition in a source: SQL that names an upheld objection, and a list of exactly the standing states. */
function copiesIn(source: string): readonly string[] {
  const copies: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, raw, value, elements } = node as Readonly<Record<string, unknown>>
    const text = type === 'TemplateElement' ? raw : type === 'StringLiteral' ? value : null
    if (typeof text === 'string' && text.match(NAMED)?.includes("'UPHELD'")) copies.push(text)
    if (type === 'ArrayExpression' && Array.isArray(elements)) {
      const held = elements.map((element) => element?.expression?.value)
      if (held.length === STANDING.length && STANDING.every((state) => held.includes(state)))
        copies.push(held.join())
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(source, { syntax: 'typescript', target: 'es2024' }).body)
  return copies
}

test('finds a copy, however it is written', () => {
  for (const source of [
    "sql`select from objection where state in ('RECEIVED', 'UPHELD')`",
    "sql`select from objection o where o.state = any(array['UPHELD', 'RECEIVED'])`",
    "sql.raw(\"not exists (select from objection where state = 'RECEIVED' or state = 'UPHELD')\")",
    `sql\`select \${sql\`o.state in ('UPHELD', 'RECEIVED')\`} from objection o\``,
    "const standing = ['UPHELD', 'RECEIVED']",
    `sql\`state = any(\${['RECEIVED', 'UPHELD']})\``,
  ])
    expect([source, copiesIn(source).length]).toEqual([source, 1])
})

test('accepts other uses of the states', () => {
  for (const source of [
    `sql\`select from objection where state = 'RECEIVED' and decide_by < \${today}\``,
    "const next = { NEW: ['RECEIVED', 'UPHELD', 'REJECTED'] }",
    "sql`where d.cause = 'OBJECTION_UPHELD'`",
    "if (row.state === 'UPHELD') oblige()",
  ])
    expect([source, copiesIn(source)]).toEqual([source, []])
})

test('only the compiler defines in SQL when an objection stands', () => {
  const folder = 'subgraphs/svip'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !ALLOWED.test(file))
    // The list that both the engine and the compiler use.
    .filter((file) => file !== 'policy/grounds.ts')
  expect(files.length).toBeGreaterThan(100)
  const copies = files.map((file) => [file, copiesIn(readFileSync(`${folder}/${file}`, 'utf8'))] as const)
  expect(copies.filter(([, found]) => found.length > 0)).toEqual([])
})
