import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { z } from 'zod'
import type { Activity } from '../../kernel/records/activities.ts'
import type { Kept } from '../../kernel/records/retention/kinds.ts'
import type { Party } from '../../kernel/runtime/party.ts'
import type { SvipContext } from './context.ts'
import type { Section } from './overview/section.ts'
import type { InProcess } from './parts.ts'
import type { Consequence } from './register/register-store.ts'
import type { Tables } from './store/tables.ts'
import type { Access } from './who.ts'

/**
 * A topic of the SVIP: everything that the whole must know of it, in one place. `modules/index.ts` lists them, and the process folds the
 * list into its schema, its rules, its tables, its retention and the overview for a resident. What is incomplete stops the start
 * (`completeness.ts`).
 */
export type SvipModule = {
  readonly name: string
  /** Each table of the module, with what becomes of its rows and where a resident reads them. */
  readonly tables?: Readonly<Record<string, TableNotes>>
  /** Each chain that it adds to the log, with its term. */
  readonly chains?: Readonly<Record<string, Kind>>
  readonly resolvers?: GraphQLResolverMap<SvipContext>
  /** Who may ask and change what: `Query.x`, `Mutation.x` and the fields of an address that the module adds, `Address.x`. */
  readonly access?: Access
  /** What its lines in the processing log name (AVG art. 30). A module that changes something has one. */
  readonly activities?: readonly Activity<'svip'>[]
  /** Its part of the overview that a resident gets (AVG art. 15). */
  readonly sections?: readonly Section[]
  /** Its settings; it reads them with `config.settings`. One that is wrong stops the start before the database is opened. */
  readonly settings?: z.ZodObject
  /** What follows in the same transaction when the register takes over events. */
  readonly consequences?: readonly OrderedConsequence[]
  /** Its own endpoints and imports. */
  readonly serve?: (party: Party<Tables>, here: InProcess) => void | Promise<void>
  /** What it does at the start and in each round of the housekeeping. */
  readonly housekeeping?: (party: Party<Tables>, here: InProcess) => Promise<void>
}

/** A reason in words why something that is usual does not hold. */
type Not = { readonly not: string }

export type TableNotes = {
  /** From when the term counts; or the table with whose rows they go; or why there is no term. */
  readonly retention: Term | { readonly with: string } | Not
  /** The section of the overview that shows it, or why none does. */
  readonly overview: string | Not
}

/** What is kept for how long, by default, and the name of the setting that says otherwise. */
type Kind = Pick<Kept, 'kind' | 'days' | 'label'>

/** Each row is kept from when `ended` says, for the term of its kind. */
export type Term = Kind & {
  readonly key?: string
  /** When the term of a row `r` begins, in SQL; null as long as it has not. */
  readonly ended: string
  /** Function of the database that erases, where the process itself may not delete. */
  readonly eraseFunction?: string
}

export type OrderedConsequence = {
  /** What has a lower number comes first: an owner who left has no consents any more when signals are made. */
  readonly order: number
  readonly follow: (here: InProcess) => Consequence
}

/** A term with its default in days, which the setting `SVIP_RETENTION_<kind>_DAYS` may replace. */
export const term = (kind: string, days: number, rest: Omit<Term, 'kind' | 'days'>): Term => ({
  kind,
  days,
  ...rest,
})

/** What a module keeps for a term, as the retention wants it. */
export const keptBy = ({ chains = {}, tables = {} }: SvipModule): readonly Kept[] => [
  ...Object.entries(chains).map(([chain, kind]) => ({ ...kind, chain })),
  ...Object.entries(tables).flatMap(([table, { retention }]) => {
    if (!('kind' in retention)) return []
    const { kind, days, label, key = 'id', ended, eraseFunction } = retention
    return [
      {
        kind,
        days,
        label,
        rows: { table, key, address: 'address_id', ended, ...(eraseFunction && { eraseFunction }) },
      },
    ]
  }),
]

/** When the last track at the address of a row ended: null as long as one runs; without tracks the given moment counts. */
export const afterTracks = (moment: string): string =>
  `case when not exists (select from register_track t where t.address_id = r.address_id and t.open)
   then greatest(${moment}, (select max(t.since) from register_track t where t.address_id = r.address_id)) end`
