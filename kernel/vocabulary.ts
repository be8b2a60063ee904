/**
 * The terms that all processes share. Each list is the single source of its type; the GraphQL enums repeat them and `tools/schema.ts`
 * compares the two. Dutch terms: docs/glossary.md.
 */

export const OWNERS = ['IMG', 'NCG'] as const
/** The agency that owns the data and is its controller (verwerkingsverantwoordelijke, AVG art. 4(7)). */
export type Owner = (typeof OWNERS)[number]

export const ORGANISATIONS = ['IMG', 'NCG', 'GEMEENTE', 'SVIP'] as const
/** The organisation a caller works for. */
export type Organisation = (typeof ORGANISATIONS)[number]

export const ROLES = [
  'case_handler',
  'svip_officer',
  'safety_officer',
  'priority_team',
  'municipal_officer',
  'intervention_team',
  'privacy_officer',
  'service',
] as const
export type Role = (typeof ROLES)[number]

export const DATA_CATEGORIES = [
  'PRESENCE',
  'STATUS',
  'HANDLER',
  'PLANNING',
  'FINDINGS',
  'SAFETY',
  'FINANCIAL',
  'CIRCUMSTANCES',
] as const
/** The kind of data of a field; every field of agency data has one in `@category`. */
export type DataCategory = (typeof DATA_CATEGORIES)[number]

export const PURPOSES = [
  'SIGNALLING',
  'STATUS_EXCHANGE',
  'COOPERATION',
  'ACCELERATION',
  'JOINT_INSPECTION',
  'INTEGRAL_APPROACH',
  'ACUTE_SAFETY',
  'STUCK_CASE',
  'COMPENSATION_SCHEMES',
  'MUNICIPAL_PLAN',
  'MONITORING',
  'SUBJECT_ACCESS',
] as const
/** The one purpose a request is made for (doelbinding, AVG art. 5(1)(b)). */
export type Purpose = (typeof PURPOSES)[number]

export const LEGAL_BASES = ['CONSENT', 'PUBLIC_TASK', 'LEGAL_OBLIGATION', 'VITAL_INTEREST'] as const
/** AVG art. 6(1): a, e, c, d. */
export type LegalBasis = (typeof LEGAL_BASES)[number]

export const ACCESS_OUTCOMES = ['PERMITTED', 'PARTIAL', 'DENIED'] as const
export type AccessOutcome = (typeof ACCESS_OUTCOMES)[number]

export const ACCESS_REASONS = [
  'PERMITTED',
  'PURPOSE_REQUIRED',
  'PURPOSE_NOT_ALLOWED',
  'NO_POLICY_IN_FORCE',
  'NO_LEGAL_BASIS',
  'NO_CONCURRENCE',
  'CONSENT_MISSING',
  'CONSENT_WITHDRAWN',
  'CONSENT_REFUSED',
  'CONSENT_EXPIRED',
  'OBJECTION_UPHELD',
  'OBJECTION_PENDING',
  'OUT_OF_SCOPE',
] as const
export type AccessReason = (typeof ACCESS_REASONS)[number]

/** The person or service behind a request, from the verified access token. */
export type Caller = {
  /** Subject of the token: stable, pseudonymous to everyone but the identity provider. */
  readonly subject: string
  readonly organisation: Organisation
  readonly roles: readonly Role[]
  /** Four digit municipality code; only for `GEMEENTE`. */
  readonly municipality: string | null
  /** Team within the organisation, from the identity provider; `null` without one. */
  readonly team: string | null
  /** The client the token was issued to, for rate limits and telemetry. */
  readonly client: string
  /** End of the token's life, in seconds since the epoch. */
  readonly expiresAt: number
}

/** Whether the caller is the operator's service identity, not a person or a party. */
export const isOperator = ({ organisation, roles, client }: Caller): boolean =>
  organisation === 'SVIP' && roles.includes('service') && client === 'samenloop-operator'

/** Whether the caller is the service identity of an agency, which sends events and fetches the legal holds. */
export const isAgency = ({ organisation, roles }: Caller): boolean =>
  (organisation === 'IMG' || organisation === 'NCG') && roles.includes('service')

/** BAG nummeraanduiding identification: four digits, object type 20, ten digits (BAG, no check digit). */
export const ADDRESS_ID = /^\d{4}20\d{10}$/
