import { randomUUID } from 'node:crypto'
import type { PageRequest } from '../../../kernel/graphql/connection.ts'
import type { Caller } from '../../../kernel/vocabulary.ts'
import type { Actor } from '../../../subgraphs/svip/casework/step.ts'
import { placeOf, type RequestSort } from '../../../subgraphs/svip/modules/requests/list.ts'
import type { NewRequest, RequestStore } from '../../../subgraphs/svip/modules/requests/request-store.ts'
import type { InformationRequestRow } from '../../../subgraphs/svip/modules/requests/tables.ts'
import type { InformationRequestFilter } from '../../../subgraphs/svip/schema.generated.ts'

/** Helpers for the tests of the store of requests. */

export const JAN: Actor = { subject: 'jan', organisation: 'IMG', role: 'case_handler' }

/** A request of Jan of IMG to NCG. */
export const aNewRequest = (address_id: string, changes: Partial<NewRequest> = {}): NewRequest => ({
  kind: 'STATUS_EXCHANGE',
  address_id,
  owner: 'NCG',
  purpose: 'STATUS_EXCHANGE',
  categories: ['STATUS', 'PLANNING'],
  needed_categories: null,
  necessity: 'De bewoner vraagt wanneer de versterking begint.',
  requester_organisation: 'IMG',
  requester_municipality: null,
  requester_subject: 'jan',
  requester_team: 'noord',
  requester_roles: ['case_handler'],
  idempotency_key: randomUUID(),
  submission: 'x',
  place_text: 'Proefstraat 12a-3, 9919AA Loppersum',
  state: 'SUBMITTED',
  outcome: null,
  assessing_desk: 'IMG',
  place: 'IMG',
  assignee: null,
  submitted_at: '2026-03-02T09:00:00.000Z',
  due_on: '2026-03-07',
  ended_at: null,
  assessment: null,
  assessors: [],
  consent_form: null,
  consent_reply: null,
  consent_categories: null,
  consent_id: null,
  forwarded_at: null,
  answered_at: null,
  answered_by: null,
  answerer: null,
  answer_reason: null,
  granted_categories: null,
  granted_on_consent: null,
  granted_on_task: null,
  granted_from: null,
  granted_until: null,
  revoked_at: null,
  follow_up: null,
  ...changes,
})

/** Reads all pages of a list. */
export async function readAll(
  store: RequestStore,
  caller: Caller,
  filter: InformationRequestFilter,
  sort: RequestSort,
  today: string,
  first = 100,
): Promise<readonly InformationRequestRow[]> {
  const all: InformationRequestRow[] = []
  let after: PageRequest['after'] = null
  for (;;) {
    const rows = await store.page(caller, filter, sort, { first, after }, today)
    const shown = rows.slice(0, first)
    all.push(...shown)
    const last = shown.at(-1)
    if (rows.length <= first || !last) return all
    after = placeOf(last, sort)
  }
}
