import {
  CELL_PHASES,
  type ClaimPhase,
  type Figures,
  PROGRAMMES,
  PROJECT_STATUSES,
  type Programme,
  type ProjectStatus,
} from './figures.ts'
import type { Location } from './locations.ts'
import { at, createRandom, type Random } from './random.ts'
import { type ConsentState, SAMPLE_SITUATIONS, type Situation } from './situation.ts'

type Track = {
  readonly status: ProjectStatus | null
  readonly openClaim: ClaimPhase | null
  readonly closedClaims: number
}

/** The situation at each location, in the same order: exactly the figures, spread over the addresses. */
export function planSituations(locations: readonly Location[], figures: Figures): readonly Situation[] {
  const random = createRandom(2, 0)
  const strengthening = random.shuffle(strengtheningSituations(figures, random))
  const others = locations.filter(({ id }) => !SAMPLE_SITUATIONS.has(id))
  const strengthened = chooseStrengthened(others, strengthening.length, random)
  return locations.map(
    (location) =>
      SAMPLE_SITUATIONS.get(location.id) ??
      (strengthened.has(location) ? strengthening.pop() : undefined) ??
      damageOnlySituation(random),
  )
}

/** Addresses in municipalities with much strengthening are chosen more often. */
function chooseStrengthened(
  locations: readonly Location[],
  count: number,
  random: Random,
): ReadonlySet<Location> {
  const drawn = locations.map((location) => ({
    location,
    turn: random.next() / location.town.municipality.strengthening,
  }))
  drawn.sort((a, b) => a.turn - b.turn || a.location.sequence - b.location.sequence)
  return new Set(drawn.slice(0, count).map(({ location }) => location))
}

/** All addresses of NCG but the samples: per track a programme, and to some an unsafe situation or a consent. */
function strengtheningSituations(figures: Figures, random: Random): Situation[] {
  const tracks = strengtheningTracks(figures, random)
  const programmes = random.shuffle(programmeDeck(figures, tracks.length))
  const shared = random.shuffle(tracks.filter((track) => track.openClaim || track.closedClaims > 0))
  const bothOpen = random.shuffle(shared.filter((track) => track.openClaim))
  const acute = deal(bothOpen, [
    ['UNSAFE', figures.unsafeNow - countSamples((each) => each.acute === 'UNSAFE')],
    ['MADE_SAFE', figures.acute - figures.unsafeNow],
  ] as const)
  const consents = deal(shared, Object.entries(figures.consents) as [ConsentState, number][])
  return tracks.map((track, index) => ({
    sample: false,
    project: { status: track.status, programme: at(programmes, index) },
    openClaim: track.openClaim,
    closedClaims: track.closedClaims,
    acute: acute.get(track) ?? null,
    consent: consents.get(track) ?? null,
  }))
}

function strengtheningTracks(figures: Figures, random: Random): Track[] {
  const status = () => random.weighted(STATUS_WEIGHTS)
  const samplesWithoutClaim = countSamples((each) => each.project !== null && each.openClaim === null)
  return [
    ...times(figures.withoutClaim - samplesWithoutClaim, () => ({
      status: status(),
      openClaim: null,
      closedClaims: 0,
    })),
    ...times(figures.withClosedClaims, () => ({
      status: status(),
      openClaim: null,
      closedClaims: random.weighted(CLOSED_WEIGHTS),
    })),
    ...PROJECT_STATUSES.flatMap((status) =>
      CELL_PHASES.flatMap((openClaim) => {
        const samples = countSamples(
          (each) => each.project?.status === status && each.openClaim === openClaim,
        )
        return times(figures.perCell - samples, () => ({
          status,
          openClaim,
          closedClaims: random.chance(4) ? 1 : 0,
        }))
      }),
    ),
  ]
}

const STATUS_WEIGHTS: readonly (readonly [ProjectStatus | null, number])[] = [
  ['S1_2', 8],
  ['S2_1', 8],
  ['S3_1', 12],
  ['S4_1', 10],
  ['S4_2', 9],
  ['S5_1', 8],
  ['S5_2', 10],
  [null, 35],
]
const CLOSED_WEIGHTS = [
  [1, 70],
  [2, 22],
  [3, 8],
] as const

const OPEN_PHASES = [
  ['REPORTED', 25],
  ['INSPECTION', 25],
  ['ASSESSMENT', 20],
  ['DECISION', 15],
  ['EXECUTION', 15],
] as const

function damageOnlySituation(random: Random): Situation {
  const openClaim = random.chance(30) ? random.weighted(OPEN_PHASES) : null
  const claims = random.chance(25) ? 2 : 1
  const closedClaims = openClaim ? claims - 1 : claims
  return { sample: false, project: null, openClaim, closedClaims, acute: null, consent: null }
}

const programmeDeck = (figures: Figures, size: number): Programme[] => {
  const named = PROGRAMMES.flatMap((each) =>
    each === 'REGULAR' ? [] : times(figures.programmes[each], () => each),
  )
  return [...named, ...times(size - named.length, () => 'REGULAR' as const)]
}

/** Gives the first tracks the first mark, as often as it is to be given, the tracks after them the next. */
function deal<Mark>(
  tracks: readonly Track[],
  marks: readonly (readonly [Mark, number])[],
): ReadonlyMap<Track, Mark> {
  const dealt = marks.flatMap(([mark, count]) => times(count, () => mark))
  return new Map(dealt.map((mark, index) => [at(tracks, index), mark]))
}

const countSamples = (matches: (situation: Situation) => boolean): number =>
  [...SAMPLE_SITUATIONS.values()].filter(matches).length

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
