import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Bench, startSystem } from '../bench.ts'
import type { Scenario, Started } from '../contract.ts'
import { askUnified } from './questions.ts'
import { ADDRESSES } from './unified.ts'

const ALONE = 'honest callers alone'
const BESIDE = 'beside hostile callers'

/** Limits as in production: the rates are one of the defences, and no honest caller comes near them. */
const LIMITS = { MAX_COST: '25000', RATE_LIMIT_CALLER: '1200', RATE_LIMIT_ORGANISATION: '60000' }

/** What hostile callers cost honest ones. */
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
      'hostile: inputs of unknown names, deep, long and costly questions, large bodies, slow sockets, callers who leave',
    ],
    stop: system.stop,
  }
}

/** In a process of their own: making their load must not slow down who measures. */
async function startHostileCallers(bench: Bench, url: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['bench/hostile-callers.ts'], {
    env: { ...process.env, TARGET: url, TOKENS: bench.hostileCallers.map(({ token }) => token).join(' ') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // It says so when each of them has had an answer.
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}
