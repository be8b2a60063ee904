import { spawn } from 'node:child_process'
import { type Layout, SERVICE_NAMES } from '../../tools/system.ts'

/** Runs a command of `tools/` as people type it, against the system of a layout. */
export function runTool(
  { ports, directory }: Layout,
  command: string,
  ...args: readonly string[]
): Promise<{ code: number | null; out: string; err: string }> {
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
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}
