import { hash } from 'node:crypto'
import { badInput, forbidden } from '../../../../kernel/errors.ts'
import { optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { DATA_CATEGORIES, OWNERS, type Owner } from '../../../../kernel/vocabulary.ts'
import { knownAddress } from '../../casework/statement.ts'
import { takeStep as take, type Versioned } from '../../casework/step.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { PURPOSE_LABELS } from '../../policy/labels.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type {
  BuddyHandlerInput,
  RecordInformationRequestFollowUpInput,
  SubmitInformationRequestInput,
  SupplementInformationRequestInput,
  WithdrawInformationRequestInput,
} from '../../schema.generated.ts'
import { placeText } from '../addresses/place-text.ts'
import { linkHandlers } from '../cooperation/steps.ts'
import { clockOf, moveTo, takeStep } from './actions.ts'
import { requestActivity } from './activity.ts'
import { KIND_PURPOSES, requestable } from './kinds.ts'
import { requestStore } from './parts.ts'
import type { NewRequest } from './request-store.ts'
import type { BuddyHandler, InformationRequestRow } from './tables.ts'
import { assessingDesk, submitterRole } from './transitions.ts'

/** The steps of the requester: submit, supplement, withdraw, record the follow-up, close. */

/** The minimum length of the reason why the data are needed. */
const MIN_NECESSITY = 20

export async function submit(
  context: SvipContext,
  input: SubmitInformationRequestInput,
): Promise<InformationRequestRow> {
  const { caller } = context
  const owner = ownerOf(input.owner ?? null, context)
  const role = submitterRole(caller, owner)
  const name = 'Informatieverzoek: indienen'
  if (!role) {
    await context.refused(name)
    throw forbidden()
  }
  const necessity = requiredNecessity(input.necessity)
  const key = requiredText(input.idempotencyKey, 'De sleutel van de indiening (idempotencyKey)', 100)
  assertPossible(context, { ...input, owner })
  const categories = DATA_CATEGORIES.filter((category) => input.categories.includes(category))
  return await take<AddressNode, NewRequest, InformationRequestRow>(context, {
    name,
    activity: requestActivity,
    find: () => knownAddress(input.addressId, context, input.purpose),
    change: async (address) => {
      // The engine gives this reason only to callers who have a basis to know it, so the error reveals nothing else.
      const decided = await context.decision(address, owner)
      if (decided?.decision.reason === 'NO_CONCURRENCE')
        throw badInput(
          'Op dit adres loopt of liep niet bij allebei de organisaties een dossier. Dan is er niets om over te vragen.',
        )
      const first = {
        purpose: input.purpose,
        owner,
        assessing_desk: assessingDesk(caller.organisation, owner),
        kind: input.kind,
        outcome: null,
        assignee: null,
        place: null,
      }
      const request = {
        ...NOTHING_YET,
        ...first,
        ...moveTo('SUBMITTED', first, clockOf(context)),
        address_id: input.addressId,
        place_text: placeText(address.facts),
        categories,
        necessity,
        requester_organisation: caller.organisation,
        requester_municipality: caller.municipality,
        requester_subject: caller.subject,
        requester_team: caller.team,
        requester_roles: [role],
        idempotency_key: key,
        submission: hash(
          'sha256',
          JSON.stringify([input.addressId, owner, input.kind, input.purpose, categories, necessity]),
        ),
        submitted_at: context.now().toISOString(),
      }
      await requestStore(context).assertSubmittable(request)
      return request
    },
    about: ({ facts }) => facts.id,
    write: (_address, request) =>
      requestStore(context).submit(request, {
        subject: caller.subject,
        organisation: caller.organisation,
        role,
      }),
  })
}

const NOTHING_YET = {
  outcome: null,
  needed_categories: null,
  assessment: null,
  assessors: [],
  consent_form: null,
  consent_reply: null,
  consent_categories: null,
  consent_id: null,
  forwarded_at: null,
  answered_at: null,
  answered_by: null,
  answerer: null,
  answer_reason: null,
  granted_categories: null,
  granted_on_consent: null,
  granted_on_task: null,
  granted_from: null,
  granted_until: null,
  revoked_at: null,
  follow_up: null,
} as const

/** An agency always requests from the other one; callers of other organisations have to name the owner. */
function ownerOf(asked: Owner | null, { caller }: SvipContext): Owner {
  const other = OWNERS.find((owner) => owner !== caller.organisation)
  if (asked) return asked
  if ((caller.organisation === 'IMG' || caller.organisation === 'NCG') && other) return other
  throw badInput('Zeg aan wie u de gegevens vraagt: owner IMG of NCG.')
}

function assertPossible(
  { caller, now }: SvipContext,
  { kind, purpose, owner, categories }: SubmitInformationRequestInput & { readonly owner: Owner },
): void {
  if (!KIND_PURPOSES[kind].includes(purpose))
    throw badInput(
      `Bij dit soort verzoek (${kind}) hoort een van deze doelen: ${KIND_PURPOSES[kind].join(', ')}.`,
    )
  if (categories.length === 0) throw badInput('Noem minstens één soort gegevens (categories).')
  const possible = requestable(policyInForce(now().toISOString()), caller, owner, purpose)
  const impossible = categories.filter((category) => !possible.includes(category))
  if (impossible.length > 0)
    throw badInput(
      possible.length === 0
        ? `Met uw rol kunt u voor het doel ${purpose} (${PURPOSE_LABELS[purpose]}) hier niets vragen.`
        : `Voor het doel ${purpose} (${PURPOSE_LABELS[purpose]}) kunt u vragen om ${possible.join(', ')}; niet om ${impossible.join(', ')}.`,
    )
}

function requiredNecessity(text: string): string {
  const necessity = requiredText(text, 'Waarom u dit nodig hebt (necessity)', 2000)
  if (necessity.length < MIN_NECESSITY)
    throw badInput(`Leg uit waarom u dit nodig hebt (necessity): minstens ${MIN_NECESSITY} tekens.`)
  return necessity
}

export function supplement(
  context: SvipContext,
  input: SupplementInformationRequestInput,
): Promise<InformationRequestRow> {
  const necessity = requiredNecessity(input.necessity)
  return takeStep(context, 'SUPPLEMENT', input, () => ({
    state: 'SUBMITTED',
    reason: null,
    // The previous assessment was made without the new explanation.
    changes: { necessity, assessment: null, needed_categories: null },
  }))
}

export function withdraw(
  context: SvipContext,
  input: WithdrawInformationRequestInput,
): Promise<InformationRequestRow> {
  const reason = optionalText(input.reason, 'De reden (reason)')
  return takeStep(context, 'WITHDRAW', input, () => ({ state: 'WITHDRAWN', reason }))
}

export function close(context: SvipContext, input: Versioned): Promise<InformationRequestRow> {
  return takeStep(context, 'CLOSE', input, () => ({ state: 'CLOSED', reason: null }))
}

/** Records the follow-up of the answer, with the handlers' link or the priority team's decision where the kind needs one. */
export function recordFollowUp(
  context: SvipContext,
  input: RecordInformationRequestFollowUpInput,
): Promise<InformationRequestRow> {
  const remarks = requiredText(input.remarks, 'Wat er met het antwoord is gedaan (remarks)')
  return takeStep(context, 'RECORD_FOLLOW_UP', input, (row) => {
    const isLink = row.kind === 'LINK_HANDLERS'
    if (!isLink && (input.imgHandler || input.ncgHandler))
      throw badInput('Alleen bij het koppelen van behandelaars hoort een imgHandler en een ncgHandler.')
    const link = isLink && {
      address_id: row.address_id,
      request_id: row.id,
      img_handler: handler(input.imgHandler, 'imgHandler'),
      ncg_handler: handler(input.ncgHandler, 'ncgHandler'),
      linked_at: context.now().toISOString(),
    }
    const decision = row.kind === 'ACCELERATION' ? (input.priorityDecision ?? null) : null
    if (row.kind === 'ACCELERATION' && decision === null)
      throw badInput('Leg vast wat over de versnelling is besloten (priorityDecision).')
    const decidedOn = decision && (input.decidedOn ?? dutchDay(context.now()))
    if (decidedOn && decidedOn > dutchDay(context.now()))
      throw badInput('De dag van het besluit (decidedOn) kan niet in de toekomst liggen.')
    return {
      state: 'FOLLOWED_UP',
      reason: remarks,
      changes: { follow_up: { remarks, priorityDecision: decision, decidedOn } },
      within: async (transaction) => {
        if (link) await linkHandlers(transaction, link, context.caller)
        return {}
      },
    }
  })
}

/** @throws {AppError} `BAD_USER_INPUT` when a handler has no name, or a text is too long. */
export function handler(given: BuddyHandlerInput | null | undefined, what: string): BuddyHandler {
  if (!given) throw badInput(`Noem de behandelaar van deze kant: ${what} met een naam.`)
  return {
    name: requiredText(given.name, `De naam (${what}.name)`, 200),
    phone: optionalText(given.phone, `Het telefoonnummer (${what}.phone)`),
    email: optionalText(given.email, `Het e-mailadres (${what}.email)`),
  }
}
