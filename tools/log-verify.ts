import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Seal } from '../kernel/log/chain.ts'
import type { ExportLine } from '../kernel/log/export.ts'
import { type Report, verifyLogs } from '../kernel/log/verify.ts'
import { linesOfFiles, linesOfParty } from './log-lines.ts'
import { defaultLayout, ensureRunning, type RunningSystem } from './system.ts'

const HELP = `Verifies the logs: that no entry was changed, removed, inserted or moved, that the end is as it was
signed, that no content was erased without a record of it, and that every sharing by an agency rests on a
decision of the SVIP.

  npm run log:verify                     the logs of the system, running or not
  npm run log:verify -- FILE...          exported logs, without the system
  npm run log:verify -- --export FILE    also writes what was verified to a file

  --seals DIR      seals kept outside the databases (default: .data/seals, when it is there)
  --trust HASH     fingerprint of a key that is trusted; may be repeated

Ends with 0 when everything is right, 1 when something is not, 2 when it could not look.`

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
  const outsideSeals = readSeals(
    values.seals ?? `${defaultLayout().directory}/seals`,
    values.seals !== undefined,
  )
  const options = { outsideSeals, ...(values.trust ? { trustedFingerprints: values.trust } : {}) }
  if (positionals.length > 0) {
    // Files may hold the log of one party; only seals that were given for them say that more must be there.
    const expectedChains =
      values.seals === undefined ? [] : [...new Set(outsideSeals.map(({ chain }) => chain))]
    return show(await verifyLogs(linesOfFiles(positionals), { ...options, expectedChains }))
  }

  const system = await ensureRunning(['svip', 'img', 'ncg'])
  try {
    const lines = linesOfSystem(system)
    const expectedChains = [
      ...PARTIES.flatMap((party) => [`${party}/access`, `${party}/processing`]),
      'svip/decisions',
    ]
    return show(
      await verifyLogs(values.export ? tee(lines, values.export) : lines, { ...options, expectedChains }),
    )
  } finally {
    await system.stop()
  }
}

/** The agencies first: what they shared was decided before, so the decision is in the SVIP's log when that is read later. */
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

function show({ chains, problems, unusedGrants, uncheckable }: Report): number {
  for (const { chain, entries, erased, seals, keyFingerprint } of chains) {
    console.log(
      `${chain.padEnd(16)} ${String(entries).padStart(9)} entries, ${seals} seals, ${erased} erased, key ${keyFingerprint}`,
    )
  }
  if (unusedGrants > 0)
    console.log(
      `${unusedGrants} permissions were given that no agency used (it was away, or the question was cut off).`,
    )
  if (uncheckable > 0)
    console.log(
      `${uncheckable} sharings and grants cannot be held against each other any more: the other half was erased after its term.`,
    )
  for (const { chain, seq, what } of problems)
    console.log(`✗ ${chain}${seq === null ? '' : ` entry ${seq}`}: ${what}`)
  if (chains.length === 0) {
    console.log('✗ there is no log in it')
    return 1
  }
  console.log(
    problems.length === 0 ? '✓ The logs are complete and unchanged.' : `✗ ${problems.length} problems found.`,
  )
  return problems.length === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
