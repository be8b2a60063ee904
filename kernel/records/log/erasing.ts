import { z } from 'zod'

/**
 * Erases contents from the logs after their term (AVG art. 5(1)(e)). A line in the party's processing log first records what will be
 * erased, and the database erases exactly that: without a record it erases nothing.
 */

/** Entry numbers, first and last. */
export type Run = readonly [from: number, to: number]

/** The contents of a record of erasing: entries of a chain, or rows of a table. */
export type Erasure = {
  readonly term_days: number
  /** Erases what is older; milliseconds since the epoch. */
  readonly before: number
  /** The number to be erased by this record. */
  readonly count: number
} & (
  | { readonly chain: string; readonly runs: readonly Run[] }
  | { readonly table: string; readonly rows?: readonly string[] }
)

/** The prefix of the reference of records of erasing; these name no person, and are never erased themselves. */
export const ERASURE = 'erasure:'

/** Contents younger than this are never erased from a log, whatever the terms; the owner of the tables may set another number. */
export const FLOOR_DAYS = 180

/**
 * The only way past the triggers that keep the logs append-only. `log_erase` runs as the owner of the tables and refuses what is younger
 * than the floor or not on record; `log_erasure` reads that record, also for the other erase functions.
 */
export const ERASING_STATEMENTS: readonly string[] = [
  `create table log_floor (days integer not null check (days > 0))`,
  `insert into log_floor values (${FLOOR_DAYS})`,
  // Only an erase function runs as the owner of the table. Where the process owns its tables, the setting alone prevents mistakes.
  `create function log_is_append_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
     $$ begin
          if tg_op = 'DELETE' and tg_argv[0] = 'erasable' and current_setting('samenloop.erasing', true) = 'on'
            and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then return null; end if;
          raise exception 'the log can only be added to';
        end $$`,
  `create function log_erasure(record_id text) returns jsonb language plpgsql stable set search_path = pg_catalog, public, pg_temp as
     $$ declare erasure jsonb;
        begin
          select c.content::jsonb -> 'attributes' -> 'samenloop.erasure' into strict erasure
            from log_content c join log_entry e on e.chain = c.chain and e.seq = c.seq join log_head h on h.chain = c.chain
            where c.reference = record_id and record_id like '${ERASURE}%' and c.chain like '%/processing' and e.seq <= h.seq
              and e.commitment = encode(sha256(convert_to(c.salt || E'\\n' || c.content, 'UTF8')), 'hex');
          return erasure;
        exception when no_data_found or too_many_rows then raise exception 'this erasing is not on record';
        end $$`,
  // Run by run: with a single join, the database reads the whole log for every batch.
  `create function log_erase(record_id text) returns bigint language plpgsql security definer
     set search_path = pg_catalog, public, pg_temp as
     $$ declare
          erasure jsonb := log_erasure(record_id);
          floor_days integer := (select days from log_floor);
          youngest bigint := extract(epoch from clock_timestamp() - make_interval(days => floor_days)) * 1000;
          one record;
          gone bigint;
          erased bigint := 0;
        begin
          perform set_config('samenloop.erasing', 'on', true);
          for one in select erasure ->> 'chain' as chain, (run ->> 0)::bigint as first, (run ->> 1)::bigint as last
            from jsonb_array_elements(erasure -> 'runs') run
          loop
            if exists (select from log_entry e where e.chain = one.chain and e.seq between one.first and one.last and e.at > youngest)
            then raise exception 'it is too young to be erased'; end if;
            delete from log_content c where c.chain = one.chain and c.seq between one.first and one.last
              and (c.reference is null or c.reference not like '${ERASURE}%');
            get diagnostics gone = row_count;
            erased := erased + gone;
          end loop;
          perform set_config('samenloop.erasing', '', true);
          return erased;
        end $$`,
  `revoke all on function log_erasure(text), log_erase(text) from public`,
]

const recorded = z.object({
  attributes: z.object({
    'samenloop.erasure': z.object({
      chain: z.string(),
      runs: z.array(z.tuple([z.number().int(), z.number().int()])),
    }),
  }),
})

/** Reads a record of erasing; `null` for any other content. */
export function readErasure(
  content: unknown,
): { readonly chain: string; readonly runs: readonly Run[] } | null {
  const parsed = recorded.safeParse(content)
  return parsed.success ? parsed.data.attributes['samenloop.erasure'] : null
}

/** Adds a number to runs in ascending order: to the last run when the number follows it. */
export function extend(runs: Run[], number: number): void {
  const last = runs.at(-1)
  if (last && number === last[1] + 1) runs[runs.length - 1] = [last[0], number]
  else runs.push([number, number])
}

/** The parts of `runs` that are not in `covers`; both in any order. */
export function uncovered(runs: readonly Run[], covers: readonly Run[]): Run[] {
  const byStart = ([one]: Run, [other]: Run) => one - other
  const sorted = covers.toSorted(byStart)
  let index = 0
  // Runs are ascending too, so covers that lie behind are never needed again.
  return runs.toSorted(byStart).flatMap(([from, to]) => {
    const open: Run[] = []
    let next = from
    while (next <= to) {
      while ((sorted[index]?.[1] ?? Number.POSITIVE_INFINITY) < next) index += 1
      const [start, end] = sorted[index] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
      if (start > next) open.push([next, Math.min(to, start - 1)])
      next = Math.max(next, end + 1)
      if (start > to) break
    }
    return open
  })
}
