import type { FIXED_ACTIVITIES, FixedActivity } from '../../../kernel/records/activities.ts'
import { DATA_CATEGORIES, type DataCategory, type LegalBasis } from '../../../kernel/vocabulary.ts'

/**
 * What the parties do under every version of the policy, in plain Dutch. Each activity that a line can name has its description
 * here, for each party that does it, or this does not compile.
 */
export type FixedDescription = {
  readonly name: string
  readonly purpose: string
  readonly basis: LegalBasis
  readonly articles: readonly string[]
  readonly subjects: readonly string[]
  /** Categories of the policy, or what else it is about, in words. */
  readonly data: readonly (DataCategory | { readonly what: string })[]
  /** What it leaves behind, so which terms count. */
  readonly records: readonly string[]
}

type Described = {
  readonly [Name in FixedActivity]: Readonly<
    Record<(typeof FIXED_ACTIVITIES)[Name]['parties'][number], FixedDescription>
  >
}

const RESIDENTS = 'eigenaren en bewoners van het gebouw'
const STAFF = 'medewerkers die Samenloop gebruiken'
const ACCOUNTABLE = 'AVG art. 6 lid 1 onder c, met art. 5 lid 2 en art. 24'
const SECURE = 'AVG art. 6 lid 1 onder c, met art. 32'
const WHICH_ADDRESS = { what: 'om welk adres het gaat' }

const LINE = 'het verwerkingslogboek'
const ACCESS = 'het toegangslogboek'
const DECISIONS = 'het besluitenlogboek'

const ownTask = (what: string, article: string): FixedDescription => ({
  name: 'Eigen dossiers behandelen',
  purpose: what,
  basis: 'PUBLIC_TASK',
  articles: [`${article}; AVG art. 6 lid 1 onder e`],
  subjects: [RESIDENTS, 'medewerkers die het dossier behandelen'],
  data: DATA_CATEGORIES,
  records: ['de dossiers', LINE],
})

const refusedSharing: FixedDescription = {
  name: 'Delen weigeren',
  purpose:
    'vastleggen dat om gegevens is gevraagd zonder geldige verklaring van het SVIP, en dat niets is gedeeld',
  basis: 'LEGAL_OBLIGATION',
  articles: [SECURE],
  subjects: [RESIDENTS],
  data: [WHICH_ADDRESS, { what: 'welke organisatie het vroeg' }],
  records: [LINE],
}

const registerReports: FixedDescription = {
  name: 'Aan het register van het SVIP laten weten wat er speelt',
  purpose:
    'zorgen dat het register van het SVIP klopt: doorgeven wat begint, verandert en eindigt, het register vergelijken met de eigen dossiers, en herstellen wat ontbreekt',
  basis: 'PUBLIC_TASK',
  articles: [
    'Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 5 lid 1 onder d en art. 6 lid 1 onder e',
  ],
  subjects: [RESIDENTS],
  data: [
    WHICH_ADDRESS,
    'PRESENCE',
    'STATUS',
    { what: 'dat er iets is gevonden, gemeld of veranderd, zonder de inhoud' },
  ],
  records: ['de berichten die op het SVIP wachten', LINE],
}

const access: FixedDescription = {
  name: 'Toegang bewaken',
  purpose: 'vastleggen wie het systeem vraagt, en wat is geweigerd',
  basis: 'LEGAL_OBLIGATION',
  articles: [SECURE],
  subjects: [STAFF, RESIDENTS],
  data: [
    { what: 'pseudoniem, organisatie en rol van de medewerker' },
    { what: 'welk adres is geweigerd, onder een pseudoniem' },
  ],
  records: [ACCESS, LINE],
}

const control: FixedDescription = {
  name: 'Logboeken controleren',
  purpose: 'nagaan of alles wat gedeeld is ook mocht, en of de logboeken volledig en ongewijzigd zijn',
  basis: 'LEGAL_OBLIGATION',
  articles: [ACCOUNTABLE, SECURE],
  subjects: [RESIDENTS, STAFF],
  data: [{ what: 'de regels van de logboeken' }],
  records: [LINE],
}

const retention: FixedDescription = {
  name: 'Bewaren en vernietigen',
  purpose: 'gegevens wissen als de bewaartermijn voorbij is, of juist vasthouden als de wet dat vraagt',
  basis: 'LEGAL_OBLIGATION',
  articles: ['AVG art. 6 lid 1 onder c, met art. 5 lid 1 onder e; Archiefwet'],
  subjects: [RESIDENTS, STAFF],
  data: [{ what: 'wat van de gegevens van dit register aan de beurt is' }],
  records: [LINE],
}

export const FIXED_DESCRIPTIONS: Described = {
  'eigen-taak': {
    img: ownTask('meldingen van schade door mijnbouw behandelen', 'Tijdelijke wet Groningen art. 2'),
    ncg: ownTask('gebouwen versterken', 'Tijdelijke wet Groningen hoofdstuk 5'),
    svip: {
      name: 'Bestanden inlezen',
      purpose: 'toestemmingen overnemen die op papier of in een ander systeem zijn gegeven',
      basis: 'LEGAL_OBLIGATION',
      articles: ['AVG art. 6 lid 1 onder c, met art. 7 lid 1'],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, { what: 'waarvoor toestemming is gegeven' }],
      records: ['de toestemmingen', LINE],
    },
  },
  verstrekking: { img: refusedSharing, ncg: refusedSharing },
  registermelding: { img: registerReports, ncg: registerReports },
  register: {
    svip: {
      name: 'Bijhouden en tonen wat waar speelt',
      purpose:
        'weten bij welke organisatie een dossier loopt op een adres, en dat tonen aan wie het mag weten',
      basis: 'PUBLIC_TASK',
      articles: ['Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, 'PRESENCE', 'STATUS', { what: 'welke toestemmingen er zijn' }],
      records: ['het register van dossiers', LINE],
    },
  },
  besluit: {
    svip: {
      name: 'Besluiten over delen',
      purpose: 'bij elke vraag besluiten wat gedeeld mag worden, dat vastleggen en later uitleggen',
      basis: 'LEGAL_OBLIGATION',
      articles: [ACCOUNTABLE],
      subjects: [RESIDENTS, STAFF],
      data: [
        WHICH_ADDRESS,
        { what: 'pseudoniem, organisatie, rol en team van wie het vroeg, en het doel' },
        { what: 'de feiten waarop het besluit rust, zonder de inhoud van dossiers' },
      ],
      records: [DECISIONS, LINE],
    },
  },
  toestemming: {
    svip: {
      name: 'Toestemmingen, wensen en bezwaren vastleggen',
      purpose: 'kunnen laten zien wat de bewoner wil, en zich daaraan houden',
      basis: 'LEGAL_OBLIGATION',
      articles: ['AVG art. 6 lid 1 onder c, met art. 7 lid 1 en 3, art. 18 en art. 21'],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, { what: 'wat de bewoner heeft gezegd, wanneer en hoe' }],
      records: ['de toestemmingen, wensen en bezwaren', LINE],
    },
  },
  informatieverzoek: {
    svip: {
      name: 'Informatieverzoeken behandelen',
      purpose: 'vragen van de ene organisatie aan de andere beoordelen, beantwoorden en volgen',
      basis: 'PUBLIC_TASK',
      articles: [
        'Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; werkinstructie SVIP; AVG art. 6 lid 1 onder e',
      ],
      subjects: [RESIDENTS, STAFF],
      data: [WHICH_ADDRESS, { what: 'de vraag, de redenen, de stappen en wie ze zette' }],
      records: ['de informatieverzoeken', LINE],
    },
  },
  signaal: {
    svip: {
      name: 'Signalen geven en opvolgen',
      purpose:
        'de ene organisatie laten weten dat er bij de andere iets speelt, en laten zien wat daarmee is gedaan',
      basis: 'PUBLIC_TASK',
      articles: ['Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
      subjects: [RESIDENTS, STAFF],
      data: [
        WHICH_ADDRESS,
        'PRESENCE',
        'STATUS',
        { what: 'dat er schade is gevonden, en alleen met een grondslag daarvoor getoond' },
        { what: 'wie het signaal oppakte, en wat ervan kwam' },
      ],
      records: ['de signalen', LINE],
    },
  },
  samenwerkingspotentieel: {
    svip: {
      name: 'Tellen waar samenwerken kan, en die adressen vinden',
      purpose:
        'weten op hoeveel adressen schade en versterking samenkomen, en bewoners benaderen voordat zij zelf melden',
      basis: 'PUBLIC_TASK',
      articles: ['Tijdelijke wet Groningen art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, 'PRESENCE', 'STATUS', { what: 'aantallen adressen, zonder welke' }],
      records: ['het register van dossiers', LINE],
    },
  },
  samenwerking: {
    svip: {
      name: 'Samenwerken op één adres',
      purpose:
        'vastleggen wie er samenwerken op een adres, welke opname of aanpak zij samen doen, en of de bewoner dat wil',
      basis: 'PUBLIC_TASK',
      articles: ['Tijdelijke wet Groningen art. 2a lid 1 en 2 en art. 3 lid 9; AVG art. 6 lid 1 onder e'],
      subjects: [RESIDENTS, STAFF],
      data: [
        WHICH_ADDRESS,
        'HANDLER',
        'PLANNING',
        { what: 'wat de bewoner wil: samen of apart' },
        { what: 'de stappen en wie ze zette' },
      ],
      records: ['de samenwerkingsdossiers', LINE],
    },
  },
  'acuut-onveilig': {
    svip: {
      name: 'Acuut onveilige situaties volgen',
      purpose:
        'zorgen dat een gebouw op tijd veilig wordt gemaakt, en dat met IMG, NCG en gemeente is afgesproken wie wat doet',
      basis: 'PUBLIC_TASK',
      articles: ['Tijdelijke wet Groningen art. 2, art. 2a lid 1 en hoofdstuk 5; AVG art. 6 lid 1 onder e'],
      subjects: [RESIDENTS, STAFF],
      data: [WHICH_ADDRESS, 'STATUS', 'SAFETY', { what: 'de afspraken, de stappen en wie ze zette' }],
      records: ['de zaken over acuut onveilige situaties', LINE],
    },
  },
  noodtoegang: {
    svip: {
      name: 'Noodtoegang geven en beoordelen',
      purpose: 'bij direct gevaar snel laten zien wat nodig is, en dat altijd achteraf beoordelen',
      basis: 'VITAL_INTEREST',
      articles: ['AVG art. 6 lid 1 onder d'],
      subjects: [RESIDENTS, STAFF],
      data: [WHICH_ADDRESS, { what: 'wie noodtoegang nam, waarom, en het oordeel achteraf' }],
      records: ['de noodtoegangen', LINE],
    },
  },
  adressenlijst: {
    svip: {
      name: 'Adressenlijsten bijhouden',
      purpose:
        'adressen van een pilot of van vastgelopen dossiers samen aanpakken, en bijhouden wat ervan is gekomen',
      basis: 'PUBLIC_TASK',
      articles: [
        'Tijdelijke wet Groningen art. 2 lid 11 en 12, art. 2a lid 1 en art. 3 lid 9; AVG art. 6 lid 1 onder e',
      ],
      subjects: [RESIDENTS, STAFF],
      data: [WHICH_ADDRESS, 'PRESENCE', { what: 'wie het adres aandroeg en wat ervan is gekomen' }],
      records: ['de adressenlijsten', LINE],
    },
  },
  verplichting: {
    svip: {
      name: 'Ontvangers laten weten dat iets niet meer mag',
      purpose: 'na intrekking of bezwaar zorgen dat ook wie gegevens kreeg zich daaraan houdt',
      basis: 'LEGAL_OBLIGATION',
      articles: ['AVG art. 6 lid 1 onder c, met art. 17 en art. 19'],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, { what: 'wie welke soort gegevens kreeg, en wat ermee moet gebeuren' }],
      records: ['de verplichtingen', LINE],
    },
  },
  inzage: {
    svip: {
      name: 'De bewoner inzage geven',
      purpose: 'de bewoner laten zien wie wat kreeg, waarvoor en op welke grondslag',
      basis: 'LEGAL_OBLIGATION',
      articles: ['AVG art. 6 lid 1 onder c, met art. 12, 14 en 15'],
      subjects: [RESIDENTS],
      data: [WHICH_ADDRESS, { what: 'wat is gedeeld en geweigerd, zonder de inhoud van dossiers' }],
      records: ['de verzoeken om inzage', LINE],
    },
  },
  toegang: { img: access, ncg: access, svip: access },
  controle: { img: control, ncg: control, svip: control },
  bewaring: { img: retention, ncg: retention, svip: retention },
}

/** The day these descriptions were first in force. */
export const FIXED_SINCE = '2026-11-22'
