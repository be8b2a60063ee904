import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Organisation } from '../../../../kernel/vocabulary.ts'
import type { ConsentChannel } from '../consent/consent.ts'

/** A request of a resident to see their own data (AVG art. 15). It names no person. */
export type SubjectAccessRequestRow = {
  readonly id: string
  readonly revision: number
  readonly address_id: string
  readonly state: 'OPEN' | 'ANSWERED'
  readonly received_on: string
  readonly channel: ConsentChannel
  readonly evidence: string
  readonly due_on: string
  readonly registered_by: Organisation
  readonly registered_at: string
  readonly extended_at: string | null
  readonly extension_reason: string | null
  readonly answered_on: string | null
  readonly outcome: 'PROVIDED' | 'REFUSED' | null
  readonly answer_channel: ConsentChannel | null
  readonly answer_evidence: string | null
  readonly refusal_reason: string | null
}

export const subjectAccessTables: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      `create table subject_access_request (id uuid primary key, revision integer not null, address_id text not null references address,
         state text not null, received_on date not null, channel text not null, evidence text not null, due_on date not null,
         registered_by text not null, registered_at timestamptz not null, extended_at timestamptz, extension_reason text,
         answered_on date, outcome text, answer_channel text, answer_evidence text, refusal_reason text,
         check ((state = 'ANSWERED') = (answered_on is not null and outcome is not null)),
         check ((extended_at is null) = (extension_reason is null)),
         unique (registered_by, address_id, evidence))`,
      `create index subject_access_request_address on subject_access_request (address_id)`,
      `create index subject_access_request_urgency on subject_access_request (state desc, due_on, id)`,
    ]
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
