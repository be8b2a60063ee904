import { commit, fingerprint, GENESIS, isSealGenuine, link, readPublicKey, type Seal } from './chain.ts'
import type { ExportLine } from './export.ts'

/** A fault of a chain, or something unproven, and the entry concerned. */
export type Problem = { readonly chain: string; readonly seq: number | null; readonly what: string }

export type Header = Extract<ExportLine, { type: 'chain' }>
type EntryLine = Extract<ExportLine, { type: 'entry' }>

/** The result of verifying a chain against itself and the seals from outside. */
export type ChainRead = {
  readonly chain: string
  readonly entries: number
  /** Entries whose content was erased; the chain still proves that they existed. */
  readonly erased: number
  /** Seals in the log itself. */
  readonly seals: number
  readonly keyFingerprint: string
  /** Genuine seals from outside, of entries in the export. */
  readonly outsideSeals: number
  /** The last sealed entry; 0 when there is none. */
  readonly sealedOutsideUpTo: number
  /** Genuine seals from outside of entries after the end: made after the export, or their entries were cut off. */
  readonly sealsBeyond: readonly Seal[]
}

/**
 * Verifies an entry in itself: its hash, and its content against the commitment. The content is `null` when it was erased or does not
 * match. Only the chain shows whether the entry belongs to it.
 */
export function readEntry(
  chain: string,
  line: EntryLine,
): { readonly content: unknown; readonly faults: readonly string[] } {
  const { hash } = link(chain, { seq: line.seq - 1, hash: line.previous }, line.at, line.commitment)
  const faults = hash === line.hash ? [] : ['the entry was changed']
  if (line.content === null || line.salt === null) return { content: null, faults }
  if (commit(line.salt, line.content) === line.commitment)
    return { content: JSON.parse(line.content), faults }
  return { content: null, faults: [...faults, 'the content was changed'] }
}

/** Reads a chain line by line, and reports its faults. */
export function readChain(header: Header, keptOutside: readonly Seal[], problems: Problem[]) {
  const { chain, head } = header
  const publicKey = readPublicKey(header.publicKey)
  const sealsAt = new Map<number, Seal[]>()
  let last = { seq: 0, hash: GENESIS }
  let entries = 0
  let erased = 0
  let seals = 0

  const report = (seq: number | null, what: string) => problems.push({ chain, seq, what })
  const expect = (seal: Seal): boolean => {
    const isGenuine = isSealGenuine(publicKey, seal)
    if (isGenuine) sealsAt.set(seal.seq, [...(sealsAt.get(seal.seq) ?? []), seal])
    else report(seal.seq, 'the signature of a seal is false')
    return isGenuine
  }

  if (head.seq > 0) expect({ ...head, chain })
  let ownSealedUpTo = head.seq
  // All seals are checked, whatever their moment: a false one shows that another key made the chain.
  const outside = keptOutside.filter((seal) => seal.chain === chain && expect(seal))

  return {
    chain,
    seal(seal: Seal) {
      seals += 1
      if (expect(seal)) ownSealedUpTo = Math.max(ownSealedUpTo, seal.seq)
    },
    /** Verifies an entry; returns its content when there is one and it matches the commitment. */
    entry(line: EntryLine): unknown {
      const expected = last.seq + 1
      if (line.seq > expected)
        report(
          expected,
          line.seq === expected + 1
            ? 'the entry is missing'
            : `the entries up to ${line.seq - 1} are missing`,
        )
      else if (line.seq < expected) report(line.seq, 'the entry was inserted or is in another place')
      else if (line.previous !== last.hash) report(line.seq, 'the entry does not follow the one before it')
      const { content, faults } = readEntry(chain, line)
      for (const fault of faults) report(line.seq, fault)
      for (const seal of sealsAt.get(line.seq) ?? [])
        if (seal.hash !== line.hash) report(line.seq, 'the entry is not the one that was sealed')
      last = line
      entries += 1
      if (line.content === null || line.salt === null) erased += 1
      return content
    },
    cutOff: () => report(null, 'the export of this chain is cut off'),
    end(counted: number): ChainRead {
      if (counted !== entries) report(null, `the export says ${counted} entries and holds ${entries}`)
      if (last.hash !== head.hash) report(last.seq, `the log ends here, its signed end is ${head.seq}`)
      if (ownSealedUpTo > Math.max(last.seq, head.seq)) report(last.seq, tailMissing(ownSealedUpTo))
      const within = outside.filter(({ seq }) => seq <= last.seq)
      return {
        chain,
        entries,
        erased,
        seals,
        keyFingerprint: fingerprint(publicKey),
        outsideSeals: within.length,
        sealedOutsideUpTo: highest(within),
        sealsBeyond: outside.filter(({ seq }) => seq > last.seq),
      }
    },
  }
}

/** The highest number among seals; years of one seal per minute are too many to spread into Math.max. */
export const highest = (seals: readonly Seal[]): number =>
  seals.reduce((most, { seq }) => Math.max(most, seq), 0)

export const tailMissing = (seq: number): string => `the tail is missing: the log was sealed up to ${seq}`
