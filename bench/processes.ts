import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopService } from '../tools/system.ts'

export type Running = { readonly pid: number; readonly url: string; stop(): Promise<void> }

type Start = {
  readonly name: string
  readonly arguments: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly url: string
  /** Folder for its output. */
  readonly logs: string
}

/** Kills the processes when the bench is interrupted. */
const started = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/**
 * Starts a contender in a separate process and waits until it gives any answer to GraphQL over HTTP.
 * @throws {Error} with the path of its output, when it ends or does not answer in time.
 */
export async function startProcess({ name, url, ...options }: Start): Promise<Running> {
  const file = `${options.logs}/${name.replaceAll(/\W+/g, '-')}.log`
  mkdirSync(dirname(file), { recursive: true })
  const log = createWriteStream(file, { flags: 'w' })
  const child: ChildProcess = spawn(process.execPath, options.arguments, {
    env: { ...process.env, NODE_ENV: 'production', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  child.once('exit', () => started.delete(child))
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  const stop = () => stopService(child)
  const deadline = Date.now() + 30_000
  while (!(await answers(url))) {
    if (child.exitCode === null && Date.now() < deadline) await sleep(100)
    else {
      await stop()
      throw new Error(`${name} does not run; its output is in ${file}`)
    }
  }
  return { pid: child.pid ?? 0, url, stop }
}

async function answers(url: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' }
    await fetch(url, { method: 'POST', headers, body: '{"query":"{__typename}"}' })
    return true
  } catch {
    return false
  }
}

let ticksPerSecond = 0

/** The CPU time of a process, with all its threads, in milliseconds (proc(5), `stat`). */
export function cpuMilliseconds(pid: number): number {
  ticksPerSecond ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** The peak memory of a process, in MB (proc(5), `VmHWM`). */
export function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)
}
