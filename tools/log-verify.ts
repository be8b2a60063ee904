import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Seal } from '../kernel/records/log/chain.ts'
import type { ExportLine } from '../kernel/records/log/export.ts'
import type { ChainReport } from '../kernel/records/log/proof.ts'
import type { Problem } from '../kernel/records/log/read-chain.ts'
import { type Report, verifyLogs } from '../kernel/records/log/verify.ts'
import { linesOfFiles, linesOfParty } from './log-lines.ts'
import { withProgress } from './log-progress.ts'
import { defaultLayout, ensureRunning, type RunningSystem } from './system.ts'
import { readPins } from './trusted-keys.ts'

const HELP = `Verifies the logs: that no entry was changed, removed, inserted or moved, that the end is as it was
signed, that no content was erased without a record of it, and that every sharing by an agency rests on a
decision of the SVIP.

  npm run log:verify                     the logs of the system, running or not
  npm run log:verify -- FILE...          exported logs, without the system
  npm run log:verify -- --export FILE    also writes what was verified to a file

  --seals DIR         seals kept outside the databases (default: .data/seals, when it is there)
  --trust PARTY=HASH  fingerprint of the key of img, ncg or svip; may be repeated; without PARTY that of any of
                      them (default: those that npm start pinned in .data/trusted-keys.json, when it is there)

Ends with 0 when everything is right, 1 when something is not, 2 when it could not look, 3 when nothing is
wrong but it is not proven either: nothing outside the logs shows whose key signed them, or where they end.`

const ENDED = { RIGHT: 0, WRONG: 1, COULD_NOT_LOOK: 2, NOT_PROVEN: 3 } as const

const PARTIES = ['img', 'ncg', 'svip'] as const

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      export: { type: 'string' },
      seals: { type: 'string' },
      trust: { type: 'string', multiple: true },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const { directory } = defaultLayout()
  const outsideSeals = readSeals(values.seals ?? `${directory}/seals`, values.seals !== undefined)
  const trustedFingerprints = values.trust ?? readPins(directory)
  const options = { outsideSeals, ...(trustedFingerprints ? { trustedFingerprints } : {}) }
  if (positionals.length > 0) {
    // Files may have the log of one party only; seals that are given with them show which entries must be present.
    const expectedChains =
      values.seals === undefined ? [] : [...new Set(outsideSeals.map(({ chain }) => chain))]
    const sealsAreKept = outsideSeals.length > 0
    return show(
      await verifyLogs(withProgress(linesOfFiles(positionals)), { ...options, sealsAreKept, expectedChains }),
    )
  }

  const system = await ensureRunning(['svip', 'img', 'ncg'])
  try {
    const lines = withProgress(linesOfSystem(system))
    // The seals were read before, so the logs must include all of them.
    const live = { ...options, sealsAreKept: true, askedAt: Date.now() }
    const expectedChains = [
      ...PARTIES.flatMap((party) => [`${party}/access`, `${party}/processing`]),
      'svip/decisions',
    ]
    return show(
      await verifyLogs(values.export ? tee(lines, values.export) : lines, { ...live, expectedChains }),
    )
  } finally {
    await system.stop()
  }
}

/** Reads the agencies first: a sharing follows its decision, which is then in the SVIP's log when that is read later. */
async function* linesOfSystem(system: RunningSystem): AsyncGenerator<ExportLine> {
  for (const party of PARTIES) yield* linesOfParty(system, party)
}

async function* tee(lines: AsyncIterable<ExportLine>, file: string): AsyncGenerator<ExportLine> {
  const { open } = await import('node:fs/promises')
  const handle = await open(file, 'w', 0o600)
  try {
    for await (const line of lines) {
      await handle.write(`${JSON.stringify(line)}\n`)
      yield line
    }
  } finally {
    await handle.close()
  }
}

function readSeals(directory: string, asked: boolean): readonly Seal[] {
  if (!existsSync(directory)) {
    if (asked) throw new Error(`There is no folder ${directory}.`)
    return []
  }
  return readdirSync(directory)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(`${directory}/${name}`, 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as Seal)
}

function show({ chains, problems, unproven, unusedGrants, uncheckable, partlyCompared }: Report): number {
  for (const chain of chains) console.log(describe(chain))
  if (unusedGrants > 0)
    console.log(
      `${unusedGrants} permissions were given that no agency used (it was away, or the question was cut off).`,
    )
  if (uncheckable > 0)
    console.log(
      `${uncheckable} sharings and grants cannot be held against each other any more: the other half was erased after its term.`,
    )
  if (partlyCompared > 0)
    console.log(
      `${partlyCompared} sharings are compared with their decision only in part: one of the two was recorded by a version that did not name the rest.`,
    )
  for (const problem of problems) console.log(`✗ ${placeOf(problem)}: ${problem.what}`)
  for (const doubt of unproven) console.log(`? ${placeOf(doubt)}: ${doubt.what}`)
  if (chains.length === 0) {
    console.log('✗ there is no log in it')
    return ENDED.WRONG
  }
  if (problems.length > 0) {
    console.log(`✗ ${problems.length} problems found.`)
    return ENDED.WRONG
  }
  if (unproven.length > 0) {
    console.log('? Not proven: nothing wrong was found, but the lines with ? say what nothing shows.')
    return ENDED.NOT_PROVEN
  }
  console.log('✓ The logs are complete and unchanged.')
  return ENDED.RIGHT
}

function describe(chain: ChainReport): string {
  const { entries, seals, outsideSeals, laterSeals, erased, keyFingerprint, isKeyTrusted, signedAt } = chain
  const outside = `${outsideSeals} outside${laterSeals > 0 ? `, ${laterSeals} later` : ''}`
  const key = `key ${keyFingerprint}${isKeyTrusted ? ' (trusted)' : ''}`
  const moment = signedAt === null ? 'moment not signed' : `as of ${new Date(signedAt).toISOString()}`
  return `${chain.chain.padEnd(16)} ${String(entries).padStart(9)} entries, ${seals} seals (${outside}), ${erased} erased, ${key}, ${moment}`
}

const placeOf = ({ chain, seq }: Problem): string => (seq === null ? chain : `${chain} entry ${seq}`)

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = ENDED.COULD_NOT_LOOK
}
