import { type AppError, badInput } from '../../../kernel/errors.ts'

/** What the states and the steps of a kind of thing are called, in Dutch words that fit in a sentence. */
export type Labels = {
  readonly states: Readonly<Record<string, string>>
  readonly actions: Readonly<Record<string, string>>
}

/**
 * The refusal of a step that is not possible now: in what state the thing is, and what this caller can do with it instead. Only for
 * who may see the thing, since its state is a fact about it.
 */
export function notNow({ states, actions }: Labels, state: string, possible: readonly string[]): AppError {
  const instead = possible.map((action) => actions[action] ?? action).join('; ')
  return badInput(
    `Deze stap kan nu niet. De stand is: ${states[state] ?? state}. ${
      possible.length === 0 ? 'U kunt er nu geen stap mee zetten.' : `U kunt nu wel: ${instead}.`
    }`,
  )
}
