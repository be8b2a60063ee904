import { sql } from 'kysely'
import { recipientName } from '../../overview/parties.ts'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { categoryNames, dutchDate, dutchMoment, ownerName } from '../../overview/texts.ts'

/** Emergency accesses for acute danger, and their reviews, without the employees who took or reviewed them. */
export const emergenciesSection: Section = {
  name: 'emergencyAccess',
  place: 12,
  title: 'Noodtoegang bij gevaar',
  async collect(transaction, { addressId, party }) {
    const emergencies = await transaction
      .selectFrom('emergency_access')
      .select(['id', 'owner', 'organisation', 'categories', 'reason', 'broken_at', 'valid_until'])
      .select(['review_due_on', 'verdict', 'reviewed_by', 'reviewed_at', 'released_at', 'release_reason'])
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
        releasedAt: emergency.released_at,
        releaseReason: emergency.release_reason,
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
            ...(emergency.released_at === null || emergency.release_reason === null
              ? []
              : [
                  [
                    'Weer toegestaan',
                    `op ${dutchMoment(emergency.released_at)}: ${emergency.release_reason}`,
                  ] as const,
                ]),
          ]),
        ),
        'Er is geen noodtoegang geweest bij uw adres.',
      ),
    }
  },
}
