import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { decodeJwt } from 'jose'
import { pino } from 'pino'
import { generateIdentityKeys, identityEnvironment } from '../../dev/identity/keys.ts'
import { type IdentityServer, startIdentityServer } from '../../dev/identity/server.ts'
import { readSettings } from '../../dev/identity/settings.ts'
import { html } from '../../kernel/runtime/html.ts'
import { createHttpServer } from '../../kernel/runtime/http.ts'
import { createMetrics } from '../../kernel/runtime/metrics.ts'
import { readGatewayConfig } from '../settings.ts'
import { servePlayground } from './playground.ts'
import { createSessions } from './sessions.ts'

const PORT = 45_672
const HOST = `127.0.0.1:${PORT}`
const SESSION = `samenloop_session_${PORT}`
const SIGN_IN = `samenloop_signin_${PORT}`
const START = Date.parse('2026-11-23T09:00:00Z')

let identity: IdentityServer
let app: FastifyInstance
let now = START
let log: string[] = []

beforeAll(async () => {
  const environment = identityEnvironment(await generateIdentityKeys())
  const settings = { ...environment, NODE_ENV: 'test', IDENTITY_PORT: '0', GATEWAY_PORT: String(PORT) }
  identity = await startIdentityServer(readSettings(settings))
  app = createApp(identity.issuer)
})
beforeEach(() => {
  now = START
  log = []
})
afterAll(async () => {
  await app.close()
  await identity.close()
})

function createApp(issuer: string): FastifyInstance {
  const logger = pino({ level: 'trace' }, { write: (line) => log.push(line) })
  const metrics = createMetrics('gateway')
  const server = createHttpServer({
    logger,
    metrics,
    maxBodyBytes: 10_000,
    work: { atOnce: 10, waiting: 10, connections: 100 },
    ready: async () => ({}),
  })
  servePlayground(
    server,
    readGatewayConfig({ NODE_ENV: 'test', GATEWAY_PORT: String(PORT), IDENTITY_ISSUER: issuer }),
    () => now,
  )
  return server
}

const cookieOf = (line: string): [string, string] => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  return [name, value]
}

/** One browser: keeps cookies per server, and follows no redirects by itself. */
function openBrowser(server: FastifyInstance = app) {
  const cookies = new Map<string, string>()
  const atIdentity = new Map<string, string>()
  const join = (jar: Map<string, string>) => Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ')

  async function send(method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) {
    const response = await server.inject({
      method,
      url,
      headers: { host: HOST, cookie: join(cookies), ...headers },
    })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [name, value] = cookieOf(line)
      if (line.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  async function visitIdentity(url: URL, form?: Record<string, string>): Promise<URL> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: join(atIdentity), accept: 'text/html' },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of response.headers.getSetCookie()) atIdentity.set(...cookieOf(line))
    return new URL(response.headers.get('location') ?? '', url)
  }

  const get = (path: string, headers?: Record<string, string>) => send('GET', path, headers)
  return {
    cookies,
    get,
    post: (path: string, headers?: Record<string, string>) => send('POST', path, headers),
    /** Signs in up to the answer of the identity provider; resolves to where that redirects the browser. */
    async answer(
      form: Record<string, string>,
      login = '/login',
      headers?: Record<string, string>,
    ): Promise<URL> {
      const begun = await get(login, headers)
      const page = await visitIdentity(new URL(begun.headers.location ?? ''))
      return visitIdentity(await visitIdentity(page, form))
    },
    /** Signs in completely; resolves to the last answer. */
    async signIn(persona: string, login?: string) {
      const { pathname, search } = await this.answer({ persona }, login)
      return get(pathname + search)
    },
  }
}

const pathOf = (url: URL): string => url.pathname + url.search
/** The token that the GraphiQL page uses. */
const tokenOf = async (browser: ReturnType<typeof openBrowser>): Promise<string> =>
  (await browser.get('/graphiql/session')).json<{ token: string }>().token
const expectRefusal = (response: LightMyRequestResponse, status: number, code: string) => {
  expect(response.statusCode).toBe(status)
  expect(response.headers.location).toBeUndefined()
  expect(response.body).toContain('Inloggen is niet gelukt')
  expect(response.body).toContain('href="/login"')
  expect(response.body).toContain(`<code lang="en">${code}</code>`)
}

describe('the start page', () => {
  test('is Dutch, runs no script and loads nothing', async () => {
    const response = await openBrowser().get('/')
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.body).toContain('<html lang="nl">')
    expect(response.body).toContain('U bent niet ingelogd')
    expect(response.body).not.toMatch(/<script|<img|@import|url\(|\son\w+=|\sstyle=/i)
    const style = /<style>([\s\S]*)<\/style>/.exec(response.body)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(response.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    )
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  test('says who is signed in', async () => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    const { body } = await browser.get('/')
    expect(body).toContain('<strong>Noor Dijkstra</strong>')
    expect(body).toContain('tot 11:00 uur')
  })

  test('refers to no missing icon', async () => {
    expect((await openBrowser().get('/favicon.ico')).statusCode).toBe(204)
  })

  test('escapes what is filled in', () => {
    expect(String(html`<p>${`<script>"'&`} ${[html`<b>${'<'}</b>`]}</p>`)).toBe(
      '<p>&lt;script&gt;&quot;&#39;&amp; <b>&lt;</b></p>',
    )
  })
})

describe('signing in', () => {
  test('asks for a code with PKCE, for this graph', async () => {
    const response = await openBrowser().get('/login')
    expect(response.statusCode).toBe(303)
    const location = new URL(response.headers.location ?? '')
    expect(location.origin + location.pathname).toBe(`${identity.issuer}/auth`)
    expect(Object.fromEntries(location.searchParams)).toEqual({
      client_id: 'samenloop-dev',
      response_type: 'code',
      redirect_uri: `http://${HOST}/callback`,
      scope: 'openid profile',
      resource: 'urn:samenloop:graph',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
  })

  test('keeps identifiers in cookies that are out of reach of scripts and of forms on other sites', async () => {
    const browser = openBrowser()
    const begun = await browser.get('/login')
    expect(begun.headers['set-cookie']).toMatch(
      new RegExp(`^${SIGN_IN}=[\\w-]{43}; Path=/callback; Max-Age=600; HttpOnly; SameSite=Lax$`),
    )
    const done = await browser.signIn('ncg.handler')
    expect(done.headers['set-cookie']).toEqual([
      `${SIGN_IN}=; Path=/callback; Max-Age=0; HttpOnly; SameSite=Lax`,
      expect.stringMatching(
        new RegExp(`^${SESSION}=[\\w-]{43}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax$`),
      ),
    ])
  })

  test('opens GraphiQL with the user’s token, which is in no URL, cookie or log', async () => {
    const browser = openBrowser()
    const done = await browser.signIn('ncg.handler')
    expect([done.statusCode, done.headers.location]).toEqual([303, '/graphiql'])
    const page = await browser.get('/graphiql')
    const token = await tokenOf(browser)
    expect(decodeJwt(token)).toMatchObject({ sub: 'ncg.handler', aud: 'samenloop', org: 'NCG' })
    expect(page.body).not.toContain(token.slice(-20))
    expect(page.headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; worker-src 'self'",
    )
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(page.headers['cache-control']).toBe('no-store')
    const elsewhere = JSON.stringify([done.headers, ...browser.cookies, ...log])
    expect(elsewhere).not.toContain(token.slice(-20))
  })

  test('returns to the chosen example', async () => {
    const browser = openBrowser()
    const asked = await browser.get('/graphiql?vraag=beleid')
    expect(asked.headers.location).toBe('/login?vraag=beleid')
    const done = await browser.signIn('ncg.handler', '/login?vraag=beleid')
    expect(done.headers.location).toBe('/graphiql?vraag=beleid')
  })

  test('again as another user ends the previous session', async () => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    const before = browser.cookies.get(SESSION) ?? ''
    await browser.signIn('img.handler')
    expect(decodeJwt(await tokenOf(browser)).sub).toBe('img.handler')
    expect((await openBrowser().get('/graphiql', { cookie: `${SESSION}=${before}` })).statusCode).toBe(303)
  })

  test('works at localhost too, and returns there', async () => {
    const host = `localhost:${PORT}`
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' }, '/login', { host })
    expect(answer.host).toBe(host)
    const done = await browser.get(pathOf(answer), { host })
    expect(done.headers.location).toBe('/graphiql')
  })
})

describe('signing in fails', () => {
  test('when it was cancelled', async () => {
    const browser = openBrowser()
    const response = await browser.get(pathOf(await browser.answer({ cancel: 'yes' })))
    expectRefusal(response, 403, 'access_denied')
    expect(response.body).toContain('U hebt het inloggen afgebroken')
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  test('with a wrong, missing or repeated state, and the right one still works after that', async () => {
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    const { state = '', ...rest } = Object.fromEntries(answer.searchParams)
    const code = new URLSearchParams(rest)
    for (const wrong of [`${state}x`, state.slice(1), '', 'undefined', '__proto__']) {
      expectRefusal(await browser.get(`/callback?${code}&state=${wrong}`), 400, 'state_mismatch')
    }
    expectRefusal(await browser.get(`/callback?${code}`), 400, 'state_mismatch')
    expectRefusal(await browser.get(`/callback?${code}&state=${state}&state=${state}`), 400, 'state_mismatch')
    expect((await browser.get(pathOf(answer))).headers.location).toBe('/graphiql')
  })

  test('in a browser that did not begin it, or began another sign-in', async () => {
    const answer = await openBrowser().answer({ persona: 'ncg.handler' })
    const other = openBrowser()
    expectRefusal(await other.get(pathOf(answer)), 400, 'no_sign_in_under_way')
    await other.get('/login')
    expectRefusal(await other.get(pathOf(answer)), 400, 'state_mismatch')
    expect(other.cookies.has(SESSION)).toBe(false)
  })

  test('when the answer of the identity provider is used a second time', async () => {
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    const kept = browser.cookies.get(SIGN_IN)
    await browser.get(pathOf(answer))
    const again = await openBrowser().get(pathOf(answer), { cookie: `${SIGN_IN}=${kept}` })
    expectRefusal(again, 400, 'no_sign_in_under_way')
  })

  test('with a code of another sign-in: it has another verifier', async () => {
    const stolen = (await openBrowser().answer({ persona: 'privacy.officer' })).searchParams.get('code') ?? ''
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    answer.searchParams.set('code', stolen)
    expectRefusal(await browser.get(pathOf(answer)), 400, 'invalid_grant')
    expect(browser.cookies.has(SESSION)).toBe(false)
  })

  test('with an answer of another identity provider (RFC 9207)', async () => {
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    answer.searchParams.set('iss', 'https://evil.example')
    expectRefusal(await browser.get(pathOf(answer)), 400, 'OAUTH_INVALID_RESPONSE')
  })

  test('when it took too long', async () => {
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    now += 10 * 60 * 1000
    expectRefusal(await browser.get(pathOf(answer)), 400, 'no_sign_in_under_way')
  })

  test('with an error code that was made up in the URL, which is shown nowhere', async () => {
    const browser = openBrowser()
    const begun = await browser.get('/login')
    const state = new URL(begun.headers.location ?? '').searchParams.get('state')
    const iss = encodeURIComponent(identity.issuer)
    const error = encodeURIComponent('<script>alert(1)</script>')
    const response = await browser.get(
      `/callback?error=${error}&error_description=${error}&state=${state}&iss=${iss}`,
    )
    expectRefusal(response, 400, 'unknown_error')
    expect(response.body).not.toContain('alert')
  })

  test('when the identity provider is down, and works again when it is back', async () => {
    const settings = {
      ...identityEnvironment(await generateIdentityKeys()),
      NODE_ENV: 'test',
      GATEWAY_PORT: String(PORT),
    }
    const first = await startIdentityServer(readSettings({ ...settings, IDENTITY_PORT: '0' }))
    await first.close()
    const server = createApp(first.issuer)
    const browser = openBrowser(server)
    const away = await browser.get('/login')
    expectRefusal(away, 503, 'no_answer')
    expect(away.body).toContain('De identiteitsprovider antwoordt niet')
    const again = await startIdentityServer(readSettings({ ...settings, IDENTITY_PORT: String(first.port) }))
    const answer = await browser.answer({ persona: 'ncg.handler' })
    await again.close()
    expectRefusal(await browser.get(pathOf(answer)), 503, 'no_answer')
    await server.close()
  })

  test('with an unencrypted identity provider on another host', async () => {
    const server = createApp('http://identity.example')
    expectRefusal(await openBrowser(server).get('/login'), 400, 'OAUTH_HTTP_REQUEST_FORBIDDEN')
    await server.close()
  })

  test('and leaves the code out of the log', async () => {
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    const { code = '', state = '' } = Object.fromEntries(answer.searchParams)
    answer.searchParams.set('iss', 'https://evil.example')
    await browser.get(pathOf(answer))
    const written = log.join('\n')
    expect(written).toContain('"failure":"refused","code":"OAUTH_INVALID_RESPONSE"')
    expect(written).not.toContain(code)
    expect(written).not.toContain(state)
  })
})

describe('no redirect leads to another site', () => {
  const hosts = [
    'evil.example',
    `evil.example:${PORT}`,
    `127.0.0.1:${PORT}.evil.example`,
    `127.0.0.1:${PORT + 1}`,
    '127.0.0.1',
    `user@127.0.0.1:${PORT}`,
    `127.0.0.1:${PORT}@evil.example`,
    `LOCALHOST.:${PORT}`,
    `[::1]:${PORT}`,
    '',
  ]
  test.each(hosts)('not under the host name "%s": no page, no cookie, no redirect', async (host) => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    for (const path of ['/', '/login', '/callback?state=x', '/graphiql', '/graphiql/boot.js']) {
      const response = await browser.get(path, { host, 'x-forwarded-host': HOST })
      expect([path, response.statusCode]).toEqual([path, 421])
      expect(response.headers.location).toBeUndefined()
      expect(response.headers['set-cookie']).toBeUndefined()
      expect(response.body).toContain(`<a href="http://${HOST}/">`)
    }
  })

  const queries = [
    'next=https://evil.example',
    'vraag=//evil.example',
    'vraag=https://evil.example',
    'vraag=beleid/../../evil',
    'vraag=beleid&vraag=//evil.example',
    'vraag[]=beleid',
    'redirect_uri=https://evil.example',
  ]
  test.each(queries)('not by /login?%s', async (query) => {
    const browser = openBrowser()
    const begun = new URL((await browser.get(`/login?${query}`)).headers.location ?? '')
    expect(begun.origin).toBe(identity.issuer)
    expect(begun.searchParams.getAll('redirect_uri')).toEqual([`http://${HOST}/callback`])
    const done = await browser.signIn('ncg.handler', `/login?${query}`)
    expect(done.headers.location).toBe('/graphiql')
    expect((await openBrowser().get(`/graphiql?${query}`)).headers.location).toBe('/login')
  })

  test('not by additions to the answer of the identity provider', async () => {
    const browser = openBrowser()
    const answer = await browser.answer({ persona: 'ncg.handler' })
    const done = await browser.get(`${pathOf(answer)}&next=//evil.example&vraag=//evil.example`)
    expect(done.headers.location).toBe('/graphiql')
  })
})

describe('a session', () => {
  const strangers = ['', 'x', '__proto__', 'a'.repeat(43), '../session']
  test.each(strangers)('is not found by the cookie "%s"', async (id) => {
    const response = await openBrowser().get('/graphiql', { cookie: `${SESSION}=${id}` })
    expect([response.statusCode, response.headers.location]).toEqual([303, '/login'])
  })

  test('is not a sign-in in progress', async () => {
    const browser = openBrowser()
    await browser.get('/login')
    const cookie = `${SESSION}=${browser.cookies.get(SIGN_IN)}`
    expect((await browser.get('/graphiql', { cookie })).headers.location).toBe('/login')
  })

  test('belongs to one browser', async () => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    expect((await openBrowser().get('/graphiql')).headers.location).toBe('/login')
    expect((await openBrowser().get('/')).body).toContain('U bent niet ingelogd')
  })

  test('ends with its token', async () => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    now += 3600 * 1000 - 1
    expect((await browser.get('/graphiql')).statusCode).toBe(200)
    now += 1
    expect((await browser.get('/graphiql')).headers.location).toBe('/login')
    expect((await browser.get('/graphiql/session')).statusCode).toBe(401)
  })

  test('is returned to the page with its token and lifetime, and to no request without its cookie', async () => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    now += 600 * 1000
    const { statusCode, headers, ...answer } = await browser.get('/graphiql/session')
    expect([statusCode, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
      200,
      'no-store',
      undefined,
    ])
    expect([headers['cross-origin-resource-policy'], headers['x-content-type-options']]).toEqual([
      'same-origin',
      'nosniff',
    ])
    const { token, ...visitor } = answer.json<{ token: string }>()
    expect(visitor).toEqual({ name: expect.any(String), subject: 'ncg.handler', lifeMs: 3000 * 1000 })
    expect(decodeJwt(token).sub).toBe('ncg.handler')
    const cookie = `${SESSION}=${browser.cookies.get(SESSION)}`
    await browser.post('/logout', {
      origin: `http://${HOST}`,
      'content-type': 'application/x-www-form-urlencoded',
    })
    for (const other of [
      browser.get('/graphiql/session'),
      openBrowser().get('/graphiql/session', { cookie }),
    ]) {
      const refused = await other
      expect([refused.statusCode, refused.body]).toEqual([401, '{}'])
    }
  })

  test('ends on both sides when its user signs out', async () => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    const cookie = `${SESSION}=${browser.cookies.get(SESSION)}`
    const form = { origin: `http://${HOST}`, 'content-type': 'application/x-www-form-urlencoded' }
    const response = await browser.post('/logout', form)
    expect([response.statusCode, response.headers.location]).toEqual([303, '/'])
    expect(browser.cookies.has(SESSION)).toBe(false)
    expect((await openBrowser().get('/graphiql', { cookie })).headers.location).toBe('/login')
  })

  const foreign = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: `http://127.0.0.1:${PORT + 1}` },
  ]
  test.each(foreign)('does not end by a form of another site: %j', async (headers) => {
    const browser = openBrowser()
    await browser.signIn('ncg.handler')
    const response = await browser.post('/logout', { ...headers })
    expect(response.statusCode).toBe(403)
    expect((await browser.get('/graphiql')).statusCode).toBe(200)
  })

  test('is evicted when it is the oldest of too many', () => {
    const sessions = createSessions<{ readonly index: number }>(() => now)
    const ids = Array.from({ length: 501 }, (_, index) => sessions.add({ index }, 60))
    expect(sessions.find(ids[0] ?? null)).toBeNull()
    expect(sessions.find(ids[500] ?? null)).toEqual({ index: 500 })
  })
})

describe('the files of GraphiQL', () => {
  test.each(['app.js', 'app.css', 'boot.js', 'frame.css', 'json.worker.js'])(
    '%s is fetched once',
    async (name) => {
      const browser = openBrowser()
      const first = await browser.get(`/graphiql/${name}`)
      expect(first.statusCode).toBe(200)
      expect(first.headers['content-type']).toMatch(/^text\/(javascript|css); charset=utf-8$/)
      expect(first.headers['content-security-policy']).toBe(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
      )
      const second = await browser.get(`/graphiql/${name}`, { 'if-none-match': String(first.headers.etag) })
      expect([second.statusCode, second.body]).toEqual([304, ''])
    },
  )

  test.each(['playground.ts', '..%2fplayground.ts', '%2e%2e/%2e%2e/package.json', '__proto__'])(
    '%s is not one',
    async (name) => {
      expect((await openBrowser().get(`/graphiql/${name}`)).statusCode).toBe(404)
    },
  )
})
