import { claimRecords } from './claims.ts'
import type { ImportKind } from './columns.ts'
import { consentRecords } from './consents.ts'
import type { CsvRecord } from './csv.ts'
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
  readonly totals: Readonly<Record<ImportKind, number>>
  /** The records of a kind, made while they are read, as often as they are read. */
  records(kind: ImportKind): Iterable<CsvRecord>
}

/** Fast enough for tests, with everything in it: one address in each cell of the matrix, and the sample addresses. */
export const SMALL = 1 / 50

/** @param options.scale part of the full size, 1/500 to 1. */
export function createWorld(options: { readonly scale?: number } = {}): World {
  const figures = figuresAt(options.scale ?? 1)
  const locations = createLocations(countAddresses(figures))
  const situations = planSituations(locations, figures)
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

const MAKERS: Readonly<Record<ImportKind, Maker>> = {
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
