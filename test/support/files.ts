import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import { SIGNAL, type Signal } from './signals.ts'
import type { client } from './system.ts'

/** Helpers for the agencies' files, as their own staff change them. */

const INPUTS = {
  registerDamageClaim: 'RegisterDamageClaimInput',
  advanceDamageClaim: 'AdvanceDamageClaimInput',
  recordStructuralDamage: 'RecordStructuralDamageInput',
  recordAcuteSafety: 'RecordAcuteSafetyInput',
  registerStrengtheningProject: 'RegisterStrengtheningProjectInput',
  advanceStrengtheningProject: 'AdvanceStrengtheningProjectInput',
  recordFoundDamage: 'RecordFoundDamageInput',
} as const
export type FileMutation = keyof typeof INPUTS

const HANDLERS: Readonly<Record<FileMutation, string>> = {
  registerDamageClaim: 'img.handler',
  advanceDamageClaim: 'img.handler',
  recordStructuralDamage: 'img.handler',
  recordAcuteSafety: 'img.safety',
  registerStrengtheningProject: 'ncg.handler',
  advanceStrengtheningProject: 'ncg.handler',
  recordFoundDamage: 'ncg.handler',
}

const TRACK = '{ present open phase status since }'
export const OTHER_SIDE = `otherSide { img ${TRACK} ncg ${TRACK} concurrence group cooperation advice asOf }`
const ADDRESS = `fragment Both on Address { id ${OTHER_SIDE} signals { ...Signal }
  damage { claims { reference phase status } } strengthening { project { reference status } } } ${SIGNAL}`

// biome-ignore lint/suspicious/noExplicitAny: tests assert on answers of any form.
export type File = any

export function filesIn(system: ReturnType<typeof client>) {
  const run = async (query: string, as: string, variables: object, purpose?: string): Promise<File> => {
    const { data, errors } = await system.ask(query, {
      as,
      variables: { ...variables },
      ...(purpose ? { purpose } : {}),
    })
    expect(errors).toEqual([])
    return data.file
  }
  const mutation = (name: FileMutation, fields: string) =>
    `mutation($input: ${INPUTS[name]}!) { file: ${name}(input: $input) { id revision ${fields} } }`
  /** Changes a file as a handler of its agency. */
  const change = (name: FileMutation, input: object, purpose?: string): Promise<File> =>
    run(`${mutation(name, 'address { ...Both }')} ${ADDRESS}`, HANDLERS[name], { input }, purpose)
  const newFile = (addressId: string) => ({ addressId, reference: `T-${randomUUID()}` })

  /** Records a finding in an agency's file at an address; registers a file when there is none. */
  const find =
    (stock: string, register: FileMutation, record: FileMutation, finding: object) =>
    async (addressId: string): Promise<void> => {
      const as = HANDLERS[record]
      const { nodes } = await run(
        `query($id: ID!) { file: ${stock}(filter: { addressId: $id }) { nodes { id revision } } }`,
        as,
        { id: addressId },
      )
      const { id, revision } =
        nodes[0] ?? (await run(mutation(register, ''), as, { input: newFile(addressId) }))
      const input = { id, revision, description: 'GEHEIM-vondst', ...finding }
      await run(mutation(record, ''), as, { input })
    }
  return {
    change,
    registerClaim: (addressId: string, input: object = {}, purpose?: string) =>
      change('registerDamageClaim', { ...newFile(addressId), ...input }, purpose),
    registerProject: (addressId: string, input: object = {}, purpose?: string) =>
      change('registerStrengtheningProject', { ...newFile(addressId), ...input }, purpose),
    /** IMG finds damage to the structure. */
    findStructuralDamage: find('damageClaims', 'registerDamageClaim', 'recordStructuralDamage', {}),
    /** NCG finds damage that IMG has to settle. */
    findDamage: find('strengtheningProjects', 'registerStrengtheningProject', 'recordFoundDamage', {
      moment: 'INSPECTION',
    }),
  }
}

/** A summary of signals. */
export const briefly = (signals: readonly Signal[]): string[] =>
  signals.map(({ kind, recipient }) => `${kind ?? 'something plays'} → ${recipient}`).toSorted()
