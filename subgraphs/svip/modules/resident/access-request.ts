import { AppError, badInput } from '../../../../kernel/errors.ts'
import { optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import type { Versioned } from '../../casework/step.ts'
import type { AnswerSubjectAccessRequestInput } from '../../schema.generated.ts'
import type { SubjectAccessRequestRow } from './tables.ts'
import { extendedDueOn, MAX_EXTENSION_MONTHS } from './term.ts'

/** The rules of a subject access request. Pure. Each returns the changes, or throws the reason why they are not possible. */

const MAX_EVIDENCE = 200

/** @throws {AppError} `BAD_USER_INPUT` for a receipt in the future or evidence that cannot be stored. */
export function assertReceipt(receivedOn: string, evidence: string, today: string): string {
  if (receivedOn > today) throw badInput('De dag van ontvangst (receivedOn) kan niet in de toekomst liggen.')
  return requiredText(evidence, 'Het kenmerk van het bewijs (evidence)', MAX_EVIDENCE)
}

/**
 * Extends the term of a complex request (AVG art. 12(3)): by at most two months, once, and only while the resident can still be informed
 * within the first month.
 * @throws {AppError} `BAD_USER_INPUT`, or `CONFLICT` when it was answered or extended before.
 */
export function extend(
  request: SubjectAccessRequestRow,
  { months, reason }: { readonly months: number; readonly reason: string },
  today: string,
  at: string,
): Partial<SubjectAccessRequestRow> {
  assertOpen(request)
  if (request.extended_at !== null)
    throw new AppError('CONFLICT', 'De termijn is al een keer verlengd. Vaker mag niet (AVG art. 12 lid 3).')
  if (months < 1 || months > MAX_EXTENSION_MONTHS)
    throw badInput(`Verleng met 1 of ${MAX_EXTENSION_MONTHS} maanden (months).`)
  if (today > request.due_on)
    throw badInput(
      'De eerste maand is voorbij. Verlengen kan alleen binnen die maand (AVG art. 12 lid 3). Geef zo snel mogelijk antwoord.',
    )
  return {
    due_on: extendedDueOn(request.received_on, months),
    extended_at: at,
    extension_reason: requiredText(reason, 'De reden van de verlenging (reason)'),
  }
}

/** Records the answer. @throws {AppError} `BAD_USER_INPUT`, or `CONFLICT` when it was answered before. */
export function answer(
  request: SubjectAccessRequestRow,
  { answeredOn, outcome, channel, evidence, reason }: Omit<AnswerSubjectAccessRequestInput, keyof Versioned>,
  today: string,
): Partial<SubjectAccessRequestRow> {
  assertOpen(request)
  if (answeredOn > today)
    throw badInput('De dag van het antwoord (answeredOn) kan niet in de toekomst liggen.')
  if (answeredOn < request.received_on)
    throw badInput('Het antwoord (answeredOn) kan niet voor de ontvangst liggen.')
  const why = optionalText(reason, 'De reden (reason)')
  if (outcome === 'REFUSED' && why === null)
    throw badInput('Geef bij een weigering de reden die de bewoner kreeg (reason).')
  if (outcome === 'PROVIDED' && why !== null)
    throw badInput('Een reden (reason) hoort alleen bij een weigering.')
  return {
    state: 'ANSWERED',
    answered_on: answeredOn,
    outcome,
    answer_channel: channel,
    answer_evidence: requiredText(evidence, 'Het kenmerk van het antwoord (evidence)', MAX_EVIDENCE),
    refusal_reason: why,
  }
}

export const isOverdue = ({ state, due_on }: SubjectAccessRequestRow, today: string): boolean =>
  state === 'OPEN' && due_on < today

function assertOpen({ state }: SubjectAccessRequestRow): void {
  if (state !== 'OPEN') throw new AppError('CONFLICT', 'Dit inzageverzoek is al beantwoord.')
}
