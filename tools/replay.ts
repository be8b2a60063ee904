import { parseArgs } from 'node:util'
import { isUuid } from '../kernel/uuid.ts'
import { type Difference, replay } from '../subgraphs/svip/decisions/replay.ts'
import { ENDED, eachDecision, oneDecision, readPeriod, type Source } from './decision-source.ts'
import { describeDecision } from './describe-decision.ts'

const HELP = `Takes past decisions again, from the facts and the version of the policy that are on record, and says whether they come out
the same. Names no employee and no address.

  npm run --silent replay -- ID                                    shows one decision in full, and takes it again
  npm run --silent replay -- --from 2026-11-01 --until 2026-11-22  all decisions of these days (both included, days in the
                                                                   Netherlands); without either, all there are

  --file FILE      a log exported with log:verify --export, instead of the system; may be repeated

Reading the log of the system is on record there. Ends with 0 when everything comes out the same, 1 when something does not,
2 when it could not look, or not at everything.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      from: { type: 'string' },
      until: { type: 'string' },
      file: { type: 'string', multiple: true },
    },
  })
  if (values.help) {
    console.log(HELP)
    return ENDED.SAME
  }
  const source = { files: values.file ?? [] }
  const period = readPeriod(values.from, values.until)
  const [id, ...rest] = positionals
  if (id === undefined) return await replayMany(source, period)
  if (rest.length > 0) throw new Error('Give one decision, or a period.')
  if (values.from !== undefined || values.until !== undefined)
    throw new Error('Give a decision or a period, not both.')
  if (!isUuid(id)) throw new Error(`${id} is no id of a decision: that is what \`decisionId\` gives.`)
  return await replayOne(source, id.toLowerCase())
}

async function replayOne(source: Source, id: string): Promise<number> {
  const { found, intact } = await oneDecision(source, id)
  if (!found && !intact)
    throw new Error('What is on record is not what was committed to: it is not believed.')
  if (!found)
    throw new Error(`There is no decision ${id} on record, or its content was erased after its term.`)
  const differences = replay(found.decision)
  console.log(describeDecision(found.decision, found.seq))
  console.log('')
  for (const difference of differences) console.log(`✗ ${describe(difference)}`)
  console.log(
    differences.length === 0
      ? '✓ Taken again from what is on record, it comes out the same.'
      : '✗ Taken again from what is on record, it comes out differently.',
  )
  if (source.files.length === 0)
    console.log(
      '  The entry holds what it committed to; that the whole log is unchanged, `npm run log:verify` says.',
    )
  return differences.length > 0 ? ENDED.DIFFERENT : intact ? ENDED.SAME : ENDED.COULD_NOT_LOOK
}

async function replayMany(source: Source, period: ReturnType<typeof readPeriod>): Promise<number> {
  let same = 0
  // Printed once the log is verified, and not in between the progress.
  const different: string[] = []
  const intact = await eachDecision(source, period, (decision) => {
    const differences = replay(decision)
    if (differences.length === 0) same += 1
    else different.push(`✗ ${decision.id}  ${differences.map(describe).join('; ')}`)
  })
  for (const line of different) console.log(line)
  console.log(
    `${same + different.length} decisions taken again: ${same} the same, ${different.length} different.`,
  )
  if (different.length > 0) return ENDED.DIFFERENT
  if (!intact) console.log('✗ Not everything on record could be looked at.')
  return intact ? ENDED.SAME : ENDED.COULD_NOT_LOOK
}

const describe = ({ part, before, after }: Difference): string =>
  `${part}: ${JSON.stringify(before) ?? 'nothing'} then, ${JSON.stringify(after) ?? 'nothing'} now`

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = ENDED.COULD_NOT_LOOK
}
