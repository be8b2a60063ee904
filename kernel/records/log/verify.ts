import type { Seal } from './chain.ts'
import {
  compareLogs,
  createErasedMoments,
  type Disclosure,
  type ErasedMoments,
  type Permission,
  readDisclosure,
  readPermission,
} from './compare.ts'
import { type Envelope, openEnvelope } from './envelope.ts'
import { extend, type Run, readErasure, uncovered } from './erasing.ts'
import type { ExportLine } from './export.ts'
import { type ChainReport, judge, type ProofOptions } from './proof.ts'
import { type ChainRead, type Problem, readChain } from './read-chain.ts'

export type Report = {
  readonly chains: readonly ChainReport[]
  /** Faults. */
  readonly problems: readonly Problem[]
  /** Doubts without proof either way: with any of these the logs are not proven to be complete and unchanged. */
  readonly unproven: readonly Problem[]
  /** Grants without a recorded use by the owner: the owner was down, or a line was lost. */
  readonly unusedGrants: number
  /** Sharings whose decision was erased, and grants whose sharing was erased: they can no longer be compared. */
  readonly uncheckable: number
  /** Sharings that could only be compared in part, because a record of an earlier version lacks values. */
  readonly partlyCompared: number
}

export type VerifyOptions = ProofOptions & {
  /** Set for one chain without the processing log, which records erasing: erased contents are then counted, but not judged. */
  readonly alone?: boolean
  /** Seals from outside the exported logs: they expose a tail that was cut off together with its seals. */
  readonly outsideSeals?: readonly Seal[]
  /** Chains that must be present: an omitted chain would hide everything in it. */
  readonly expectedChains?: readonly string[]
  /** Called with each entry, and its content when that matches the commitment, else `null`. */
  readonly onEntry?: (place: Place, content: unknown) => void
}

type Place = { readonly chain: string; readonly seq: number }

type Lines = AsyncIterable<ExportLine> | Iterable<ExportLine>

/**
 * Verifies exported logs: every entry is unchanged, none is missing, inserted or moved, the end is the signed one, no content was erased
 * without a record of it, and each sharing by an owner is based on a decision of the SVIP. It needs only the lines.
 */
export async function verifyLogs(lines: Lines, options: VerifyOptions = {}): Promise<Report> {
  const read: {
    readonly chain: ChainRead
    readonly envelope: Envelope | null
    readonly exportedAt: string
  }[] = []
  const problems: Problem[] = []
  const permissions = new Map<string, Permission>()
  const disclosures: Disclosure[] = []
  const erased = new Map<string, ErasedMoments>()
  const runs = createErasedRuns()
  let reader: ReturnType<typeof readChain> | null = null
  let exportedAt = ''
  let envelope: Envelope | null = null
  const wrong = (chain: string, what: string) => problems.push({ chain, seq: null, what })
  const leave = () => {
    reader?.cutOff()
    reader = null
    if (envelope) wrong(envelope.opening.party, 'the export is cut off: its signature is missing')
    envelope = null
  }

  for await (const line of lines) {
    if (line.type === 'export') {
      leave()
      envelope = openEnvelope(line)
      continue
    }
    if (line.type === 'signature') {
      reader?.cutOff()
      reader = null
      if (!envelope) wrong('unknown', 'a signature stands here without the opening of its export')
      for (const what of envelope?.close(line) ?? []) wrong(envelope?.opening.party ?? '', what)
      envelope = null
      continue
    }
    envelope?.add(line)
    if (line.type === 'chain') {
      reader?.cutOff()
      exportedAt = line.exportedAt
      reader = readChain(line, options.outsideSeals ?? [], problems)
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
      read.push({ chain: reader.end(line.entries), envelope, exportedAt })
      reader = null
    }
  }
  leave()
  const chains: ChainReport[] = []
  const unproven: Problem[] = []
  for (const { chain, envelope: around, exportedAt: said } of read) {
    const verdict = judge(chain, { signedAt: around?.signedAt ?? null, said: Date.parse(said) }, options)
    chains.push(verdict.report)
    problems.push(...verdict.problems)
    unproven.push(...verdict.unproven)
  }
  const present = new Set(chains.map(({ chain }) => chain))
  for (const chain of options.expectedChains ?? []) {
    if (!present.has(chain)) problems.push({ chain, seq: null, what: 'the whole log is missing' })
  }
  const agreement = compareLogs(present, permissions, disclosures, erased)
  return {
    ...agreement,
    chains,
    unproven,
    problems: [...problems, ...(options.alone ? [] : runs.problems()), ...agreement.problems],
  }
}

/** Compares erased contents with the records of erasing in the party's processing log. */
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
