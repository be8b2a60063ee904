import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'

/** The parts of the product, and which other parts each may import. Tests and the bench may import anything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'kernel/': [],
  'dev/identity/': ['kernel/'],
  'subgraphs/agency/': ['kernel/'],
  'subgraphs/img/': ['kernel/', 'subgraphs/agency/'],
  'subgraphs/ncg/': ['kernel/', 'subgraphs/agency/'],
  'subgraphs/svip/': ['kernel/'],
  'dev/world/': ['kernel/', 'tools/csv/', 'tools/import/'],
  // The examples of the playground use addresses of the synthetic world.
  'gateway/': ['kernel/', 'dev/world/sample.ts'],
  'tools/csv/': ['kernel/'],
  'tools/import/': ['kernel/', 'tools/csv/'],
  'tools/': ['kernel/', 'dev/', 'subgraphs/', 'gateway/'],
}

/** The accepted import cycles, with the reason. Any other cycle fails the test. */
const KNOWN_CYCLES: readonly { readonly reason: string; readonly files: readonly string[] }[] = [
  {
    reason: 'the tables of the SVIP are one type, and the rows of the first migration are declared beside it',
    files: [
      'subgraphs/svip/modules/consent/consent.ts',
      'subgraphs/svip/modules/consent/record.ts',
      'subgraphs/svip/modules/consent/tables.ts',
      'subgraphs/svip/modules/potential/count.ts',
      'subgraphs/svip/modules/potential/fill.ts',
      'subgraphs/svip/modules/potential/situation.ts',
      'subgraphs/svip/modules/potential/tables.ts',
      'subgraphs/svip/modules/resident/tables.ts',
      'subgraphs/svip/register/event.ts',
      'subgraphs/svip/register/other-side.ts',
      'subgraphs/svip/register/tables.ts',
      'subgraphs/svip/store/tables.ts',
    ],
  },
]

/** Imports from one module of the SVIP into another. Lower this number when there are fewer; never raise it. */
const MOST_CROSS_MODULE_IMPORTS = 58

type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** The files that a source text imports, types included: `from '…'`, `import '…'`, `import('…')` and `new URL('…')`. */
const importsOf = (file: string, text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'(\.{1,2}\/[^']+\.(?:ts|mjs|js))'/g)].map(
      ([, path = '']) => join(dirname(file), path),
    ),
  )

const isProduct = (file: string) => /\.(ts|mjs|js)$/.test(file) && !file.endsWith('.test.ts')
const files = ['dev', 'gateway', 'kernel', 'subgraphs', 'tools'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter(isProduct),
)
const product: Graph = new Map(files.map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]))

/** The groups of files that import each other, directly or indirectly (Tarjan). */
function cyclesIn(graph: Graph): readonly (readonly string[])[] {
  const cycles: string[][] = []
  const order = new Map<string, number>()
  const open: string[] = []
  const visit = (file: string): number => {
    const own = order.size
    order.set(file, own)
    open.push(file)
    let lowest = own
    const imported = graph.get(file) ?? new Set<string>()
    for (const other of imported) {
      if (!order.has(other)) lowest = Math.min(lowest, visit(other))
      else if (open.includes(other)) lowest = Math.min(lowest, order.get(other) ?? own)
    }
    if (lowest === own) {
      const group = open.splice(open.indexOf(file))
      if (group.length > 1 || imported.has(file)) cycles.push(group.toSorted())
    }
    return lowest
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return cycles
}

/** The forbidden imports of product files. */
function forbiddenIn(graph: Graph): readonly string[] {
  return [...graph].flatMap(([file, imported]) => {
    const [part = '', allowed = []] = Object.entries(MAY_IMPORT).find(([name]) => file.startsWith(name)) ?? []
    return [...imported]
      .filter((other) => !isProduct(other) || ![part, ...allowed].some((name) => other.startsWith(name)))
      .map((other) => `${file} imports ${other}`)
  })
}

const moduleOf = (file: string) => /^subgraphs\/svip\/modules\/([^/]+)\//.exec(file)?.[1]

const crossModuleImportsIn = (graph: Graph): number =>
  [...graph].flatMap(([file, imported]) =>
    [...imported].filter((other) => {
      const [from, to] = [moduleOf(file), moduleOf(other)]
      return from !== undefined && to !== undefined && from !== to
    }),
  ).length

test('reads every form of import', () => {
  const text = `import type { A } from './a.ts'\nexport * from '../b.ts'\nimport './c.js'\nawait import('./d.ts')
new Worker(new URL('./e.mjs', import.meta.url))\nimport fastify from 'fastify'\nimport {\n  F,\n} from './f.ts'`
  expect([...importsOf('x/y/z.ts', text)]).toEqual([
    'x/y/a.ts',
    'x/b.ts',
    'x/y/c.js',
    'x/y/d.ts',
    'x/y/e.mjs',
    'x/y/f.ts',
  ])
})

test('finds what is not allowed', () => {
  const graph = (edges: Readonly<Record<string, readonly string[]>>): Graph =>
    new Map(Object.entries(edges).map(([file, imported]) => [file, new Set(imported)]))
  for (const [file, other] of [
    ['kernel/a.ts', 'subgraphs/svip/b.ts'],
    ['kernel/a.ts', 'tools/b.ts'],
    ['gateway/a.ts', 'subgraphs/img/b.ts'],
    ['gateway/a.ts', 'dev/world/b.ts'],
    ['subgraphs/img/a.ts', 'gateway/b.ts'],
    ['subgraphs/img/a.ts', 'subgraphs/ncg/b.ts'],
    ['kernel/a.ts', 'kernel/b.test.ts'],
    ['tools/a.ts', 'test/support/b.ts'],
    ['tools/a.ts', 'bench/b.ts'],
  ] as const)
    expect(forbiddenIn(graph({ [file]: [other] }))).toEqual([`${file} imports ${other}`])
  expect(forbiddenIn(graph({ 'gateway/a.ts': ['kernel/b.ts', 'gateway/c.ts'] }))).toEqual([])
  expect(cyclesIn(graph({ a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: [], f: ['f'] }))).toEqual([
    ['a', 'b', 'c'],
    ['f'],
  ])
  const modules = 'subgraphs/svip/modules'
  expect(
    crossModuleImportsIn(
      graph({ [`${modules}/a/x.ts`]: [`${modules}/b/y.ts`, `${modules}/a/z.ts`, 'kernel/k.ts'] }),
    ),
  ).toBe(1)
})

test('each part imports what it may, and nothing of the tests', () => {
  expect(product.size).toBeGreaterThan(300)
  expect(forbiddenIn(product)).toEqual([])
})

test('no files import each other, types included', () => {
  const cycles = cyclesIn(product)
  const isWithin = (cycle: readonly string[], known: readonly string[]) =>
    cycle.every((file) => known.includes(file))
  expect(cycles.filter((cycle) => !KNOWN_CYCLES.some(({ files: known }) => isWithin(cycle, known)))).toEqual(
    [],
  )
  expect(KNOWN_CYCLES.filter(({ files: known }) => !cycles.some((cycle) => isWithin(cycle, known)))).toEqual(
    [],
  )
})

test('the modules of the SVIP lean on each other no more than they did', () => {
  expect(crossModuleImportsIn(product)).toBeLessThanOrEqual(MOST_CROSS_MODULE_IMPORTS)
})

test('the day of a moment is the day in the Netherlands, and days are counted on the calendar', () => {
  // A day has 23 or 25 hours twice a year, and begins an hour or two before that of UTC.
  const clockwork =
    /toISOString\(\)\.slice\(0, 10\)|Date\.now\(\) [-+] [^\n;]*(DAY|86_400_000)[^\n]*(slice|dutchDay)/
  const may = ['dev/world/calendar.ts', 'kernel/calendar.ts', 'kernel/graphql/scalars.ts']
  const system = readdirSync('test/federation', { encoding: 'utf8' }).map((file) => `test/federation/${file}`)
  const found = [...product.keys(), ...system].filter((file) => clockwork.test(readFileSync(file, 'utf8')))
  expect(found.toSorted()).toEqual(may)
})
