import { type AppError, badInput } from '../../../kernel/errors.ts'

/** The Dutch names of the states and steps of a kind of record, which fit in a sentence. */
export type Labels = {
  readonly states: Readonly<Record<string, string>>
  readonly actions: Readonly<Record<string, string>>
}

/**
 * The refusal of a step that is not possible now, with the state of the record and the caller's possible steps. It is only for callers who
 * may see the record, because it reveals the state.
 */
export function notNow({ states, actions }: Labels, state: string, possible: readonly string[]): AppError {
  const instead = possible.map((action) => actions[action] ?? action).join('; ')
  return badInput(
    `Deze stap kan nu niet. De stand is: ${states[state] ?? state}. ${
      possible.length === 0 ? 'U kunt er nu geen stap mee zetten.' : `U kunt nu wel: ${instead}.`
    }`,
  )
}
