import { sql } from 'kysely'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { dutchDate, dutchMoment } from '../../overview/texts.ts'
import { ORGANISATION_LABELS } from '../../policy/labels.ts'
import type { AcuteNominationOutcome } from '../../schema.generated.ts'
import { ACUTE_STATE_LABELS } from './texts.ts'

const NOMINATION_LABELS: Readonly<Record<AcuteNominationOutcome, string>> = {
  ACCEPTED: 'de NCG neemt uw adres op',
  DECLINED: 'de NCG neemt uw adres niet op',
  NOT_NOMINATED: 'niet voorgedragen',
}

/** Acutely unsafe situations, with their agreements. They are IMG's data, so they are not in NCG's own overview. */
export const acuteCasesSection: Section = {
  name: 'acuteCases',
  place: 11,
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
