import type { Kysely, Transaction } from 'kysely'
import { type AppError, badInput } from '../../../kernel/errors.ts'
import type { DoneBy } from '../../../kernel/records/activities.ts'
import type { Caller, Role } from '../../../kernel/vocabulary.ts'
import type { SvipContext } from '../context.ts'
import { assertStepsLeft } from '../store/maxima.ts'
import type { Tables } from '../store/tables.ts'

/** How every step with something of the SVIP's own is taken: requests, signals, acute cases, proposals, access requests. */

/** A thing as the caller saw it. */
export type Versioned = { readonly id: string; readonly revision: number }

/** Who takes a step, and in which role, for its history. */
export type Actor = Pick<Caller, 'subject' | 'organisation'> & { readonly role: Role }

/** What the machine uses of a request's context. */
export type StepContext = Pick<SvipContext, 'forget' | 'recordOwn' | 'refused'>

/** A step as its module describes it. `takeStep` calls the functions in the order in which they stand here. */
export type Step<Seen, Change, Result> = {
  /** What the records call the step, whether it is taken or refused. */
  readonly name: string
  readonly activity: DoneBy<'svip'>
  /** Finds what the step is taken with; `null` when there is none, and the same when the caller may not know of it. */
  readonly find: () => Promise<Seen | null>
  /** What is said when there is none; left out when `find` throws that itself. */
  readonly unknown?: string
  /**
   * Why the step cannot be taken; `null` when it can. `FORBIDDEN` means that it is not for this person, by role, by side or because
   * a second person must take it. Any other code means that it is not possible in the state of the thing.
   */
  readonly obstacle?: (seen: Seen) => AppError | null
  /** The refusal when the thing was changed since the caller saw it; `null` when it was not. */
  readonly stale?: (seen: Seen) => AppError | null
  /** Judges the input against the thing, and gives what changes. What it throws leaves everything as it was. */
  readonly change: (seen: Seen) => Promise<Change | Unchanged<Result>> | Change | Unchanged<Result>
  /** How many steps were taken with the thing, and whether this one ends it: after the most steps only that is possible. */
  readonly steps?: (seen: Seen, change: Change) => { readonly taken: number; readonly ends: boolean }
  /** The address under which the step is put on record. */
  readonly about: (seen: Seen) => string
  /** Writes the change under a lock, with its line in the history and all that must commit with it: see `writeStep`. */
  readonly write: (seen: Seen, change: Change) => Promise<Result>
}

/** What `change` gives when nothing changes, for instance because the caller must first confirm: the answer of the step. */
export class Unchanged<Result> {
  readonly result: Result

  constructor(result: Result) {
    this.result = result
  }
}

/**
 * Takes a step. A step that is refused leaves a refusal on record, and no line that says that something changed:
 *
 * 1. what the caller may know of is found;
 * 2. the step is for this person;
 * 3. the thing has the revision that the caller saw: who looks at an old state is told that, not what is possible in the new one;
 * 4. the step is possible in the state of the thing;
 * 5. the input fits the thing, and the thing can take one more step;
 * 6. only then the step is put on record, so that nothing changes without a record;
 * 7. under a lock, where the revision is compared once more, the change, its history and what follows commit together.
 *
 * Of two callers with the same revision who pass 5 at the same moment, 7 refuses the second: its record stands, as of an attempt, and
 * the database has nothing of it.
 * @throws {AppError} `BAD_USER_INPUT` when the caller knows of none or the step is not possible now, `FORBIDDEN` when it is not for
 * this person, `CONFLICT` when the thing was changed since, `RECORD_UNAVAILABLE` when the step cannot be put on record.
 */
export async function takeStep<Seen, Change, Result>(
  context: StepContext,
  step: Step<Seen, Change, Result>,
): Promise<Result> {
  // Other refusals are put on record under the name of the mutation.
  const refuse = async (error: AppError): Promise<never> => {
    await context.refused(step.name)
    throw error
  }
  // An earlier field of the same operation may have read what changed since.
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
  // What is asked below the step must not rest on what was read before it.
  context.forget()
  return result
}

/** The part of a step that the database carries out, in the order of these functions. */
export type WrittenStep<Row> = {
  /** The thing as it is now, locked until the end of the transaction; `null` when there is none any more. */
  readonly hold: (transaction: Transaction<Tables>) => Promise<Row | null>
  readonly gone: () => AppError
  readonly changedSince: (present: Row) => AppError
  /** What changes, with what else must be written for it. What it throws leaves everything as it was. */
  readonly change: (transaction: Transaction<Tables>, present: Row) => Promise<Partial<Row>> | Partial<Row>
  /** Writes the thing as it became, with its line in the history and what follows from that. */
  readonly write: (transaction: Transaction<Tables>, row: Row, from: Row) => Promise<void>
}

/**
 * Writes a step with a thing that still has the revision that was judged, so that what was judged is what is changed.
 * @throws {AppError} as `change`, and what `gone` and `changedSince` give.
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
