import type { ClaimPhase, Figures, Programme, ProjectStatus } from './figures.ts'
import { SAMPLE } from './sample.ts'

/** What plays at one address; its records are made from it. */
export type Situation = {
  readonly sample: boolean
  /** `status: null`: completed. */
  readonly project: { readonly status: ProjectStatus | null; readonly programme: Programme } | null
  readonly openClaim: ClaimPhase | null
  readonly closedClaims: number
  /** About the claim that runs. */
  readonly acute: 'UNSAFE' | 'MADE_SAFE' | null
  readonly consent: ConsentState | null
}

export type ConsentState = keyof Figures['consents']

const NOTHING = {
  sample: true,
  project: null,
  openClaim: null,
  closedClaims: 0,
  acute: null,
  consent: null,
} as const

const project = (status: ProjectStatus) => ({ status, programme: 'REGULAR' as const })

/** By BAG identification; counted in the figures of every world. */
export const SAMPLE_SITUATIONS: ReadonlyMap<string, Situation> = new Map([
  [SAMPLE.both.addressId, { ...NOTHING, project: project('S2_1'), openClaim: 'REPORTED' }],
  [SAMPLE.onlyNcg.addressId, { ...NOTHING, project: project('S3_1') }],
  [SAMPLE.groningen.addressId, { ...NOTHING, project: project('S4_1'), openClaim: 'INSPECTION' }],
  [
    SAMPLE.acute.addressId,
    { ...NOTHING, project: project('S3_1'), openClaim: 'INSPECTION', acute: 'UNSAFE' },
  ],
  [SAMPLE.onlyImg.addressId, { ...NOTHING, openClaim: 'INSPECTION' }],
])
