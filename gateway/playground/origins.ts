/** Where a browser on this machine reaches the gateway: the two spellings that the identity provider sends it back to. */
const originsOf = (port: number): readonly URL[] => [
  new URL(`http://127.0.0.1:${port}`),
  new URL(`http://localhost:${port}`),
]

/** The address to tell people. */
export const usualOrigin = (port: number): string => `http://127.0.0.1:${port}`

/**
 * Finds the origin that a browser used from the `Host` it sent; `null` when it is not one of ours. A page elsewhere can point
 * its own name at this machine (DNS rebinding), and a code must never be sent to a place that a header made up.
 */
export const findOrigin = (host: string | undefined, port: number): string | null =>
  originsOf(port).find((origin) => origin.host === host)?.origin ?? null
