import { AppError, badInput } from '../../../kernel/errors.ts'
import { requiredAddressId, requiredText } from '../../../kernel/input.ts'
import type { SvipContext } from '../context.ts'

/** What the resolvers of the SVIP's own records share. */

/** What is asked below a change, or after it in the same operation, must not rest on what was read before it. */
export async function written<T>(context: SvipContext, write: Promise<T>): Promise<T> {
  const row = await write
  context.forget()
  return row
}

/** @throws {AppError} `BAD_USER_INPUT` when it is no identification, or not of an address in the caller's scope. */
export async function assertAddress(id: string, context: SvipContext): Promise<void> {
  requiredAddressId(id)
  if ((await context.address(id, null)) === null) throw badInput('Dit adres is niet bekend.')
}

/** @throws {AppError} `BAD_USER_INPUT` when it is empty or too long. */
export const requiredEvidence = (evidence: string): string =>
  requiredText(evidence, 'Het kenmerk van het bewijs (evidence)', 200)

/** As `requiredEvidence`, but nothing, or only spaces, is `null`. */
export const optionalEvidence = (evidence: string | null | undefined): string | null =>
  evidence?.trim() ? requiredEvidence(evidence) : null

/** Moments that come out of JSON in the database have an offset; the schema promises UTC. */
export const utc = (moment: string | null): string | null => moment && new Date(moment).toISOString()

/** The address of a record that the caller may see. */
export async function addressOf(id: string, context: SvipContext) {
  const address = await context.address(id, null)
  if (!address) throw new AppError('INTERNAL', 'Het adres bij deze gegevens is er niet meer.')
  return address
}

/** Puts a refusal that a rule gave on record before it leaves; other failures pass unchanged. */
export async function refusalOnRecord<T>(
  context: SvipContext,
  what: string,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof AppError && error.code === 'FORBIDDEN') await context.refused(what)
    throw error
  }
}
