import { type Generated, type Kysely, sql } from 'kysely'
import { GENESIS } from './chain.ts'
import { ERASING_STATEMENTS } from './erasing.ts'

/** The tables of the logs of a subgraph, which has one chain or more. */
export type LogTables = {
  log_head: { chain: string; seq: number; hash: string; at: number; signature: string }
  log_entry: { chain: string; seq: number; at: number; commitment: string; previous: string; hash: string }
  log_content: {
    chain: string
    seq: number
    salt: string
    /** The exact JSON text that was committed to. */
    content: string
    /** A generated column of the content, to find an entry by. */
    reference: Generated<string | null>
    subject: Generated<string | null>
  }
  log_seal: { chain: string; seq: number; hash: string; at: number; signature: string }
  /** One row: the minimum age, in days, of contents to be erased. */
  log_floor: { days: number }
}

/**
 * Creates the tables with an empty head per chain. Entries and seals can only be added, contents can also be erased after their term and on
 * record (erasing.ts), and a head only moves forward: triggers enforce that on every database, and on PostgreSQL the process's role lacks
 * the privileges to do otherwise.
 */
export async function createLogTables<T>(db: Kysely<T>, chains: readonly string[]): Promise<void> {
  const statements = [
    `create table log_head (chain text primary key, seq bigint not null, hash text not null, at bigint not null, signature text not null)`,
    `create table log_entry (chain text not null, seq bigint not null, at bigint not null, commitment text not null,
       previous text not null, hash text not null, primary key (chain, seq))`,
    `create table log_content (chain text not null, seq bigint not null, salt text not null, content text not null,
       reference text generated always as (content::json ->> 'id') stored,
       subject text generated always as (content::json ->> 'subject') stored,
       primary key (chain, seq))`,
    `create index log_content_reference on log_content (reference) where reference is not null`,
    `create index log_content_subject on log_content (subject, seq desc) where subject is not null`,
    `create table log_seal (chain text not null, seq bigint not null, hash text not null, at bigint not null,
       signature text not null, primary key (chain, seq, at))`,
    ...ERASING_STATEMENTS,
    `create function log_head_moves_forward() returns trigger language plpgsql as
       $$ begin
            if new.chain = old.chain and new.seq > old.seq then return new; end if;
            raise exception 'the head of the log only moves forward';
          end $$`,
    appendOnly('log_entry'),
    appendOnly('log_seal'),
    appendOnly('log_content', { erasable: true }),
    `create trigger append_only before delete or truncate on log_head for each statement execute function log_is_append_only()`,
    `create trigger forward before update on log_head for each row execute function log_head_moves_forward()`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const chain of chains) {
    await sql`insert into log_head values (${chain}, 0, ${GENESIS}, 0, '')`.execute(db)
  }
}

/** The trigger that makes a table append-only, except, when it is erasable, for the erase function (erasing.ts). */
export function appendOnly(table: string, { erasable = false } = {}): string {
  return `create trigger append_only before update or delete or truncate on ${table}
    for each statement execute function log_is_append_only(${erasable ? "'erasable'" : ''})`
}
