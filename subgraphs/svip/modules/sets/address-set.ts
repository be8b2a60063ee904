import { badInput, forbidden } from '../../../../kernel/errors.ts'
import type { Caller, Organisation, Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import type { PolicyVersion } from '../../policy/policy.ts'
import { isRecipient } from '../../policy/scope.ts'
import type { AddressSetKind, AddressSetOutcomeKind } from '../../schema.generated.ts'
import type { AddressFacts } from '../addresses/address-store.ts'
import type { AddressSetRow } from './tables.ts'

/** The kinds of sets, who adds addresses, and the possible outcomes. Pure: no database, no GraphQL. */

/** The organisations that make a kind of set, and its possible purposes. */
const MAKERS: Readonly<
  Record<AddressSetKind, { readonly by: readonly Organisation[]; readonly purposes: readonly Purpose[] }>
> = {
  PILOT: {
    by: ['IMG', 'NCG'],
    purposes: ['COOPERATION', 'ACCELERATION', 'JOINT_INSPECTION', 'INTEGRAL_APPROACH'],
  },
  STUCK_CASES: { by: ['SVIP'], purposes: ['STUCK_CASE'] },
}

/** @throws {AppError} `FORBIDDEN` when the organisation may not make this kind, `BAD_USER_INPUT` when the kind cannot have this purpose. */
export function assertMayMake(organisation: Organisation, kind: AddressSetKind, purpose: Purpose): void {
  const { by, purposes } = MAKERS[kind]
  if (!by.includes(organisation)) throw forbidden()
  if (!purposes.includes(purpose))
    throw badInput(`Een lijst van deze soort kan alleen als doel hebben: ${purposes.join(', ')}.`)
}

const AGENCIES: readonly string[] = ['IMG', 'NCG'] satisfies readonly Owner[]

/**
 * Whether an organisation can add this address. An agency needs a file of its own there, so that trying addresses reveals nothing about the
 * other side; a municipality and the intervention team can add any address in their scope.
 */
export const mayPutForward = (organisation: Organisation, { tracks }: AddressFacts): boolean =>
  !AGENCIES.includes(organisation) || tracks.some(({ owner }) => owner === organisation)

/**
 * Whether the policy lets the caller know of addresses that others added for this purpose, because membership of a set reveals that a side
 * has a file. The decision per address is checked as well.
 */
export function mayKnowOfOthers(caller: Caller, purpose: Purpose, policy: PolicyVersion | null): boolean {
  const { organisation, roles } = caller
  if (readerOfWords(caller) === null) return true
  return othersThan(organisation).every((owner) =>
    policy?.rules.some(
      (rule) =>
        rule.basis === 'PUBLIC_TASK' &&
        rule.purposes.includes(purpose) &&
        rule.categories.includes('PRESENCE') &&
        isRecipient(rule, organisation, roles, owner),
    ),
  )
}

/** The agencies whose presence at an address a set reveals to this organisation. */
export const othersThan = (organisation: Organisation): readonly Owner[] =>
  (['IMG', 'NCG'] as const).filter((owner) => owner !== organisation)

const KIND_LABELS: Readonly<Record<AddressSetKind, string>> = {
  PILOT: 'Pilot',
  STUCK_CASES: 'Vastgelopen dossiers',
}

type Words = Pick<AddressSetRow, 'name' | 'description' | 'closing_reason'>

/**
 * The texts of a set for a reader. Its free text can contain anything, also about an address or a person, and no category or scope protects
 * it. So only its maker reads it, and other readers get a name of the kind and number.
 * @param reader `null` for the privacy officer of the SVIP, who reads everything.
 */
export function wordsFor(
  reader: Organisation | null,
  {
    name,
    description,
    closing_reason,
    kind,
    number,
    created_by,
  }: Words & Pick<AddressSetRow, 'kind' | 'number' | 'created_by'>,
): Words {
  if (isWriter(reader, created_by)) return { name, description, closing_reason }
  const maker = ORGANISATION_LABELS[created_by]
  return {
    name: `${KIND_LABELS[kind]} ${number}`,
    description: `Deze lijst is van ${maker}. Alleen ${maker} leest de eigen naam en omschrijving.`,
    closing_reason: null,
  }
}

/** Whether the reader may read the free text of an organisation. */
export const isWriter = (reader: Organisation | null, writer: Organisation): boolean =>
  reader === null || reader === writer

/** The organisation whose free text the caller reads: their own; `null` for a privacy officer of the SVIP, who reads all. */
export const readerOfWords = ({ organisation, roles }: Caller): Organisation | null =>
  organisation === 'SVIP' && roles.includes('privacy_officer') ? null : organisation

const NEEDS_NOTE: readonly AddressSetOutcomeKind[] = ['NOT_POSSIBLE', 'NOT_SOLVED']

/** @throws {AppError} `BAD_USER_INPUT` for a day in the future, or without the reason that the outcome needs. */
export function assertOutcome(
  outcome: AddressSetOutcomeKind,
  occurredOn: string,
  note: string | null,
  today: string,
): void {
  if (occurredOn > today) throw badInput('De dag (occurredOn) ligt in de toekomst.')
  if (note === null && NEEDS_NOTE.includes(outcome))
    throw badInput('Schrijf in note waarom het niet kan of niet is gelukt.')
}
