/** A town with its real four-digit postcode areas; everything below that (letters, houses) is invented. */
export type Town = {
  readonly name: string
  readonly municipality: Municipality
  readonly areas: readonly number[]
  /** How many postcodes of a hundred, about, lie here. */
  readonly weight: number
  /**
   * Codes of the municipality that registered the addresses, which stays in a BAG identification for good. Most here are
   * of municipalities that no longer exist: the reason why nothing may be concluded from these digits.
   */
  readonly registeredBy: string
}

export type Municipality = {
  readonly code: string
  readonly name: string
  /** How much of the strengthening is here, compared to its number of addresses. */
  readonly strengthening: number
}

const municipality = (code: string, name: string, strengthening: number): Municipality => ({
  code,
  name,
  strengthening,
})

const GRONINGEN = municipality('0014', 'Groningen', 2)
const EEMSDELTA = municipality('1979', 'Eemsdelta', 6)
const HET_HOGELAND = municipality('1966', 'Het Hogeland', 3)
const MIDDEN_GRONINGEN = municipality('1952', 'Midden-Groningen', 3)
const OLDAMBT = municipality('1895', 'Oldambt', 1)

export const MUNICIPALITIES = [GRONINGEN, EEMSDELTA, HET_HOGELAND, MIDDEN_GRONINGEN, OLDAMBT]

type TownLine = readonly [name: string, weight: number, ...areas: number[]]

const towns = (home: Municipality, registeredBy: string, lines: readonly TownLine[]): readonly Town[] =>
  lines.map(([name, weight, ...areas]) => ({ name, municipality: home, areas, weight, registeredBy }))

export const TOWNS: readonly Town[] = [
  // Loppersum, Appingedam and Delfzijl became Eemsdelta in 2021.
  ...towns(EEMSDELTA, '0024', [
    ['Loppersum', 4, 9919],
    ['Middelstum', 4, 9991],
    ['Stedum', 2, 9921],
    ["'t Zandt", 2, 9915],
    ['Westeremden', 1, 9922],
    ['Zeerijp', 1, 9914],
    ['Huizinge', 1, 9992],
    ['Garsthuizen', 1, 9923],
  ]),
  ...towns(EEMSDELTA, '0003', [['Appingedam', 9, 9901, 9902, 9903]]),
  ...towns(EEMSDELTA, '0010', [
    ['Delfzijl', 12, 9931, 9932, 9933, 9934],
    ['Wagenborgen', 2, 9945],
    ['Farmsum', 1, 9936],
    ['Spijk', 2, 9909],
    ['Bierum', 1, 9906],
    ['Holwierde', 1, 9905],
    ['Woldendorp', 1, 9946],
  ]),
  // Ten Boer became part of Groningen in 2019.
  ...towns(GRONINGEN, '0009', [
    ['Ten Boer', 4, 9791],
    ['Ten Post', 2, 9792],
    ['Woltersum', 1, 9795],
    ['Thesinge', 1, 9797],
    ['Garmerwolde', 1, 9798],
  ]),
  ...towns(GRONINGEN, '0014', [['Groningen', 8, 9731, 9732, 9736, 9737]]),
  // Het Hogeland: Bedum, De Marne, Eemsmond and Winsum, 2019.
  ...towns(HET_HOGELAND, '1651', [
    ['Uithuizen', 4, 9981],
    ['Uithuizermeeden', 2, 9982],
    ['Warffum', 2, 9989],
    ['Usquert', 1, 9988],
    ['Roodeschool', 1, 9983],
    ['Kantens', 1, 9995],
    ['Zandeweer', 1, 9997],
  ]),
  ...towns(HET_HOGELAND, '0005', [['Bedum', 3, 9781]]),
  ...towns(HET_HOGELAND, '0053', [
    ['Winsum', 3, 9951],
    ['Baflo', 1, 9953],
  ]),
  ...towns(HET_HOGELAND, '1663', [['Leens', 1, 9965]]),
  // Midden-Groningen: Hoogezand-Sappemeer, Menterwolde and Slochteren, 2018.
  ...towns(MIDDEN_GRONINGEN, '0018', [
    ['Hoogezand', 6, 9601, 9602, 9603],
    ['Sappemeer', 3, 9611],
  ]),
  ...towns(MIDDEN_GRONINGEN, '0040', [
    ['Slochteren', 2, 9621],
    ['Siddeburen', 2, 9628],
    ['Schildwolde', 1, 9626],
    ['Overschild', 1, 9625],
    ['Harkstede', 1, 9617],
  ]),
  ...towns(MIDDEN_GRONINGEN, '1987', [
    ['Noordbroek', 1, 9635],
    ['Zuidbroek', 1, 9636],
    ['Muntendam', 2, 9649],
  ]),
  // Oldambt: Winschoten, Scheemda and Reiderland, 2010.
  ...towns(OLDAMBT, '0052', [['Winschoten', 4, 9671, 9672, 9673, 9674]]),
  ...towns(OLDAMBT, '0039', [
    ['Scheemda', 2, 9679],
    ['Midwolda', 1, 9681],
    ['Nieuwolda', 1, 9944],
  ]),
  ...towns(OLDAMBT, '1661', [
    ['Finsterwolde', 1, 9684],
    ['Beerta', 1, 9686],
  ]),
]

/** The day from which an address lies in the municipality of today; before that in the one that registered it. */
export const MERGED_ON: Readonly<Record<string, string>> = {
  '1979': '2021-01-01',
  '1966': '2019-01-01',
  '1952': '2018-01-01',
  '1895': '2010-01-01',
  '0014': '2019-01-01',
}
