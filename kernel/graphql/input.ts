import { badInput } from '../errors.ts'
import { ADDRESS_ID } from '../vocabulary.ts'

/** Checks of the input of mutations. The messages name the field, and never repeat its value. */

const MAX_LENGTH = 10_000

/** Returns the trimmed text. @throws {AppError} `BAD_USER_INPUT` when it is empty, too long or cannot be stored. */
export function requiredText(text: string, what: string, maxLength = MAX_LENGTH): string {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > maxLength)
    throw badInput(`${what} moet 1 tot ${maxLength} tekens hebben.`)
  if (!isStorable(trimmed)) throw badInput(`${what} bevat een teken dat niet bestaat.`)
  return trimmed
}

/** Whether PostgreSQL can store a text: JSON allows a NUL and half a surrogate pair, PostgreSQL does not. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** As `requiredText`, but an absent or blank text becomes `null`. */
export const optionalText = (text: string | null | undefined, what: string): string | null =>
  text?.trim() ? requiredText(text, what) : null

/**
 * The maximum length of the short texts of a file, by column. The number and the e-mail address are index keys, for which PostgreSQL has a
 * maximum of 2,700 bytes.
 */
const MAX_LENGTHS: Readonly<Record<string, readonly [maxLength: number, what: string]>> = {
  reference: [100, 'Het zaak- of dossiernummer (reference)'],
  handler_name: [200, 'De naam van de behandelaar (name)'],
  handler_phone: [200, 'Het telefoonnummer (phone)'],
  handler_email: [254, 'Het e-mailadres (email)'],
  handler_team: [200, 'Het team (team)'],
  contractor: [200, 'De aannemer (contractor)'],
}

/** @throws {AppError} `BAD_USER_INPUT` when the text of a column of a file is too long. */
export function assertLengths(columns: object): void {
  for (const [column, value] of Object.entries(columns)) {
    const [maxLength, what] = MAX_LENGTHS[column] ?? [Number.POSITIVE_INFINITY, column]
    if (typeof value === 'string' && value.length > maxLength)
      throw badInput(`${what} is langer dan ${maxLength} tekens.`)
  }
}

/** @throws {AppError} `BAD_USER_INPUT` when the id is not the identification of a BAG nummeraanduiding. */
export function requiredAddressId(id: string): string {
  if (ADDRESS_ID.test(id)) return id
  throw badInput('addressId is geen BAG-nummeraanduiding: 16 cijfers, het vijfde en zesde zijn 20.')
}

/** @throws {AppError} `BAD_USER_INPUT` when both days or moments are known and `second` lies before `first`. */
export function assertOrder(first: string | null, second: string | null, message: string): void {
  if (first !== null && second !== null && second < first) throw badInput(message)
}

/** @throws {AppError} `BAD_USER_INPUT` for an amount below zero. */
export function assertAmount(cents: number | null, message: string): void {
  if (cents !== null && cents < 0) throw badInput(message)
}

/** A finding at a building, as an editor enters it. */
export type Finding = {
  /** @default today */
  readonly foundOn?: string | null
  readonly description: string
}

/** Returns the day. @throws {AppError} `BAD_USER_INPUT` when it is in the future. */
export function pastDay(day: string, today: string, what: string): string {
  if (day > today) throw badInput(`${what} kan niet in de toekomst liggen.`)
  return day
}
