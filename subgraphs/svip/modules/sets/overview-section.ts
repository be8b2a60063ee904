import { sql } from 'kysely'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { dutchDate, dutchMoment } from '../../overview/texts.ts'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import type { AddressSetOutcomeKind } from '../../schema.generated.ts'
import { wordsFor } from './address-set.ts'

/* Dutch names (B1) of the values in these records, for the overview that a resident reads. */

const ADDRESS_SET_OUTCOME_LABELS: Readonly<Record<AddressSetOutcomeKind, string>> = {
  POSSIBLE: 'samen aanpakken kan',
  NOT_POSSIBLE: 'samen aanpakken kan niet',
  DECLINED_BY_RESIDENT: 'u wilde het niet',
  JOINT_INSPECTION_HELD: 'er is samen opgenomen',
  JOINT_EXECUTION: 'het herstel gaat mee met de versterking',
  SOLVED: 'opgelost',
  NOT_SOLVED: 'niet opgelost',
}

/** The sets with the address, and its outcomes in them, without the employees who recorded these. */
export const addressSetsSection: Section = {
  name: 'addressSets',
  place: 13,
  title: 'Pilots en andere adressenlijsten',
  async collect(transaction, { addressId, party }) {
    const rows = await transaction
      .selectFrom('address_set_member as m')
      .innerJoin('address_set as s', 's.id', 'm.set_id')
      .select([
        's.id',
        's.number',
        's.kind',
        's.created_by',
        's.name',
        's.purpose',
        's.description',
        's.closing_reason',
        'm.put_forward_by',
        'm.added_at',
      ])
      .select('s.closed_at')
      .where('m.address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`m.put_forward_by = ${party}`)
      .orderBy('m.added_at')
      .orderBy('m.id')
      .execute()
    const members = rows.map((row) => ({ ...row, ...wordsFor(party, row) }))
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
