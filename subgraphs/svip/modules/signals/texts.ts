import { ORGANISATION_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import type { Direction } from './reader.ts'
import { ruleOf } from './rules.ts'
import type { SignalRow, SignalState } from './tables.ts'
import type { SignalAction } from './transitions.ts'

/** What people read about signals, in Dutch of level B1. */

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

/** What a reader who may know the kind reads. */
export function specificTexts(signal: About, direction: Direction): SignalTexts {
  const { title, text, advice, sent } = ruleOf(signal.kind).texts
  return direction === 'SENT'
    ? { title: `Bericht aan ${ORGANISATION_LABELS[signal.recipient]}`, text: sent, advice: null }
    : { title, text, advice }
}

/** What everybody else reads: the same for every kind, so that the words do not tell which one it is. */
export function presenceTexts(signal: About, direction: Direction): SignalTexts {
  const side = ORGANISATION_LABELS[direction === 'SENT' ? signal.recipient : signal.about]
  return {
    title: `Bij ${side} speelt iets op dit adres`,
    text: `Bij ${side} is of was een dossier op dit adres. Controleer wat er speelt.`,
    advice: `Open het adres of dit signaal met het doel ‘${PURPOSE_LABELS[signal.purpose]}’ (${signal.purpose}). U ziet dan wat de regels toestaan.`,
  }
}
