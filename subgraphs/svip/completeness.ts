import type { GraphQLSchema } from 'graphql'
import { type Kysely, sql } from 'kysely'
import { declaredActivities } from '../../kernel/records/activities.ts'
import { foldActivities } from './fold.ts'
import { keptBy, type SvipModule, type TableNotes } from './module.ts'
import { MODULES } from './modules/index.ts'
import type { Section } from './overview/section.ts'
import type { Tables } from './store/tables.ts'

/** Tables that every party has, and those of the migrations. */
const OF_ALL = /^(log|kysely)_/

/** The types whose fields `svipRules` makes rules for. */
const RULED = /^(Query|Mutation|Address)\./

/** @throws {Error} with each table that no module declares, and each that does not exist. */
export async function assertTablesDeclared(
  db: Kysely<Tables>,
  modules: readonly SvipModule[] = MODULES,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema()`.execute(db)
  const present = new Set(rows.map(({ name }) => name).filter((name) => !OF_ALL.test(name)))
  const declared = new Set(modules.flatMap(({ tables = {} }) => Object.keys(tables)))
  const faults = [
    ...[...present]
      .filter((name) => !declared.has(name))
      .map((name) => `no module says what becomes of ${name}`),
    ...[...declared].filter((name) => !present.has(name)).map((name) => `there is no table ${name}`),
  ]
  if (faults.length > 0) throw new Error(`The tables of the SVIP are incomplete: ${faults.join('; ')}`)
}

/**
 * Reports what the modules leave open: a table that is retained with another one without a term, or shown in a section that does not exist;
 * an access rule for a field that is not in the schema; a mutation of a module without a processing activity, or an activity that no module
 * lists; names, places, orders, terms and settings that are used twice.
 */
export function moduleFaults(
  schema: GraphQLSchema,
  sections: readonly Section[],
  modules: readonly SvipModule[] = MODULES,
): readonly string[] {
  const tables = Object.fromEntries(modules.flatMap(({ tables: own = {} }) => Object.entries(own)))
  const shown = new Set(sections.map(({ name }) => name))
  const fields = modules.flatMap(({ access = {} }) => Object.keys(access))
  const isField = (field: string): boolean => {
    const [type = '', name = ''] = field.split('.')
    const found = schema.getType(type)
    return found !== undefined && 'getFields' in found && Object.hasOwn(found.getFields(), name)
  }
  const orders = modules.flatMap(({ consequences = [] }) => consequences.map(({ order }) => order))
  const activities = foldActivities(modules)
  const places = sections.map(({ place }) => place)
  return [
    ...Object.entries(tables).flatMap(([name, { retention, overview }]) => [
      ...('with' in retention && !hasTerm(tables[retention.with])
        ? [`${name} goes with ${retention.with}, which has no term`]
        : []),
      ...(typeof overview === 'string' && !shown.has(overview)
        ? [`${name} is shown in ${overview}, which is no section`]
        : []),
    ]),
    ...fields.filter((field) => !isField(field)).map((field) => `${field} is not in the schema`),
    ...fields
      .filter((field) => !RULED.test(field))
      .map((field) => `${field} has a rule that nothing applies`),
    ...repeated(fields).map((field) => `${field} is of two modules`),
    ...modules
      .filter(({ activities: own = [] }) => own.length === 0)
      .flatMap(({ access = {} }) => Object.keys(access).filter((field) => field.startsWith('Mutation.')))
      .map((field) => `${field} has no processing activity`),
    ...declaredActivities()
      .filter(({ party, id }) => party === 'svip' && !activities.some((activity) => activity.id === id))
      .map(({ name }) => `no module lists the activity ${name}`),
    ...repeated(activities.map(({ name }) => name)).map((name) => `two activities are called ${name}`),
    ...repeated(activities.flatMap(({ place = [] }) => place)).map(
      (place) => `two activities have place ${place}`,
    ),
    ...repeated(
      [...new Set(modules.flatMap(keptBy).map(({ kind, days }) => `${kind} ${days}`))].map(
        (term) => term.split(' ')[0],
      ),
    ).map((kind) => `${kind} has two default terms`),
    ...repeated(modules.flatMap(({ settings }) => Object.keys(settings?.shape ?? {}))).map(
      (setting) => `${setting} is a setting of two modules`,
    ),
    ...repeated(places).map((place) => `two sections of the overview have place ${place}`),
    ...repeated(sections.map(({ name }) => name)).map(
      (name) => `two sections of the overview are called ${name}`,
    ),
    ...repeated(orders).map((order) => `two consequences have order ${order}`),
    ...repeated(modules.map(({ name }) => name)).map((name) => `two modules are called ${name}`),
  ]
}

const hasTerm = (table: TableNotes | undefined): boolean => table !== undefined && 'kind' in table.retention

const repeated = <T>(items: readonly T[]): readonly T[] =>
  items.filter((item, index) => items.indexOf(item) !== index)
