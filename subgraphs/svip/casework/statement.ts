import { AppError, badInput } from '../../../kernel/errors.ts'
import { requiredAddressId, requiredText } from '../../../kernel/graphql/input.ts'
import type { Purpose } from '../../../kernel/vocabulary.ts'
import type { AddressNode, SvipContext } from '../context.ts'

/** Functions that the resolvers of the SVIP's own records share. */

/** Awaits a write and clears the caches: fields below a change, or after it in the same operation, must not use earlier reads. */
export async function written<T>(context: SvipContext, write: Promise<T>): Promise<T> {
  const row = await write
  context.forget()
  return row
}

/** The resolver of a mutation that takes one step with its input. */
export const taking =
  <Input, Result>(take: (context: SvipContext, input: Input) => Promise<Result>) =>
  (_root: unknown, { input }: { readonly input: Input }, context: SvipContext): Promise<Result> =>
    take(context, input)

/** Finds the address. @throws {AppError} `BAD_USER_INPUT` when the id is malformed, or not of an address in the caller's scope. */
export async function knownAddress(
  id: string,
  context: SvipContext,
  purpose: Purpose | null = null,
): Promise<AddressNode> {
  const address = await context.address(requiredAddressId(id), purpose)
  if (address === null) throw badInput('Dit adres is niet bekend.')
  return address
}

/** @throws {AppError} `BAD_USER_INPUT` when it is empty or too long. */
export const requiredEvidence = (evidence: string): string =>
  requiredText(evidence, 'Het kenmerk van het bewijs (evidence)', 200)

/** As `requiredEvidence`, but an absent or blank text becomes `null`. */
export const optionalEvidence = (evidence: string | null | undefined): string | null =>
  evidence?.trim() ? requiredEvidence(evidence) : null

/** Moments from JSON in the database have an offset; the schema promises UTC. */
export const utc = <T extends string | null>(moment: T): T | string =>
  moment && new Date(moment).toISOString()

/** The address of a record that the caller may see. */
export async function addressOf(id: string, context: SvipContext) {
  const address = await context.address(id, null)
  if (!address) throw new AppError('INTERNAL', 'Het adres bij deze gegevens is er niet meer.')
  return address
}
