import { sql } from 'kysely'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import { dutchDate, dutchMoment } from '../texts.ts'
import { ADDRESS_SET_OUTCOME_LABELS } from './labels.ts'
import { facts, orNone, type Section } from './section.ts'

/** The pilots and other sets the address is in, and what became of it there. Not who put it there, nor who wrote it down. */
export const addressSetsSection: Section = {
  name: 'addressSets',
  title: 'Pilots en andere adressenlijsten',
  async collect(transaction, { addressId, party }) {
    const members = await transaction
      .selectFrom('address_set_member as m')
      .innerJoin('address_set as s', 's.id', 'm.set_id')
      .select(['s.id', 's.name', 's.purpose', 's.description', 'm.put_forward_by', 'm.added_at'])
      .select('s.closed_at')
      .where('m.address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`m.put_forward_by = ${party}`)
      .orderBy('m.added_at')
      .orderBy('m.id')
      .execute()
    const outcomes = await transaction
      .selectFrom('address_set_outcome')
      .select(['set_id', 'outcome', 'occurred_on', 'note', 'recorded_by'])
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`recorded_by = ${party}`)
      .orderBy('occurred_on')
      .orderBy('id')
      .execute()
    const outcomesIn = (id: string) => outcomes.filter(({ set_id }) => set_id === id)
    return {
      data: members.map((member) => ({
        name: member.name,
        purpose: member.purpose,
        description: member.description,
        putForwardBy: member.put_forward_by,
        addedAt: member.added_at,
        closedAt: member.closed_at,
        outcomes: outcomesIn(member.id).map((outcome) => ({
          outcome: outcome.outcome,
          occurredOn: outcome.occurred_on,
          note: outcome.note,
          recordedBy: outcome.recorded_by,
        })),
      })),
      blocks: orNone(
        members.map((member) =>
          facts(member.name, [
            ['Waarvoor', member.description],
            ['Aangedragen door', ORGANISATION_LABELS[member.put_forward_by]],
            ['Sinds', dutchMoment(member.added_at)],
            ['Gesloten op', member.closed_at && dutchMoment(member.closed_at)],
            ...outcomesIn(member.id).map(
              ({ outcome, occurred_on, note }) =>
                [
                  'Uitkomst',
                  `${ADDRESS_SET_OUTCOME_LABELS[outcome]} (${dutchDate(occurred_on)})${note ? `: ${note}` : ''}`,
                ] as const,
            ),
          ]),
        ),
        'Uw adres staat niet op een adressenlijst.',
      ),
    }
  },
}
