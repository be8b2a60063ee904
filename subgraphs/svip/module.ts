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
 * A topic of the SVIP: everything that the process must know of it, in one place. `modules/index.ts` lists the modules, and the process
 * folds the list into its schema, rules, tables, retention and the overview for a resident. An incomplete module stops the start
 * (`completeness.ts`).
 */
export type SvipModule = {
  readonly name: string
  /** The tables of the module, each with its retention and its section of the overview. */
  readonly tables?: Readonly<Record<string, TableNotes>>
  /** The chains that it adds to the log, each with its term. */
  readonly chains?: Readonly<Record<string, Kind>>
  readonly resolvers?: GraphQLResolverMap<SvipContext>
  /** Who may query or call what: `Query.x`, `Mutation.x`, and `Address.x` for the fields of an address that the module adds. */
  readonly access?: Access
  /** The activities that its lines in the processing log name (AVG art. 30). A module with a mutation has at least one. */
  readonly activities?: readonly Activity<'svip'>[]
  /** Its sections of the overview for a resident (AVG art. 15). */
  readonly sections?: readonly Section[]
  /** Its settings, which it reads with `config.settings`. An invalid one stops the start before the database is opened. */
  readonly settings?: z.ZodObject
  /** Its consequences, in the same transaction in which the register applies events. */
  readonly consequences?: readonly OrderedConsequence[]
  /** Registers its own endpoints and imports. */
  readonly serve?: (party: Party<Tables>, here: InProcess) => void | Promise<void>
  /** Runs at the start and in each round of the housekeeping. */
  readonly housekeeping?: (party: Party<Tables>, here: InProcess) => Promise<void>
}

/** Why an exception applies, in words. */
type Not = { readonly not: string }

export type TableNotes = {
  /** The term and its start; or the table with which the rows are erased; or why there is no term. */
  readonly retention: Term | { readonly with: string } | Not
  /** The section of the overview that shows it, or why none does. */
  readonly overview: string | Not
}

/** A kind of data with its default term in days, and the name that is in the setting of its term. */
type Kind = Pick<Kept, 'kind' | 'days' | 'label'>

/** Each row is retained for the term of its kind, counted from `ended`. */
export type Term = Kind & {
  readonly key?: string
  /** The SQL expression for when the term of a row `r` begins; null while it has not begun. */
  readonly ended: string
  /** The database function that erases the rows, where the process itself may not delete. */
  readonly eraseFunction?: string
}

export type OrderedConsequence = {
  /** Lower numbers run first: consents of a former owner have ended before signals are made. */
  readonly order: number
  readonly follow: (here: InProcess) => Consequence
}

/** A term with its default in days, which the setting `SVIP_RETENTION_<kind>_DAYS` can replace. */
export const term = (kind: string, days: number, rest: Omit<Term, 'kind' | 'days'>): Term => ({
  kind,
  days,
  ...rest,
})

/** The terms of a module, in the form of the retention. */
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

/** The SQL expression for when the last track at the address of a row closed: null while one is open; without tracks, the given moment. */
export const afterTracks = (moment: string): string =>
  `case when not exists (select from register_track t where t.address_id = r.address_id and t.open)
   then greatest(${moment}, (select max(t.since) from register_track t where t.address_id = r.address_id)) end`
