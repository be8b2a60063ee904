import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { CompactSign, compactVerify } from 'jose'
import { openJws, signJws } from './jws.ts'

const key = createSecretKey(randomBytes(32))
const keys = new Map([['1', key]])
const payload = { sub: 'medewerker', text: 'één adres' }
const text = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

describe('JWS', () => {
  it('interoperates with a library, in both directions', async () => {
    const ours = signJws({ header: { typ: 'x', kid: '1' }, payload }, key)
    const opened = await compactVerify(ours, key)
    expect(JSON.parse(Buffer.from(opened.payload).toString())).toEqual(payload)
    expect(opened.protectedHeader).toEqual({ typ: 'x', kid: '1', alg: 'HS256' })
    const theirs = await new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'HS256', kid: '1' })
      .sign(key)
    expect(openJws(theirs, keys)).toEqual({ header: { alg: 'HS256', kid: '1' }, payload })
  })

  it('refuses a token that none of our keys signed', () => {
    const token = signJws({ header: { kid: '1' }, payload }, key)
    const [head = '', body = '', signature = ''] = token.split('.')
    const other = signJws({ header: { kid: '1' }, payload }, createSecretKey(randomBytes(32)))
    expect(openJws(other, keys)).toBe('FORGED')
    expect(openJws(signJws({ header: { kid: '2' }, payload }, key), keys)).toBe('FORGED')
    expect(openJws(signJws({ header: {}, payload }, key), keys)).toBe('FORGED')
    expect(openJws(`${head}.${text({ ...payload, sub: 'ander' })}.${signature}`, keys)).toBe('FORGED')
    expect(openJws(`${text({ alg: 'HS256', kid: '1', typ: 'y' })}.${body}.${signature}`, keys)).toBe('FORGED')
    expect(openJws(`${head}.${body}.${'A'.repeat(43)}`, keys)).toBe('FORGED')
    expect(openJws(`${head}.${body}.${signature.slice(0, -1)}`, keys)).toBe('FORGED')
    expect(openJws(`${head}.${body}.`, keys)).toBe('FORGED')
  })

  it('accepts only the canonical encoding of a signature', () => {
    const token = signJws({ header: { kid: '1' }, payload }, key)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    // The last character has four bits of the signature and two unused bits.
    const same = alphabet[alphabet.indexOf(token.slice(-1)) ^ 1]
    expect(openJws(token.slice(0, -1) + same, keys)).toBe('FORGED')
  })

  it.each([
    ['nothing', ''],
    ['no token', 'a.b'],
    ['four parts', `${text({})}.${text({})}.${'A'.repeat(43)}.`],
    ['no signature', `${text({ alg: 'none', kid: '1' })}.${text(payload)}.`],
    ['another algorithm', `${text({ alg: 'HS512', kid: '1' })}.${text(payload)}.${'A'.repeat(43)}`],
    ['a header that is a list', `${text([])}.${text(payload)}.${'A'.repeat(43)}`],
    ['a header that is no JSON', `e30x.${text(payload)}.${'A'.repeat(43)}`],
  ])('refuses %s', (_what, token) => {
    expect(openJws(token, keys)).toBe('MALFORMED')
  })

  it('refuses a well-signed token with a crit header or without an object', async () => {
    expect(openJws(signJws({ header: { kid: '1', crit: ['b64'], b64: true }, payload }, key), keys)).toBe(
      'MALFORMED',
    )
    const list = await new CompactSign(Buffer.from('[]'))
      .setProtectedHeader({ alg: 'HS256', kid: '1' })
      .sign(key)
    expect(openJws(list, keys)).toBe('MALFORMED')
  })
})
