import type { CsvRecord } from '../../tools/csv/csv.ts'
import type { WorldKind } from '../../tools/import/columns.ts'
import { claimRecords } from './claims.ts'
import { consentRecords } from './consents.ts'
import { countAddresses, type Figures, figuresAt } from './figures.ts'
import { createLocations, type Location } from './locations.ts'
import { MERGED_ON } from './places.ts'
import { planSituations } from './plan.ts'
import { projectRecords } from './projects.ts'
import { at } from './random.ts'
import type { Situation } from './situation.ts'

/** A world of invented addresses, claims, projects and consents: the same one for the same scale, always. */
export type World = {
  readonly figures: Figures
  /** How many records each kind has, without making them. */
  readonly totals: Readonly<Record<WorldKind, number>>
  /** The records of a kind, made while they are read, as often as they are read. */
  records(kind: WorldKind): Iterable<CsvRecord>
}

/** Fast enough for tests, with everything in it: one address in each cell of the matrix, and the sample addresses. */
export const SMALL = 1 / 50

/**
 * The scale of the world that `npm start` loads and `npm run world:write` writes.
 * @throws {Error} for a `WORLD_SCALE` that is no such number.
 */
export function readScale({ WORLD_SCALE: text = '1' }: Readonly<Record<string, string | undefined>>): number {
  const scale = Number(text)
  if (!(scale >= 1 / 500 && scale <= 1)) throw new Error('WORLD_SCALE must be a number, 0.002 to 1.')
  return scale
}

/**
 * @param options.scale part of the full size, 1/500 to 1: another world, with a bit of everything.
 * @param options.part the first part of the addresses of that world with what belongs to them, as they are in the whole.
 */
export function createWorld(options: { readonly scale?: number; readonly part?: number } = {}): World {
  const figures = figuresAt(options.scale ?? 1)
  const whole = createLocations(countAddresses(figures))
  const locations = whole.slice(0, Math.ceil(whole.length * (options.part ?? 1)))
  const situations = planSituations(whole, figures).slice(0, locations.length)
  const count = (ofAddress: (situation: Situation) => number) =>
    situations.reduce((sum, situation) => sum + ofAddress(situation), 0)
  return {
    figures,
    totals: {
      addresses: locations.length,
      img: count(({ openClaim, closedClaims }) => closedClaims + (openClaim ? 1 : 0)),
      ncg: count(({ project }) => (project ? 1 : 0)),
      consents: count(({ consent }) => (consent ? 1 : 0)),
    },
    *records(kind) {
      const make = MAKERS[kind]
      for (const [index, location] of locations.entries()) yield* make(location, at(situations, index))
    },
  }
}

type Maker = (location: Location, situation: Situation) => CsvRecord[]

const MAKERS: Readonly<Record<WorldKind, Maker>> = {
  addresses: (location) => [addressRecord(location)],
  img: claimRecords,
  ncg: projectRecords,
  consents: consentRecords,
}

/** With the spelling of the columns in the BAG products. */
function addressRecord({ id, town, ...location }: Location): CsvRecord {
  const home = town.municipality.code
  return {
    nummeraanduidingIdentificatie: id,
    openbareRuimteNaam: location.street,
    huisnummer: String(location.houseNumber),
    huisletter: location.houseLetter,
    huisnummertoevoeging: location.addition,
    postcode: location.postcode,
    woonplaatsNaam: town.name,
    gemeentecode: home,
    gemeentevanaf: town.registeredBy === home ? '' : (MERGED_ON[home] ?? ''),
  }
}
