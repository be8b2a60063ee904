import { describe, expect, test } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { client } from '../support/system.ts'

const system = client()
const audits = serverAudits({
  url: `${system.urls.gateway}/graphql`,
  fetchFn: async (url: string, init: RequestInit = {}) =>
    await fetch(url, {
      ...init,
      headers: {
        ...init.headers,
        authorization: `Bearer ${await system.tokenOf('img.handler')}`,
        // A GET without it may come from a page of another site (gateway/cross-site.ts).
        ...(init.method === 'POST' ? {} : { 'graphql-require-preflight': '1' }),
      },
    }),
})

/** The public audit of GraphQL over HTTP, against the running gateway. */
describe('GraphQL over HTTP', () => {
  test.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' })
    },
  )
})
