import { randomUUID } from 'node:crypto'
import { addMonths } from '../../../../kernel/calendar.ts'
import { AppError, badInput } from '../../../../kernel/errors.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { type Caller, PURPOSES, type Purpose } from '../../../../kernel/vocabulary.ts'
import type { ObjectionState, RecordObjectionInput } from '../../schema.generated.ts'
import type { ObjectionRow } from '../../store/tables.ts'

/** A resident's objection against sharing on a public task (AVG art. 21) and its rules. Pure: no database, no GraphQL. */

export const OBJECTION_STATES = [
  'RECEIVED',
  'UPHELD',
  'REJECTED',
  'ENDED',
] as const satisfies readonly ObjectionState[]

export type Decider = Pick<Caller, 'organisation' | 'roles'>

/** The possible next states. A rejected objection can still be upheld, after a complaint or by a court; `ENDED` is final. */
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

/** The term for a decision in months (AVG art. 12(3)). */
const TERM_MONTHS = 1

/** Whether the caller has a role that decides on objections. Recording a received objection needs no such role. */
export const mayDecide = ({ roles }: Decider): boolean =>
  roles.includes('svip_officer') || roles.includes('privacy_officer')

/**
 * Returns the row that the input makes: a new objection, or the decision on an existing one.
 * @throws {AppError} as `newObjection` and `decidedObjection`, and `BAD_USER_INPUT` for an unknown id.
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
 * The row of a new objection.
 * @throws {AppError} `BAD_USER_INPUT` for a state in which an objection cannot begin, `FORBIDDEN` when the caller may not decide.
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
 * The next revision of an objection after a decision. A decision can uphold part of an objection, but not exceed it.
 * @throws {AppError} `CONFLICT` when the state does not allow it (any more), `BAD_USER_INPUT` when it exceeds the objection, `FORBIDDEN`
 * when the caller may not decide.
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
 * Upholding restricts sharing, so every officer may decide it. A decision that allows sharing again is for the agency that owns the data,
 * or, when the objection concerns both agencies, for the privacy officer of the SVIP: an agency that wants the data does not decide on it.
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

/** Whether the caller may know of an objection: an agency of objections to sharing its own data or all data, the SVIP of all. */
export const knowsOf = (
  { organisation }: Pick<Caller, 'organisation'>,
  { owner }: Pick<ObjectionRow, 'owner'>,
): boolean => organisation === 'SVIP' || owner === null || owner === organisation

const distinct = (purposes: readonly Purpose[]) => PURPOSES.filter((purpose) => purposes.includes(purpose))

/** Whether the term for a decision has passed. */
export const isLate = ({ state, decide_by }: ObjectionRow, today: string): boolean =>
  state === 'RECEIVED' && decide_by < today
