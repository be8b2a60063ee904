import cluster from 'node:cluster'
import type { FastifyReply } from 'fastify'
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../kernel/errors.ts'
import type { Caller } from '../kernel/vocabulary.ts'

export type LimitedBy = 'caller' | 'organisation' | 'unknown'

export type RateLimitOptions = {
  readonly perMinute: Readonly<Record<LimitedBy, number>>
  readonly onLimited: (by: LimitedBy) => void
}

/** For each multiple of this cost, an operation counts as one more request. */
const COST_OF_A_REQUEST = 1000

const MESSAGES: Readonly<Record<LimitedBy, string>> = {
  caller: 'U stelt te veel vragen achter elkaar.',
  organisation: 'Uw organisatie stelt te veel vragen achter elkaar.',
  unknown: 'Er komen te veel verzoeken zonder geldig toegangsbewijs.',
}

/**
 * Counts requests per minute, of all workers together. Callers with a valid token are counted by person and application and by
 * organisation, never by network address, so that users behind one proxy do not limit each other.
 */
export function createRateLimits({ perMinute, onLimited }: RateLimitOptions) {
  const create = (by: LimitedBy) => {
    const options = { keyPrefix: by, points: perMinute[by], duration: 60 }
    // A worker asks the primary process, which counts for all workers (workers.ts).
    return cluster.isWorker ? new RateLimiterCluster(options) : new RateLimiterMemory(options)
  }
  const limiters = {
    caller: create('caller'),
    organisation: create('organisation'),
    unknown: create('unknown'),
  }

  async function take(by: LimitedBy, key: string, reply: FastifyReply): Promise<void> {
    try {
      await limiters[by].consume(key)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      onLimited(by)
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
      reply.header('retry-after', seconds)
      throw new AppError(
        'RATE_LIMITED',
        `${MESSAGES[by]} Probeer het over ${seconds === 1 ? 'een seconde' : `${seconds} seconden`} opnieuw.`,
      )
    }
  }

  return {
    /** @throws {AppError} `RATE_LIMITED` when this person or their organisation exceeds the limit; the reply has `retry-after`. */
    async takeOf(caller: Caller, reply: FastifyReply): Promise<void> {
      await take('caller', personOf(caller), reply)
      await take('organisation', organisationOf(caller), reply)
    },
    /** @throws {AppError} `RATE_LIMITED` when requests without a valid token from this address exceed the limit. */
    takeUnknown: (address: string, reply: FastifyReply): Promise<void> => take('unknown', address, reply),
    /** Counts an expensive operation as more than one request; the next request may be refused because of it. */
    async charge(cost: number, caller: Caller): Promise<void> {
      const more = Math.floor(cost / COST_OF_A_REQUEST)
      if (more === 0) return
      await limiters.caller.penalty(personOf(caller), more)
      await limiters.organisation.penalty(organisationOf(caller), more)
    },
  }
}

const personOf = ({ client, subject }: Caller): string => JSON.stringify([client, subject])
/** Each municipality is limited as a separate organisation. */
const organisationOf = ({ organisation, municipality }: Caller): string =>
  JSON.stringify([organisation, municipality])
