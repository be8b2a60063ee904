import type { Organisation, Role } from '../../kernel/vocabulary.ts'

/** Who works with the SVIP, by organisation and role. Which addresses someone sees, and what of them, is decided per address. */

export type Who = { readonly organisations: readonly Organisation[]; readonly roles: readonly Role[] }

export const AGENCY_STAFF: Who = {
  organisations: ['IMG', 'NCG'],
  roles: ['case_handler', 'svip_officer', 'safety_officer'],
}

export const PRIVACY_OFFICERS: Who = { organisations: ['IMG', 'NCG', 'SVIP'], roles: ['privacy_officer'] }

export const SVIP_OFFICERS: Who = { organisations: ['IMG', 'NCG'], roles: ['svip_officer'] }

export const SAFETY_OFFICERS: Who = { organisations: ['IMG', 'NCG'], roles: ['safety_officer'] }

/** Who meets about acutely unsafe situations; of which addresses, and how much, is decided per case. */
export const ACUTE_MEETING: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['safety_officer', 'svip_officer'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]
export const IMG_SAFETY: readonly Who[] = [{ organisations: ['IMG'], roles: ['safety_officer'] }]

/** Who answers for what an organisation does with what it received. */
export const ANSWERABLE: readonly Who[] = [
  SVIP_OFFICERS,
  PRIVACY_OFFICERS,
  { organisations: ['GEMEENTE'], roles: ['municipal_officer', 'privacy_officer'] },
]

/** Who answers residents who ask what was done with their data; how far each sees is in `modules/resident/`. */
export const RESIDENT_DESK: readonly Who[] = [SVIP_OFFICERS, PRIVACY_OFFICERS]

export const REQUESTERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
  { organisations: ['SVIP'], roles: ['intervention_team'] },
]
export const INTERVENTION_TEAM: Who = { organisations: ['SVIP'], roles: ['intervention_team'] }
export const MUNICIPAL_OFFICERS: Who = { organisations: ['GEMEENTE'], roles: ['municipal_officer'] }

/** Who works with sets of addresses; what each sees of them is in `modules/sets/`. */
export const SET_READERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer', 'privacy_officer'] },
  { organisations: ['SVIP'], roles: ['intervention_team', 'privacy_officer'] },
  MUNICIPAL_OFFICERS,
]
export const SET_KEEPERS: readonly Who[] = [SVIP_OFFICERS, INTERVENTION_TEAM]

/** Who follows signals up; whose they are is in `modules/signals/reader.ts` and `modules/signals/transitions.ts`. */
export const SIGNAL_HANDLERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]
/** Who works together with the other agency at an address; whose step it is, is in `modules/cooperation/transitions.ts`. */
export const PARTNERS: readonly Who[] = [
  { organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] },
]

export const PRIORITY_TEAMS: Who = { organisations: ['IMG', 'NCG'], roles: ['priority_team'] }

/**
 * Who steers on figures. Handlers list addresses instead: a figure next to such a list would tell of how many somebody objected, and
 * where there is one, what of.
 */
export const STEERING: readonly Who[] = [
  SVIP_OFFICERS,
  PRIVACY_OFFICERS,
  { organisations: ['SVIP'], roles: ['intervention_team'] },
  { organisations: ['GEMEENTE'], roles: ['municipal_officer'] },
]

/** Someone with a role, whatever it is; which addresses that gives is a matter of scope. */
export const STAFF = 'STAFF'

/** Who may ask or change a field, by `Type.field`. */
export type Access = Readonly<Record<string, readonly Who[] | typeof STAFF>>
