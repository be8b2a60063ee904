import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fastify from 'fastify'
import { acceptedEncoding, compressAnswers } from './compress.ts'

const LARGE = JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, street: 'Proefstraat é' })))

function createApp(fromBytes: number) {
  const app = fastify()
  compressAnswers(app as never, fromBytes)
  app.get('/large', async (_request, reply) => reply.type('application/json').send(LARGE))
  app.get('/small', async () => ({ ok: true }))
  return async (url: string, accept?: string) => {
    const { headers, rawPayload, payload } = await app.inject({
      url,
      headers: accept === undefined ? {} : { 'accept-encoding': accept },
    })
    return { encoding: headers['content-encoding'], vary: headers.vary, raw: rawPayload, payload }
  }
}

describe('a large answer', () => {
  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('is compressed for who accepts %s', async (accept, encoding, decompress) => {
    const answer = await createApp(16_384)('/large', accept)
    expect(answer).toMatchObject({ encoding, vary: 'accept-encoding' })
    expect(decompress(answer.raw).toString()).toBe(LARGE)
    expect(answer.raw.length).toBeLessThan(LARGE.length / 5)
  })

  test.each([undefined, '', 'identity', 'gzip;q=0, br;q=0.000', 'deflate'])(
    'is not compressed for %p',
    async (accept) => {
      const answer = await createApp(16_384)('/large', accept)
      expect(answer).toMatchObject({ encoding: undefined, vary: 'accept-encoding', payload: LARGE })
    },
  )
})

test('a small answer is never compressed, nor a large one when that is off', async () => {
  expect((await createApp(16_384)('/small', 'br')).encoding).toBeUndefined()
  expect((await createApp(0)('/large', 'br')).encoding).toBeUndefined()
})

test('the accepted encoding follows from the header', () => {
  expect(['*', 'GZIP', 'x-gzip', ' br ; q=1 ', 'gzip;q=0.0'].map(acceptedEncoding)).toEqual([
    null,
    'gzip',
    null,
    'br',
    null,
  ])
})
