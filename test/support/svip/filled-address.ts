import { randomUUID } from 'node:crypto'
import type { Database } from '../../../kernel/database/database.ts'
import { createConsentStore } from '../../../subgraphs/svip/modules/consent/consent-store.ts'
import { createObjectionStore } from '../../../subgraphs/svip/modules/consent/objection-store.ts'
import { createWishStore } from '../../../subgraphs/svip/modules/consent/wish-store.ts'
import {
  type Assessment,
  type BuddyHandler,
  TEST_QUESTIONS,
} from '../../../subgraphs/svip/modules/requests/tables.ts'
import type { Tables } from '../../../subgraphs/svip/store/tables.ts'
import { ADDRESS, EMPLOYEES, NECESSITY_END, someone } from './resident.ts'

/** Stores one of every record about the address, with employees in every column for them. */
export async function fillAddress({ db }: Database<Tables>): Promise<void> {
  const now = () => new Date('2026-03-01T10:00:00.000Z')
  const consents = createConsentStore(db, now)
  const officer = someone({ organisation: 'IMG', roles: ['svip_officer'], subject: EMPLOYEES.officer })
  const consent = await consents.recordConsent(
    {
      addressId: ADDRESS,
      givenBy: 'OWNER',
      owner: 'IMG',
      recipient: 'NCG',
      purposes: ['COOPERATION'],
      categories: ['PLANNING', 'FINDINGS'],
      channel: 'FORM',
      evidence: 'formulier-17',
      notice: 'privacyverklaring-svip-1',
      validFrom: '2026-03-01T10:00:00.000Z',
      validUntil: null,
    },
    officer,
  )
  const withdrawal = { reason: 'De bewoner wil het niet meer', channel: null, evidence: null }
  await consents.withdrawConsent(consent.id, withdrawal, officer)
  const said = { addressId: ADDRESS, channel: 'VISIT', evidence: 'gespreksverslag-3' } as const
  await createWishStore(db, now).recordWish({ ...said, integralApproach: true }, officer)
  await createObjectionStore(db, now).recordObjection(
    { ...said, id: null, owner: 'NCG', purposes: ['ACCELERATION'], state: 'RECEIVED' },
    officer,
  )
  await insertRequest(db)
  await fillNotices({ db })
  await db
    .insertInto('emergency_access')
    .values({
      id: randomUUID(),
      revision: 2,
      address_id: ADDRESS,
      owner: 'NCG',
      organisation: 'IMG',
      subject: EMPLOYEES.safety,
      categories: ['PRESENCE', 'STATUS', 'SAFETY'],
      reason: 'De schoorsteen kan elk moment vallen.',
      broken_at: '2026-05-01T20:00:00.000Z',
      valid_until: '2026-05-03T20:00:00.000Z',
      review_due_on: '2026-05-15',
      verdict: 'JUSTIFIED',
      review_remarks: `Goed gehandeld door ${EMPLOYEES.name}`,
      reviewed_by: 'SVIP',
      reviewer: EMPLOYEES.reviewer,
      reviewed_at: '2026-05-10T10:00:00.000Z',
    })
    .execute()
}

async function fillNotices({ db }: Pick<Database<Tables>, 'db'>): Promise<void> {
  const notice = { address_id: ADDRESS, occurred_at: '2026-03-12T00:00:00.000Z' }
  const [img, ncg] = [`P-${ADDRESS}`, `V-${ADDRESS}`]
  await db
    .insertInto('register_notice')
    .values([
      { ...notice, id: randomUUID(), owner: 'IMG', kind: 'STRUCTURAL_DAMAGE_FOUND', reference: img },
      { ...notice, id: randomUUID(), owner: 'NCG', kind: 'DAMAGE_FOUND', reference: ncg },
      {
        ...notice,
        id: randomUUID(),
        owner: 'IMG',
        kind: 'STRUCTURAL_DAMAGE_FOUND',
        address_id: '0010200000999999',
        reference: 'P-0010200000999999',
      },
    ])
    .execute()
}

async function insertRequest(db: Database<Tables>['db']): Promise<void> {
  const id = randomUUID()
  await db
    .insertInto('information_request')
    .values({
      id,
      number: 'SVIP-2026-000017',
      revision: 3,
      kind: 'LINK_HANDLERS',
      address_id: ADDRESS,
      owner: 'IMG',
      purpose: 'COOPERATION',
      categories: ['PLANNING'],
      necessity: `${'Wij willen de opname op dezelfde dag doen als het IMG. '.repeat(35)}${NECESSITY_END}`,
      requester_organisation: 'NCG',
      requester_municipality: null,
      requester_subject: EMPLOYEES.handler,
      requester_team: EMPLOYEES.team,
      requester_roles: ['case_handler'],
      idempotency_key: 'sleutel-1',
      submission: 'x',
      needed_categories: null,
      state: 'ANSWERED',
      outcome: 'GRANTED',
      assessing_desk: 'NCG',
      place: 'REQUESTER',
      assignee: EMPLOYEES.officer,
      submitted_at: '2026-04-01T08:00:00.000Z',
      due_on: '2026-04-15',
      ended_at: null,
      assessment: Object.fromEntries(
        TEST_QUESTIONS.map((question) => [
          question,
          { passes: true, reason: `Interne toets door ${EMPLOYEES.name}` },
        ]),
      ) as Assessment,
      assessors: [EMPLOYEES.officer],
      consent_form: null,
      consent_reply: null,
      consent_id: null,
      answered_at: '2026-04-03T08:00:00.000Z',
      answered_by: 'IMG',
      answerer: EMPLOYEES.officer,
      answer_reason: 'Nodig om samen op te nemen.',
      granted_categories: ['PLANNING'],
      granted_on_consent: [],
      granted_on_task: ['PLANNING'],
      forwarded_at: '2026-04-02T08:00:00.000Z',
      consent_categories: null,
      place_text: 'Proefstraat 1, 9901AB Appingedam',
      granted_from: '2026-04-03T08:00:00.000Z',
      granted_until: '2027-04-03',
      revoked_at: null,
      follow_up: { remarks: EMPLOYEES.name, priorityDecision: null, decidedOn: null },
    })
    .execute()
  const step = { request_id: id, subject: EMPLOYEES.officer, reason: `Overlegd met ${EMPLOYEES.name}` }
  await db
    .insertInto('information_request_step')
    .values([
      {
        ...step,
        revision: 1,
        action: 'SUBMIT',
        from_state: null,
        to_state: 'SUBMITTED',
        organisation: 'NCG',
        role: 'case_handler',
        at: '2026-04-01T08:00:00.000Z',
      },
      {
        ...step,
        revision: 2,
        action: 'ASSESS',
        from_state: 'SUBMITTED',
        to_state: 'ASSESSED',
        organisation: 'NCG',
        role: 'svip_officer',
        at: '2026-04-02T08:00:00.000Z',
      },
      {
        ...step,
        revision: 3,
        action: 'ANSWER',
        from_state: 'FORWARDED',
        to_state: 'ANSWERED',
        organisation: 'IMG',
        role: 'svip_officer',
        at: '2026-04-03T08:00:00.000Z',
      },
    ])
    .execute()
  const handler = { name: EMPLOYEES.name, phone: null, email: null }
  await db
    .insertInto('buddy_link')
    .values({
      address_id: ADDRESS,
      revision: 1,
      request_id: id,
      img_handler: handler,
      ncg_handler: handler,
      linked_at: '2026-04-04T08:00:00.000Z',
    })
    .execute()
  await fillCooperation({ db }, handler)
}

async function fillCooperation({ db }: Pick<Database<Tables>, 'db'>, handler: BuddyHandler): Promise<void> {
  const at = '2026-04-05T08:00:00.000Z'
  await db
    .insertInto('cooperation')
    .values({
      address_id: ADDRESS,
      changed_at: at,
      coordinator: { ...handler, organisation: 'NCG', since: at },
      coordinator_revision: 1,
    })
    .execute()
  await db
    .insertInto('joint_inspection')
    .values({
      id: randomUUID(),
      address_id: ADDRESS,
      revision: 2,
      state: 'ACCEPTED',
      proposed_by: 'NCG',
      proposer: EMPLOYEES.officer,
      proposed_at: at,
      accepted_at: at,
      form: 'CONSECUTIVE',
      img_on: '2026-04-20',
      ncg_on: '2026-04-20',
      delay_confirmed: [],
    })
    .execute()
  const case_id = randomUUID()
  await db
    .insertInto('acute_case')
    .values({
      id: case_id,
      address_id: ADDRESS,
      revision: 2,
      state: 'MADE_SAFE',
      description: 'De schoorsteen.',
      reported_at: at,
      safe_by: '2026-04-07T08:00:00.000Z',
      made_safe_at: '2026-04-06T08:00:00.000Z',
    })
    .execute()
  await db
    .insertInto('acute_agreement')
    .values({
      id: randomUUID(),
      case_id,
      revision: 1,
      met_on: '2026-04-06',
      what: 'Stutten.',
      responsible: 'GEMEENTE',
      due_on: '2026-04-08',
      recorded_by: 'IMG',
      recorded_at: at,
    })
    .execute()
}
