import { type ChainRead, highest, type Problem, tailMissing } from './read-chain.ts'

/**
 * Judges what an export proves. A chain is consistent in itself, but so is one that was rewritten completely, so evidence from outside the
 * export must show whose key signed it and how far the log went.
 */

export type ProofOptions = {
  /** Fingerprints of the trusted keys: `img=…` for one party, without a name for any party. */
  readonly trustedFingerprints?: readonly string[]
  /** Whether the seals from outside are complete up to now, so that a log without any seal is new or was tampered with. */
  readonly sealsAreKept?: boolean
  /** The moment, in milliseconds, at which the logs were requested from a running system: they must be of that moment, and include all seals. */
  readonly askedAt?: number
}

export type ChainReport = Omit<ChainRead, 'sealsBeyond'> & {
  /** Whether its key is one of the trusted keys. */
  readonly isKeyTrusted: boolean
  /** The signed moment of the export, in milliseconds; `null` when it is not signed. */
  readonly signedAt: number | null
  /** Seals from outside of entries after the export. */
  readonly laterSeals: number
}

/** `said` is the moment in the header of the chain, which is not signed in exports of earlier versions. */
type Moment = { readonly signedAt: number | null; readonly said: number }

/** The margin for commits in flight and clock differences, when a seal is of about the moment of the export. */
const MARGIN_MS = 60_000

/** Judges a chain by the evidence from outside the export. */
export function judge(
  read: ChainRead,
  moment: Moment,
  options: ProofOptions,
): {
  readonly report: ChainReport
  readonly problems: readonly Problem[]
  readonly unproven: readonly Problem[]
} {
  const { sealsBeyond, ...rest } = read
  const { chain, keyFingerprint } = read
  const { signedAt } = moment
  const { trustedFingerprints: trusted, askedAt } = options
  const problems: Problem[] = []
  const unproven: Problem[] = []
  const wrong = (what: string, seq: number | null = null) => problems.push({ chain, seq, what })
  const open = (what: string) => unproven.push({ chain, seq: null, what })

  const [party] = chain.split('/')
  const isKeyTrusted = trusted?.some(
    (each) => each === keyFingerprint || each === `${party}=${keyFingerprint}`,
  )
  if (isKeyTrusted === false) wrong('the log is signed with a key that is not trusted')
  if (signedAt !== null && askedAt !== undefined && signedAt < askedAt - MARGIN_MS)
    wrong(`this is an export of ${new Date(signedAt).toISOString()}, not of now`)

  // In a running system the seals were read before the logs, so the logs must include every seal.
  const until = askedAt === undefined ? (signedAt ?? moment.said) - MARGIN_MS : Number.POSITIVE_INFINITY
  const missing = sealsBeyond.filter(({ at }) => at <= until)
  const later = sealsBeyond.filter(({ at }) => at > until)
  if (missing.length > 0) wrong(tailMissing(highest(missing)), read.entries)

  if (!isKeyTrusted && read.outsideSeals + sealsBeyond.length === 0)
    open(
      `nothing shows whose key ${keyFingerprint} is: give the fingerprint that ${party} published (--trust ${party}=…), or seals kept elsewhere (--seals)`,
    )
  if (options.sealsAreKept && read.seals > 0 && read.outsideSeals + sealsBeyond.length === 0)
    open('its seals are not among those kept outside: a file of seals was removed, so its tail may be too')
  if (signedAt === null) {
    open(
      `the moment and the end of this export are not signed (it was made by an earlier version, or its envelope was taken off): ${provenOf(read)}; whether the log went on after that is not proven`,
    )
    if (later.length > 0)
      open(
        `${later.length} seals kept outside are of entries after its end: they were made later, or those entries were cut off`,
      )
  }

  return {
    report: { ...rest, isKeyTrusted: isKeyTrusted === true, signedAt, laterSeals: later.length },
    problems,
    unproven,
  }
}

const provenOf = ({ entries, sealedOutsideUpTo }: ChainRead): string =>
  sealedOutsideUpTo > 0
    ? `entries 1 to ${sealedOutsideUpTo} of ${entries} are as they were sealed`
    : 'that its entries belong together is all that it shows'
