import type { Recipient } from '../policy.ts'

/** Staff of an agency who work with the other agency: handlers, the agency's own SVIP desk, safety and priority teams. */
const AGENCY_ROLES = ['case_handler', 'svip_officer', 'safety_officer', 'priority_team'] as const

export const IMG_STAFF: Recipient = { organisation: 'IMG', roles: AGENCY_ROLES }
export const NCG_STAFF: Recipient = { organisation: 'NCG', roles: AGENCY_ROLES }
/** The roles that may use emergency access in a vital interest. */
export const SAFETY_OFFICERS: readonly Recipient[] = [
  { organisation: 'IMG', roles: ['safety_officer'] },
  { organisation: 'NCG', roles: ['safety_officer'] },
]
/** Interventieteam Vastgelopen dossiers: independent, so neither IMG nor NCG. */
export const INTERVENTION_TEAM: Recipient = { organisation: 'SVIP', roles: ['intervention_team'] }
export const MUNICIPALITY: Recipient = { organisation: 'GEMEENTE', roles: ['municipal_officer'] }

/** For rules in both directions; an organisation is no recipient of its own data (`scope.ts`). */
export const BETWEEN_AGENCIES = {
  owners: ['IMG', 'NCG'],
  recipients: [IMG_STAFF, NCG_STAFF],
  conditions: ['CONCURRENCE'],
} as const

export const TO_INTERVENTION_TEAM = {
  owners: ['IMG', 'NCG'],
  recipients: [INTERVENTION_TEAM],
  conditions: ['CONCURRENCE'],
} as const

/** A municipality plans and keeps its territory safe, whether or not both agencies have a track there. */
export const TO_MUNICIPALITY = { recipients: [MUNICIPALITY], conditions: [] } as const
