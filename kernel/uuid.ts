const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id that is not a UUID cannot exist; PostgreSQL would fail on it with a revealing error. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
