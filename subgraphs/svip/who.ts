import type { Organisation, Role } from '../../kernel/vocabulary.ts'

/** Who works with the SVIP, by organisation and role. Which addresses a caller sees, and which of their data, is decided per address. */

export type Who = { readonly organisations: readonly Organisation[]; readonly roles: readonly Role[] }

export const AGENCY_STAFF: Who = {
  organisations: ['IMG', 'NCG'],
  roles: ['case_handler', 'svip_officer', 'safety_officer'],
}

export const PRIVACY_OFFICERS: Who = { organisations: ['IMG', 'NCG', 'SVIP'], roles: ['privacy_officer'] }

export const SVIP_OFFICERS: Who = { organisations: ['IMG', 'NCG'], roles: ['svip_officer'] }

export const SAFETY_OFFICERS: Who = { organisations: ['IMG', 'NCG'], roles: ['safety_officer'] }

/** Members of the meeting about acutely unsafe situations; each case decides what they see of it. */
export const ACUTE_MEETING: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['safety_officer', 'svip_officer'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]
export const IMG_SAFETY: readonly Who[] = [{ organisations: ['IMG'], roles: ['safety_officer'] }]

/** Roles that answer for what an organisation does with received data. */
export const ANSWERABLE: readonly Who[] = [
  SVIP_OFFICERS,
  PRIVACY_OFFICERS,
  { organisations: ['GEMEENTE'], roles: ['municipal_officer', 'privacy_officer'] },
]

/** Roles that answer residents' questions about their data; `modules/resident/` limits what each sees. */
export const RESIDENT_DESK: readonly Who[] = [SVIP_OFFICERS, PRIVACY_OFFICERS]

export const REQUESTERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
  { organisations: ['SVIP'], roles: ['intervention_team'] },
]
export const INTERVENTION_TEAM: Who = { organisations: ['SVIP'], roles: ['intervention_team'] }
export const MUNICIPAL_OFFICERS: Who = { organisations: ['GEMEENTE'], roles: ['municipal_officer'] }

/** Roles that work with sets of addresses; `modules/sets/` limits what each sees. */
export const SET_READERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer', 'privacy_officer'] },
  { organisations: ['SVIP'], roles: ['intervention_team', 'privacy_officer'] },
  MUNICIPAL_OFFICERS,
]
export const SET_KEEPERS: readonly Who[] = [SVIP_OFFICERS, INTERVENTION_TEAM]

/** Roles that follow up signals; `modules/signals/reader.ts` and `modules/signals/transitions.ts` say which ones. */
export const SIGNAL_HANDLERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]
/** Roles that cooperate with the other agency at an address; `modules/cooperation/transitions.ts` says who may take which step. */
export const PARTNERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
]

export const PRIORITY_TEAMS: Who = { organisations: ['IMG', 'NCG'], roles: ['priority_team'] }

/**
 * Roles that use figures. Handlers list addresses instead: a figure next to such a list would reveal how many residents objected, and for a
 * single one what about.
 */
export const STEERING: readonly Who[] = [
  SVIP_OFFICERS,
  PRIVACY_OFFICERS,
  { organisations: ['SVIP'], roles: ['intervention_team'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]

/** Everyone with a role; scope decides which addresses that gives. */
export const STAFF = 'STAFF'

/** Who may query or call a field, by `Type.field`. */
export type Access = Readonly<Record<string, readonly Who[] | typeof STAFF>>
