import type { DataCategory, LegalBasis, Owner, Purpose } from '../vocabulary.ts'

/**
 * The processing activities that the lines of the processing logs refer to (Logboek Dataverwerkingen,
 * `dpl.core.processing_activity_id`). Who carries an activity out declares it with its description for the register (AVG art. 30):
 * docs/processing-register.md.
 */

/** Who keeps a processing log. */
export type LoggingParty = 'img' | 'ncg' | 'svip'

/** What every party does, whatever its task is. */
export type CommonActivity = 'eigen-taak' | 'toegang' | 'controle' | 'bewaring'

/** What a party does under every version of the policy. The texts are in plain Dutch. */
export type ActivityDescription = {
  /** In the identification: what does something else from now on gets another one. Left out for the first. */
  readonly version?: string
  readonly title: string
  readonly purpose: string
  readonly basis: LegalBasis
  readonly articles: readonly string[]
  readonly subjects: readonly string[]
  /** Categories of the policy, or what else it is about, in words. */
  readonly data: readonly (DataCategory | { readonly what: string })[]
  /** What it leaves behind besides lines in the processing log, so which terms count. */
  readonly leaves?: readonly string[]
  /** The first day it was in force; left out for what was there from the beginning. */
  readonly since?: string
  /** Its place in the register among the topics of its party. */
  readonly place?: number
}

/** An activity that a line may name, because a party declares it. */
export type Activity<Party extends LoggingParty = LoggingParty> = ActivityDescription & {
  readonly party: Party
  readonly name: string
  readonly version: string
  /** Stable: logs of years ago refer to it. */
  readonly id: ActivityId
}

/** How a version of the policy may be called: it stands in the identification of what is shared under it. */
export const POLICY_VERSION_ID = /^[a-z0-9][a-z0-9-]{0,39}$/

/** What a line may name: only this file makes one. */
export type ActivityId = `urn:samenloop:verwerkingsactiviteit:${string}`

const urn = (party: string, what: string, version: string): ActivityId =>
  `urn:samenloop:verwerkingsactiviteit:${party}:${what}:${version}`

const FIRST = 'v1'

const declared: Activity[] = []

export function declareActivity<Party extends LoggingParty>(
  party: Party,
  name: string,
  description: ActivityDescription,
): Activity<Party> {
  const { version = FIRST } = description
  const activity = { ...description, party, name, version, id: urn(party, name, version) }
  declared.push(activity)
  return activity
}

/** What the code of this process declared, so that a start can see that the register has all of it. */
export const declaredActivities = (): readonly Activity[] => declared

/** Identification of what every party does, at one of them. */
export const commonActivity = (party: LoggingParty, what: CommonActivity): ActivityId =>
  urn(party, what, FIRST)

/** Identification of sharing for a purpose under a version of the policy: by whom it is done, and on which side of it. */
export const sharingActivity = (
  party: string,
  side: 'verstrekking' | 'ontvangst',
  purpose: Purpose,
  policyVersion: string,
): ActivityId => urn(party, `${side}-${purpose.toLowerCase().replaceAll('_', '-')}`, policyVersion)

/** The party that keeps the log of an agency. */
export const PARTY_OF = { IMG: 'img', NCG: 'ncg' } as const satisfies Readonly<Record<Owner, LoggingParty>>
