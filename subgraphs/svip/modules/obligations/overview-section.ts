import { sql } from 'kysely'
import { recipientName } from '../../overview/parties.ts'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { categoryNames, dutchDate, ownerName } from '../../overview/texts.ts'
import type { ObligationCause, ObligationResult } from '../../schema.generated.ts'

const CAUSE_LABELS: Readonly<Record<ObligationCause, string>> = {
  CONSENT_WITHDRAWN: 'u hebt uw toestemming ingetrokken',
  CONSENT_REFUSED: 'u hebt nee gezegd',
  OBJECTION_UPHELD: 'u hebt bezwaar gemaakt en gelijk gekregen',
  EMERGENCY_NOT_JUSTIFIED: 'de noodtoegang was niet terecht',
  REQUEST_REVOKED: 'de toekenning van een informatieverzoek is ingetrokken',
}

const RESULT_LABELS: Readonly<Record<ObligationResult, string>> = {
  ERASED: 'de gegevens zijn gewist',
  KEPT_ON_OTHER_BASIS: 'de gegevens mogen op een andere grondslag blijven',
  NOTHING_KEPT: 'er was niets bewaard',
}

/** Obligations of recipients after the resident's refusal, withdrawal or objection, and what they did (AVG art. 17 and 19). */
export const obligationsSection: Section = {
  name: 'obligations',
  place: 14,
  title: 'Wat ontvangers daarna moesten doen',
  async collect(transaction, { addressId, party }) {
    const obligations = await transaction
      .selectFrom('obligation')
      .select(['id', 'cause', 'cause_id', 'owner', 'recipient', 'municipality', 'categories', 'purposes'])
      .select(['created_at', 'due_on', 'state', 'result', 'result_reason', 'fulfilled_at'])
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`${party} in (owner, recipient)`)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute()
    return {
      data: obligations.map((obligation) => ({
        id: obligation.id,
        cause: obligation.cause,
        causeId: obligation.cause_id,
        owner: obligation.owner,
        recipient: obligation.recipient,
        municipality: obligation.municipality,
        categories: obligation.categories,
        purposes: obligation.purposes,
        createdAt: obligation.created_at,
        dueOn: obligation.due_on,
        state: obligation.state,
        result: obligation.result,
        resultReason: obligation.result_reason,
        fulfilledAt: obligation.fulfilled_at,
      })),
      blocks: orNone(
        obligations.map((obligation) =>
          facts(`Opdracht van ${dutchDate(obligation.created_at)}`, [
            ['Waarom', CAUSE_LABELS[obligation.cause]],
            ['Aan', recipientName({ ...obligation, organisation: obligation.recipient, roles: [] })],
            ['Gegevens van', ownerName(obligation.owner)],
            ['Welke gegevens', categoryNames(obligation.categories)],
            [
              'Wat ermee is gedaan',
              obligation.result === null
                ? `nog niets; het moet uiterlijk op ${dutchDate(obligation.due_on)}`
                : RESULT_LABELS[obligation.result],
            ],
            ['Uitleg', obligation.result_reason],
          ]),
        ),
        'Geen organisatie hoefde gegevens over uw adres te wissen.',
      ),
    }
  },
}
