import { generateKeyPairSync } from 'node:crypto'
import type { GraphQLResolverMap } from '@apollo/subgraph'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { concatAST, parse } from 'graphql'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { type Database, openDatabase } from '../../kernel/database/database.ts'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema } from '../../kernel/graphql/subgraph.ts'
import { readSubgraphConfig } from '../../kernel/runtime/config.ts'
import { whole } from '../../kernel/runtime/settings.ts'
import { topicActivity } from './activities.ts'
import { assertTablesDeclared, moduleFaults } from './completeness.ts'
import type { SvipContext } from './context.ts'
import { foldAccess, foldActivities, foldKept, foldResolvers, foldSections, foldSettings } from './fold.ts'
import type { SvipModule } from './module.ts'
import { MODULES } from './modules/index.ts'
import { POLICY_VERSIONS } from './policy/versions/index.ts'
import { processingRegister } from './processing-register/register.ts'
import { migrations, type Tables } from './store/tables.ts'
import { SVIP_OFFICERS } from './who.ts'

/** A topic that exists only in this test: its module declares all that the SVIP has to know of it. */

const topicSettings = z.object({ TREE_PLANTING_DAYS: whole(1, 100, 30) })

const plantTree = topicActivity('boom', {
  place: 99,
  since: '2027-01-01',
  title: 'Bomen planten',
  purpose: 'bijhouden welke bomen er zijn geplant',
  basis: 'PUBLIC_TASK',
  articles: ['Wet op de bomen art. 1'],
  subjects: ['eigenaren'],
  data: [{ what: 'de boom' }],
  leaves: ['de bomen'],
})

const trees: SvipModule = {
  name: 'trees',
  tables: {
    tree: {
      retention: { kind: 'TREES', days: 400, label: 'Bomen', ended: 'r.felled_at' },
      overview: 'trees',
    },
  },
  resolvers: { Mutation: { plantTree: () => true } } as GraphQLResolverMap<SvipContext>,
  access: { 'Mutation.plantTree': [SVIP_OFFICERS] },
  activities: [plantTree],
  settings: topicSettings,
  sections: [{ name: 'trees', place: 99, title: 'Bomen', collect: async () => ({ data: null, blocks: [] }) }],
}
const modules = [...MODULES, trees]

/** Its migration and schema file are its own as well. */
const migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table tree (id uuid primary key, address_id text not null, felled_at timestamptz)`.execute(
      db,
    )
  },
}
const typeDefs = parse('extend type Mutation { plantTree: Boolean! @open(because: "a tree is of nobody") }')

const development = {
  NODE_ENV: 'test',
  SVIP_LOG_SIGNING_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'der' })
    .toString('base64'),
  SVIP_PSEUDONYM_KEY: 'a key for pseudonyms',
  SVIP_CLIENT_SECRET: 'a secret of a client',
  IMG_GRANT_KEYS: `one:${'a'.repeat(43)}`,
  NCG_GRANT_KEYS: `one:${'b'.repeat(43)}`,
}
const readConfig = (environment: Readonly<Record<string, string>>) =>
  readSubgraphConfig(
    'svip',
    { ...development, ...environment },
    { kept: foldKept(modules), settings: foldSettings(modules) },
  )

let database: Database<Tables>
beforeAll(async () => {
  database = await openDatabase<Tables>({
    directory: 'memory://',
    migrations: { ...migrations, '2999-trees': migration },
  })
})
afterAll(() => database?.close())

test('a topic is complete with its module alone', async () => {
  const { schema } = buildSchema(concatAST([readTypeDefs('svip'), typeDefs]), foldResolvers(modules))
  expect(moduleFaults(schema, foldSections(modules), modules)).toEqual([])
  await assertTablesDeclared(database.db, modules)
  expect(foldAccess(modules)).toHaveProperty(['Mutation.plantTree'])
  expect(foldSections(modules).at(-1)?.name).toBe('trees')
})

test('the register of processing activities describes the topic, and the other activities stay unchanged', () => {
  const before = processingRegister(POLICY_VERSIONS, foldActivities()).activities
  const after = processingRegister(POLICY_VERSIONS, foldActivities(modules)).activities
  expect(after.find(({ id }) => id === plantTree.id)).toMatchObject({
    id: 'urn:samenloop:verwerkingsactiviteit:svip:boom:v1',
    validFrom: '2027-01-01',
    name: 'Bomen planten',
    personalData: { retentionPeriod: ['de bomen', 'het verwerkingslogboek'] },
  })
  expect(after.filter(({ id }) => id !== plantTree.id)).toEqual(before)
})

test('its term and settings are read at the start, and an invalid one is reported together with all others', () => {
  const config = readConfig({ SVIP_RETENTION_TREES_DAYS: '500', TREE_PLANTING_DAYS: '7' })
  expect(config.kept.at(-1)).toMatchObject({ kind: 'TREES', days: 500, rows: { table: 'tree', key: 'id' } })
  expect(config.settings(topicSettings).TREE_PLANTING_DAYS).toBe(7)
  expect(readConfig({}).kept.at(-1)?.days).toBe(400)
  expect(() =>
    readConfig({ SVIP_RETENTION_TREES_DAYS: '0', TREE_PLANTING_DAYS: 'x', ACUTE_SAFE_HOURS: '0' }),
  ).toThrow(/(SVIP_RETENTION_TREES_DAYS|TREE_PLANTING_DAYS|ACUTE_SAFE_HOURS)([\s\S]*\n {2}- \w+: ){2}/)
})

test.each<[string, Partial<SvipModule>, string]>([
  ['its activity', { activities: [] }, 'Mutation.plantTree has no processing activity'],
  ['its section', { sections: [] }, 'tree is shown in trees, which is no section'],
  ['an order of its own', { activities: [{ ...plantTree, place: 1 }] }, 'two activities have place 1'],
  [
    'one default for a term',
    {
      tables: {
        ...trees.tables,
        branch: {
          retention: { kind: 'TREES', days: 1, label: 'Takken', ended: 'r.felled_at' },
          overview: 'trees',
        },
      },
    },
    'TREES has two default terms',
  ],
])('a topic without %s is reported', (_what, changes, fault) => {
  const changed = [...MODULES, { ...trees, ...changes }]
  const { schema } = buildSchema(concatAST([readTypeDefs('svip'), typeDefs]), foldResolvers(changed))
  expect(moduleFaults(schema, foldSections(changed), changed)).toContain(fault)
})

test('settings that no module declares cannot be read', () => {
  const { settings } = readSubgraphConfig('svip', development, { kept: foldKept(), settings: foldSettings() })
  expect(() => settings(topicSettings)).toThrow('nobody declares the settings TREE_PLANTING_DAYS')
})
