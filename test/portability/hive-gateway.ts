import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { HIVE } from '../../bench/peers/install.ts'
import { baseUrl, type Layout, stopService } from '../../tools/system.ts'

const SUPERGRAPH = fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url))
const READY_WITHIN_MS = 300_000

/**
 * Starts Hive Gateway with its native query planner on the supergraph of this project, instead of our gateway.
 * @throws {Error} when it exits or does not answer in time; it is stopped then.
 */
export async function startHiveGateway({ ports, directory }: Layout): Promise<ChildProcess> {
  const subgraphs = Object.fromEntries(
    (['svip', 'img', 'ncg'] as const).map((name) => [name, `${baseUrl(ports, name)}/graphql`]),
  )
  mkdirSync(`${directory}/logs`, { recursive: true })
  const log = `${directory}/logs/hive-gateway.log`
  const child = spawn(
    process.execPath,
    [
      HIVE.main,
      'supergraph',
      SUPERGRAPH,
      '--hive-router-runtime',
      '--config-path',
      HIVE.config,
      '--host',
      '127.0.0.1',
      '--port',
      String(ports.gateway),
    ],
    {
      env: { ...process.env, SUBGRAPHS: JSON.stringify(subgraphs), LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  // It would keep running when the test run is interrupted.
  process.once('exit', () => child.kill())
  const output = createWriteStream(log)
  child.stdout?.pipe(output, { end: false })
  child.stderr?.pipe(output, { end: false })
  const tooLong = AbortSignal.timeout(READY_WITHIN_MS)
  while (!(await answers(`${baseUrl(ports, 'gateway')}/graphql`))) {
    if (child.exitCode !== null || tooLong.aborted) {
      await stopService(child)
      throw new Error(`Hive Gateway does not run; what it said is in ${log}`)
    }
    await sleep(100)
  }
  return child
}

async function answers(url: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body: '{"query":"{__typename}"}' })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
