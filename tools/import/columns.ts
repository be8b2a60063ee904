/** The kinds of records that can be imported; each has its own columns and its own process to receive them. */
export const IMPORT_KINDS = ['addresses', 'municipalities', 'img', 'ncg', 'consents'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** Those that the synthetic world is made of. */
export const WORLD_KINDS = ['addresses', 'img', 'ncg', 'consents'] as const satisfies readonly ImportKind[]
export type WorldKind = (typeof WORLD_KINDS)[number]

export type ImportService = 'svip' | 'img' | 'ncg'

export type KindColumns = {
  /** The process that owns the records. */
  readonly service: ImportService
  /** As files are written; reading ignores upper and lower case. Documented in docs/import.md. */
  readonly columns: readonly string[]
  /** A file without these is not of this kind. */
  readonly required: readonly string[]
  /** What a row is about: rows with the same value in one of these are stored in the order of the file. */
  readonly identity: readonly string[]
}

export const COLUMNS: Readonly<Record<ImportKind, KindColumns>> = {
  addresses: {
    service: 'svip',
    columns: [
      'nummeraanduidingIdentificatie',
      'openbareRuimteNaam',
      'huisnummer',
      'huisletter',
      'huisnummertoevoeging',
      'postcode',
      'woonplaatsNaam',
      'gemeentecode',
      'gemeentevanaf',
    ],
    required: [
      'nummeraanduidingIdentificatie',
      'openbareRuimteNaam',
      'huisnummer',
      'woonplaatsNaam',
      'gemeentecode',
    ],
    identity: ['nummeraanduidingIdentificatie'],
  },
  municipalities: {
    service: 'svip',
    columns: ['gemeentecode', 'gemeentenaam', 'geldigvanaf', 'geldigtot'],
    required: ['gemeentecode', 'gemeentenaam'],
    identity: ['gemeentecode'],
  },
  img: {
    service: 'img',
    columns: [
      'reference',
      'address_id',
      'kind',
      'phase',
      'phase_since',
      'registered_at',
      'closed_at',
      'handler_name',
      'handler_phone',
      'handler_email',
      'handler_team',
      'inspection_planned_on',
      'inspection_held_on',
      'urgency',
      'report_delivered_on',
      'report_summary',
      'structural_damage',
      'award_decided_on',
      'award_amount_cents',
      'award_paid_on',
      'acute_reported_at',
      'acute_made_safe_at',
      'acute_description',
      'circumstances',
    ],
    required: ['reference', 'address_id', 'kind', 'phase', 'registered_at'],
    identity: ['reference'],
  },
  ncg: {
    service: 'ncg',
    columns: [
      'reference',
      'address_id',
      'programme',
      'status',
      'status_since',
      'started_at',
      'completed_at',
      'risk_profile',
      'handler_name',
      'handler_phone',
      'handler_email',
      'handler_team',
      'inspection_planned_on',
      'inspection_held_on',
      'advice_delivered_on',
      'advice_summary',
      'meets_standard',
      'measures',
      'estimated_cost_cents',
      'contractor',
      'contract_signed_on',
      'circumstances',
    ],
    required: ['reference', 'address_id', 'started_at'],
    identity: ['reference', 'address_id'],
  },
  consents: {
    service: 'svip',
    columns: [
      'address_id',
      'given_by',
      'owner',
      'recipient',
      'purposes',
      'categories',
      'channel',
      'evidence',
      'notice',
      'valid_from',
      'valid_until',
      'withdrawn_at',
    ],
    required: [
      'address_id',
      'given_by',
      'owner',
      'recipient',
      'purposes',
      'categories',
      'channel',
      'evidence',
      'notice',
      'valid_from',
    ],
    identity: ['address_id'],
  },
}

/** Written by the report of rejected rows; ignored when reading, so that a corrected report can be imported as it is. */
export const REPORT_COLUMNS = ['regel', 'reden'] as const

/** What is wrong with the columns of a file, in Dutch, and what to do; `null` when they fit the kind. */
export function columnProblem(kind: ImportKind, columns: readonly string[]): string | null {
  const { columns: known, required } = COLUMNS[kind]
  const fits = IMPORT_KINDS.filter((each) => strangers(each, columns).length === 0)
  const strange = strangers(kind, columns)
  if (strange.length === columns.length) {
    return `De eerste regel bevat geen kolomnamen van ${kind}. Zet daar, gescheiden door komma's of puntkomma's: ${known.join(',')}`
  }
  if (strange.length > 0) {
    return fits.length > 0
      ? `Dit is een bestand met ${fits.join(' of ')}, niet met ${kind}. Geef de soort die bij het bestand hoort.`
      : `Onbekende kolommen: ${strange.join(', ')}. Verwijder ze, of geef ze een van de namen ${known.join(', ')}.`
  }
  const found = columns.map((column) => column.toLowerCase())
  const missing = required.filter((column) => !found.includes(column.toLowerCase()))
  return missing.length > 0
    ? `Er ontbreken kolommen: ${missing.join(', ')}. Voeg ze toe, met op elke regel een waarde.`
    : null
}

/** The columns that this kind does not know. */
function strangers(kind: ImportKind, columns: readonly string[]): readonly string[] {
  const known = [...COLUMNS[kind].columns.map((column) => column.toLowerCase()), ...REPORT_COLUMNS]
  return columns.filter((column) => !known.includes(column.toLowerCase()))
}
