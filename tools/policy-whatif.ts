import { openSync, readFileSync, writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { DecisionOnRecord } from '../subgraphs/svip/decisions/decision-log.ts'
import { createSummary, type Trial, tryOut } from '../subgraphs/svip/decisions/what-if.ts'
import { policyJson, readDraft } from '../subgraphs/svip/policy/draft.ts'
import type { PolicyVersion } from '../subgraphs/svip/policy/policy.ts'
import { POLICY_VERSIONS, policyById } from '../subgraphs/svip/policy/versions/index.ts'
import { ENDED, eachDecision, readPeriod } from './decision-source.ts'
import { CSV_HEADER, changes, describeSummary, trialLine } from './describe-what-if.ts'

const HELP = `Tries a changed policy out on past decisions before it takes force: how many would change, and which. The draft is
judged as if it had been in force at the moment of each decision. Changes nothing, and names no employee and no address.

  npm run --silent policy:whatif -- --print twg-2023 > draft.json    a version to start a draft from
  npm run --silent policy:whatif -- --policy draft.json              all decisions on record

  --from DAY, --until DAY  only decisions of these days (both included, days in the Netherlands)
  --file FILE              a log exported with log:verify --export, instead of the system; may be repeated
  --list                   also the id of each decision that would change
  --csv FILE               writes each decision that would change to a file

The form of a draft and the words in this summary: docs/policy-changes.md. Ends with 0 when nothing would change, 1 when something
would, 2 when it could not look, or not at everything.`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      print: { type: 'string' },
      policy: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      file: { type: 'string', multiple: true },
      list: { type: 'boolean' },
      csv: { type: 'string' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return ENDED.SAME
  }
  if (values.print !== undefined) return print(values.print)
  if (values.policy === undefined)
    throw new Error('Give the draft with --policy, or start one with --print. --help explains.')
  const period = readPeriod(values.from, values.until)
  const draft = loadDraft(values.policy)
  const csv = values.csv === undefined ? null : openCsv(values.csv)
  const summary = createSummary()
  // Printed once the log is verified, and not in between the progress.
  const list: string[] = []
  const intact = await eachDecision({ files: values.file ?? [] }, period, (decision) => {
    const trial = tryOut(decision, draft)
    summary.add(decision, trial)
    if (trial.effect === 'SAME' || trial.effect === 'UNKNOWN') return
    if (values.list) list.push(`${decision.id}  ${trial.effect}`)
    csv?.(decision, trial)
  })
  for (const line of list) console.log(line)
  console.log(describeSummary(summary, draft))
  if (!intact) console.log('✗ Not everything on record could be looked at.')
  const totals = summary.totals()
  if (!intact || totals.UNKNOWN > 0) return ENDED.COULD_NOT_LOOK
  return changes(totals) > 0 ? ENDED.DIFFERENT : ENDED.SAME
}

function print(id: string): number {
  const policy = policyById(id)
  if (!policy)
    throw new Error(
      `There is no version ${id}. Choose from: ${POLICY_VERSIONS.map((each) => each.id).join(', ')}.`,
    )
  process.stdout.write(policyJson(policy))
  return ENDED.SAME
}

function loadDraft(file: string): PolicyVersion {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new Error(`${file} cannot be read.`)
  }
  const reading = readDraft(text)
  if (!reading.ok)
    throw new Error(
      `${file} is no policy that can be applied:\n${reading.faults.map((fault) => `  - ${fault}`).join('\n')}`,
    )
  return reading.draft
}

/** Opened before the log is read, so that an unwritable file fails at once and not after an hour. */
function openCsv(file: string): (decision: DecisionOnRecord, trial: Trial) => void {
  let handle: number
  try {
    handle = openSync(file, 'w', 0o600)
  } catch {
    throw new Error(`${file} cannot be written.`)
  }
  writeSync(handle, CSV_HEADER)
  return (decision, trial) => writeSync(handle, trialLine(decision, trial))
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = ENDED.COULD_NOT_LOOK
}
