import { spawn } from 'node:child_process'
import { accessSync, constants, createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { type Browser, chromium } from 'playwright-core'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

const ADVICE = 'Install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of one.'

/** Switches off what Chromium does over the network by itself, so that no test depends on it. */
const ARGUMENTS = [
  // The sandbox of Chromium does not start as root or in most containers; the browser opens only our own pages.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless Chromium, and installs it first where possible. Rejects with advice otherwise. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), headless: true, args: ARGUMENTS })
}

/**
 * Resolves to the path of a Chromium: `CHROMIUM`, else Debian's, else Debian's after installing its package (as root, with apt-get).
 * Rejects with advice when none can be installed. An installation takes minutes, so the caller needs a long timeout.
 */
export async function ensureChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM
  if (chosen) {
    if (isExecutable(chosen)) return chosen
    throw new Error(`CHROMIUM is ${chosen}, but no program is there.`)
  }
  if (!isExecutable(DEBIAN_CHROMIUM)) await installChromium()
  if (isExecutable(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM
  throw new Error(`The package is there, but ${DEBIAN_CHROMIUM} is not. ${ADVICE}`)
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function installChromium(): Promise<void> {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    throw new Error(`The browser tests need Chromium, and it is not here. ${ADVICE}`)
  }
  // A private folder: another user could create a link at a log path that can be guessed.
  const log = join(mkdtempSync(join(tmpdir(), 'samenloop-chromium-')), 'install.log')
  process.stderr.write(`Installing Chromium for the browser tests; once, up to a few minutes (${log}) …\n`)
  await aptGet(['update'], log)
  await aptGet(['install', '--yes', '--no-install-recommends', 'chromium'], log)
  process.stderr.write('Chromium is installed.\n')
}

async function aptGet(command: readonly string[], log: string): Promise<void> {
  const output = createWriteStream(log, { flags: 'a' })
  // Waits for another apt-get instead of failing, because several test runs may install at the same time.
  const child = spawn('apt-get', ['--option', 'DPkg::Lock::Timeout=600', ...command], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  output.end()
  await finished(output)
  if (code !== 0) throw new Error(`apt-get ${command[0]} failed; see ${log}. ${ADVICE}`)
}
