import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import { traceparent } from '../../kernel/trace.ts'
import type { GatewayContext } from '../context.ts'
import { createBreaker } from './breaker.ts'
import { CallFailure, toFailure } from './failure.ts'
import type { CallObserver } from './observer.ts'

export type TransportOptions = {
  readonly url: string
  /** The timeout of a whole call, from the first try to the last byte, including retries. */
  readonly timeoutMs: number
  /** How long a query is retried while the subgraph does not listen. */
  readonly retryMs: number
  /** A larger answer is a failure. */
  readonly maxAnswerBytes: number
  readonly observer: CallObserver
}

/** The connection to one subgraph. */
export type Transport = {
  /**
   * Sends a body with the caller's own token, purpose and trace: the gateway has no rights of its own. Resolves to the text of the answer.
   * @throws {CallFailure} within the timeout, without any text of the subgraph's answer.
   */
  ask(body: string, context: GatewayContext): Promise<string>
  /** Waits for calls in flight, then closes the connections. */
  close(): Promise<void>
}

type Asked = {
  readonly body: string
  readonly context: GatewayContext
  readonly isQuery: boolean
  /** The `traceparent` header of this call. */
  readonly parent: string
}

/** The maximum of concurrent calls, each on its own connection; further calls queue, within their timeout. */
const CONNECTIONS = 64
const FIRST_PAUSE_MS = 50
const MAX_PAUSE_MS = 400
/** How often a query is resent that the subgraph may have read: a connection can close just when it is written to. */
const MAX_RESENT = 2

/** The planner prints the kind of an operation first. Only a query may be retried or abandoned. */
const QUERY = /^\{"query":"(?:\{|query\b)/
const JSON_TYPE = /^application\/(?:graphql-response\+)?json\b/

/** Creates the transport to a subgraph: keep-alive connections, bounded in time and size, behind a circuit breaker. */
export function createTransport(options: TransportOptions): Transport {
  const { timeoutMs, retryMs, observer } = options
  const { origin, pathname, search } = new URL(options.url)
  const path = pathname + search
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    // Shorter than the keep-alive of the subgraphs, so that we never write to a socket that is being closed.
    keepAliveTimeout: 30_000,
    connect: { timeout: Math.min(timeoutMs, 2000) },
    // The whole call has one timer, below.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: options.maxAnswerBytes,
  })
  const breaker = createBreaker(observer.breakerChanged)

  async function send({ body, context, parent }: Asked, signal: AbortSignal): Promise<string> {
    const { authorization, purpose } = context
    const response = await pool.request({
      path,
      method: 'POST',
      signal,
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization,
        traceparent: parent,
        ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
      },
    })
    const type = response.headers['content-type']
    if (typeof type === 'string' && JSON_TYPE.test(type)) return await response.body.text()
    // The body is not read, so a failure of it does not matter.
    response.body.on('error', () => {}).destroy()
    throw new CallFailure(response.statusCode >= 500 ? 'status' : 'answer', `HTTP ${response.statusCode}`)
  }

  async function persist(
    sendOnce: () => Promise<string>,
    retries: boolean,
    signal: AbortSignal,
  ): Promise<string> {
    const until = performance.now() + retryMs
    let resent = 0
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
      try {
        return await sendOnce()
      } catch (error) {
        if (signal.aborted) throw toFailure(signal.reason)
        const failure = toFailure(error)
        const again =
          failure.kind === 'refused' ? performance.now() + pause < until : failure.kind === 'broken'
        if (!retries || !again || (failure.kind === 'broken' && ++resent > MAX_RESENT)) throw failure
        observer.retried()
        await sleep(pause, undefined, { signal }).catch(() => {
          throw toFailure(signal.reason)
        })
      }
    }
  }

  async function carryOut(asked: Asked, isTrial: boolean): Promise<string> {
    const stop = new AbortController()
    const timer = setTimeout(
      () => stop.abort(new CallFailure('timeout', `no answer in ${timeoutMs} ms`)),
      timeoutMs,
    )
    // A mutation runs to its end, also when the client disconnects; a trial call does, because other callers wait for it.
    const gone = asked.isQuery && !isTrial ? asked.context.gone : null
    const leave = () => stop.abort(new CallFailure('abandoned', 'the client went away'))
    gone?.addEventListener('abort', leave)
    try {
      const sendOnce = () => send(asked, stop.signal)
      return await persist(sendOnce, asked.isQuery && !isTrial, stop.signal)
    } finally {
      clearTimeout(timer)
      gone?.removeEventListener('abort', leave)
    }
  }

  return {
    async ask(body, context) {
      const isQuery = QUERY.test(body)
      if (isQuery && context.gone.aborted) throw new CallFailure('abandoned', 'the client went away')
      const call = observer.begin(context.trace)
      const asked = { body, context, isQuery, parent: traceparent(call.trace) }
      try {
        const guarded = { caller: context.caller.subject, persists: isQuery }
        const text = await breaker.run(guarded, (isTrial) => carryOut(asked, isTrial))
        call.end('ok')
        return text
      } catch (error) {
        call.end(toFailure(error).kind)
        throw error
      }
    },
    close: () => pool.close(),
  }
}
