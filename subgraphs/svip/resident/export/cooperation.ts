import { sql } from 'kysely'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import { dutchDate, dutchMoment, ownerName } from '../texts.ts'
import {
  ACUTE_STATE_LABELS,
  INSPECTION_FORM_LABELS,
  INSPECTION_STATE_LABELS,
  NOMINATION_LABELS,
  PLAN_STATE_LABELS,
} from './labels.ts'
import { facts, orNone, type Section } from './section.ts'

/** What the agencies do together at the address: both are a party to it. Not who works there; which agency coordinates is in it. */
export const cooperationSection: Section = {
  name: 'cooperation',
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
              ['Stand', INSPECTION_STATE_LABELS[row.state]],
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

/** Acutely unsafe situations, with what was agreed. They are of IMG: NCG's own overview does not hold what it may not know. */
export const acuteCasesSection: Section = {
  name: 'acuteCases',
  title: 'Acuut onveilige situaties',
  async collect(transaction, { addressId, party }) {
    const cases = await transaction
      .selectFrom('acute_case')
      .select(['id', 'state', 'reference', 'description', 'reported_at', 'safe_by', 'made_safe_at'])
      .select(['nominated_at', 'nomination_reason', 'nomination_outcome', 'nomination_answer'])
      .select(['aftercare', 'closed_at'])
      .where('address_id', '=', addressId)
      .where(sql<boolean>`${party !== 'NCG'}`)
      .orderBy('reported_at', 'desc')
      .orderBy('id')
      .execute()
    const agreements = await transaction
      .selectFrom('acute_agreement')
      .select(['case_id', 'met_on', 'what', 'responsible', 'due_on', 'done_on', 'remarks'])
      .where(sql<boolean>`case_id = any(${cases.map(({ id }) => id)}::uuid[])`)
      .orderBy('due_on')
      .orderBy('id')
      .execute()
    const agreedOn = Map.groupBy(agreements, ({ case_id }) => case_id)
    return {
      data: cases.map((row) => ({
        id: row.id,
        state: row.state,
        reference: row.reference,
        description: row.description,
        reportedAt: row.reported_at,
        safeBy: row.safe_by,
        madeSafeAt: row.made_safe_at,
        nominatedAt: row.nominated_at,
        nominationReason: row.nomination_reason,
        nominationOutcome: row.nomination_outcome,
        nominationAnswer: row.nomination_answer,
        aftercare: row.aftercare,
        closedAt: row.closed_at,
        agreements: (agreedOn.get(row.id) ?? []).map((agreement) => ({
          metOn: agreement.met_on,
          what: agreement.what,
          responsible: agreement.responsible,
          dueOn: agreement.due_on,
          doneOn: agreement.done_on,
          remarks: agreement.remarks,
        })),
      })),
      blocks: orNone(
        cases.flatMap((row) => [
          facts(`Gemeld op ${dutchMoment(row.reported_at)}`, [
            ['Stand', ACUTE_STATE_LABELS[row.state]],
            ['Wat er onveilig is', row.description],
            ['Veilig uiterlijk op', dutchMoment(row.safe_by)],
            ['Veilig gemaakt op', row.made_safe_at && dutchMoment(row.made_safe_at)],
            ['Voordracht bij de NCG', row.nomination_outcome && NOMINATION_LABELS[row.nomination_outcome]],
            ['Uitleg daarbij', row.nomination_answer],
            ['Nazorg', row.aftercare],
          ]),
          {
            kind: 'table' as const,
            head: ['Afspraak', 'Wie', 'Uiterlijk', 'Klaar'],
            widths: [5, 2, 2, 2],
            rows: (agreedOn.get(row.id) ?? []).map((agreement) => [
              agreement.what,
              ORGANISATION_LABELS[agreement.responsible],
              dutchDate(agreement.due_on),
              agreement.done_on ? dutchDate(agreement.done_on) : 'nog niet',
            ]),
          },
        ]),
        'Er is geen acuut onveilige situatie gemeld bij uw adres.',
      ),
    }
  },
}
