import { type Kept, PARTY_LOGS } from '../../../kernel/retention/kinds.ts'

/** When the last track at the address of a row ended: null as long as one runs; without tracks the given moment counts. */
const afterTracks = (moment: string): string =>
  `case when not exists (select from register_track t where t.address_id = r.address_id and t.open)
   then greatest(${moment}, (select max(t.since) from register_track t where t.address_id = r.address_id)) end`

/** What a statement says may have ended long before its last revision was written: the later of the two counts. */
const lastRevision = (kind: string): string =>
  `(select max(v.recorded_at) from statement_revision v where v.kind = '${kind}' and v.id = r.id)`

const statement = (table: string, label: string, ended: string): Kept => ({
  kind: 'STATEMENTS',
  label,
  rows: {
    table,
    key: 'id',
    address: 'address_id',
    ended: `case when (${ended}) is not null then greatest(${ended}, ${lastRevision(table)}) end`,
    door: 'statement_erase',
  },
})

/**
 * What the SVIP keeps, and from when its term counts. The register and the addresses are not here: they say what is, not what was.
 */
export const SVIP_RECORDS: readonly Kept[] = [
  ...PARTY_LOGS,
  { kind: 'DECISION_LOG', label: 'Besluiten', chain: 'decisions' },
  statement(
    'consent',
    'Toestemmingen',
    // A no stands as long as there is something to ask.
    `case when r.state = 'REFUSED' then ${afterTracks('r.recorded_at')} else coalesce(r.withdrawn_at, r.valid_until) end`,
  ),
  statement('wish', 'Wensen', afterTracks('r.recorded_at')),
  statement('objection', 'Bezwaren', `case when r.state in ('REJECTED', 'ENDED') then r.recorded_at end`),
  {
    kind: 'INFORMATION_REQUESTS',
    label: 'Informatieverzoeken',
    rows: {
      table: 'information_request',
      key: 'id',
      address: 'address_id',
      // What was opened may last longer than the request.
      ended: 'case when r.ended_at is not null then greatest(r.ended_at, r.granted_until) end',
    },
  },
  {
    kind: 'SIGNALS',
    label: 'Signalen',
    rows: {
      table: 'signal',
      key: 'id',
      address: 'address_id',
      ended: `coalesce(r.ended_at, ${afterTracks('r.created_at')})`,
    },
  },
  {
    kind: 'BUDDY_LINKS',
    label: 'Koppelingen van behandelaars',
    rows: {
      table: 'buddy_link',
      key: 'address_id',
      address: 'address_id',
      ended: afterTracks('r.linked_at'),
    },
  },
  {
    kind: 'COOPERATION_FILES',
    label: 'Samenwerkingsdossiers',
    rows: {
      table: 'cooperation',
      key: 'address_id',
      address: 'address_id',
      ended: afterTracks('r.changed_at'),
    },
  },
  {
    kind: 'ACUTE_CASES',
    label: 'Acuut onveilige situaties',
    rows: { table: 'acute_case', key: 'id', address: 'address_id', ended: 'r.closed_at' },
  },
  {
    kind: 'EMERGENCY_ACCESSES',
    label: 'Noodtoegang',
    rows: { table: 'emergency_access', key: 'id', address: 'address_id', ended: 'r.reviewed_at' },
  },
  {
    kind: 'ADDRESS_SETS',
    label: 'Adressen op gesloten lijsten',
    rows: {
      table: 'address_set_member',
      key: 'id',
      address: 'address_id',
      ended: '(select s.closed_at from address_set s where s.id = r.set_id)',
    },
  },
  {
    kind: 'ADDRESS_SETS',
    label: 'Uitkomsten op gesloten lijsten',
    rows: {
      table: 'address_set_outcome',
      key: 'id',
      address: 'address_id',
      ended: '(select s.closed_at from address_set s where s.id = r.set_id)',
    },
  },
  {
    kind: 'OBLIGATIONS',
    label: 'Opdrachten aan ontvangers',
    rows: { table: 'obligation', key: 'id', address: 'address_id', ended: 'r.fulfilled_at' },
  },
  {
    kind: 'SUBJECT_ACCESS_REQUESTS',
    label: 'Inzageverzoeken',
    rows: { table: 'subject_access_request', key: 'id', address: 'address_id', ended: 'r.answered_on' },
  },
  {
    kind: 'REGISTER_NOTICES',
    label: 'Meldingen van IMG en NCG aan het register',
    rows: {
      table: 'register_notice',
      key: 'id',
      address: 'address_id',
      ended: afterTracks('r.occurred_at'),
    },
  },
  {
    kind: 'LEGAL_HOLDS',
    label: 'Opgeheven bewaarplichten',
    rows: { table: 'legal_hold', key: 'id', address: 'address_id', ended: 'r.lifted_at' },
  },
]
