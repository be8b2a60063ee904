import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { admissionSettings, gatewaySettings } from '../../gateway/settings.ts'
import { type Bench, startSystem } from '../bench.ts'
import type { Scenario, Started } from '../contract.ts'
import { askUnified } from './questions.ts'
import { ADDRESSES } from './unified.ts'

const ALONE = 'honest callers alone'
const BESIDE = 'beside hostile callers'

const DEFAULTS = admissionSettings(true, gatewaySettings.parse({})).perMinute

/** Limits as in production: the rate limits are one of the defences, and each honest caller stays below them. */
const LIMITS = {
  MAX_COST: '25000',
  RATE_LIMIT_CALLER: String(DEFAULTS.caller),
  RATE_LIMIT_ORGANISATION: String(DEFAULTS.organisation),
}

/** The effect of hostile callers on honest ones. */
export const hostile: Scenario = {
  name: 'hostile',
  title: 'the unified query by honest callers, alone and beside hostile ones',
  start,
}

async function start(bench: Bench): Promise<Started> {
  const system = await startSystem(bench, ADDRESSES, { environment: LIMITS })
  const one = { pid: system.pid('gateway'), url: system.url('gateway'), ask: askUnified(bench, ADDRESSES) }
  return {
    contestants: [
      { ...one, name: ALONE },
      { ...one, name: BESIDE, beside: () => startHostileCallers(bench, system.url('gateway')) },
    ],
    ours: ALONE,
    targets: [{ figure: 'p99', of: BESIDE, against: ALONE, atMost: 3 }],
    connections: 4,
    sameAnswers: true,
    notes: [
      'hostile: inputs of unknown names, deep, long and costly queries, large bodies, slow sockets, callers who disconnect',
    ],
    stop: system.stop,
  }
}

/** In a separate process, so that generating their load does not slow down the measurement. */
async function startHostileCallers(bench: Bench, url: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['bench/hostile-callers.ts'], {
    env: { ...process.env, TARGET: url, TOKENS: bench.hostileCallers.map(({ token }) => token).join(' ') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // The process prints this when each attack has had an answer.
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}
