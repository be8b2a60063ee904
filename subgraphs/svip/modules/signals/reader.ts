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
 * Who sees which signals, and how much of each. A signal reveals that the other side has a file; its kind can reveal more. The policy in
 * force decides both, for each reader and each read.
 */

/** The caller who reads, the policy and moment, and the purpose. */
export type Reader = Asked & {
  readonly caller: Caller
  /** The purpose of the query; `null` without one. */
  readonly purpose: Purpose | null
  readonly today: string
}

/**
 * `PARTY`: staff who handle signals of their organisation. `PRIVACY`: its privacy officer, who sees what colleagues see without a purpose.
 * `SUPERVISOR`: the privacy officer of the SVIP, who sees all signals. `null`: other callers see none.
 */
export type Viewpoint = 'PARTY' | 'PRIVACY' | 'SUPERVISOR' | null

export function viewpointOf(caller: Pick<Caller, 'organisation' | 'roles'>): Viewpoint {
  const { organisation, roles } = caller
  if (organisation === 'SVIP') return roles.includes('privacy_officer') ? 'SUPERVISOR' : null
  if (followUpRole(caller, { recipient: organisation }) !== null) return 'PARTY'
  return organisation !== 'GEMEENTE' && roles.includes('privacy_officer') ? 'PRIVACY' : null
}

/** `RECEIVED`: for the caller's organisation to follow up; `SENT`: sent by it; `OVERSEEN`: between other organisations. */
export type Direction = SignalDirection | 'OVERSEEN'

export function directionOf(
  { organisation }: Pick<Caller, 'organisation'>,
  { recipient, about }: Pick<SignalRow, 'recipient' | 'about'>,
): Direction {
  if (recipient === organisation) return 'RECEIVED'
  return about === organisation ? 'SENT' : 'OVERSEEN'
}

/** The purpose for which a caller may know that a signal exists. */
export const basicPurpose = ({ organisation }: Pick<Caller, 'organisation'>): Purpose =>
  organisation === 'GEMEENTE' ? 'MUNICIPAL_PLAN' : 'SIGNALLING'

/** The agencies that a signal reveals something of: all except the caller's own. */
export const othersOf = ({ organisation }: Pick<Caller, 'organisation'>): readonly Owner[] =>
  OWNERS.filter((owner) => owner !== organisation)

/** The categories, besides presence, that a reader must be allowed to know of the other side to see the kind of a signal. */
export function neededFor(direction: Direction, { kind }: Pick<SignalRow, 'kind'>): readonly DataCategory[] {
  const { sender, recipient } = ruleOf(kind).reveals
  return direction === 'SENT' ? recipient : sender
}

/** The municipality of the signal's address on a day, which is the recipient on that day. */
export const municipalityOn = (today: string): RawBuilder<string | null> => placeOf('s.address_id', today)

/** The condition on `signal s` for the signals that a reader may know of; others are not counted, and look as if they do not exist. */
export function visibleTo(reader: Reader): RawBuilder<boolean> {
  const { caller, today } = reader
  const viewpoint = viewpointOf(caller)
  // Nothing is shown about an address that the SVIP has not imported (yet).
  const known = sql`${municipalityOn(today)} is not null`
  if (viewpoint === null) return sql`false`
  if (viewpoint === 'SUPERVISOR') return sql`${known}`
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

/** A privacy officer is no recipient in the policy, and sees what their colleagues may see. */
const asColleague = (reader: Reader): Asked =>
  viewpointOf(reader.caller) === 'PRIVACY'
    ? { ...reader, caller: { ...reader.caller, roles: ['case_handler'] } }
    : reader

/** The condition on `signal s` for the signals whose kind a reader may know: a filter by kind matches no others. */
export function knowsKind(reader: Reader): RawBuilder<boolean> {
  const { caller, purpose } = reader
  if (viewpointOf(caller) === 'SUPERVISOR') return sql`true`
  const conditions = SIGNAL_RULES.flatMap((rule) =>
    (['RECEIVED', 'SENT'] as const).flatMap((direction) => {
      const needed = neededFor(direction, rule)
      const asks = viewpointOf(caller) === 'PARTY' && purpose !== null && rule.purposes.includes(purpose)
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
