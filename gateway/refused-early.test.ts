import { expect, test } from '@jest/globals'
import { startGatewayUnderTest } from '../test/support/gateway/gateway.ts'
import { rawRequest } from '../test/support/raw-request.ts'

test('a caller over the rate limit reads that and when to retry, also when it sends everything before it reads', async () => {
  const gateway = await startGatewayUnderTest({ RATE_LIMIT_CALLER: '1', RATE_LIMIT_UNKNOWN: '1' })
  const known = { authorization: `Bearer ${await gateway.tokenOf('somebody')}` }
  try {
    for (const [headers, status] of [
      [known, 413],
      [known, 429],
      [{}, 401],
      [{}, 429],
    ] as const)
      for (const bytes of status === 429 ? [262_145, 1_000_000, 5_000_000] : [1_000_000]) {
        const answer = await rawRequest(gateway.url, { path: '/graphql', headers, bytes })
        expect([bytes, answer.status]).toEqual([bytes, status])
        expect(answer.headers).toMatch(/connection: close/i)
        expect(/retry-after: \d/i.test(answer.headers)).toBe(status === 429)
        expect(JSON.parse(answer.body).errors).toHaveLength(1)
      }
  } finally {
    await gateway.stop()
  }
})
