import type { ExportLine } from '../../../kernel/records/log/export.ts'
import type { ChainReport } from '../../../kernel/records/log/proof.ts'
import type { Problem } from '../../../kernel/records/log/read-chain.ts'
import { readEntry } from '../../../kernel/records/log/read-chain.ts'
import { verifyLogs } from '../../../kernel/records/log/verify.ts'
import { dayOf } from '../policy/calendar.ts'
import { DECISION_CHAIN, type DecisionOnRecord, readDecision } from './decision-log.ts'

/** Calendar days in the Netherlands, both included; `null`: no bound. */
export type Period = { readonly from: string | null; readonly until: string | null }

export type LogReading = {
  /** Of the whole chain; `null` when it is missing or cut off. */
  readonly chain: ChainReport | null
  /** Faults of the log, and unreadable entries. A changed content is never passed on as a decision. */
  readonly problems: readonly Problem[]
}

type Lines = AsyncIterable<ExportLine> | Iterable<ExportLine>

/** Verifies the decision chain in an export while it calls back with each decision of the period, oldest first. */
export async function readDecisions(
  lines: Lines,
  period: Period,
  visit: (decision: DecisionOnRecord, seq: number) => void,
  onEntry: (seq: number, last: number) => void = () => {},
): Promise<LogReading> {
  const unreadable: Problem[] = []
  let last = 0
  const { chains, problems } = await verifyLogs(
    onlyDecisions(lines, (head) => {
      last = head
    }),
    {
      alone: true,
      expectedChains: [DECISION_CHAIN],
      onEntry({ chain, seq }, content) {
        onEntry(seq, last)
        if (content === null) return
        const decision = readDecision(content)
        if (decision === null) unreadable.push({ chain, seq, what: 'this is no decision that can be read' })
        else if (isWithin(period, decision.decidedAt)) visit(decision, seq)
      },
    },
  )
  return { chain: chains[0] ?? null, problems: [...problems, ...unreadable] }
}

/** Reads a part of the chain: each entry is verified against its own commitment, not against its neighbours. */
export async function readSomeDecisions(
  lines: Lines,
  visit: (decision: DecisionOnRecord, seq: number) => void,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for await (const line of onlyDecisions(lines)) {
    if (line.type !== 'entry') continue
    const { content, faults } = readEntry(DECISION_CHAIN, line)
    const decision = faults.length === 0 ? readDecision(content) : null
    const wrong = faults.length > 0 ? faults : decision ? [] : ['this is no decision that can be read']
    problems.push(...wrong.map((what) => ({ chain: DECISION_CHAIN, seq: line.seq, what })))
    if (decision) visit(decision, line.seq)
  }
  return problems
}

/** An export may have the chains of every party; only the lines between the header and the end of ours count. */
async function* onlyDecisions(
  lines: Lines,
  onHead: (seq: number) => void = () => {},
): AsyncGenerator<ExportLine> {
  let inside = false
  for await (const line of lines) {
    if (line.type === 'chain') {
      inside = line.chain === DECISION_CHAIN
      if (inside) onHead(line.head.seq)
    }
    if (inside) yield line
    if (line.type === 'end') inside = false
  }
}

function isWithin({ from, until }: Period, instant: string): boolean {
  if (from === null && until === null) return true
  const day = dayOf(instant)
  return day !== null && (from === null || from <= day) && (until === null || day <= until)
}
