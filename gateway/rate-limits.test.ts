import { describe, expect, test } from '@jest/globals'
import type { FastifyReply } from 'fastify'
import { createRateLimits, type LimitedBy } from './rate-limits.ts'

const person = (subject: string, changes: object = {}) => ({
  subject,
  client: 'desk',
  organisation: 'IMG' as const,
  roles: ['case_handler'] as const,
  municipality: null,
  team: null,
  expiresAt: 0,
  ...changes,
})

function limitsOf(perMinute: Partial<Record<LimitedBy, number>>) {
  const limited: LimitedBy[] = []
  const headers = new Map<string, unknown>()
  const reply = {
    header: (name: string, value: unknown) => headers.set(name, value),
  } as unknown as FastifyReply
  const limits = createRateLimits({
    perMinute: { caller: 1000, organisation: 1000, unknown: 1000, ...perMinute },
    onLimited: (by) => limited.push(by),
  })
  return {
    ...limits,
    limited,
    headers,
    reply,
    ask: (caller: ReturnType<typeof person>) => limits.takeOf(caller, reply),
  }
}

const REFUSAL = { code: 'RATE_LIMITED', message: expect.stringMatching(/Probeer het over .* opnieuw/) }

describe('a rate limit', () => {
  test('counts per person and application, and says when to retry', async () => {
    const { ask, limited, headers } = limitsOf({ caller: 2 })
    await ask(person('a'))
    await ask(person('a'))
    await expect(ask(person('a'))).rejects.toMatchObject(REFUSAL)
    expect(limited).toEqual(['caller'])
    expect(headers.get('retry-after')).toBeGreaterThanOrEqual(1)
    expect(headers.get('retry-after')).toBeLessThanOrEqual(60)
    await ask(person('b'))
    await ask(person('a', { client: 'other' }))
  })

  test('counts per organisation, and per municipality', async () => {
    const { ask, limited } = limitsOf({ organisation: 2 })
    await ask(person('a'))
    await ask(person('b'))
    await expect(ask(person('c'))).rejects.toMatchObject(REFUSAL)
    expect(limited).toEqual(['organisation'])
    await ask(person('d', { organisation: 'GEMEENTE', municipality: '1979' }))
    await ask(person('d', { organisation: 'GEMEENTE', municipality: '1979' }))
    await ask(person('e', { organisation: 'GEMEENTE', municipality: '0014' }))
  })

  test('counts requests without a valid token per network address, and no others', async () => {
    const { ask, takeUnknown, reply, limited } = limitsOf({ unknown: 1 })
    await takeUnknown('10.0.0.1', reply)
    await expect(takeUnknown('10.0.0.1', reply)).rejects.toMatchObject(REFUSAL)
    await takeUnknown('10.0.0.2', reply)
    await ask(person('a'))
    expect(limited).toEqual(['unknown'])
  })

  test('counts an expensive operation as several requests, and a cheap one as one', async () => {
    const { ask, charge } = limitsOf({ caller: 10 })
    await ask(person('a'))
    await charge(999, person('a'))
    for (let count = 0; count < 4; count += 1) await ask(person('a'))
    await charge(5000, person('a'))
    await expect(ask(person('a'))).rejects.toMatchObject(REFUSAL)
    await ask(person('b'))
  })

  test('cannot be evaded or shared by a name that looks like two', async () => {
    const { ask } = limitsOf({ caller: 1 })
    await ask(person('b', { client: 'a"," ' }))
    await ask(person('"," b', { client: 'a' }))
  })
})
