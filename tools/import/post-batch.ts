import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { RowResult } from '../../kernel/import.ts'

/** Why an import went no further; `message` says in Dutch what to do. Running it again is always safe. */
export type Stop = {
  readonly reason: 'FILE' | 'REFUSED' | 'UNREACHABLE' | 'INTERRUPTED'
  readonly message: string
}

export type Receiver = {
  /** Address of the process, `http://127.0.0.1:4003`. */
  readonly baseUrl: string
  /** Access token of the operator, or where to get one that is still valid. */
  readonly token: string | (() => Promise<string>)
  /** How long to wait before each new attempt when the process cannot be reached or is busy. */
  readonly retryAfterMs?: readonly number[] | undefined
  readonly signal?: AbortSignal | undefined
}

const RETRY_AFTER_MS = [250, 500, 1000, 2000, 4000]
const TIMEOUT_MS = 60_000

const answer = z.object({
  results: z.array(
    z.union([z.literal('loaded'), z.literal('unchanged'), z.object({ rejected: z.string() })]),
  ),
})
const refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })

/**
 * Sends one batch and gives the results in the order of its rows. A failure that may pass is tried again: the import is
 * idempotent, so a batch that did arrive after all does no harm. A refusal (4xx) is not: it would be refused again.
 */
export async function postBatch(
  kind: string,
  body: string,
  rows: number,
  receiver: Receiver,
): Promise<RowResult[] | Stop> {
  const waits = receiver.retryAfterMs ?? RETRY_AFTER_MS
  for (let attempt = 0; ; attempt++) {
    const outcome = await attemptBatch(kind, body, rows, receiver)
    const wait = waits[attempt]
    if (!('passing' in outcome)) return outcome
    if (wait === undefined) return unreachable(receiver.baseUrl, outcome.passing)
    if (!(await pause(wait, receiver.signal))) return INTERRUPTED
  }
}

export const INTERRUPTED: Stop = { reason: 'INTERRUPTED', message: 'Het importeren is onderbroken.' }

async function attemptBatch(
  kind: string,
  body: string,
  rows: number,
  { baseUrl, token }: Receiver,
): Promise<RowResult[] | Stop | { readonly passing: string }> {
  let status: number
  let text: string
  try {
    const response = await fetch(`${baseUrl}/import/${kind}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${typeof token === 'string' ? token : await token()}`,
      },
      body,
      // A token is not to follow wherever an answer points.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    status = response.status
    text = await response.text()
  } catch (error) {
    return { passing: networkFault(error) }
  }
  if (status >= 500 || status === 408 || status === 429) return { passing: `antwoord ${status}` }
  if (status !== 200)
    return {
      reason: 'REFUSED',
      message: messageOf(text) ?? `Het importeren is geweigerd (antwoord ${status}).`,
    }
  const parsed = answer.safeParse(readJson(text))
  if (parsed.success && parsed.data.results.length === rows) return parsed.data.results
  return {
    reason: 'REFUSED',
    message: `Op ${baseUrl} antwoordt iets anders dan Samenloop. Controleer het adres.`,
  }
}

const unreachable = (baseUrl: string, fault: string): Stop => ({
  reason: 'UNREACHABLE',
  message: `Het proces op ${baseUrl} kan de rijen niet aannemen (${fault}). Controleer of het draait en probeer het opnieuw.`,
})

/** What went wrong on the way, in as few words as a person at a desk needs: `ECONNREFUSED`. */
function networkFault(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } }
  if (name === 'TimeoutError') return `geen antwoord binnen ${TIMEOUT_MS / 1000} seconden`
  return cause?.code ?? message ?? String(error)
}

function messageOf(text: string): string | null {
  const parsed = refusal.safeParse(readJson(text))
  return parsed.success ? parsed.data.errors.map(({ message }) => message).join(' ') : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** False when it was interrupted. */
async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, signal ? { signal } : {})
    return true
  } catch {
    return false
  }
}
