import { ORGANISATION_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import type { Direction } from './reader.ts'
import { ruleOf } from './rules.ts'
import type { SignalRow, SignalState } from './tables.ts'
import type { SignalAction } from './transitions.ts'

/** The Dutch texts (B1) about signals. */

export const ACTION_LABELS: Readonly<Record<SignalAction, string>> = {
  ACKNOWLEDGE: 'bevestigen',
  ASSIGN: 'toewijzen',
  ACT: 'actie vastleggen',
  CLOSE: 'afsluiten',
  MARK_NOT_OPPORTUNE: 'niet opportuun',
}

export const SIGNAL_STATE_LABELS: Readonly<Record<SignalState, string>> = {
  NEW: 'nog niet bekeken',
  ACKNOWLEDGED: 'gezien',
  ACTED_ON: 'er wordt aan gewerkt',
  CLOSED: 'afgehandeld',
  NOT_OPPORTUNE: 'er is niets mee gedaan',
}

export type SignalTexts = { readonly title: string; readonly text: string; readonly advice: string | null }

type About = Pick<SignalRow, 'kind' | 'about' | 'recipient' | 'purpose'>

/** The texts for a reader who may know the kind. */
export function specificTexts(signal: About, direction: Direction): SignalTexts {
  const { title, text, advice, sent } = ruleOf(signal.kind).texts
  return direction === 'SENT'
    ? { title: `Bericht aan ${ORGANISATION_LABELS[signal.recipient]}`, text: sent, advice: null }
    : { title, text, advice }
}

/** The texts for other readers: the same for every kind, so that they do not reveal it. */
export function presenceTexts(signal: About, direction: Direction): SignalTexts {
  const side = ORGANISATION_LABELS[direction === 'SENT' ? signal.recipient : signal.about]
  return {
    title: `Bij ${side} speelt iets op dit adres`,
    text: `Bij ${side} is of was een dossier op dit adres. Controleer wat er speelt.`,
    advice: `Open het adres of dit signaal met het doel ‘${PURPOSE_LABELS[signal.purpose]}’ (${signal.purpose}). U ziet dan wat de regels toestaan.`,
  }
}
