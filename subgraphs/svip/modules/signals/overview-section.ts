import { sql } from 'kysely'
import { recipientName } from '../../overview/parties.ts'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { dutchDate, ownerName } from '../../overview/texts.ts'
import type { NotOpportuneReason, SignalResult } from '../../schema.generated.ts'
import { ruleOf, SIGNAL_RULES } from './rules.ts'
import { SIGNAL_STATE_LABELS } from './texts.ts'

const RESULT_LABELS: Readonly<Record<SignalResult, string>> = {
  CHECKED: 'er is gekeken; meer was niet nodig',
  COORDINATED: 'de begeleiders hebben afspraken gemaakt',
  JOINT_INSPECTION: 'de opname is samen gedaan',
  REPAIR_TAKEN_ALONG: 'het herstel gaat mee met de versterking',
  PRIORITISED: 'uw dossier kreeg voorrang',
  CLAIM_REGISTERED: 'er is een schademelding gedaan',
  TAKEN_INTO_STOCK: 'uw huis is opgenomen in de werkvoorraad van de NCG',
  TAKEN_INTO_PLAN: 'uw adres is opgenomen in het plan van de gemeente',
}

const REASON_LABELS: Readonly<Record<NotOpportuneReason, string>> = {
  RESIDENT_WISHES_APART: 'u wilt schade en versterking apart',
  TIMELINES_TOO_FAR_APART: 'de planningen liggen te ver uit elkaar',
  ALREADY_COORDINATED: 'het was al afgesproken',
  OVERTAKEN: 'de situatie was veranderd',
  OTHER: 'om een andere reden',
}

/**
 * The kinds that an agency may show in an overview that its own staff make: those about its own findings. Other kinds reveal something of
 * the other side, which the policy may withhold from its staff.
 */
const OF_SENDER_ALONE = SIGNAL_RULES.filter(
  ({ to, reveals }) => to === 'OTHER_AGENCY' && reveals.recipient.length === 0,
).map(({ kind }) => kind)

/**
 * The signals between the organisations, and their results. The overview leaves out who handled them and the remarks of staff, because
 * those also concern others (AVG art. 15(4)).
 */
export const signalsSection: Section = {
  name: 'signals',
  place: 9,
  title: 'Berichten tussen de organisaties over uw adres',
  async collect(transaction, { addressId, party }) {
    const signals = await transaction
      .selectFrom('signal')
      .select(['id', 'kind', 'about', 'recipient', 'state', 'result', 'not_opportune'])
      .select(['created_at', 'due_on', 'ended_at'])
      .where('address_id', '=', addressId)
      .where(
        party === null
          ? sql<boolean>`true`
          : sql<boolean>`about = ${party} and kind = any(${OF_SENDER_ALONE})`,
      )
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute()
    return {
      data: signals.map((signal) => ({
        id: signal.id,
        kind: signal.kind,
        sender: signal.about,
        recipient: signal.recipient,
        state: signal.state,
        result: signal.result,
        notOpportune: signal.not_opportune,
        createdAt: signal.created_at,
        dueOn: signal.due_on,
        endedAt: signal.ended_at,
      })),
      blocks: orNone(
        signals.map((signal) =>
          facts(`Bericht van ${dutchDate(signal.created_at)}`, [
            ['Waarover', ruleOf(signal.kind).texts.title],
            ['Van', ownerName(signal.about)],
            ['Aan', recipientName({ organisation: signal.recipient, roles: [], municipality: null })],
            ['Stand', SIGNAL_STATE_LABELS[signal.state]],
            ['Wat ermee is gedaan', signal.result && RESULT_LABELS[signal.result]],
            ['Waarom er niets mee is gedaan', signal.not_opportune && REASON_LABELS[signal.not_opportune]],
          ]),
        ),
        'De organisaties hebben elkaar geen bericht over uw adres gestuurd.',
      ),
    }
  },
}
