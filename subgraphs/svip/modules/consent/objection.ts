import { randomUUID } from 'node:crypto'
import { addMonths } from '../../../../kernel/calendar.ts'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { type Caller, PURPOSES, type Purpose } from '../../../../kernel/vocabulary.ts'
import type { ObjectionState, RecordObjectionInput } from '../../schema.generated.ts'
import type { ObjectionRow } from '../../store/tables.ts'

/** A resident's objection against sharing on a public task (AVG art. 21) and its rules; no database, no GraphQL. */

export const OBJECTION_STATES = [
  'RECEIVED',
  'UPHELD',
  'REJECTED',
  'ENDED',
] as const satisfies readonly ObjectionState[]

export type Decider = Pick<Caller, 'organisation' | 'roles'>

/** What may follow on a state. A rejected one can still be upheld, by a complaint or a court; an ended one is over. */
const NEXT: Readonly<Record<ObjectionState | 'NEW', readonly ObjectionState[]>> = {
  NEW: ['RECEIVED', 'UPHELD', 'REJECTED'],
  RECEIVED: ['UPHELD', 'REJECTED', 'ENDED'],
  UPHELD: ['ENDED'],
  REJECTED: ['UPHELD'],
  ENDED: [],
}

const STANDING: Readonly<Record<ObjectionState, string>> = {
  RECEIVED: 'Dit bezwaar is al ontvangen en wacht op een beslissing.',
  UPHELD: 'Dit bezwaar is al gegrond verklaard. Het kan alleen nog eindigen (ENDED).',
  REJECTED: 'Dit bezwaar is al ongegrond verklaard. Het kan alleen alsnog gegrond worden (UPHELD).',
  ENDED: 'Dit bezwaar is geëindigd. Leg een nieuw bezwaar vast.',
}

/** Months to decide on an objection (AVG art. 12(3)). */
const TERM_MONTHS = 1

/** Whether somebody may decide on objections at all. Recording that one was received is as easy as recording a consent. */
export const mayDecide = ({ roles }: Decider): boolean =>
  roles.includes('svip_officer') || roles.includes('privacy_officer')

/**
 * What the input makes of the objections that are there at its address: a new one, or a decision on one of them.
 * @throws {AppError} as `newObjection` and `decidedObjection`, and `BAD_USER_INPUT` for an id that is not there.
 */
export function judgedObjection(
  input: RecordObjectionInput,
  present: readonly ObjectionRow[],
  caller: Decider,
  at: string,
): ObjectionRow {
  if (typeof input.id !== 'string') return newObjection(randomUUID(), input, caller, at)
  const found = present.find(({ id }) => id === input.id)
  if (!found) throw badInput('Dit bezwaar bestaat niet bij dit adres.')
  return decidedObjection(found, input, caller, at)
}

/**
 * A new objection as it is stored.
 * @throws {AppError} `BAD_USER_INPUT` for a state that nothing begins with, `FORBIDDEN` when only others may decide.
 */
export function newObjection(
  id: string,
  input: RecordObjectionInput,
  caller: Decider,
  at: string,
): ObjectionRow {
  if (!NEXT.NEW.includes(input.state))
    throw badInput('Een nieuw bezwaar kan niet meteen geëindigd zijn (ENDED). Kies RECEIVED.')
  const row: ObjectionRow = {
    id,
    revision: 1,
    address_id: input.addressId,
    owner: input.owner ?? null,
    purposes: distinct(input.purposes ?? []),
    state: input.state,
    channel: input.channel,
    evidence: input.evidence,
    recorded_by: caller.organisation,
    recorded_at: at,
    received_at: at,
    decide_by: addMonths(dutchDay(new Date(at)), TERM_MONTHS),
  }
  if (input.state !== 'RECEIVED') assertMayDecide(row, row, caller)
  return row
}

/**
 * The objection after a decision, in its next revision. A decision can uphold a part of it, never more than it was about.
 * @throws {AppError} `CONFLICT` when its state does not allow it (any more), `BAD_USER_INPUT` when it goes further than the
 * objection, `FORBIDDEN` when others have to decide.
 */
export function decidedObjection(
  present: ObjectionRow,
  input: RecordObjectionInput,
  caller: Decider,
  at: string,
): ObjectionRow {
  if (!NEXT[present.state].includes(input.state)) throw new AppError('CONFLICT', STANDING[present.state])
  const owner = input.owner ?? present.owner
  const purposes = distinct(input.purposes ?? present.purposes)
  const within =
    (present.owner === null || owner === present.owner) &&
    (present.purposes.length === 0 ||
      (purposes.length > 0 && purposes.every((purpose) => present.purposes.includes(purpose))))
  if (!within)
    throw badInput(
      'De beslissing gaat verder dan het bezwaar. Laat owner en purposes weg, of kies een deel ervan.',
    )
  const row: ObjectionRow = {
    ...present,
    revision: present.revision + 1,
    owner,
    purposes,
    state: input.state,
    channel: input.channel,
    evidence: input.evidence,
    recorded_by: caller.organisation,
    recorded_at: at,
  }
  assertMayDecide(present, row, caller)
  return row
}

/**
 * Upholding restricts, so every officer may. What gives room to share again is for who answers for the data, and when the
 * objection is about both agencies for the privacy officer of the SVIP: who wants the data does not decide on it.
 */
function assertMayDecide(present: ObjectionRow, next: ObjectionRow, caller: Decider): void {
  const { organisation, roles } = caller
  const restricts =
    next.state === 'UPHELD' &&
    next.owner === present.owner &&
    next.purposes.length === present.purposes.length
  const answers = organisation === present.owner
  const supervises = organisation === 'SVIP' && roles.includes('privacy_officer')
  if (mayDecide(caller) && (restricts || answers || supervises)) return
  throw new AppError(
    'FORBIDDEN',
    'Over dit bezwaar beslist het SVIP van de organisatie die de gegevens heeft. Gaat het over allebei de organisaties? Dan beslist de functionaris gegevensbescherming van het SVIP.',
  )
}

/** Whether somebody knows of an objection: an agency of those about its own data or everybody's, the SVIP of all. */
export const knowsOf = (
  { organisation }: Pick<Caller, 'organisation'>,
  { owner }: Pick<ObjectionRow, 'owner'>,
): boolean => organisation === 'SVIP' || owner === null || owner === organisation

const distinct = (purposes: readonly Purpose[]) => PURPOSES.filter((purpose) => purposes.includes(purpose))

/** Whether the resident should have had a decision by now. */
export const isLate = ({ state, decide_by }: ObjectionRow, today: string): boolean =>
  state === 'RECEIVED' && decide_by < today
