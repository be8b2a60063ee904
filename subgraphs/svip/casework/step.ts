import type { Kysely, Transaction } from 'kysely'
import { type AppError, badInput } from '../../../kernel/errors.ts'
import type { Activity } from '../../../kernel/records/activities.ts'
import type { Caller, Role } from '../../../kernel/vocabulary.ts'
import type { SvipContext } from '../context.ts'
import { assertStepsLeft } from '../store/maxima.ts'
import type { Tables } from '../store/tables.ts'

/** The step machine for all casework of the SVIP: requests, signals, acute cases, proposals, access requests. */

/** The id and revision of a record as the caller saw it. */
export type Versioned = { readonly id: string; readonly revision: number }

/** The person and role that take a step, for the history. */
export type Actor = Pick<Caller, 'subject' | 'organisation'> & { readonly role: Role }

/** What the step machine uses of the context. */
export type StepContext = Pick<SvipContext, 'forget' | 'recordOwn' | 'refused'>

/** A step as a module defines it. `takeStep` calls the functions in the order of this type. */
export type Step<Seen, Change, Result> = {
  /** The name of the step in the records, whether it is taken or refused. */
  readonly name: string
  readonly activity: Activity<'svip'>
  /** Finds the record; `null` when there is none, or when the caller may not know of it. */
  readonly find: () => Promise<Seen | null>
  /** The error text when there is none; left out when `find` itself throws. */
  readonly unknown?: string
  /**
   * The refusal of the step; `null` when it can be taken. `FORBIDDEN` means that it is not for this person, by role, by side or because a
   * second person must take it. Any other code means that it is not possible in the state of the record.
   */
  readonly obstacle?: (seen: Seen) => AppError | null
  /** The refusal when the record changed since the caller saw it; `null` when it did not. */
  readonly stale?: (seen: Seen) => AppError | null
  /** Validates the input against the record, and returns the change. When it throws, nothing changes. */
  readonly change: (seen: Seen) => Promise<Change | Unchanged<Result>> | Change | Unchanged<Result>
  /** The number of steps so far, and whether this one closes the record: at the maximum of steps only closing is possible. */
  readonly steps?: (seen: Seen, change: Change) => { readonly taken: number; readonly ends: boolean }
  /** The address in the record of the step. */
  readonly about: (seen: Seen) => string
  /** Writes the change under a lock, with its history line and everything that must commit with it: see `writeStep`. */
  readonly write: (seen: Seen, change: Change) => Promise<Result>
}

/** Returned by `change` when nothing changes, for instance because the caller must confirm first: the result of the step. */
export class Unchanged<Result> {
  readonly result: Result

  constructor(result: Result) {
    this.result = result
  }
}

/**
 * Takes a step. A refused step leaves a refusal on record, and no line about a change:
 *
 * 1. the record is found, if the caller may know of it;
 * 2. the step is for this person;
 * 3. the record has the revision that the caller saw: an outdated caller gets that error, and not the possible steps of the new state;
 * 4. the step is possible in the state of the record;
 * 5. the input is valid for the record, which can take one more step;
 * 6. only then is the step put on record, so that nothing changes without a line in the log;
 * 7. under a lock, where the revision is checked again, the change, its history and its consequences commit together.
 *
 * When two callers with the same revision pass 5 concurrently, 7 refuses the second: its line in the log stands, as of an attempt, without
 * a change in the database.
 * @throws {AppError} `BAD_USER_INPUT` when there is no record that the caller may know of or the step is not possible now, `FORBIDDEN` when
 * it is not for this person, `CONFLICT` when the record changed since, `RECORD_UNAVAILABLE` when the step cannot be put on record.
 */
export async function takeStep<Seen, Change, Result>(
  context: StepContext,
  step: Step<Seen, Change, Result>,
): Promise<Result> {
  // Other refusals are recorded under the name of the mutation.
  const refuse = async (error: AppError): Promise<never> => {
    await context.refused(step.name)
    throw error
  }
  // An earlier field of the same operation may have cached what has changed since.
  context.forget()
  const seen = await step.find()
  if (seen === null) return await refuse(badInput(step.unknown ?? 'Dit bestaat niet.'))
  const obstacle = step.obstacle?.(seen) ?? null
  if (obstacle?.code === 'FORBIDDEN') return await refuse(obstacle)
  const refusal = step.stale?.(seen) ?? obstacle
  if (refusal) throw refusal
  const change = await step.change(seen)
  if (change instanceof Unchanged) return change.result
  const steps = step.steps?.(seen, change)
  if (steps) assertStepsLeft(steps.taken, steps.ends)
  await context.recordOwn(step.about(seen), step.name, step.activity)
  const result = await step.write(seen, change)
  // Fields below the step must not use earlier reads.
  context.forget()
  return result
}

/** The part of a step inside the transaction, in the order of these functions. */
export type WrittenStep<Row> = {
  /** Reads the current row and locks it until the end of the transaction; `null` when it no longer exists. */
  readonly hold: (transaction: Transaction<Tables>) => Promise<Row | null>
  readonly gone: () => AppError
  readonly changedSince: (present: Row) => AppError
  /** Makes the change and its dependent writes. When it throws, the transaction is rolled back. */
  readonly change: (transaction: Transaction<Tables>, present: Row) => Promise<Partial<Row>> | Partial<Row>
  /** Writes the changed row, its history line and the consequences. */
  readonly write: (transaction: Transaction<Tables>, row: Row, from: Row) => Promise<void>
}

/**
 * Writes a step when the row still has the revision that was checked.
 * @throws {AppError} as `change`, and the errors of `gone` and `changedSince`.
 */
export async function writeStep<Row extends { readonly revision: number }>(
  db: Kysely<Tables>,
  revision: number,
  { hold, gone, changedSince, change, write }: WrittenStep<Row>,
): Promise<Row> {
  return await db.transaction().execute(async (transaction) => {
    const present = await hold(transaction)
    if (!present) throw gone()
    if (present.revision !== revision) throw changedSince(present)
    const row = { ...present, ...(await change(transaction, present)), revision: revision + 1 }
    await write(transaction, row, present)
    return row
  })
}
