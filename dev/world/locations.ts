import { TOWNS, type Town } from './places.ts'
import { at, createRandom, type Random } from './random.ts'
import { SAMPLE_TOWNS } from './sample.ts'
import { streetName } from './streets.ts'

/** Where an address of the synthetic world lies. */
export type Location = {
  /** Its place in the world, from 1; part of its identification and of every reference. */
  readonly sequence: number
  readonly id: string
  readonly town: Town
  readonly street: string
  readonly houseNumber: number
  readonly houseLetter: string
  readonly addition: string
  readonly postcode: string
}

/** The letters of Dutch postcodes; the pairs SA, SD and SS are never used in them. */
const LETTERS = [...'ABCDEGHJKLMNPRSTVWXZ']
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
  (pair) => !['SA', 'SD', 'SS'].includes(pair),
)

type TownPlan = {
  streets: number
  street: string
  nextNumber: number
  postcodesLeft: number
  area: number
}

/**
 * The first `count` locations. Those of a small world are also the first ones of a larger world. Houses come postcode by
 * postcode, 15 to 25 in each, as in the real country.
 */
export function createLocations(count: number): readonly Location[] {
  const random = createRandom(1, 0)
  const plans = new Map<Town, TownPlan>()
  const postcodes = new Map<number, number>()
  const choices = TOWNS.map((town) => [town, town.weight] as const)
  const locations: Location[] = []
  for (let block = 0; locations.length < count; block++) {
    const name = SAMPLE_TOWNS[block]
    const town = name ? findTown(name) : random.weighted(choices)
    const plan = nextStretch(town, plans, random)
    const used = postcodes.get(plan.area) ?? 0
    postcodes.set(plan.area, used + 1)
    addHouses(locations, town, plan, `${plan.area}${at(PAIRS, used)}`, random)
  }
  return locations.slice(0, count)
}

/** Goes on in the street the town was in, or begins the next one. */
function nextStretch(town: Town, plans: Map<Town, TownPlan>, random: Random): TownPlan {
  const plan = plans.get(town) ?? { streets: 0, street: '', nextNumber: 1, postcodesLeft: 0, area: 0 }
  plans.set(town, plan)
  if (plan.postcodesLeft === 0) {
    // Towns begin at different places in the list, or every one of them would have the same first streets.
    plan.street = streetName(TOWNS.indexOf(town) * 7 + plan.streets)
    plan.area = at(town.areas, plan.streets % town.areas.length)
    plan.streets++
    plan.nextNumber = 1
    plan.postcodesLeft = random.between(1, 4)
  }
  plan.postcodesLeft--
  return plan
}

function addHouses(
  locations: Location[],
  town: Town,
  plan: TownPlan,
  postcode: string,
  random: Random,
): void {
  const size = random.between(15, 25)
  const last = locations.length + size
  while (locations.length < last) {
    const houseNumber = plan.nextNumber
    plan.nextNumber += random.between(1, 2)
    const suffixes = random.weighted(SUFFIXES)
    for (const [houseLetter = '', addition = ''] of suffixes.slice(0, last - locations.length)) {
      const sequence = locations.length + 1
      const id = identification(town, sequence, random)
      locations.push({
        sequence,
        id,
        town,
        street: plan.street,
        houseNumber,
        houseLetter,
        addition,
        postcode,
      })
    }
  }
}

const HOUSE = ['', '']
/** What stands at one house number, as letter and addition: mostly one house, sometimes more. */
const SUFFIXES: readonly (readonly [readonly (readonly string[])[], number])[] = [
  [[HOUSE], 955],
  [[HOUSE, ['A', '']], 30],
  [[HOUSE, ['', 'bis']], 8],
  [[HOUSE, ['', '1'], ['', '2']], 7],
]

/**
 * A BAG nummeraanduiding in the range that is synthetic here: its last ten digits are 99 and the sequence. New houses are
 * registered by the municipality of today, all others by the one of that time.
 */
function identification(town: Town, sequence: number, random: Random): string {
  const registeredBy = random.chance(8) ? town.municipality.code : town.registeredBy
  return `${registeredBy}2099${String(sequence).padStart(8, '0')}`
}

function findTown(name: string): Town {
  const town = TOWNS.find((each) => each.name === name)
  if (!town) throw new Error(`no town is called ${name}`)
  return town
}
