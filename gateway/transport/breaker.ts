import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  Event,
  handleWhen,
  TaskCancelledError,
} from 'cockatiel'
import { CallFailure } from './failure.ts'

/** Failures in a row after which a subgraph is left alone. */
const OPENS_AFTER = 5
/** How long it is left alone before one call may try. */
const TRIES_AFTER_MS = 1000
/** How long others wait for that one. */
const WAITS_FOR_TRIAL_MS = 250

export type BreakerState = 'closed' | 'open' | 'half-open'

const NAMES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
}

/** A call that may be held back: on behalf of whom, and whether its failing to connect was waited for. */
export type Guarded = { readonly caller: string; readonly persists: boolean }

export type Breaker = {
  /**
   * Carries out a call; the one that tries whether the subgraph is back is told so.
   * @throws {CallFailure} `open` when the subgraph failed before and is left alone for a moment.
   */
  run<T>(guarded: Guarded, call: (isTrial: boolean) => Promise<T>): Promise<T>
  readonly state: BreakerState
}

/**
 * Leaves a subgraph alone when it keeps failing, so that nobody waits for what will not come. Only what its host or connection
 * does counts: a call that could not connect for as long as was tried, no answer in time, an HTTP error that is no GraphQL. Of
 * one caller the last two count once until something succeeds, so that no question of one caller takes a subgraph from others.
 */
export function createBreaker(onChange: (state: BreakerState) => void): Breaker {
  const failedFor = new Set<string>()
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof Counted),
    {
      halfOpenAfter: TRIES_AFTER_MS,
      breaker: new ConsecutiveBreaker(OPENS_AFTER),
    },
  )
  policy.onStateChange((state) => onChange(NAMES[state]))

  function counts({ kind }: CallFailure, { caller, persists }: Guarded): boolean {
    // A trial succeeds when the subgraph answers, whatever it says.
    if (policy.state === CircuitState.HalfOpen) return kind !== 'answer'
    if (kind === 'refused') return persists
    if (kind !== 'timeout' && kind !== 'status') return false
    const isFirst = !failedFor.has(caller)
    failedFor.add(caller)
    return isFirst
  }

  return {
    get state() {
      return NAMES[policy.state]
    },
    async run(guarded, call) {
      if (policy.state === CircuitState.HalfOpen) await trialEnds(policy.onStateChange)
      if (policy.state === CircuitState.HalfOpen) throw leftAlone()
      try {
        const result = await policy.execute(async () => {
          try {
            return await call(policy.state === CircuitState.HalfOpen)
          } catch (error) {
            throw error instanceof CallFailure && counts(error, guarded) ? new Counted(error) : error
          }
        })
        failedFor.clear()
        return result
      } catch (error) {
        if (error instanceof Counted) throw error.failure
        throw error instanceof BrokenCircuitError ? leftAlone() : error
      }
    },
  }
}

/** A failure that speaks against the subgraph. */
class Counted extends Error {
  readonly failure: CallFailure

  constructor(failure: CallFailure) {
    super(failure.message)
    this.failure = failure
  }
}

const leftAlone = () => new CallFailure('open', 'it failed before')

async function trialEnds(onStateChange: Event<CircuitState>): Promise<void> {
  try {
    await Event.toPromise(onStateChange, AbortSignal.timeout(WAITS_FOR_TRIAL_MS))
  } catch (error) {
    if (!(error instanceof TaskCancelledError)) throw error
  }
}
