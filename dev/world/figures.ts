export const PROJECT_STATUSES = ['S1_2', 'S2_1', 'S3_1', 'S4_1', 'S4_2', 'S5_1', 'S5_2'] as const
export type ProjectStatus = (typeof PROJECT_STATUSES)[number]

/** The phases behind the four IMG statuses of figure 2: Voorbereiding, Opname, Zienswijze, Beschikking. */
export const CELL_PHASES = ['REPORTED', 'INSPECTION', 'ASSESSMENT', 'DECISION'] as const
export type ClaimPhase = (typeof CELL_PHASES)[number] | 'EXECUTION'

export const PROGRAMMES = [
  'KOPLOPER',
  'BOUWIMPULS',
  'SPECIAL_SITUATIONS',
  'TYPOLOGY',
  'BATCH',
  'REGULAR',
] as const
export type Programme = (typeof PROGRAMMES)[number]

/** How many of everything; the sample addresses are counted in. */
export type Figures = {
  readonly withoutClaim: number
  readonly withClosedClaims: number
  /** Addresses in each of the 28 cells of NCG status and IMG status where both run. */
  readonly perCell: number
  readonly damageOnly: number
  readonly acute: number
  readonly unsafeNow: number
  readonly consents: { readonly GIVEN: number; readonly WITHDRAWN: number; readonly EXPIRED: number }
  /** REGULAR is what is left. */
  readonly programmes: Readonly<Record<Exclude<Programme, 'REGULAR'>, number>>
}

/**
 * The figures of the evaluation of 2021 (figures 1 and 2; Koploper and Bouwimpuls; acutely unsafe situations), and for what
 * it does not say a guess: addresses known to IMG only, the other programmes, consents. Numbers per cell are not public, so
 * the cells are equal. A smaller scale keeps the structure, and at least one of everything.
 */
export function figuresAt(scale: number): Figures {
  // A smaller world would have no room for the sample addresses.
  if (!(scale >= 1 / 500 && scale <= 1)) throw new RangeError('the scale of a world is 1/500 to 1')
  const scaled = (count: number) => Math.max(1, Math.round(count * scale))
  return {
    withoutClaim: scaled(17_700),
    withClosedClaims: scaled(7_700),
    perCell: scaled(50),
    damageOnly: scaled(40_000),
    acute: scaled(57),
    unsafeNow: scaled(3),
    consents: { GIVEN: scaled(210), WITHDRAWN: scaled(50), EXPIRED: scaled(40) },
    programmes: {
      KOPLOPER: scaled(60),
      BOUWIMPULS: scaled(1_000),
      SPECIAL_SITUATIONS: scaled(240),
      TYPOLOGY: scaled(3_500),
      BATCH: scaled(6_000),
    },
  }
}

/** Every address of the world, those without strengthening too. */
export const countAddresses = ({ withoutClaim, withClosedClaims, perCell, damageOnly }: Figures): number =>
  withoutClaim + withClosedClaims + perCell * PROJECT_STATUSES.length * CELL_PHASES.length + damageOnly
