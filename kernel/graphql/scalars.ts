import { GraphQLScalarType, Kind } from 'graphql'
import { badInput } from '../errors.ts'

// Years 0001 to 9999, which both ISO 8601 and PostgreSQL write with four digits.
const DATE = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Reads an existing calendar day, so not `2026-02-30`; `null` for any other text. */
export function readDate(text: unknown): string | null {
  if (typeof text !== 'string' || !DATE.test(text)) return null
  const instant = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text ? null : text
}

/** Reads a moment with an offset, and returns it in UTC with milliseconds; `null` for any other text. */
export function readInstant(text: unknown): string | null {
  if (typeof text !== 'string' || !INSTANT.test(text)) return null
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) return null
  const utc = instant.toISOString()
  return readDate(utc.slice(0, 10)) === null ? null : utc
}

/**
 * The days that are accepted in mutations, imports and events. All use this one definition, so that one party does not refuse what another
 * accepted. `@period` in the schemas documents the same for clients. Terms are counted from these days, so the period ends well before the
 * last date that can be represented.
 */
export const PERIOD = { from: '1900-01-01', until: '8999-12-31' } as const

const isWithin = (day: string): boolean => day >= PERIOD.from && day <= PERIOD.until

/** Reads a calendar day within the period; `null` for any other text. */
export function readDay(text: unknown): string | null {
  const day = readDate(text)
  return day !== null && isWithin(day) ? day : null
}

/** Reads a moment within the period and returns it in UTC; `null` for any other text. */
export function readMoment(text: unknown): string | null {
  const moment = readInstant(text)
  return moment !== null && isWithin(moment.slice(0, 10)) ? moment : null
}

/** @param read parses input; @param write formats output, also of records from before the period was checked. */
function scalar(
  name: string,
  description: string,
  example: string,
  read: (value: unknown) => string | null,
  write: (value: unknown) => string | null,
): GraphQLScalarType {
  const parseBy = (reader: typeof read) => (value: unknown) => {
    const parsed = reader(value)
    if (parsed === null)
      throw badInput(
        `${name} wordt geschreven als ${example}, van ${PERIOD.from} tot en met ${PERIOD.until} (in UTC).`,
      )
    return parsed
  }
  const parse = parseBy(read)
  return new GraphQLScalarType({
    name,
    description,
    serialize: parseBy(write),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  })
}

export const dateScalar = scalar('Date', 'A calendar day, ISO 8601.', '2026-11-22', readDay, readDate)
export const dateTimeScalar = scalar(
  'DateTime',
  'A moment in UTC, ISO 8601.',
  '2026-11-22T09:30:00.000Z',
  readMoment,
  readInstant,
)

/** The day in the Netherlands at a moment: terms and validity follow the Dutch calendar. */
export const dutchDay = (instant: Date): string => DUTCH_CALENDAR.format(instant)

const DUTCH_CALENDAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
