/** Compares what the record of a decision and the record of the sharing based on it have in common. */

/** `undefined`: not recorded, as in entries of earlier versions. `null`: recorded as none. */
export type Known = {
  /** Organisation that asked, and that received. */
  readonly recipient?: string | null | undefined
  readonly purpose?: string | null | undefined
  readonly policyVersion?: string | undefined
  readonly traceId?: string | undefined
  /** When it was decided, and when the sharing began, in milliseconds. */
  readonly moment?: number | undefined
}
type Half = Known & { readonly categories: readonly string[] }

const SAME = [
  ['recipient', 'data was shared with another organisation than the decision is for'],
  ['purpose', 'data was shared for another purpose than was decided'],
  ['policyVersion', 'data was shared under another version of the policy than was decided by'],
  ['traceId', 'data was shared in another request than the decision was taken in'],
] as const satisfies readonly (readonly [keyof Known, string])[]

/** The maximum lifetime of a grant, and the maximum clock difference between two hosts. */
const GRANT_MS = 30_000
const CLOCKS_MS = 60_000

/**
 * Finds the differences between a decision and the sharing based on it.
 * @returns the faults, and whether both records are complete; values that one of them lacks are not compared.
 */
export function faultsBetween(
  decided: Half,
  shared: Half,
): { readonly faults: string[]; readonly isComplete: boolean } {
  const faults: string[] = []
  let isComplete = true
  if (shared.categories.some((category) => !decided.categories.includes(category)))
    faults.push('more categories were shared than the decision gives')
  for (const [part, what] of SAME) {
    if (decided[part] === undefined || shared[part] === undefined) isComplete = false
    else if (decided[part] !== shared[part]) faults.push(what)
  }
  if (decided.moment === undefined || shared.moment === undefined) isComplete = false
  else {
    const later = shared.moment - decided.moment
    if (later < -CLOCKS_MS) faults.push('data was shared before it was decided')
    if (later > GRANT_MS + CLOCKS_MS) faults.push('data was shared after the grant had ended')
  }
  return { faults, isComplete }
}

/**
 * Maps addresses to an owner's pseudonyms. The SVIP logs the address itself and the owner a pseudonym under a secret key, but the mapping
 * is one to one, so that a decision about one address cannot justify a line about another.
 */
export function createAddressBook() {
  const known = new Map<string, string>()
  const isFirstOrSame = (key: string, value: string): boolean => {
    const before = known.get(key)
    if (before === undefined) known.set(key, value)
    return before === undefined || before === value
  }
  return {
    /** Whether this address and this pseudonym are consistent with all pairs so far. */
    agree(chain: string, address: string, pseudonym: string): boolean {
      const forwards = isFirstOrSame(`${chain} address ${address}`, pseudonym)
      const backwards = isFirstOrSame(`${chain} pseudonym ${pseudonym}`, address)
      return forwards && backwards
    },
  }
}
