/** The origins of the gateway for a browser on this machine: the two that the identity provider accepts in a redirect. */
const originsOf = (port: number): readonly URL[] => [
  new URL(`http://127.0.0.1:${port}`),
  new URL(`http://localhost:${port}`),
]

/** The origin to show to users. */
export const usualOrigin = (port: number): string => `http://127.0.0.1:${port}`

/**
 * Finds the origin that a browser used from its `Host` header; `null` when it is not one of ours. Another site can point its own name at
 * this machine (DNS rebinding), and an authorization code must never go to a host that a header made up.
 */
export const findOrigin = (host: string | undefined, port: number): string | null =>
  originsOf(port).find((origin) => origin.host === host)?.origin ?? null
