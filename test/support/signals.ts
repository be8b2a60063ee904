import { expect } from '@jest/globals'
import type { Answer, Ask, client } from './system.ts'

/** Helpers to read and follow up signals. */

/** All fields of a signal; a field that the caller may not see is `null`. */
export const SIGNAL = `fragment Signal on Signal {
  id revision kind title text advice purpose sender recipient municipality { code } address { id } state createdAt dueOn overdue
  assignee team links { kind id } result notOpportune endedAt actions steps { action from to organisation role employee remarks } }`

const INPUTS = {
  acknowledgeSignal: 'AcknowledgeSignalInput',
  assignSignal: 'AssignSignalInput',
  actOnSignal: 'ActOnSignalInput',
  closeSignal: 'CloseSignalInput',
  markSignalNotOpportune: 'MarkSignalNotOpportuneInput',
} as const
export type SignalStep = keyof typeof INPUTS
export const SIGNAL_STEPS = Object.keys(INPUTS) as SignalStep[]

export const stepMutation = (step: SignalStep) =>
  `mutation($input: ${INPUTS[step]}!) { step: ${step}(input: $input) { ...Signal } } ${SIGNAL}`

// biome-ignore lint/suspicious/noExplicitAny: tests assert on answers of any form.
export type Signal = any

export function signalsIn(system: ReturnType<typeof client>) {
  const LIST = `query($filter: SignalFilter, $purpose: Purpose, $first: Int, $after: String) {
    signals(filter: $filter, purpose: $purpose, first: $first, after: $after) { totalCount nodes { ...Signal } edges { cursor } } } ${SIGNAL}`

  async function list(as: string, variables: Readonly<Record<string, unknown>>): Promise<Signal> {
    const { data, errors } = await system.ask(LIST, { as, variables })
    expect(errors).toEqual([])
    return data.signals
  }
  const step = (as: Ask['as'], name: SignalStep, input: object): Promise<Answer> =>
    system.ask(stepMutation(name), { ...(as ? { as } : {}), variables: { input } })

  return {
    list,
    step,
    /** The signals about an address in a caller's inbox. */
    inbox: async (as: string, addressId: string, purpose?: string): Promise<Signal[]> =>
      (await list(as, { filter: { addressId }, purpose })).nodes,
    /** The signals that a caller's agency sent about the address. */
    sent: async (as: string, addressId: string, purpose?: string): Promise<Signal[]> =>
      (await list(as, { filter: { addressId, direction: 'SENT' }, purpose })).nodes,
    async take(as: string, name: SignalStep, signal: Signal, more: object = {}): Promise<Signal> {
      const { data, errors } = await step(as, name, {
        id: signal.id,
        revision: signal.revision,
        ...more,
      })
      expect(errors).toEqual([])
      return data.step
    },
  }
}
