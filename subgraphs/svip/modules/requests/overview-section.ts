import { sql } from 'kysely'
import type { Organisation, Role } from '../../../../kernel/vocabulary.ts'
import { recipientName, roleLabel } from '../../overview/parties.ts'
import { type Block, facts, orNone, type Section } from '../../overview/section.ts'
import { capital, categoryNames, dutchDate, dutchMoment, ownerName } from '../../overview/texts.ts'
import { PURPOSE_LABELS } from '../../policy/labels.ts'
import type { InformationRequestOutcome } from '../../schema.generated.ts'
import type { InformationRequestRow, InformationRequestStepRow, RequestKind, RequestState } from './tables.ts'
import { REQUEST_STATE_LABELS } from './texts.ts'

/* Dutch names (B1) of the values in these records, for the overview that a resident reads. */

const REQUEST_KIND_LABELS: Readonly<Record<RequestKind, string>> = {
  STATUS_EXCHANGE: 'vraag hoe ver een dossier is',
  LINK_HANDLERS: 'verzoek om de twee begeleiders met elkaar in contact te brengen',
  ACCELERATION: 'verzoek om een dossier te versnellen',
  OTHER: 'andere vraag',
}

const RESIDENT_REQUEST_LABELS: Readonly<Record<RequestState, string>> = {
  ...REQUEST_STATE_LABELS,
  AWAITING_CONSENT: 'wacht op uw toestemming',
}

const REQUEST_OUTCOME_LABELS: Readonly<Record<InformationRequestOutcome, string>> = {
  GRANTED: 'toegekend',
  PARTLY_GRANTED: 'voor een deel toegekend',
  REFUSED: 'geweigerd',
}

/**
 * Information requests about the address, with their steps. The overview leaves out who handled them and the reasons that the desks gave at
 * a step, because those also concern others (AVG art. 15(4)).
 */
export const requestsSection: Section = {
  name: 'informationRequests',
  place: 8,
  title: 'Informatieverzoeken over uw adres',
  async collect(transaction, { addressId, party }) {
    const requests = await transaction
      .selectFrom('information_request')
      .select([
        'id',
        'number',
        'kind',
        'owner',
        'purpose',
        'categories',
        'needed_categories',
        'necessity',
        'requester_organisation',
      ])
      .select([
        'requester_municipality',
        'requester_roles',
        'state',
        'outcome',
        'submitted_at',
        'due_on',
        'ended_at',
      ])
      .select([
        'consent_form',
        'consent_reply',
        'answered_at',
        'answered_by',
        'answer_reason',
        'granted_categories',
      ])
      .select(['granted_on_consent', 'granted_from', 'granted_until', 'revoked_at'])
      .where('address_id', '=', addressId)
      .where(
        party === null
          ? sql<boolean>`true`
          : // What is asked of an agency reaches it when it is forwarded.
            sql<boolean>`(${party} in (requester_organisation, assessing_desk) or (owner = ${party} and forwarded_at is not null))`,
      )
      .orderBy('submitted_at', 'desc')
      .orderBy('id')
      .execute()
    const steps = await transaction
      .selectFrom('information_request_step')
      .select(['request_id', 'action', 'to_state', 'organisation', 'role', 'at'])
      .where(sql<boolean>`request_id = any(${requests.map(({ id }) => id)}::uuid[])`)
      .orderBy('revision')
      .execute()
    const stepsOf = Map.groupBy(steps, ({ request_id }) => request_id)
    const linked = await transaction
      .selectFrom('buddy_link')
      .select('linked_at')
      .where('address_id', '=', addressId)
      .executeTakeFirst()

    return {
      data: {
        requests: requests.map((request) => ({
          id: request.id,
          number: request.number,
          kind: request.kind,
          requestedBy: request.requester_organisation,
          requestedByMunicipality: request.requester_municipality,
          requestedByRoles: request.requester_roles,
          owner: request.owner,
          purpose: request.purpose,
          categories: request.categories,
          neededCategories: request.needed_categories,
          necessity: request.necessity,
          state: request.state,
          submittedAt: request.submitted_at,
          dueOn: request.due_on,
          endedAt: request.ended_at,
          consentForm: request.consent_form,
          consentReply: request.consent_reply,
          outcome: request.outcome,
          answeredAt: request.answered_at,
          answeredBy: request.answered_by,
          answerReason: request.answer_reason,
          granted:
            request.granted_until === null
              ? null
              : {
                  categories: request.granted_categories,
                  onConsent: request.granted_on_consent,
                  from: request.granted_from,
                  until: request.granted_until,
                  revokedAt: request.revoked_at,
                },
          steps: (stepsOf.get(request.id) ?? []).map(({ action, to_state, organisation, role, at }) => ({
            action,
            state: to_state,
            organisation,
            role,
            at,
          })),
        })),
        handlersLinkedAt: linked?.linked_at ?? null,
      },
      blocks: [
        ...orNone(
          requests.flatMap((request) => readable(request, stepsOf.get(request.id) ?? [])),
          'Er is geen informatieverzoek over uw adres gedaan.',
        ),
        ...(linked
          ? [facts('Uw begeleiders', [['Met elkaar in contact gebracht op', dutchDate(linked.linked_at)]])]
          : []),
      ],
    }
  },
}

type Request = Pick<
  InformationRequestRow,
  | 'number'
  | 'kind'
  | 'requester_organisation'
  | 'requester_municipality'
  | 'requester_roles'
  | 'owner'
  | 'purpose'
  | 'categories'
  | 'necessity'
  | 'state'
  | 'outcome'
  | 'answer_reason'
  | 'granted_categories'
  | 'granted_until'
  | 'revoked_at'
>
type Step = Pick<InformationRequestStepRow, 'to_state' | 'organisation' | 'role' | 'at'>

function readable(request: Request, steps: readonly Step[]): readonly Block[] {
  const nameOf = (organisation: Organisation, roles: readonly Role[]) =>
    recipientName({ organisation, roles, municipality: request.requester_municipality })
  const { granted_categories, granted_until, revoked_at } = request
  return [
    facts(`Verzoek ${request.number}`, [
      ['Soort', REQUEST_KIND_LABELS[request.kind]],
      ['Gevraagd door', nameOf(request.requester_organisation, request.requester_roles)],
      ['Gevraagd aan', ownerName(request.owner)],
      ['Waarvoor', PURPOSE_LABELS[request.purpose]],
      ['Welke gegevens', categoryNames(request.categories)],
      ['Waarom het nodig was', request.necessity],
      ['Stand', RESIDENT_REQUEST_LABELS[request.state]],
      ['Uitkomst', request.outcome && REQUEST_OUTCOME_LABELS[request.outcome]],
      ['Uitleg bij het antwoord', request.answer_reason],
      ['Wat mocht worden gezien', granted_categories && categoryNames(granted_categories)],
      ['Tot wanneer', granted_until && dutchDate(revoked_at ?? granted_until)],
    ]),
    {
      kind: 'table',
      head: ['Wanneer', 'Stap', 'Door'],
      widths: [3, 4, 4],
      rows: steps.map(({ to_state, organisation, role, at }) => [
        dutchMoment(at),
        capital(RESIDENT_REQUEST_LABELS[to_state]),
        `${nameOf(organisation, [role])} (${roleLabel(organisation, role)})`,
      ]),
    },
  ]
}
