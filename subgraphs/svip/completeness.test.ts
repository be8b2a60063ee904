import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Kysely, sql } from 'kysely'
import { type Database, openDatabase } from '../../kernel/database/database.ts'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema } from '../../kernel/graphql/subgraph.ts'
import { assertTablesDeclared, moduleFaults } from './completeness.ts'
import { foldAccess, foldResolvers, foldSections } from './fold.ts'
import type { SvipModule } from './module.ts'
import { MODULES } from './modules/index.ts'
import { migrations, type Tables } from './store/tables.ts'
import { STAFF } from './who.ts'

const { schema } = buildSchema(readTypeDefs('svip'), foldResolvers())
const withThis = (module: Omit<SvipModule, 'name'>): readonly SvipModule[] => [
  ...MODULES,
  { name: 'proof', ...module },
]

describe('the modules of the SVIP', () => {
  test('declare everything', () => {
    expect(moduleFaults(schema, foldSections())).toEqual([])
  })

  test('grant each mutation to roles, and none to all staff', () => {
    const changes = Object.keys(schema.getMutationType()?.getFields() ?? {})
    const access = foldAccess()
    expect(
      changes.filter((name) => !access[`Mutation.${name}`] || access[`Mutation.${name}`] === STAFF),
    ).toEqual([])
  })

  test.each<[string, Omit<SvipModule, 'name'>, string]>([
    [
      'a table that goes with one without a term',
      { tables: { proof: { retention: { with: 'address' }, overview: 'address' } } },
      'proof goes with address, which has no term',
    ],
    [
      'a table in a section that does not exist',
      { tables: { proof: { retention: { not: 'a proof' }, overview: 'proof' } } },
      'proof is shown in proof, which is no section',
    ],
    [
      'a rule for what is not in the schema',
      { access: { 'Query.proof': STAFF } },
      'Query.proof is not in the schema',
    ],
    [
      'a rule on a type that no rules are made of',
      { access: { 'Signal.kind': STAFF } },
      'Signal.kind has a rule that nothing applies',
    ],
    [
      'consequences of which nobody knows which comes first',
      { consequences: [{ order: 1, follow: () => async () => {} }] },
      'two consequences have order 1',
    ],
    ['a rule of two modules', { access: { 'Query.signal': STAFF } }, 'Query.signal is of two modules'],
  ])('reports %s', (_what, module, fault) => {
    expect(moduleFaults(schema, foldSections(), withThis(module))).toEqual([fault])
  })

  test('reports a mutation without a processing activity, and an activity that the register would miss', () => {
    const without = MODULES.map((module) =>
      module.name === 'emergency' ? { ...module, activities: [] } : module,
    )
    expect(moduleFaults(schema, foldSections(), without)).toEqual([
      'Mutation.breakGlass has no processing activity',
      'Mutation.reviewEmergencyAccess has no processing activity',
      'Mutation.releaseEmergencyAccess has no processing activity',
      'no module lists the activity noodtoegang',
    ])
  })

  test('reports two sections of the overview with one name', () => {
    const [first] = foldSections()
    const twice = [...foldSections(), ...(first ? [{ ...first, place: 99 }] : [])]
    expect(moduleFaults(schema, twice)).toEqual(['two sections of the overview are called address'])
  })

  test('a field that two modules resolve stops the start', () => {
    const resolvers = { Query: { signal: () => null } }
    expect(() => foldResolvers(withThis({ resolvers }))).toThrow(
      'Query.signal of proof is of another module too',
    )
  })

  test('list the settings that they read', () => {
    const reads = globSync('subgraphs/svip/modules/*/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/config\.settings\((\w+)\)/g)].map(([, name = '']) => ({
        name,
        module: readFileSync(`${dirname(file)}/module.ts`, 'utf8'),
      })),
    )
    expect(reads.length).toBeGreaterThan(4)
    expect(reads.filter(({ name, module }) => !module.includes(`settings: ${name},`))).toEqual([])
  })
})

describe('the tables of the SVIP', () => {
  let database: Database<Tables>
  beforeAll(async () => {
    database = await openDatabase<Tables>({ directory: 'memory://', migrations })
  })
  afterAll(() => database?.close())

  test('are all declared, and all exist', async () => {
    await assertTablesDeclared(database.db)
  })

  test('an undeclared table stops the start, and so does a declared one that does not exist', async () => {
    const modules = withThis({
      tables: { proof: { retention: { not: 'a proof' }, overview: { not: 'a proof' } } },
    })
    await expect(assertTablesDeclared(database.db, modules)).rejects.toThrow('there is no table proof')
    await sql`create table proof (id uuid)`.execute(database.db as Kysely<unknown>)
    await assertTablesDeclared(database.db, modules)
    await expect(assertTablesDeclared(database.db)).rejects.toThrow('no module says what becomes of proof')
  })
})
