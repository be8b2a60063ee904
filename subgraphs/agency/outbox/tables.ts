import { type Generated, type Kysely, type Selectable, sql } from 'kysely'

/** The tables of events that wait for delivery, and of events that the SVIP refused. */

type OutboxColumns = {
  seq: Generated<number>
  id: string
  type: string
  address_id: string
  data: string
  occurred_at: string
  /** When the row was inserted; the event may have happened long before. */
  recorded_at: Generated<string>
}
export type OutboxRow = Omit<Selectable<OutboxColumns>, 'recorded_at'>

/** An event that the SVIP refused (dead letter); it keeps its number for a retry. */
export type RefusedRow = OutboxRow & {
  readonly refused_at: string
  /** The reason that the SVIP gave; `null` when it was refused before reasons were stored. */
  readonly reason: string | null
}

export type OutboxTables = {
  outbox: OutboxColumns
  outbox_refused: RefusedRow
}

/** The first version; `addRefusalReasons` adds later columns. */
export async function createOutboxTable<T>(db: Kysely<T>): Promise<void> {
  await sql`create table outbox (seq bigserial primary key, id uuid not null, type text not null, address_id text not null,
    data text not null, occurred_at timestamptz not null)`.execute(db)
  await sql`create table outbox_refused (like outbox)`.execute(db)
}

/** Adds when and why an event was refused, and an index on the address of waiting events. */
export async function addRefusalReasons<T>(db: Kysely<T>): Promise<void> {
  const statements = [
    `alter table outbox add column recorded_at timestamptz not null default now()`,
    `alter table outbox_refused add column refused_at timestamptz, add column reason text`,
    `update outbox_refused set refused_at = occurred_at`,
    `alter table outbox_refused alter column refused_at set not null`,
    `create unique index outbox_refused_id on outbox_refused (id)`,
    `create index outbox_address on outbox (address_id)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
