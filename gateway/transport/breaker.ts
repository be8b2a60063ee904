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

/** Consecutive failures after which the breaker opens. */
const OPENS_AFTER = 5
/** How long the breaker stays open before it lets one trial call through. */
const TRIES_AFTER_MS = 1000
/** How long other calls wait for the trial call. */
const WAITS_FOR_TRIAL_MS = 250

export type BreakerState = 'closed' | 'open' | 'half-open'

const NAMES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
}

/** A call behind the breaker: its caller, and whether it retried connecting before it failed. */
export type Guarded = { readonly caller: string; readonly persists: boolean }

export type Breaker = {
  /**
   * Runs a call; `isTrial` is true for the call that tests whether the subgraph is back.
   * @throws {CallFailure} `open` while the breaker is open.
   */
  run<T>(guarded: Guarded, call: (isTrial: boolean) => Promise<T>): Promise<T>
  readonly state: BreakerState
}

/**
 * A circuit breaker: while a subgraph keeps failing, calls fail at once. Only failures of the host or the connection count: a call that
 * could not connect after all retries, a timeout, an HTTP error without a GraphQL body. The last two count once per caller until a call
 * succeeds, so that one caller's queries cannot open the breaker for everyone.
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
    // A trial succeeds when the subgraph answers, whatever the answer is.
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

/** A failure that counts towards opening the breaker. */
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
