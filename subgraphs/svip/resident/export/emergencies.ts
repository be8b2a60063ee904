import { sql } from 'kysely'
import { recipientName } from '../parties.ts'
import { categoryNames, dutchDate, dutchMoment, ownerName } from '../texts.ts'
import { facts, orNone, type Section } from './section.ts'

/** Times that the glass was broken for acute danger, and what the review said. Not who did it, nor who reviewed it. */
export const emergenciesSection: Section = {
  name: 'emergencyAccess',
  title: 'Noodtoegang bij gevaar',
  async collect(transaction, { addressId, party }) {
    const emergencies = await transaction
      .selectFrom('emergency_access')
      .select(['id', 'owner', 'organisation', 'categories', 'reason', 'broken_at', 'valid_until'])
      .select(['review_due_on', 'verdict', 'reviewed_by', 'reviewed_at'])
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`${party} in (owner, organisation)`)
      .orderBy('broken_at', 'desc')
      .orderBy('id')
      .execute()
    return {
      data: emergencies.map((emergency) => ({
        id: emergency.id,
        owner: emergency.owner,
        organisation: emergency.organisation,
        categories: emergency.categories,
        reason: emergency.reason,
        brokenAt: emergency.broken_at,
        validUntil: emergency.valid_until,
        reviewDueOn: emergency.review_due_on,
        verdict: emergency.verdict,
        reviewedBy: emergency.reviewed_by,
        reviewedAt: emergency.reviewed_at,
      })),
      blocks: orNone(
        emergencies.map((emergency) =>
          facts(`Noodtoegang op ${dutchMoment(emergency.broken_at)}`, [
            ['Door', recipientName({ ...emergency, roles: [], municipality: null })],
            ['Gegevens van', ownerName(emergency.owner)],
            ['Welke gegevens', categoryNames(emergency.categories)],
            ['Reden', emergency.reason],
            ['Tot', dutchMoment(emergency.valid_until)],
            [
              'Beoordeling achteraf',
              emergency.verdict === null
                ? `uiterlijk op ${dutchDate(emergency.review_due_on)}`
                : emergency.verdict === 'JUSTIFIED'
                  ? 'het was terecht'
                  : 'het was niet terecht',
            ],
          ]),
        ),
        'Er is geen noodtoegang geweest bij uw adres.',
      ),
    }
  },
}
