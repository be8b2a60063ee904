/** An address that is the same in every world, whatever its scale; nobody gave a consent for it. */
export type SampleAddress = {
  readonly addressId: string
  readonly postcode: string
  readonly houseNumber: number
  readonly municipality: string
  /** References of the damage claim and the strengthening project; `null` when there is none. */
  readonly claim: string | null
  readonly project: string | null
}

/** Addresses for documentation, the ready-made query and tests; `world.test.ts` keeps them true. */
export const SAMPLE = {
  /** Eemsdelta: NCG 2.1 (Opname plannen) and IMG Voorbereiding, both run: group B, no consent. */
  both: {
    addressId: '0024209900000006',
    postcode: '9919AA',
    houseNumber: 8,
    municipality: '1979',
    claim: 'IMG-2026-0000061',
    project: 'NCG-000006',
  },
  /** Eemsdelta: strengthening only, never a damage claim. */
  onlyNcg: {
    addressId: '0003209900000027',
    postcode: '9901AA',
    houseNumber: 5,
    municipality: '1979',
    claim: null,
    project: 'NCG-000027',
  },
  /** Groningen, since Ten Boer became part of it: NCG 4.1 (Planvorming) and IMG Opname, both run: group E. */
  groningen: {
    addressId: '0009209900000047',
    postcode: '9792AA',
    houseNumber: 10,
    municipality: '0014',
    claim: 'IMG-2026-0000471',
    project: 'NCG-000047',
  },
  /** Eemsdelta: reported as acutely unsafe and not yet made safe; NCG 3.1 and IMG Opname, both run: group D. */
  acute: {
    addressId: '0010209900000069',
    postcode: '9931AA',
    houseNumber: 6,
    municipality: '1979',
    claim: 'IMG-2026-0000691',
    project: 'NCG-000069',
  },
  /** Eemsdelta: one damage claim that runs, no strengthening. */
  onlyImg: {
    addressId: '0024209900000084',
    postcode: '9991AA',
    houseNumber: 10,
    municipality: '1979',
    claim: 'IMG-2026-0000841',
    project: null,
  },
} as const satisfies Record<string, SampleAddress>

/** The towns of the sample addresses come first, so that every world begins with them. */
export const SAMPLE_TOWNS: readonly string[] = [
  'Loppersum',
  'Appingedam',
  'Ten Post',
  'Delfzijl',
  'Middelstum',
]
