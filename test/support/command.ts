import { spawn } from 'node:child_process'
import { type Layout, SERVICE_NAMES } from '../../tools/system.ts'
import { testLayout } from './system.ts'

/** Less than the time limit of a test. */
const HANGS_AFTER_MS = 240_000

type Outcome = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs a command of `tools/` against the shared system. */
export const runCommand = (command: string, ...args: readonly string[]): Promise<Outcome> =>
  runCommandAt(testLayout(), command, ...args)

/** The same against the system of a layout. */
export function runCommandAt(
  { ports, directory }: Layout,
  command: string,
  ...args: readonly string[]
): Promise<Outcome> {
  const environment = Object.fromEntries(
    SERVICE_NAMES.map((name) => [`${name.toUpperCase()}_PORT`, String(ports[name])]),
  )
  const child = spawn(process.execPath, [`tools/${command}.ts`, ...args], {
    env: { ...process.env, ...environment, NODE_OPTIONS: '', DATA_DIR: directory },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  // The command ends before the test does, so that the test shows its output so far.
  const timer = setTimeout(() => {
    err += `\n${command} did not end within ${HANGS_AFTER_MS / 1000} seconds`
    child.kill('SIGKILL')
  }, HANGS_AFTER_MS)
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, out, err })
    }),
  )
}
