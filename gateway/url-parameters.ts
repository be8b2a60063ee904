import { badInput } from '../kernel/errors.ts'

const TEXTS = ['documentId', 'query', 'operationName'] as const
const OBJECTS = ['variables', 'extensions'] as const

/**
 * Reads the parameters of a GET request (GraphQL over HTTP, 6.2).
 * @throws {AppError} `BAD_USER_INPUT` for a repeated parameter, or one that should be JSON and is not. The error repeats no value.
 */
export function readUrl(url: string): Record<string, unknown> {
  const question = url.indexOf('?')
  const parameters = new URLSearchParams(question === -1 ? '' : url.slice(question + 1))
  const read = (name: string): string | null => {
    const values = parameters.getAll(name)
    if (values.length > 1) throw badInput(`De parameter ${name} staat er meer dan een keer.`)
    return values[0] === undefined || values[0] === '' ? null : values[0]
  }
  const texts = TEXTS.flatMap((name) => {
    const value = read(name)
    return value === null ? [] : [[name, value] as const]
  })
  const objects = OBJECTS.flatMap((name) => {
    const value = read(name)
    return value === null ? [] : [[name, readObject(name, value)] as const]
  })
  return Object.fromEntries([...texts, ...objects])
}

function readObject(name: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return value
  } catch {
    // Reported below, without the text.
  }
  throw badInput(`De parameter ${name} moet een JSON-object zijn.`)
}

/** Whether a value is a JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
