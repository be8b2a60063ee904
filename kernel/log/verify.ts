import { commit, fingerprint, GENESIS, isSealGenuine, link, readPublicKey, type Seal } from './chain.ts'
import {
  compareLogs,
  createErasedMoments,
  type Disclosure,
  type ErasedMoments,
  type Permission,
  readDisclosure,
  readPermission,
} from './compare.ts'
import { extend, type Run, readErasure, uncovered } from './erasing.ts'
import type { ExportLine } from './export.ts'

export type Problem = { readonly chain: string; readonly seq: number | null; readonly what: string }

export type ChainReport = {
  readonly chain: string
  readonly entries: number
  /** Entries whose content was erased; the chain still proves that they were there. */
  readonly erased: number
  readonly seals: number
  /** Compare it with the one the agency published, unless trusted fingerprints were given. */
  readonly keyFingerprint: string
}

export type Report = {
  readonly chains: readonly ChainReport[]
  readonly problems: readonly Problem[]
  /** Permissions for which a grant was made, but that the owner never recorded using: an owner that was away, or a lost line. */
  readonly unusedGrants: number
  /** Sharings whose decision was erased, and grants whose sharing was: they cannot be held against each other any more. */
  readonly uncheckable: number
}

export type VerifyOptions = {
  /** One chain without the processing log, where erasing is on record: what was erased is counted, not judged. */
  readonly alone?: boolean
  /** Seals kept outside the exported logs: they show a tail that was cut off together with its seals. */
  readonly outsideSeals?: readonly Seal[]
  readonly trustedFingerprints?: readonly string[]
  /** Chains that must be there: a party that gives an empty log hides everything in it. */
  readonly expectedChains?: readonly string[]
  /** Told each entry in turn, with its content when that is what was committed to, else `null`. */
  readonly onEntry?: (place: Place, content: unknown) => void
}

type Place = { readonly chain: string; readonly seq: number }

type Lines = AsyncIterable<ExportLine> | Iterable<ExportLine>
type Header = Extract<ExportLine, { type: 'chain' }>
type EntryLine = Extract<ExportLine, { type: 'entry' }>

/**
 * Verifies exported logs: every entry unchanged, none missing, inserted or in another place, the end as it was signed, no content
 * erased without a record of it, and each sharing by an owner backed by a decision of the SVIP. Needs nothing but the lines.
 */
export async function verifyLogs(lines: Lines, options: VerifyOptions = {}): Promise<Report> {
  const chains: ChainReport[] = []
  const problems: Problem[] = []
  const permissions = new Map<string, Permission>()
  const disclosures: Disclosure[] = []
  const erased = new Map<string, ErasedMoments>()
  const runs = createErasedRuns()
  let reader: ReturnType<typeof readChain> | null = null

  for await (const line of lines) {
    if (line.type === 'chain') {
      reader?.cutOff()
      reader = readChain(line, options, problems)
    } else if (!reader) {
      problems.push({
        chain: 'unknown',
        seq: null,
        what: 'the export does not begin with the header of a chain',
      })
      break
    } else if (line.type === 'seal') {
      reader.seal(line)
    } else if (line.type === 'entry') {
      const content = reader.entry(line)
      const { chain } = reader
      const place = { chain, seq: line.seq, at: line.at }
      if (line.content === null) {
        runs.erased(chain, line.seq)
        erased.set(chain, erased.get(chain) ?? createErasedMoments())
        erased.get(chain)?.add(line.at)
        continue
      }
      runs.recorded(chain, content)
      const permission = readPermission(place, content)
      if (permission) permissions.set(permission.id, permission)
      const disclosure = readDisclosure(place, content)
      options.onEntry?.(place, content)
      if (disclosure) disclosures.push(disclosure)
    } else {
      chains.push(reader.end(line.entries))
      reader = null
    }
  }
  reader?.cutOff()
  const present = new Set(chains.map(({ chain }) => chain))
  for (const chain of options.expectedChains ?? []) {
    if (!present.has(chain)) problems.push({ chain, seq: null, what: 'the whole log is missing' })
  }
  const agreement = compareLogs(present, permissions, disclosures, erased)
  return {
    ...agreement,
    chains,
    problems: [...problems, ...(options.alone ? [] : runs.problems()), ...agreement.problems],
  }
}

/** Holds what was erased against the records of erasing: those of the same party, in its processing log. */
function createErasedRuns() {
  const gone = new Map<string, Run[]>()
  const recorded = new Map<string, Run[]>()
  const of = (map: Map<string, Run[]>, chain: string): Run[] => {
    const runs = map.get(chain) ?? []
    map.set(chain, runs)
    return runs
  }
  return {
    erased: (chain: string, seq: number): void => extend(of(gone, chain), seq),
    recorded(chain: string, content: unknown): void {
      const [party = '', name] = chain.split('/')
      const erasure = name === 'processing' ? readErasure(content) : null
      if (erasure?.chain.startsWith(`${party}/`)) of(recorded, erasure.chain).push(...erasure.runs)
    },
    problems: (): readonly Problem[] =>
      [...gone].flatMap(([chain, runs]) =>
        uncovered(runs, of(recorded, chain)).map(([from, to]) => ({
          chain,
          seq: from,
          what:
            from === to
              ? 'the content was erased without a record of it'
              : `the contents up to ${to} were erased without a record of it`,
        })),
      ),
  }
}

/**
 * Holds an entry against itself: its hash against what it says, its content against what was committed to. The content is `null`
 * when it was erased or is not that. Whether the entry stands in the chain only the chain can tell.
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

function readChain(header: Header, options: VerifyOptions, problems: Problem[]) {
  const { chain, head } = header
  const publicKey = readPublicKey(header.publicKey)
  const sealsAt = new Map<number, Seal[]>()
  let last = { seq: 0, hash: GENESIS }
  let entries = 0
  let erased = 0
  let seals = 0

  const report = (seq: number | null, what: string) => problems.push({ chain, seq, what })
  const expect = (seal: Seal) => {
    if (isSealGenuine(publicKey, seal)) sealsAt.set(seal.seq, [...(sealsAt.get(seal.seq) ?? []), seal])
    else report(seal.seq, 'the signature of a seal is false')
  }

  if (options.trustedFingerprints && !options.trustedFingerprints.includes(fingerprint(publicKey))) {
    report(null, 'the log is signed with a key that is not trusted')
  }
  if (head.seq > 0) expect({ ...head, chain })
  const exportedAt = Date.parse(header.exportedAt)
  for (const seal of options.outsideSeals ?? [])
    if (seal.chain === chain && seal.at <= exportedAt) expect(seal)

  return {
    chain,
    seal(seal: Seal) {
      seals += 1
      expect(seal)
    },
    /** Checks an entry; its content when there is one and it is what was committed to. */
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
    end(counted: number): ChainReport {
      if (counted !== entries) report(null, `the export says ${counted} entries and holds ${entries}`)
      if (last.hash !== head.hash) report(last.seq, `the log ends here, its signed end is ${head.seq}`)
      const sealedUpTo = Math.max(0, ...sealsAt.keys())
      if (sealedUpTo > last.seq)
        report(last.seq, `the tail is missing: the log was sealed up to ${sealedUpTo}`)
      return { chain, entries, erased, seals, keyFingerprint: fingerprint(publicKey) }
    },
  }
}
