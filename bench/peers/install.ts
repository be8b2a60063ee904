import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DIRECTORY = fileURLToPath(new URL('.', import.meta.url))
const MARK = `${DIRECTORY}node_modules/.samenloop-lock`

/** The program that starts Hive Gateway, and the configuration it takes. */
export const HIVE = {
  main: `${DIRECTORY}node_modules/@graphql-hive/gateway/dist/bin.js`,
  config: `${DIRECTORY}hive.config.mjs`,
} as const

/**
 * Installs the other gateways, apart from the packages of the project, when they are not those of their lockfile.
 * @param say told what goes on, and every few seconds that it still does.
 * @throws {Error} when they cannot be installed.
 */
export async function installPeers(say: (text: string) => void): Promise<void> {
  const wanted = createHash('sha256')
    .update(readFileSync(`${DIRECTORY}package-lock.json`))
    .digest('hex')
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return
  say('Installing the other gateways in bench/peers; this takes about a minute, the first time only …')
  const started = performance.now()
  const ticking = setInterval(
    () => say(`  installing, ${Math.round((performance.now() - started) / 1000)} seconds so far …`),
    10_000,
  )
  try {
    // Not `npm ci`, for the reason that tools/ensure-installed.mjs gives.
    const child = spawn('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: DIRECTORY,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (code !== 0)
      throw new Error('The other gateways could not be installed. Check the connection to the npm registry.')
  } finally {
    clearInterval(ticking)
  }
  writeFileSync(MARK, wanted)
}
