import type { AcuteCaseState } from '../../schema.generated.ts'
import type { AcuteAction } from './acute-case.ts'

/** The names of the states and steps of an acutely unsafe situation, in plain Dutch. */

export const ACUTE_STATE_LABELS: Readonly<Record<AcuteCaseState, string>> = {
  REPORTED: 'gemeld, nog niet veilig',
  MADE_SAFE: 'veilig gemaakt',
  NOMINATED: 'voorgedragen bij de NCG',
  AFTERCARE: 'nazorg',
  CLOSED: 'afgesloten',
}

export const ACUTE_ACTION_LABELS: Readonly<Record<AcuteAction, string>> = {
  RECORD_SAFE: 'veilig melden',
  DISMISS: 'afsluiten, omdat er geen acuut gevaar was',
  NOMINATE: 'voordragen bij de NCG',
  SKIP_NOMINATION: 'niet (meer) voordragen',
  ACCEPT_NOMINATION: 'het adres opnemen',
  DECLINE_NOMINATION: 'het adres niet opnemen',
  CLOSE: 'afsluiten',
}
