import { type RawBuilder, sql } from 'kysely'
import {
  type Caller,
  type DataCategory,
  OWNERS,
  type Owner,
  type Purpose,
} from '../../../../kernel/vocabulary.ts'
import { type Asked, gives, municipalityOn as placeOf } from '../../policy/to-sql.ts'
import type { SignalDirection } from '../../schema.generated.ts'
import { ruleOf, SIGNAL_RULES } from './rules.ts'
import type { SignalRow } from './tables.ts'
import { followUpRole } from './transitions.ts'

/**
 * Who sees which signals, and how much of each. Seeing that there is one is knowing that something plays on the other side; seeing which
 * one can be more. Both follow from the policy of the day, for each reader, at each reading.
 */

/** Who reads, under which policy, when, and what for. */
export type Reader = Asked & {
  readonly caller: Caller
  /** What the reader asks with; `null` when nothing was named. */
  readonly purpose: Purpose | null
  readonly today: string
}

/**
 * `PARTY`: who works with signals of their organisation. `PRIVACY`: its privacy officer, who sees what colleagues may see without a purpose.
 * `SUPERVISOR`: the privacy officer of the SVIP, who sees all. Others have nothing to do with signals.
 */
export type Eyes = 'PARTY' | 'PRIVACY' | 'SUPERVISOR' | null

export function eyesOf(caller: Pick<Caller, 'organisation' | 'roles'>): Eyes {
  const { organisation, roles } = caller
  if (organisation === 'SVIP') return roles.includes('privacy_officer') ? 'SUPERVISOR' : null
  if (followUpRole(caller, { recipient: organisation }) !== null) return 'PARTY'
  return organisation !== 'GEMEENTE' && roles.includes('privacy_officer') ? 'PRIVACY' : null
}

/** `RECEIVED` is to be followed up; `SENT` tells what became of it; `OVERSEEN` is of others. */
export type Direction = SignalDirection | 'OVERSEEN'

export function directionOf(
  { organisation }: Pick<Caller, 'organisation'>,
  { recipient, about }: Pick<SignalRow, 'recipient' | 'about'>,
): Direction {
  if (recipient === organisation) return 'RECEIVED'
  return about === organisation ? 'SENT' : 'OVERSEEN'
}

/** The purpose that knowing of a signal serves. */
export const basicPurpose = ({ organisation }: Pick<Caller, 'organisation'>): Purpose =>
  organisation === 'GEMEENTE' ? 'MUNICIPAL_PLAN' : 'SIGNALLING'

/** The agencies of which somebody learns something by a signal: every one but their own. */
export const othersOf = ({ organisation }: Pick<Caller, 'organisation'>): readonly Owner[] =>
  OWNERS.filter((owner) => owner !== organisation)

/** What one must know of the other side, besides that something is there, to be told the kind of a signal. */
export function neededFor(direction: Direction, { kind }: Pick<SignalRow, 'kind'>): readonly DataCategory[] {
  const { sender, recipient } = ruleOf(kind).reveals
  return direction === 'SENT' ? recipient : sender
}

/** The municipality a signal's address lies in on a day: the one it is for then, whichever it was when it was made. */
export const municipalityOn = (today: string): RawBuilder<string | null> => placeOf('s.address_id', today)

/** The signals that a reader may know of, as a condition on `signal s`; what is not in it is not counted, paged over or told apart. */
export function visibleTo(reader: Reader): RawBuilder<boolean> {
  const { caller, today } = reader
  const eyes = eyesOf(caller)
  // Of an address that the SVIP does not know (yet) there is nothing to tell.
  const known = sql`${municipalityOn(today)} is not null`
  if (eyes === null) return sql`false`
  if (eyes === 'SUPERVISOR') return sql`${known}`
  const { organisation } = caller
  const party =
    organisation === 'GEMEENTE'
      ? sql`s.recipient = 'GEMEENTE'`
      : sql`(s.recipient = ${organisation} or s.about = ${organisation}) and ${known}`
  const present = gives(asColleague(reader), {
    addressId: 's.address_id',
    owners: othersOf(caller),
    purpose: basicPurpose(caller),
    category: 'PRESENCE',
  })
  return sql`(${party} and ${present})`
}

/** A privacy officer is no recipient in the policy: they oversee what their colleagues may see. */
const asColleague = (reader: Reader): Asked =>
  eyesOf(reader.caller) === 'PRIVACY'
    ? { ...reader, caller: { ...reader.caller, roles: ['case_handler'] } }
    : reader

/** The signals whose kind a reader may know, as a condition on `signal s`: a filter by kind finds no others. */
export function knowsKind(reader: Reader): RawBuilder<boolean> {
  const { caller, purpose } = reader
  if (eyesOf(caller) === 'SUPERVISOR') return sql`true`
  const conditions = SIGNAL_RULES.flatMap((rule) =>
    (['RECEIVED', 'SENT'] as const).flatMap((direction) => {
      const needed = neededFor(direction, rule)
      const asks = eyesOf(caller) === 'PARTY' && purpose !== null && rule.purposes.includes(purpose)
      if (needed.length > 0 && !asks) return []
      const side =
        direction === 'SENT'
          ? sql`s.about = ${caller.organisation}`
          : sql`s.recipient = ${caller.organisation}`
      return othersOf(caller).map((owner) => {
        const of = direction === 'RECEIVED' ? [sql`s.about = ${owner}`] : []
        const given = needed.map((category) =>
          gives(reader, {
            addressId: 's.address_id',
            owners: [owner],
            purpose: purpose ?? rule.purposes[0],
            category,
          }),
        )
        return sql`(${sql.join([sql`s.kind = ${rule.kind}`, side, ...of, ...given], sql` and `)})`
      })
    }),
  )
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}
