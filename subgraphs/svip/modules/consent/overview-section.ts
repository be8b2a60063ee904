import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { ORGANISATIONS } from '../../../../kernel/vocabulary.ts'
import { facts, orNone, type Section } from '../../overview/section.ts'
import { capital, categoryNames, dutchDate, enumeration, ownerName } from '../../overview/texts.ts'
import { ORGANISATION_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import type { ObjectionRow, Tables } from '../../store/tables.ts'
import type { InspectionWish, TogetherWish } from '../cooperation/tables.ts'
import type { ConsentChannel, ConsentParty } from './consent.ts'
import { CONSENT_CHANNELS, CONSENT_PARTIES } from './consent.ts'
import type { StatementKind } from './statement.ts'

/* Dutch names (B1) of the values in these records, for the overview that a resident reads. */

export const CHANNEL_LABELS: Readonly<Record<ConsentChannel, string>> = {
  FORM: 'met een formulier',
  LETTER: 'met een brief',
  EMAIL: 'met een e-mail',
  PHONE: 'aan de telefoon',
  VISIT: 'bij een bezoek',
  ONLINE: 'online, na inloggen',
}

const GIVER_LABELS: Readonly<Record<ConsentParty, string>> = {
  OWNER: 'de eigenaar',
  RESIDENT: 'de bewoner',
  REPRESENTATIVE: 'iemand die namens de eigenaar of bewoner mag handelen',
}

const OBJECTION_LABELS: Readonly<Record<ObjectionRow['state'], string>> = {
  RECEIVED: 'ontvangen, nog niet beslist',
  UPHELD: 'u hebt gelijk gekregen',
  REJECTED: 'u hebt geen gelijk gekregen',
  ENDED: 'het bezwaar geldt niet meer',
}

const INSPECTION_WISH_LABELS: Readonly<Record<InspectionWish, string>> = {
  SIMULTANEOUS: 'samen, tegelijk',
  CONSECUTIVE: 'samen, na elkaar',
  ONLY_WITHOUT_WAITING: 'alleen samen als u niet hoeft te wachten',
  APART: 'apart',
}

const TOGETHER_LABELS: Readonly<Record<TogetherWish, string>> = {
  TOGETHER: 'samen',
  APART: 'apart',
}

/** Consents of the resident, each with every revision (AVG art. 7(1)). */
export const consentsSection: Section = {
  name: 'consents',
  place: 5,
  title: 'Uw toestemmingen',
  async collect(transaction, { addressId, party }) {
    const consents = await transaction
      .selectFrom('consent')
      .selectAll()
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`${party} in (owner, recipient)`)
      .orderBy('recorded_at', 'desc')
      .orderBy('id')
      .execute()
    const revisions = await revisionsOf(transaction, 'consent', consents)
    return {
      data: consents.map((consent) => ({
        id: consent.id,
        state: consent.state,
        givenBy: consent.given_by,
        owner: consent.owner,
        recipient: consent.recipient,
        purposes: consent.purposes,
        categories: consent.categories,
        channel: consent.channel,
        evidence: consent.evidence,
        notice: consent.notice,
        validFrom: consent.valid_from,
        validUntil: consent.valid_until,
        recordedBy: consent.recorded_by,
        recordedAt: consent.recorded_at,
        statedAt: consent.stated_at,
        withdrawnAt: consent.withdrawn_at,
        withdrawalReason: consent.withdrawal_reason,
        withdrawalChannel: consent.withdrawal_channel,
        withdrawalEvidence: consent.withdrawal_evidence,
        withdrawnByRefusal: consent.refusal_id,
        informationRequestId: consent.request_id,
        revisions: revisions(consent.id),
      })),
      blocks: orNone(
        consents.map((consent) =>
          facts(
            `${consent.state === 'REFUSED' ? 'Weigering' : 'Toestemming'} van ${dutchDate(consent.valid_from)}`,
            [
              [
                'Stand',
                consent.state === 'REFUSED'
                  ? 'geweigerd'
                  : consent.withdrawn_at === null
                    ? 'gegeven'
                    : `ingetrokken op ${dutchDate(consent.withdrawn_at)}`,
              ],
              [
                consent.state === 'REFUSED' ? 'Geweigerd door' : 'Gegeven door',
                `${giver(consent.given_by)}, ${channel(consent.channel)}`,
              ],
              ['Wie mag delen', ownerName(consent.owner)],
              ['Met wie', ORGANISATION_LABELS[consent.recipient]],
              ['Waarvoor', enumeration(consent.purposes.map((purpose) => PURPOSE_LABELS[purpose]))],
              ['Wat', categoryNames(consent.categories)],
              [
                'Geldig tot',
                consent.valid_until === null ? 'u haar intrekt' : dutchDate(consent.valid_until),
              ],
              ['Reden van intrekken', consent.withdrawal_reason],
              ['Kenmerk van het bewijs', consent.evidence],
              [
                'Vastgelegd door',
                `${ORGANISATION_LABELS[consent.recorded_by]}, op ${dutchDate(consent.recorded_at)}`,
              ],
            ],
          ),
        ),
        'Er is geen toestemming van u vastgelegd.',
      ),
    }
  },
}

/** The wishes about cooperation, with every revision. */
export const wishesSection: Section = {
  name: 'wishes',
  place: 6,
  title: 'Uw wensen: samen of apart',
  async collect(transaction, { addressId, party }) {
    const wishes = await transaction
      .selectFrom('wish')
      .selectAll()
      .where('address_id', '=', addressId)
      .where(party === null ? sql<boolean>`true` : sql<boolean>`recorded_by = ${party}`)
      .execute()
    const revisions = await revisionsOf(transaction, 'wish', wishes)
    return {
      data: wishes.map((wish) => ({
        id: wish.id,
        integralApproach: wish.integral_approach,
        inspection: wish.inspection,
        process: wish.process,
        realisation: wish.realisation,
        askedOn: wish.asked_on,
        channel: wish.channel,
        evidence: wish.evidence,
        recordedBy: wish.recorded_by,
        recordedAt: wish.recorded_at,
        revisions: revisions(wish.id),
      })),
      blocks: orNone(
        wishes.map((wish) =>
          facts(null, [
            ['Wilt u één aanpak?', wish.integral_approach ? 'ja' : 'nee'],
            ['De opname', wish.inspection && INSPECTION_WISH_LABELS[wish.inspection]],
            ['De behandeling', wish.process && TOGETHER_LABELS[wish.process]],
            ['De uitvoering', wish.realisation && TOGETHER_LABELS[wish.realisation]],
            ['Gevraagd op', wish.asked_on && dutchDate(wish.asked_on)],
            ['Hoe verteld', channel(wish.channel)],
            ['Kenmerk van het bewijs', wish.evidence],
            [
              'Vastgelegd door',
              `${ORGANISATION_LABELS[wish.recorded_by]}, op ${dutchDate(wish.recorded_at)}`,
            ],
          ]),
        ),
        'Er is geen wens van u vastgelegd.',
      ),
    }
  },
}

/** Objections against sharing on the public task (AVG art. 21), with every revision. */
export const objectionsSection: Section = {
  name: 'objections',
  place: 7,
  title: 'Uw bezwaren',
  async collect(transaction, { addressId, party }) {
    const objections = await transaction
      .selectFrom('objection')
      .selectAll()
      .where('address_id', '=', addressId)
      .where(
        party === null
          ? sql<boolean>`true`
          : sql<boolean>`(owner is null or owner = ${party} or recorded_by = ${party})`,
      )
      .orderBy('recorded_at', 'desc')
      .orderBy('id')
      .execute()
    const revisions = await revisionsOf(transaction, 'objection', objections)
    return {
      data: objections.map((objection) => ({
        id: objection.id,
        state: objection.state,
        owner: objection.owner,
        purposes: objection.purposes,
        channel: objection.channel,
        evidence: objection.evidence,
        recordedBy: objection.recorded_by,
        recordedAt: objection.recorded_at,
        revisions: revisions(objection.id),
      })),
      blocks: orNone(
        objections.map((objection) =>
          facts(`Bezwaar, laatst gewijzigd op ${dutchDate(objection.recorded_at)}`, [
            ['Stand', OBJECTION_LABELS[objection.state]],
            ['Tegen delen door', objection.owner === null ? 'het IMG en de NCG' : ownerName(objection.owner)],
            [
              'Waarvoor',
              objection.purposes.length === 0
                ? 'alle doelen'
                : enumeration(objection.purposes.map((purpose) => PURPOSE_LABELS[purpose])),
            ],
            ['Hoe gemaakt', channel(objection.channel)],
            ['Kenmerk van het bewijs', objection.evidence],
            ['Vastgelegd door', capital(ORGANISATION_LABELS[objection.recorded_by])],
          ]),
        ),
        'Er is geen bezwaar van u vastgelegd.',
      ),
    }
  },
}

const organisation = z.enum(ORGANISATIONS)

/** The revisions of statements by id, oldest first: the contents, the moment and the organisation that recorded them. */
async function revisionsOf(
  transaction: Transaction<Tables>,
  kind: StatementKind,
  statements: readonly { readonly id: string }[],
) {
  const rows = await transaction
    .selectFrom('statement_revision')
    .select(['id', 'revision', 'content', 'recorded_by', 'recorded_at'])
    .where('kind', '=', kind)
    .where(sql<boolean>`id = any(${statements.map(({ id }) => id)}::uuid[])`)
    .orderBy('revision')
    .execute()
  const byId = Map.groupBy(rows, ({ id }) => id)
  return (id: string) =>
    (byId.get(id) ?? []).map(({ revision, content, recorded_by, recorded_at }) => ({
      revision,
      recordedAt: recorded_at,
      // Stored as `ORGANISATION:employee` for accountability within the agency; the overview leaves the employee out.
      recordedBy: organisation.parse(recorded_by.split(':')[0]),
      content: JSON.parse(content) as unknown,
    }))
}

const channel = (value: string): string => {
  const known = CONSENT_CHANNELS.find((each) => each === value)
  return known ? CHANNEL_LABELS[known] : value
}

const giver = (value: string): string => {
  const known = CONSENT_PARTIES.find((each) => each === value)
  return known ? GIVER_LABELS[known] : value
}
