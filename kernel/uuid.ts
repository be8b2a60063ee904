const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** An id that is no UUID cannot exist; asking PostgreSQL for it would be an error that tells so. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
