import type { DataCategory, Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import type { NoticeKind } from '../../register/event.ts'
import type { SignalKind } from './tables.ts'

/**
 * The rules that make signals, as data (signalerende functie: convenant of 11 September 2019; TwG art. 2a(1)). Settings switch rules off by
 * name and change terms. What a reader sees of a signal is decided at each read.
 */

export type Trigger =
  /** A track opens while the other agency has an open track. */
  | { readonly on: 'START' }
  /** A track closes while the other agency has an open track. */
  | { readonly on: 'END' }
  /** Open tracks of both agencies get into these statuses; `null` stands for any status. */
  | { readonly on: 'BOTH_AT'; readonly statuses: Readonly<Record<Owner, readonly string[] | null>> }
  /** An agency sends a notice of this kind. */
  | { readonly on: 'NOTICE'; readonly notice: NoticeKind }

export type SignalRule = {
  /** The name of the rule, and the kind of its signals. */
  readonly kind: SignalKind
  readonly trigger: Trigger
  /** Relative to the agency that sent the event. `MUNICIPALITY`: only when NCG has no open track at the address. */
  readonly to: 'OTHER_AGENCY' | 'OWN_AGENCY' | 'BOTH_AGENCIES' | 'MUNICIPALITY'
  /** The purposes with which the recipient can query the kind; a reader who may not know the kind sees the first one. */
  readonly purposes: readonly [Purpose, ...Purpose[]]
  /** The categories that the kind reveals besides presence: of the sender to the recipient, and of the recipient to the sender. */
  readonly reveals: { readonly sender: readonly DataCategory[]; readonly recipient: readonly DataCategory[] }
  readonly texts: {
    readonly title: string
    readonly text: string
    /** The advised next step for the recipient. */
    readonly advice: string
    /** The text for the sender. */
    readonly sent: string
  }
}

/**
 * Most kinds have the same purposes, so that the purpose does not reveal that something was found. Consent opens findings for both
 * purposes, the owner's wish for the second.
 */
const COOPERATE: SignalRule['purposes'] = ['COOPERATION', 'INTEGRAL_APPROACH']
const BOTH_STATUSES: SignalRule['reveals'] = { sender: ['STATUS'], recipient: ['STATUS'] }
const FOUND: SignalRule['reveals'] = { sender: ['FINDINGS'], recipient: [] }

/** The most specific rule first: of one event, each recipient gets only the signal of the first rule that applies. */
export const SIGNAL_RULES: readonly SignalRule[] = [
  {
    kind: 'JOINT_INSPECTION_POSSIBLE',
    trigger: { on: 'BOTH_AT', statuses: { IMG: ['PREPARATION', 'INSPECTION'], NCG: ['S2_1'] } },
    to: 'BOTH_AGENCIES',
    purposes: ['JOINT_INSPECTION'],
    reveals: BOTH_STATUSES,
    texts: {
      title: 'Een gezamenlijke opname is mogelijk',
      text: 'Bij allebei de organisaties moet de opname nog worden gehouden of gepland.',
      advice:
        'Vraag de bewoner wat die wil. Stel dan een datum voor: op dezelfde dag, na elkaar, of hooguit twee dagen uit elkaar.',
      sent: 'De andere organisatie weet dat een gezamenlijke opname mogelijk is.',
    },
  },
  {
    kind: 'REPAIR_CAN_GO_ALONG',
    trigger: { on: 'BOTH_AT', statuses: { IMG: null, NCG: ['S4_1', 'S4_2'] } },
    to: 'BOTH_AGENCIES',
    purposes: COOPERATE,
    reveals: BOTH_STATUSES,
    texts: {
      title: 'Herstel van schade kan meegaan met de versterking',
      text: 'De NCG maakt de plannen voor de versterking, en bij het IMG loopt een schademelding.',
      advice: 'Kijk samen met de andere behandelaar of het herstel mee kan. De bewoner beslist.',
      sent: 'De andere organisatie weet dat het herstel mee kan gaan met de versterking.',
    },
  },
  {
    kind: 'OTHER_TRACK_STARTED',
    trigger: { on: 'START' },
    to: 'OTHER_AGENCY',
    purposes: COOPERATE,
    reveals: BOTH_STATUSES,
    texts: {
      title: 'De andere organisatie is hier begonnen',
      text: 'Op dit adres loopt een dossier van u, en bij de andere organisatie is er nu ook een begonnen.',
      advice: 'Kijk hoe ver de ander is en neem contact op met de andere behandelaar.',
      sent: 'De andere organisatie weet dat bij u een dossier is begonnen.',
    },
  },
  {
    kind: 'OTHER_TRACK_RUNS',
    trigger: { on: 'START' },
    to: 'OWN_AGENCY',
    purposes: COOPERATE,
    reveals: BOTH_STATUSES,
    texts: {
      title: 'Ook bij de andere organisatie loopt een dossier',
      text: 'U bent op dit adres een dossier begonnen. Bij de andere organisatie liep er al een.',
      advice: 'Kijk hoe ver de ander is en vraag de bewoner of die een gezamenlijke aanpak wil.',
      sent: 'De andere organisatie is hier begonnen en weet dat bij u al een dossier loopt.',
    },
  },
  {
    kind: 'STRUCTURAL_DAMAGE_FOUND',
    trigger: { on: 'NOTICE', notice: 'STRUCTURAL_DAMAGE_FOUND' },
    to: 'OTHER_AGENCY',
    purposes: COOPERATE,
    reveals: FOUND,
    texts: {
      title: 'Het IMG heeft constructieve schade gevonden',
      text: 'Bij de opname van het IMG is schade aan de constructie van het gebouw gevonden.',
      advice:
        'Kijk of het gebouw in de werkvoorraad zit. Zo niet: overleg met de gemeente over het lokale plan van aanpak.',
      sent: 'De NCG heeft bericht dat er iets is gevonden dat met de versterking te maken heeft.',
    },
  },
  {
    kind: 'STRUCTURAL_DAMAGE_OUTSIDE_STOCK',
    trigger: { on: 'NOTICE', notice: 'STRUCTURAL_DAMAGE_FOUND' },
    to: 'MUNICIPALITY',
    purposes: ['MUNICIPAL_PLAN'],
    reveals: FOUND,
    texts: {
      title: 'Constructieve schade buiten de werkvoorraad van de NCG',
      text: 'Het IMG heeft schade aan de constructie gevonden. Het gebouw zit niet in de werkvoorraad van de NCG.',
      advice: 'Beoordeel met de NCG of het adres in het lokale plan van aanpak moet.',
      sent: 'De gemeente heeft bericht: het gebouw zit niet in de werkvoorraad van de NCG.',
    },
  },
  {
    kind: 'DAMAGE_FOUND',
    trigger: { on: 'NOTICE', notice: 'DAMAGE_FOUND' },
    to: 'OTHER_AGENCY',
    purposes: COOPERATE,
    reveals: FOUND,
    texts: {
      title: 'De NCG heeft schade gevonden',
      text: 'Bij de opname van de NCG is schade gevonden die niet constructief is. U ziet dit omdat daar een grondslag voor is.',
      advice:
        'Behandel dit als een melding namens de bewoner en plan een versnelde opname. Overleg eerst met de bewoner.',
      sent: 'Het IMG heeft bericht. Wat u hebt gevonden ziet het alleen met een grondslag: vraag de bewoner om toestemming, of help de bewoner zelf te melden.',
    },
  },
  {
    kind: 'DAMAGE_FOUND_DURING_WORKS',
    trigger: { on: 'NOTICE', notice: 'DAMAGE_FOUND_DURING_WORKS' },
    to: 'OTHER_AGENCY',
    purposes: COOPERATE,
    reveals: FOUND,
    texts: {
      title: 'De aannemer heeft schade gevonden',
      text: 'Tijdens de versterking heeft de aannemer schade gevonden. U ziet dit omdat daar een grondslag voor is.',
      advice: 'Overleg deze week met de NCG: herstel kan vaak mee zolang de bouw bezig is.',
      sent: 'Het IMG heeft bericht. Wat de aannemer heeft gevonden ziet het alleen met een grondslag: vraag de bewoner om toestemming.',
    },
  },
  {
    kind: 'OTHER_TRACK_COMPLETED',
    trigger: { on: 'END' },
    to: 'OTHER_AGENCY',
    purposes: COOPERATE,
    reveals: BOTH_STATUSES,
    texts: {
      title: 'De andere organisatie is hier klaar',
      text: 'Bij u loopt nog een dossier. Bij de andere organisatie is het afgerond.',
      advice: 'Kijk of uw planning kan veranderen en vertel de bewoner wie nu het aanspreekpunt is.',
      sent: 'De andere organisatie weet dat het dossier bij u is afgerond.',
    },
  },
]

const BY_KIND = new Map(SIGNAL_RULES.map((rule) => [rule.kind, rule]))

/** The rule of a kind; also when it is switched off, because signals of that kind may exist. */
export function ruleOf(kind: SignalKind): SignalRule {
  const rule = BY_KIND.get(kind)
  if (!rule) throw new Error(`no rule makes signals of kind ${kind}`)
  return rule
}
