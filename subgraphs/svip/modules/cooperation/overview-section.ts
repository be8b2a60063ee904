import { sql } from 'kysely'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { dutchDate, ownerName } from '../../overview/texts.ts'
import type { InspectionForm, InspectionState } from './tables.ts'
import { INSPECTION_STATE_LABELS, PLAN_STATE_LABELS } from './texts.ts'

/* Dutch names (B1) of the values in these records, for the overview that a resident reads. */

const INSPECTION_FORM_LABELS: Readonly<Record<InspectionForm, string>> = {
  SIMULTANEOUS: 'tegelijk',
  CONSECUTIVE: 'na elkaar, op één dag',
  WITHIN_TWO_DAYS: 'na elkaar, hooguit twee dagen uit elkaar',
}

const RESIDENT_INSPECTION_LABELS: Readonly<Record<InspectionState, string>> = {
  ...INSPECTION_STATE_LABELS,
  ACCEPTED: 'beide organisaties willen het, u bent nog aan zet',
}

/** The cooperation of the agencies at the address, in the overviews of both. It names the agency that coordinates, but no employees. */
export const cooperationSection: Section = {
  name: 'cooperation',
  place: 10,
  title: 'Wat het IMG en de NCG samen doen',
  async collect(transaction, { addressId }) {
    const inspections = await transaction
      .selectFrom('joint_inspection')
      .select(['id', 'state', 'form', 'img_on', 'ncg_on', 'proposed_by', 'proposed_at', 'accepted_at'])
      .select(['resident_agreed_on', 'resident_channel', 'resident_evidence', 'held_on', 'ended_reason'])
      .where('address_id', '=', addressId)
      .orderBy('proposed_at', 'desc')
      .orderBy('id')
      .execute()
    const plans = await transaction
      .selectFrom('integral_plan')
      .select(['id', 'state', 'repair', 'works_from', 'proposed_by', 'proposed_at', 'accepted_at'])
      .select(['carried_out_on', 'ended_reason'])
      .where('address_id', '=', addressId)
      .orderBy('proposed_at', 'desc')
      .orderBy('id')
      .execute()
    const coordinator = await transaction
      .selectFrom('cooperation')
      .select([
        sql<Owner | null>`coordinator ->> 'organisation'`.as('organisation'),
        sql<string | null>`coordinator ->> 'since'`.as('since'),
      ])
      .where('address_id', '=', addressId)
      .executeTakeFirst()
    const coordinates =
      coordinator?.organisation && coordinator.since
        ? { organisation: coordinator.organisation, since: coordinator.since }
        : null
    return {
      data: {
        jointInspections: inspections.map((row) => ({
          id: row.id,
          state: row.state,
          form: row.form,
          imgOn: row.img_on,
          ncgOn: row.ncg_on,
          proposedBy: row.proposed_by,
          proposedAt: row.proposed_at,
          acceptedAt: row.accepted_at,
          residentAgreedOn: row.resident_agreed_on,
          residentChannel: row.resident_channel,
          residentEvidence: row.resident_evidence,
          heldOn: row.held_on,
          endedReason: row.ended_reason,
        })),
        integralPlans: plans.map((row) => ({
          id: row.id,
          state: row.state,
          repair: row.repair,
          worksFrom: row.works_from,
          proposedBy: row.proposed_by,
          proposedAt: row.proposed_at,
          acceptedAt: row.accepted_at,
          carriedOutOn: row.carried_out_on,
          endedReason: row.ended_reason,
        })),
        coordinator: coordinates,
      },
      blocks: orNone(
        [
          ...inspections.map((row) =>
            facts(`Gezamenlijke opname, voorgesteld op ${dutchDate(row.proposed_at)}`, [
              ['Door', ownerName(row.proposed_by)],
              ['Stand', RESIDENT_INSPECTION_LABELS[row.state]],
              ['Hoe', INSPECTION_FORM_LABELS[row.form]],
              ['Dag van het IMG', dutchDate(row.img_on)],
              ['Dag van de NCG', dutchDate(row.ncg_on)],
              ['U ging akkoord op', row.resident_agreed_on && dutchDate(row.resident_agreed_on)],
              ['Geweest op', row.held_on && dutchDate(row.held_on)],
              ['Waarom niet', row.ended_reason],
            ]),
          ),
          ...plans.map((row) =>
            facts(`Herstel samen met versterking, voorgesteld op ${dutchDate(row.proposed_at)}`, [
              ['Door', ownerName(row.proposed_by)],
              ['Stand', PLAN_STATE_LABELS[row.state]],
              ['Welk herstel', row.repair],
              ['Uitgevoerd op', row.carried_out_on && dutchDate(row.carried_out_on)],
              ['Waarom niet', row.ended_reason],
            ]),
          ),
          ...(coordinates
            ? [
                facts('Uw coördinator', [
                  ['Werkt bij', ownerName(coordinates.organisation)],
                  ['Sinds', dutchDate(coordinates.since)],
                ]),
              ]
            : []),
        ],
        'Het IMG en de NCG hebben nog niets samen afgesproken over uw adres.',
      ),
    }
  },
}
