import { AppError, badInput, forbidden } from '../../../../kernel/errors.ts'
import { optionalText } from '../../../../kernel/graphql/input.ts'
import type { Caller } from '../../../../kernel/vocabulary.ts'
import type { FulfilObligationInput, ObligationCause } from '../../schema.generated.ts'
import type { ObligationRow } from './tables.ts'

/** The obligation of a recipient and its rules. Pure: no database, no GraphQL. */

/** Whether the caller belongs to the recipient: for a municipality only that municipality itself. */
export const isRecipient = (
  { recipient, municipality }: Pick<ObligationRow, 'recipient' | 'municipality'>,
  caller: Pick<Caller, 'organisation' | 'municipality'>,
): boolean =>
  caller.organisation === recipient && (recipient !== 'GEMEENTE' || caller.municipality === municipality)

/**
 * The obligation after it is fulfilled.
 * @throws {AppError} `FORBIDDEN` for anyone but the recipient, `CONFLICT` when it has changed or was fulfilled before, `BAD_USER_INPUT`
 * when data are kept without a reason.
 */
export function fulfilled(
  present: ObligationRow,
  { revision, result, reason }: FulfilObligationInput,
  caller: Pick<Caller, 'organisation' | 'municipality' | 'subject'>,
  at: string,
): ObligationRow {
  if (!isRecipient(present, caller)) throw forbidden()
  if (present.state === 'DONE') throw new AppError('CONFLICT', 'Deze verplichting is al afgehandeld.')
  if (present.revision !== revision)
    throw new AppError(
      'CONFLICT',
      'Deze verplichting is intussen gewijzigd. Haal haar opnieuw op en kijk of er meer is gedeeld.',
    )
  const why = optionalText(reason, 'De reden (reason)')
  if (result === 'KEPT_ON_OTHER_BASIS' && why === null)
    throw badInput('Noem in reason op welke andere grondslag de gegevens worden bewaard (AVG art. 17 lid 3).')
  return {
    ...present,
    revision: present.revision + 1,
    state: 'DONE',
    result,
    result_reason: why,
    fulfilled_by: `${caller.organisation}:${caller.subject}`,
    fulfilled_at: at,
  }
}

/** Whether the term has passed. */
export const isOverdue = ({ state, due_on }: ObligationRow, today: string): boolean =>
  state === 'OPEN' && due_on < today

const CAUSES: Readonly<Record<ObligationCause, string>> = {
  CONSENT_WITHDRAWN: 'De bewoner heeft de toestemming ingetrokken waarop deze gegevens zijn gedeeld.',
  CONSENT_REFUSED:
    'De bewoner heeft nee gezegd. Daarmee is de toestemming ingetrokken waarop deze gegevens zijn gedeeld.',
  OBJECTION_UPHELD: 'Het bezwaar van de bewoner tegen het delen van deze gegevens is gegrond.',
  EMERGENCY_NOT_JUSTIFIED: 'De noodtoegang waarmee deze gegevens zijn bekeken, was niet terecht.',
  REQUEST_REVOKED: 'Het informatieverzoek waarop deze gegevens zijn gedeeld, geldt niet meer.',
}

/** The instruction to the recipient, in plain Dutch (B1). */
export const instruction = (cause: ObligationCause): string =>
  `${CAUSES[cause]} Wis de gegevens die u daarmee hebt gekregen, ook uit eigen dossiers en notities (AVG art. 17 lid 1). Mag u ze op een andere grondslag bewaren? Leg dan vast waarom (AVG art. 17 lid 3).`
