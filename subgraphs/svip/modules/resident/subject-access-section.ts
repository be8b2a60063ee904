import { sql } from 'kysely'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { dutchDate } from '../../overview/texts.ts'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import { CHANNEL_LABELS } from '../consent/overview-section.ts'

/** The requests of the resident to see their own data, and the answers. */
export const subjectAccessSection: Section = {
  name: 'subjectAccessRequests',
  place: 16,
  title: 'Uw inzageverzoeken',
  async collect(transaction, { addressId, party }) {
    const requests = await transaction
      .selectFrom('subject_access_request')
      .selectAll()
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`registered_by = ${party}`)
      .orderBy('received_on', 'desc')
      .orderBy('id')
      .execute()
    return {
      data: requests.map((request) => ({
        id: request.id,
        state: request.state,
        receivedOn: request.received_on,
        channel: request.channel,
        evidence: request.evidence,
        dueOn: request.due_on,
        extensionReason: request.extension_reason,
        answeredOn: request.answered_on,
        outcome: request.outcome,
        refusalReason: request.refusal_reason,
        registeredBy: request.registered_by,
        registeredAt: request.registered_at,
      })),
      blocks: orNone(
        requests.map((request) =>
          facts(`Verzoek van ${dutchDate(request.received_on)}`, [
            ['Hoe gevraagd', CHANNEL_LABELS[request.channel]],
            ['Gevraagd aan', ORGANISATION_LABELS[request.registered_by]],
            ['Antwoord uiterlijk op', dutchDate(request.due_on)],
            ['Waarom meer tijd', request.extension_reason],
            ['Beantwoord op', request.answered_on && dutchDate(request.answered_on)],
            ['Waarom geen overzicht', request.refusal_reason],
          ]),
        ),
        'Er is geen inzageverzoek van u vastgelegd.',
      ),
    }
  },
}
