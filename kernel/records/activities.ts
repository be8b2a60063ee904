import type { Owner, Purpose } from '../vocabulary.ts'

/**
 * The processing activities that the lines of the processing logs refer to (Logboek Dataverwerkingen,
 * `dpl.core.processing_activity_id`). The register describes each of them (AVG art. 30): docs/processing-register.md.
 */

/** Who keeps a processing log. */
export type LoggingParty = 'img' | 'ncg' | 'svip'

const ALL = ['img', 'ncg', 'svip'] as const
const AGENCIES = ['img', 'ncg'] as const
const SVIP = ['svip'] as const

/**
 * The activities that no policy gives or takes away, with who does them and in which version. A line can name no other, and
 * one without a description in the register does not compile. What it does changes: a new version, and a new description.
 */
export const FIXED_ACTIVITIES = {
  'eigen-taak': { parties: ALL, version: 'v1' },
  verstrekking: { parties: AGENCIES, version: 'v1' },
  registermelding: { parties: AGENCIES, version: 'v1' },
  register: { parties: SVIP, version: 'v1' },
  besluit: { parties: SVIP, version: 'v1' },
  toestemming: { parties: SVIP, version: 'v1' },
  informatieverzoek: { parties: SVIP, version: 'v1' },
  signaal: { parties: SVIP, version: 'v1' },
  samenwerkingspotentieel: { parties: SVIP, version: 'v1' },
  samenwerking: { parties: SVIP, version: 'v1' },
  'acuut-onveilig': { parties: SVIP, version: 'v1' },
  noodtoegang: { parties: SVIP, version: 'v1' },
  adressenlijst: { parties: SVIP, version: 'v1' },
  verplichting: { parties: SVIP, version: 'v1' },
  inzage: { parties: SVIP, version: 'v1' },
  toegang: { parties: ALL, version: 'v1' },
  controle: { parties: ALL, version: 'v1' },
  bewaring: { parties: ALL, version: 'v1' },
} as const satisfies Readonly<
  Record<string, { readonly parties: readonly LoggingParty[]; readonly version: string }>
>
export type FixedActivity = keyof typeof FIXED_ACTIVITIES
const FIXED_NAMES = Object.keys(FIXED_ACTIVITIES) as readonly FixedActivity[]

/** The fixed activities of a party. */
export type DoneBy<Party extends LoggingParty> = {
  [Name in FixedActivity]: [Party] extends [(typeof FIXED_ACTIVITIES)[Name]['parties'][number]] ? Name : never
}[FixedActivity]

/** How a version of the policy may be called: it stands in the identification of what is shared under it. */
export const POLICY_VERSION_ID = /^[a-z0-9][a-z0-9-]{0,39}$/

/** What a line may name: only this file makes one. */
export type ActivityId = `urn:samenloop:verwerkingsactiviteit:${string}`

const urn = (party: string, what: string, version: string): ActivityId =>
  `urn:samenloop:verwerkingsactiviteit:${party}:${what}:${version}`

/** Identification of an activity of a party: stable, and another one when what it does changes. */
export const activity = <Party extends LoggingParty, Name extends DoneBy<Party>>(
  party: Party,
  what: Name,
  version: (typeof FIXED_ACTIVITIES)[Name]['version'],
): ActivityId => urn(party, what, version)

/** Identification of sharing for a purpose under a version of the policy: by whom it is done, and on which side of it. */
export const sharingActivity = (
  party: string,
  side: 'verstrekking' | 'ontvangst',
  purpose: Purpose,
  policyVersion: string,
): ActivityId => urn(party, `${side}-${purpose.toLowerCase().replaceAll('_', '-')}`, policyVersion)

/** The party that keeps the log of an agency. */
export const PARTY_OF = { IMG: 'img', NCG: 'ncg' } as const satisfies Readonly<Record<Owner, LoggingParty>>

/** Every fixed activity of every party, with its identification. */
export const fixedActivities = (): readonly {
  readonly party: LoggingParty
  readonly name: FixedActivity
  readonly version: string
  readonly id: ActivityId
}[] =>
  FIXED_NAMES.flatMap((name) => {
    const { parties, version } = FIXED_ACTIVITIES[name]
    return parties.map((party) => ({ party, name, version, id: urn(party, name, version) }))
  })
