/** The four kinds of records that can be imported; each has its own columns and its own process to receive them. */
export const IMPORT_KINDS = ['addresses', 'img', 'ncg', 'consents'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export type ImportService = 'svip' | 'img' | 'ncg'

export type KindColumns = {
  /** The process that owns the records. */
  readonly service: ImportService
  /** As files are written; reading ignores upper and lower case. Documented in docs/import.md. */
  readonly columns: readonly string[]
  /** A file without these is not of this kind. */
  readonly required: readonly string[]
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
      'postcode',
      'woonplaatsNaam',
      'gemeentecode',
    ],
  },
  img: {
    service: 'img',
    columns: [
      'reference',
      'address_id',
      'kind',
      'phase',
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
  },
  ncg: {
    service: 'ncg',
    columns: [
      'reference',
      'address_id',
      'programme',
      'status',
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
    required: ['reference', 'address_id', 'programme', 'status', 'started_at'],
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
      'valid_from',
    ],
  },
}
