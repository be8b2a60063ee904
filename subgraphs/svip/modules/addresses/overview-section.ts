import { type Kysely, sql } from 'kysely'
import { facts, orNone, type Section, text } from '../../overview/section.ts'
import { capital, dutchDate, ownerName } from '../../overview/texts.ts'
import { PHASE_LABELS, STATUS_LABELS } from '../../register/track-labels.ts'
import type { Tables } from '../../store/tables.ts'
import { municipality } from './municipalities.ts'

/** The address itself, with its past and present municipalities. */
export const addressSection: Section = {
  name: 'address',
  place: 1,
  title: 'Uw adres',
  async collect(transaction, { addressId }) {
    const address = await transaction
      .selectFrom('address')
      .selectAll()
      .where('id', '=', addressId)
      .executeTakeFirstOrThrow()
    const municipalities = (await municipalitiesOf(transaction, addressId)).map(({ code, valid_from }) => ({
      ...municipality(code),
      from: valid_from,
    }))
    const number = [address.house_number, address.house_letter, address.house_number_addition]
      .filter((part) => part !== null)
      .join(' ')
    // Spaced as on an envelope; the BAG has addresses without a postcode.
    const town = [address.postcode?.replace(/^.{4}/, '$& '), address.city].filter(Boolean).join(' ')
    return {
      data: {
        id: address.id,
        street: address.street,
        houseNumber: address.house_number,
        houseLetter: address.house_letter,
        houseNumberAddition: address.house_number_addition,
        postcode: address.postcode,
        city: address.city,
        municipalities,
      },
      blocks: [
        facts(null, [
          ['Adres', `${address.street} ${number}, ${town}`],
          [
            'Gemeente',
            municipalities.map(({ name, from }) => `${name} (sinds ${dutchDate(from)})`).join('; '),
          ],
          ['Nummer in de BAG', address.id],
          ['Waar komt dit vandaan?', 'de Basisregistratie Adressen en Gebouwen (BAG)'],
        ]),
      ],
    }
  },
}

const municipalitiesOf = (db: Kysely<Tables>, addressId: string) =>
  db
    .selectFrom('address_municipality')
    .select(['code', 'valid_from'])
    .where('address_id', '=', addressId)
    .orderBy('valid_from', 'desc')
    .execute()

/** The tracks at the address in the register: that they exist and their progress, never the contents of the file. */
export const tracksSection: Section = {
  name: 'tracks',
  place: 3,
  title: 'Dossiers die het SVIP kent',
  async collect(transaction, { addressId, party }) {
    const tracks = await transaction
      .selectFrom('register_track')
      .selectAll()
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`owner = ${party}`)
      .orderBy('owner')
      .orderBy('since', (order) => order.desc().nullsLast())
      .orderBy('reference')
      .execute()
    return {
      data: tracks.map(({ owner, reference, phase, status, open, since, as_of, physical = true }) => ({
        owner,
        reference,
        phase,
        status,
        open,
        since,
        asOf: as_of,
        physical,
      })),
      blocks: [
        text(
          'Het SVIP weet dat er een dossier is en hoe ver het is. Het weet niet wat er in het dossier staat.',
        ),
        ...orNone(
          tracks.map(({ owner, reference, phase, status, open, since, as_of, physical = true }) =>
            facts(`${capital(ownerName(owner))}, dossier ${reference}`, [
              ['Stap', PHASE_LABELS[owner].get(phase) ?? phase],
              ['Status', status && (STATUS_LABELS[owner].get(status) ?? status)],
              ['Loopt het nog?', open ? 'ja' : 'nee'],
              ['Gaat het over het gebouw?', physical ? 'ja' : 'nee'],
              ['Sinds', since && dutchDate(since)],
              ['Laatste bericht', `${dutchDate(as_of)}, van ${ownerName(owner)}`],
            ]),
          ),
          'Het SVIP kent geen dossier over uw adres.',
        ),
      ],
    }
  },
}
