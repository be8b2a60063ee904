import { sql } from 'kysely'
import { facts, orNone, type Section, text } from '../overview/section.ts'
import { capital, dutchDate, ownerName } from '../overview/texts.ts'
import type { NoticeKind } from './event.ts'

const KIND_LABELS: Readonly<Record<NoticeKind, string>> = {
  ACUTE_SAFETY_REPORTED: 'uw huis is gemeld als acuut onveilig',
  ACUTE_SAFETY_MADE_SAFE: 'uw huis is veilig gemaakt',
  STRUCTURAL_DAMAGE_FOUND: 'er is schade aan de constructie gevonden',
  OWNERSHIP_CHANGED: 'het huis heeft een nieuwe eigenaar',
  DAMAGE_FOUND: 'bij de opname is schade gevonden',
  DAMAGE_FOUND_DURING_WORKS: 'de aannemer heeft schade gevonden',
}

/**
 * The notices of the agencies: what happened and when. An overview that an agency makes only has its own notices, because its staff must
 * not see the findings of the other agency.
 */
export const noticesSection: Section = {
  name: 'notices',
  place: 4,
  title: 'Wat de organisaties aan het SVIP hebben gemeld',
  async collect(transaction, { addressId, party }) {
    const notices = await transaction
      .selectFrom('register_notice')
      .select(['id', 'owner', 'kind', 'reference', 'occurred_at'])
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`owner = ${party}`)
      .orderBy('occurred_at', 'desc')
      .orderBy('owner')
      .orderBy('id')
      .execute()
    return {
      data: notices.map(({ id, owner, kind, reference, occurred_at }) => ({
        id,
        owner,
        kind,
        reference,
        occurredAt: occurred_at,
      })),
      blocks: [
        text('Het SVIP weet dat iets is gebeurd, en wanneer. Wat er precies is gevonden, weet het niet.'),
        ...orNone(
          notices.map(({ owner, kind, reference, occurred_at }) =>
            facts(`${capital(ownerName(owner))}, dossier ${reference}`, [
              ['Wat er is gemeld', KIND_LABELS[kind]],
              ['Wanneer het gebeurde', dutchDate(occurred_at)],
            ]),
          ),
          'De organisaties hebben niets over uw adres gemeld.',
        ),
      ],
    }
  },
}
