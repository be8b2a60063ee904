import { randomUUID } from 'node:crypto'
import { AppError, badInput, forbidden } from '../../../../kernel/errors.ts'
import { isStorable, optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import { type Caller, DATA_CATEGORIES, type DataCategory, type Owner } from '../../../../kernel/vocabulary.ts'
import { CATEGORY_LABELS } from '../../policy/labels.ts'
import type { PolicyVersion } from '../../policy/policy.ts'
import { isRecipient } from '../../policy/scope.ts'
import type {
  BreakGlassInput,
  ReleaseEmergencyAccessInput,
  ReviewEmergencyAccessInput,
} from '../../schema.generated.ts'
import type { EmergencyAccessRow } from './tables.ts'

/** Breaking the glass in a vital interest (AVG art. 6(1)(d)) and its review. Pure: no database, no GraphQL. */

/** How long an access is open, as the policy's rule for vital interest says; IMG makes unsafe houses safe within the same time. */
export const EMERGENCY_HOURS = 48

const REASON = { least: 20, most: 1000 } as const

/**
 * Checks the input, and returns it with the reason and categories to store.
 * @throws {AppError} `BAD_USER_INPUT` with what is possible: for the caller's own data, for a reason that is too short to review, and for
 * categories beyond those that the policy in force gives in a vital interest.
 */
export function toBreakGlass(
  input: BreakGlassInput,
  caller: Caller,
  policy: PolicyVersion | null,
): BreakGlassInput {
  const { owner } = input
  if (caller.organisation === owner)
    throw badInput('Gegevens van uw eigen organisatie ziet u zonder noodtoegang. Kies de andere (owner).')
  const reason = input.reason.trim()
  if (reason.length < REASON.least || reason.length > REASON.most || !isStorable(reason))
    throw badInput(
      `Schrijf in ${REASON.least} tot ${REASON.most} tekens welk gevaar er is en waarom u niet kunt wachten (reason). Dit wordt achteraf beoordeeld.`,
    )
  const possible = vitalCategories(policy, caller, owner)
  const categories = DATA_CATEGORIES.filter((category) => input.categories.includes(category))
  const beyond = categories.filter((category) => !possible.includes(category))
  if (possible.length === 0)
    throw badInput('De regels van vandaag kennen geen noodtoegang tot deze gegevens.')
  if (categories.length === 0) throw badInput('Noem minstens één soort gegevens (categories).')
  if (beyond.length > 0) {
    const names = possible.map((category) => `${category} (${CATEGORY_LABELS[category]})`)
    throw badInput(`Noodtoegang gaat alleen over ${names.join(', ')}; niet over ${beyond.join(', ')}.`)
  }
  return { ...input, reason, categories }
}

/** The categories of an owner's data that the policy gives this caller in a vital interest, in the order of the policy. */
function vitalCategories(
  policy: PolicyVersion | null,
  { organisation, roles }: Caller,
  owner: Owner,
): readonly DataCategory[] {
  const rules = policy?.rules.filter(
    (rule) => rule.basis === 'VITAL_INTEREST' && isRecipient(rule, organisation, roles, owner),
  )
  return DATA_CATEGORIES.filter((category) => rules?.some(({ categories }) => categories.includes(category)))
}

/** The result of breaking the glass: the access that is already open, or a new access that may replace an open one. */
export type Broken =
  | { readonly open: EmergencyAccessRow }
  | { readonly made: EmergencyAccessRow; readonly replaced: EmergencyAccessRow | null }

/**
 * Breaks the glass for a person with these accesses to this owner's data at this address. One access is open at a time: further categories
 * are added in a new access, which ends when the first would have ended.
 * @throws {AppError} `FORBIDDEN` after an access that was not justified, until a privacy officer releases the person.
 */
export function breaking(
  present: readonly EmergencyAccessRow[],
  { addressId, owner, reason, categories }: BreakGlassInput,
  { organisation, subject }: Pick<Caller, 'organisation' | 'subject'>,
  { at, reviewDueOn }: { readonly at: string; readonly reviewDueOn: string },
): Broken {
  if (present.some(isBarring)) throw new AppError('FORBIDDEN', BARRED)
  const open = present.find((access) => isOpen(access, at)) ?? null
  if (open && categories.every((category) => open.categories.includes(category))) return { open }
  const all = [...categories, ...(open?.categories ?? [])]
  return {
    replaced: open && { ...open, revision: open.revision + 1, valid_until: at },
    made: {
      ...NOT_REVIEWED,
      id: randomUUID(),
      revision: 1,
      address_id: addressId,
      owner,
      organisation,
      subject,
      categories: DATA_CATEGORIES.filter((category) => all.includes(category)),
      reason,
      broken_at: at,
      valid_until: open?.valid_until ?? new Date(Date.parse(at) + EMERGENCY_HOURS * 3_600_000).toISOString(),
      review_due_on: reviewDueOn,
    },
  }
}

const BARRED =
  'Uw eerdere noodtoegang tot deze gegevens bij dit adres was niet terecht. Is er gevaar? Vraag een andere veiligheidsfunctionaris om noodtoegang, of vraag een functionaris gegevensbescherming om u weer toe te laten (releaseEmergencyAccess).'

const isBarring = ({ verdict, released_at }: EmergencyAccessRow): boolean =>
  verdict === 'NOT_JUSTIFIED' && released_at === null

const NOT_REVIEWED = {
  verdict: null,
  review_remarks: null,
  reviewed_by: null,
  reviewer: null,
  reviewed_at: null,
  released_at: null,
  released_by: null,
  releaser: null,
  release_reason: null,
} as const

/** Whether the access is open at a moment. */
export const isOpen = (
  { broken_at, valid_until }: Pick<EmergencyAccessRow, 'broken_at' | 'valid_until'>,
  at: string,
): boolean => Date.parse(broken_at) <= Date.parse(at) && Date.parse(at) < Date.parse(valid_until)

/** Whether the deadline for the review has passed. */
export const isOverdue = (
  { verdict, review_due_on }: Pick<EmergencyAccessRow, 'verdict' | 'review_due_on'>,
  today: string,
): boolean => verdict === null && review_due_on < today

/**
 * The access after its review; one that was not justified ends at once.
 * @throws {AppError} `FORBIDDEN` for the person who broke the glass, `CONFLICT` when it was reviewed or has changed since, `BAD_USER_INPUT`
 * for an unjustified access without a reason.
 */
export function reviewed(
  present: EmergencyAccessRow,
  { revision, verdict, remarks }: ReviewEmergencyAccessInput,
  caller: Pick<Caller, 'organisation' | 'subject'>,
  at: string,
): EmergencyAccessRow {
  if (present.subject === caller.subject) throw forbidden()
  if (present.verdict !== null) throw new AppError('CONFLICT', 'Deze noodtoegang is al beoordeeld.')
  assertCurrent(present, revision)
  const why = optionalText(remarks, 'De toelichting (remarks)')
  if (verdict === 'NOT_JUSTIFIED' && why === null)
    throw badInput('Schrijf in remarks waarom de noodtoegang niet terecht was.')
  return {
    ...present,
    revision: present.revision + 1,
    valid_until: verdict === 'NOT_JUSTIFIED' && isOpen(present, at) ? at : present.valid_until,
    verdict,
    review_remarks: why,
    reviewed_by: caller.organisation,
    reviewer: caller.subject,
    reviewed_at: at,
  }
}

/**
 * The access after a privacy officer allowed the same person to break the glass there again.
 * @throws {AppError} `FORBIDDEN` for the person who broke the glass, `CONFLICT` when it has changed since, or when it does not bar anyone
 * (any more).
 */
export function released(
  present: EmergencyAccessRow,
  { revision, reason }: ReleaseEmergencyAccessInput,
  caller: Pick<Caller, 'organisation' | 'subject'>,
  at: string,
): EmergencyAccessRow {
  if (present.subject === caller.subject) throw forbidden()
  if (!isBarring(present))
    throw new AppError('CONFLICT', 'Deze noodtoegang houdt niemand tegen. Er is niets om vrij te geven.')
  assertCurrent(present, revision)
  return {
    ...present,
    revision: present.revision + 1,
    released_at: at,
    released_by: caller.organisation,
    releaser: caller.subject,
    release_reason: requiredText(reason, 'Waarom deze medewerker weer noodtoegang mag nemen (reason)', 1000),
  }
}

function assertCurrent(present: EmergencyAccessRow, revision: number): void {
  if (present.revision !== revision)
    throw new AppError('CONFLICT', 'Deze noodtoegang is intussen gewijzigd. Haal haar opnieuw op.')
}
