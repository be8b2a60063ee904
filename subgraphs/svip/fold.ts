import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { z } from 'zod'
import type { Activity } from '../../kernel/records/activities.ts'
import { type Kept, PARTY_LOGS } from '../../kernel/records/retention/kinds.ts'
import { COMMON } from './activities.ts'
import type { SvipContext } from './context.ts'
import { keptBy, type SvipModule } from './module.ts'
import { MODULES } from './modules/index.ts'
import { processingSection } from './overview/processing.ts'
import type { Section } from './overview/section.ts'
import type { InProcess } from './parts.ts'
import type { Consequence } from './register/register-store.ts'
import { svipSettings } from './settings.ts'
import type { Access } from './who.ts'

/** Combines the modules into what the process needs. */

type Types = { [type: string]: Record<string, unknown> }

/** @throws {Error} when two modules resolve the same field. */
export function foldResolvers(modules: readonly SvipModule[] = MODULES): GraphQLResolverMap<SvipContext> {
  const folded: Types = {}
  for (const { name, resolvers = {} } of modules)
    for (const [type, fields] of Object.entries(resolvers as Types)) {
      folded[type] ??= {}
      for (const [field, resolve] of Object.entries(fields)) {
        if (folded[type][field]) throw new Error(`${type}.${field} of ${name} is of another module too`)
        folded[type][field] = resolve
      }
    }
  return folded as GraphQLResolverMap<SvipContext>
}

/** Who may query or call each field, by `Type.field`. */
export const foldAccess = (modules: readonly SvipModule[] = MODULES): Access =>
  Object.assign({}, ...modules.map(({ access }) => access)) as Access

/** The activities of the SVIP for its register of processing activities: those of its topics in order, between those of every party. */
export function foldActivities(modules: readonly SvipModule[] = MODULES): readonly Activity<'svip'>[] {
  const { 'eigen-taak': task, ...common } = COMMON
  const topics = modules
    .flatMap(({ activities = [] }) => activities)
    .filter(({ place }) => place !== undefined)
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
  return [task, ...topics, ...Object.values(common)]
}

/** What the SVIP retains, and from when the term counts. */
export const foldKept = (modules: readonly SvipModule[] = MODULES): readonly Kept[] => [
  ...PARTY_LOGS,
  ...modules.flatMap(keptBy),
]

/** The settings of the SVIP and its modules. */
export const foldSettings = (modules: readonly SvipModule[] = MODULES): readonly z.ZodObject[] => [
  svipSettings,
  ...modules.flatMap(({ settings }) => settings ?? []),
]

/** The sections of the overview for a resident, in their order. */
export const foldSections = (modules: readonly SvipModule[] = MODULES): readonly Section[] =>
  [processingSection, ...modules.flatMap(({ sections = [] }) => sections)].toSorted(
    (a, b) => a.place - b.place,
  )

/** The consequences of events of the register, in their declared order. */
export const foldConsequences = (
  here: InProcess,
  modules: readonly SvipModule[] = MODULES,
): readonly Consequence[] =>
  modules
    .flatMap(({ consequences = [] }) => consequences)
    .toSorted((a, b) => a.order - b.order)
    .map(({ follow }) => follow(here))
