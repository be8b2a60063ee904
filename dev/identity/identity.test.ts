import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { createServiceTokenSource, createTokenVerifier } from '../../kernel/identity/identity.ts'
import { PUBLIC_CLIENT } from './clients.ts'
import { generateIdentityKeys, type IdentityKeys, identityEnvironment } from './keys.ts'
import { errorPage } from './pages.ts'
import { personaToken } from './persona-token.ts'
import { PERSONAS, SERVICE_CLIENTS } from './personas.ts'
import { type IdentityServer, startIdentityServer } from './server.ts'
import { readSettings } from './settings.ts'

const GATEWAY_PORT = 45_671
const CALLBACK = `http://127.0.0.1:${GATEWAY_PORT}/callback`
const FOLDER = fileURLToPath(new URL('../..', import.meta.url))

let keys: IdentityKeys
let environment: NodeJS.ProcessEnv
let server: IdentityServer

beforeAll(async () => {
  keys = await generateIdentityKeys()
  environment = {
    ...identityEnvironment(keys),
    NODE_ENV: 'test',
    IDENTITY_PORT: '0',
    GATEWAY_PORT: String(GATEWAY_PORT),
  }
  server = await startIdentityServer(readSettings(environment))
})
afterAll(() => server.close())

/** One browser: keeps cookies, follows nothing by itself. */
function openBrowser() {
  const cookies = new Map<string, string>()
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
    const headers = { accept: 'text/html', ...init.headers, cookie }
    const response = await fetch(new URL(url, server.issuer), { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return response
  }
}
type Browser = ReturnType<typeof openBrowser>

const location = (response: Response): string => response.headers.get('location') ?? ''

const newVerifier = () => randomBytes(32).toString('base64url')
const authorizeUrl = (verifier: string, changes: Record<string, string | undefined> = {}): string => {
  const parameters = {
    client_id: PUBLIC_CLIENT,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: 'openid profile',
    state: 'state-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return `/auth?${new URLSearchParams(given)}`
}

async function openPersonaPage(
  browser: Browser,
  changes: Record<string, string> = {},
  verifier = newVerifier(),
) {
  const path = location(await browser(authorizeUrl(verifier, changes)))
  return { path, page: await browser(path) }
}

const choose = (browser: Browser, path: string, form: Record<string, string>): Promise<Response> =>
  browser(path, { method: 'POST', body: new URLSearchParams(form) })

async function obtainCode(verifier: string): Promise<string> {
  const browser = openBrowser()
  const { path } = await openPersonaPage(browser, {}, verifier)
  const resume = location(await choose(browser, path, { persona: 'img.handler' }))
  return new URL(location(await browser(resume))).searchParams.get('code') ?? ''
}

const askToken = (form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.issuer}/token`, { method: 'POST', body: new URLSearchParams(form), headers })

const exchange = (code: string, verifier: string, headers: Record<string, string> = {}): Promise<Response> =>
  askToken(
    {
      grant_type: 'authorization_code',
      client_id: PUBLIC_CLIENT,
      code,
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    },
    headers,
  )

const readTokens = async (response: Response) =>
  z.object({ access_token: z.string(), id_token: z.string() }).parse(await response.json())

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})

describe('discovery', () => {
  test('announces PKCE with S256, the code flow and nothing else', async () => {
    const response = await fetch(`${server.issuer}/.well-known/openid-configuration`)
    const metadata = await response.json()
    expect(metadata).toMatchObject({
      issuer: server.issuer,
      jwks_uri: `${server.issuer}/jwks`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
    for (const endpoint of ['userinfo', 'registration', 'introspection', 'revocation', 'end_session']) {
      expect(metadata).not.toHaveProperty(`${endpoint}_endpoint`)
    }
  })

  test('publishes the public half of the key only', async () => {
    const [key = {}] = keys.jwks.keys
    const { alg, e, kid, kty, n, use } = key
    const response = await fetch(`${server.issuer}/jwks`)
    expect(await response.json()).toEqual({ keys: [{ alg, e, kid, kty, n, use }] })
  })

  test.each(['/healthz', '/readyz'])('%s answers', async (path) => {
    expect((await fetch(server.issuer + path)).status).toBe(200)
  })
})

describe('a persona signs in', () => {
  test.each(PERSONAS)('$id gets a token that says who it is', async (persona) => {
    const token = await personaToken(server.issuer, persona.id)
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    const { iat = 0, exp = 0, jti, ...claims } = decodeJwt(token)
    expect(jti).toEqual(expect.any(String))
    expect(exp - iat).toBe(3600)
    expect(claims).toEqual({
      iss: server.issuer,
      aud: 'samenloop',
      sub: persona.id,
      client_id: PUBLIC_CLIENT,
      org: persona.organisation,
      roles: persona.roles,
      ...(persona.municipality === null ? {} : { municipality: persona.municipality }),
      ...(persona.team === undefined ? {} : { team: persona.team }),
    })

    const verifier = createTokenVerifier({
      issuer: server.issuer,
      audience: 'samenloop',
      jwksUrl: `${server.issuer}/jwks`,
      claims: { organisation: 'org', roles: 'roles', municipality: 'municipality' },
    })
    expect(await verifier.verify(`Bearer ${token}`)).toEqual({
      subject: persona.id,
      organisation: persona.organisation,
      roles: persona.roles,
      municipality: persona.municipality,
      team: persona.team ?? null,
      client: PUBLIC_CLIENT,
      expiresAt: exp,
    })
  })

  test('the ID token carries the name for a front end to show', async () => {
    const verifier = newVerifier()
    const tokens = await readTokens(await exchange(await obtainCode(verifier), verifier))
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      sub: 'img.handler',
      name: 'Hanna Bos',
      aud: PUBLIC_CLIENT,
    })
    expect(decodeJwt(tokens.access_token)).not.toHaveProperty('name')
  })

  test('a second sign-in in the same browser asks again who you are', async () => {
    const browser = openBrowser()
    for (const persona of ['img.handler', 'ncg.handler']) {
      const verifier = newVerifier()
      const { path, page } = await openPersonaPage(browser, {}, verifier)
      expect(page.status).toBe(200)
      const answer = await browser(location(await choose(browser, path, { persona })))
      const code = new URL(location(answer)).searchParams.get('code') ?? ''
      const tokens = await readTokens(await exchange(code, verifier))
      expect(decodeJwt(tokens.access_token).sub).toBe(persona)
    }
  })

  test('a login hint signs nobody in', async () => {
    const { page } = await openPersonaPage(openBrowser(), { login_hint: 'img.handler' })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Kies wie u bent')
  })

  test('cancelling goes back to the application without a code', async () => {
    const browser = openBrowser()
    const { path } = await openPersonaPage(browser)
    const answer = await browser(location(await choose(browser, path, { cancel: 'yes' })))
    const { origin, searchParams } = new URL(location(answer))
    expect(origin).toBe(new URL(CALLBACK).origin)
    expect(searchParams.get('error')).toBe('access_denied')
    expect(searchParams.has('code')).toBe(false)
  })
})

describe('the pages', () => {
  test('are Dutch, have a title, a main landmark and one button for each persona', async () => {
    const { page } = await openPersonaPage(openBrowser())
    const html = await page.text()
    expect(html).toContain('<html lang="nl">')
    expect(html).toContain('<title>Kies wie u bent')
    expect(html.match(/<main>/g)).toHaveLength(1)
    for (const { id } of PERSONAS) expect(html).toContain(`<button name="persona" value="${id}">`)
  })

  test('run no script, load nothing, show in no frame, and submit to us and the asking application only', async () => {
    const { page } = await openPersonaPage(openBrowser())
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain(`form-action 'self' ${new URL(CALLBACK).origin};`)
    expect(policy).not.toContain('unsafe')
    const html = await page.text()
    expect(html).not.toMatch(/<script|<img|@import|url\(|https?:|\son\w+=|\sstyle=/i)
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  })

  test('an error page shows what it was told as text', () => {
    expect(errorPage('x', `<script>"'&`)).toContain('x: &lt;script&gt;&quot;&#39;&amp;')
  })
})

describe('the persona page refuses', () => {
  const refusals = [
    { what: 'an unknown persona', form: { persona: 'burgemeester' }, status: 400 },
    { what: 'no persona', form: {}, status: 400 },
    { what: 'an empty persona', form: { persona: '' }, status: 400 },
    { what: 'a property every object has', form: { persona: 'constructor' }, status: 400 },
    { what: 'a long form', form: { persona: 'x'.repeat(5000) }, status: 413 },
  ]
  test.each(refusals)('$what', async ({ form, status }) => {
    const browser = openBrowser()
    const { path } = await openPersonaPage(browser)
    const response = await choose(browser, path, { ...form })
    expect(response.status).toBe(status)
    expect(location(response)).toBe('')
    expect(await response.text()).toContain('Inloggen is niet gelukt')
  })

  test('a body that is not a form, and other methods', async () => {
    const browser = openBrowser()
    const { path } = await openPersonaPage(browser)
    const headers = { 'content-type': 'application/json' }
    expect((await browser(path, { method: 'POST', body: '{"persona":"img.handler"}', headers })).status).toBe(
      415,
    )
    expect((await browser(path, { method: 'PUT', body: 'x' })).status).toBe(405)
  })

  test('another browser, and a sign-in that is somebody else’s', async () => {
    const browser = openBrowser()
    const { path } = await openPersonaPage(browser)
    const other = openBrowser()
    expect((await choose(other, path, { persona: 'img.handler' })).status).toBe(400)
    await openPersonaPage(other)
    expect((await choose(other, path, { persona: 'img.handler' })).status).toBe(400)
    expect((await browser('/interaction/../interaction/x')).status).toBe(400)
  })
})

describe('the authorization endpoint refuses', () => {
  const foreign = [
    'https://evil.example/callback',
    `http://127.0.0.1:${GATEWAY_PORT + 1}/callback`,
    `https://127.0.0.1:${GATEWAY_PORT}/callback`,
    `${CALLBACK}/`,
    `${CALLBACK}?next=x`,
    `${CALLBACK}#x`,
    `http://user@127.0.0.1:${GATEWAY_PORT}/callback`,
    `http://127.0.0.1:${GATEWAY_PORT}@evil.example/callback`,
    'javascript:alert(1)',
  ]
  test.each(foreign)('the foreign redirect URI %s, without sending anyone there', async (redirectUri) => {
    const response = await openBrowser()(authorizeUrl(newVerifier(), { redirect_uri: redirectUri }))
    expect(response.status).toBe(400)
    expect(location(response)).toBe('')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toContain('een adres dat hier niet bekend is')
  })

  const wrong = [
    { what: 'no code challenge', changes: { code_challenge: undefined }, error: 'invalid_request' },
    { what: 'a plain code challenge', changes: { code_challenge_method: 'plain' }, error: 'invalid_request' },
    { what: 'an implicit flow', changes: { response_type: 'id_token' }, error: 'invalid_request' },
    { what: 'another resource', changes: { resource: 'https://other.example' }, error: 'invalid_target' },
    { what: 'signing in without asking', changes: { prompt: 'none' }, error: 'login_required' },
  ]
  test.each(wrong)('$what', async ({ changes, error }) => {
    const response = await openBrowser()(authorizeUrl(newVerifier(), changes))
    expect(location(response)).toContain(`error=${error}`)
    expect(location(response)).not.toContain('code=')
  })

  test.each(['samenloop-img', 'unknown', ''])('the client "%s"', async (client) => {
    const response = await openBrowser()(authorizeUrl(newVerifier(), { client_id: client }))
    expect(response.status).toBe(400)
    expect(location(response)).toBe('')
  })
})

describe('the token endpoint refuses', () => {
  test('a wrong and a missing PKCE verifier', async () => {
    const verifier = newVerifier()
    for (const guess of [newVerifier(), '']) {
      const response = await exchange(await obtainCode(verifier), guess)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: 'invalid_grant' })
    }
  })

  test('a code for the second time', async () => {
    const verifier = newVerifier()
    const code = await obtainCode(verifier)
    expect((await exchange(code, verifier)).status).toBe(200)
    expect(await (await exchange(code, verifier)).json()).toMatchObject({ error: 'invalid_grant' })
  })

  const grant = { grant_type: 'client_credentials' }
  test.each(['wrong', 'x'.repeat(43)])('the client secret "%s"', async (secret) => {
    const response = await askToken(grant, basic('samenloop-img', secret))
    expect(await response.json()).toMatchObject({ error: 'invalid_client' })
    expect(response.status).toBe(401)
  })

  test('the secret of another client, a secret in the body, and a foreign resource', async () => {
    const { 'samenloop-img': img = '', 'samenloop-ncg': ncg = '' } = keys.clientSecrets
    expect((await askToken(grant, basic('samenloop-img', ncg))).status).toBe(401)
    expect((await askToken({ ...grant, client_id: 'samenloop-img', client_secret: img })).status).toBe(401)
    const foreign = { ...grant, resource: 'https://other.example' }
    const response = await askToken(foreign, basic('samenloop-img', img))
    expect(await response.json()).toMatchObject({ error: 'invalid_target' })
  })

  test('client credentials of the public client', async () => {
    const response = await askToken({ ...grant, client_id: PUBLIC_CLIENT })
    expect(response.status).toBe(400)
    expect(await response.json()).not.toHaveProperty('access_token')
  })

  test('pages of other origins than the gateway', async () => {
    const verifier = newVerifier()
    const ours = await exchange(await obtainCode(verifier), verifier, { origin: new URL(CALLBACK).origin })
    expect(ours.status).toBe(200)
    expect(ours.headers.get('access-control-allow-origin')).toBe(new URL(CALLBACK).origin)
    const evil = await exchange(await obtainCode(verifier), verifier, { origin: 'https://evil.example' })
    expect(evil.status).toBe(400)
    expect(evil.headers.get('access-control-allow-origin')).toBeNull()
  })
})

test.each(SERVICE_CLIENTS)('$id logs in with its secret', async ({ id, organisation }) => {
  const clientSecret = keys.clientSecrets[id] ?? ''
  const source = createServiceTokenSource({
    issuer: server.issuer,
    clientId: id,
    clientSecret,
  })
  const { exp = 0, iat = 0, ...claims } = decodeJwt(await source.token())
  expect(exp - iat).toBe(3600)
  expect(claims).toMatchObject({
    sub: id,
    client_id: id,
    aud: 'samenloop',
    org: organisation,
    roles: ['service'],
  })
})

describe('host names', () => {
  const get = async (path: string, host: string) => {
    const sent = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path,
      headers: { host },
      agent: false,
    }).end()
    const [response] = await once(sent, 'response')
    response.resume()
    return response
  }

  test.each(['evil.example', '127.0.0.1.evil.example:80', '[::1]', '???'])(
    '"%s" gets no answer',
    async (host) => {
      expect((await get('/.well-known/openid-configuration', host)).statusCode).toBe(421)
    },
  )

  test('a sign-in that starts at localhost continues at the issuer, where its cookies are', async () => {
    const response = await get('/auth?x=1', `localhost:${server.port}`)
    expect(response.headers.location).toBe(`${server.issuer}/auth?x=1`)
  })
})

describe('settings', () => {
  test('production is refused', () => {
    expect(() => readSettings({ ...environment, NODE_ENV: 'production' })).toThrow(/NODE_ENV=production/)
    for (const mode of [undefined, '', 'prod'])
      expect(() => readSettings({ ...environment, NODE_ENV: mode })).toThrow(/lets anyone be anyone/)
  })

  test('everything that is missing is named at once', () => {
    expect(() => readSettings({ NODE_ENV: 'test', IDENTITY_PORT: 'x' })).toThrow(
      /IDENTITY_PORT .*\n.*IDENTITY_JWKS is missing\n.*IDENTITY_COOKIE_KEY is missing\n.*IDENTITY_CLIENT_SECRETS is missing/,
    )
  })

  const { IDENTITY_JWKS, IDENTITY_COOKIE_KEY, IDENTITY_CLIENT_SECRETS } = {
    IDENTITY_JWKS: [
      'geheim',
      '{}',
      '{"keys":[]}',
      '{"keys":[{"kty":"RSA","kid":"geheim","n":"x","e":"AQAB"}]}',
    ],
    IDENTITY_COOKIE_KEY: ['', 'geheim'],
    IDENTITY_CLIENT_SECRETS: ['geheim', '[]', 'null', '{"samenloop-img":"geheim"}'],
  }
  const wrong = Object.entries({ IDENTITY_JWKS, IDENTITY_COOKIE_KEY, IDENTITY_CLIENT_SECRETS })
  test.each(wrong)('a wrong %s is named, its value is not repeated', (name, values) => {
    for (const value of values) {
      const read = () => readSettings({ ...environment, [name]: value })
      expect(read).toThrow(name)
      expect(read).not.toThrow('geheim')
    }
  })

  test('a port in use is named with its variable', async () => {
    const settings = { ...readSettings(environment), port: server.port }
    await expect(startIdentityServer(settings)).rejects.toThrow(/in use.*IDENTITY_PORT/)
  })

  test('a client without a secret stops the start', async () => {
    const settings = { ...readSettings(environment), clientSecrets: {} }
    await expect(startIdentityServer(settings)).rejects.toThrow('samenloop-img has no secret')
  })
})

/** Runs a program of ours until it ends; `onOutput` sees its standard output as it comes. */
async function run(args: string[], extra: NodeJS.ProcessEnv, onOutput?: (stop: () => void) => void) {
  const env = { PATH: process.env.PATH, ...environment, ...extra }
  const child = spawn(process.execPath, args, { cwd: FOLDER, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
    onOutput?.(() => child.kill('SIGTERM'))
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

describe('the process', () => {
  test('starts, says where it is, and ends quietly on SIGTERM', async () => {
    const result = await run(['dev/identity/main.ts'], {}, (stop) => stop())
    expect(result).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^identity: http:\/\/127\.0\.0\.1:\d+\n$/),
      stderr: '',
    })
  })

  test('ends with 1 and a reason in production and when its port is in use', async () => {
    const production = await run(['dev/identity/main.ts'], { NODE_ENV: 'production' })
    expect(production).toMatchObject({ code: 1, stdout: '' })
    expect(production.stderr).toContain('NODE_ENV=production')
    const busy = await run(['dev/identity/main.ts'], { IDENTITY_PORT: String(server.port) })
    expect(busy).toMatchObject({ code: 1, stdout: '' })
    expect(busy.stderr).toMatch(/in use.*IDENTITY_PORT/)
  })
})

describe('the token command', () => {
  const token = (args: string[], port = server.port) =>
    run(['tools/token.ts', ...args], { IDENTITY_PORT: String(port) })

  test('prints one token and nothing else', async () => {
    const { code, stdout, stderr } = await token(['ncg.safety'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    expect(decodeJwt(stdout.trim()).sub).toBe('ncg.safety')
  })

  test.each([[[]], [['burgemeester']], [['img.handler', 'extra']]])(
    'lists the personas for %j',
    async (args) => {
      const { code, stdout, stderr } = await token(args)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      for (const { id } of PERSONAS) expect(stderr).toContain(id)
    },
  )

  test('says how to start the identity provider when there is none', async () => {
    const { code, stdout, stderr } = await token(['img.handler'], 1)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('npm start')
  })

  test('explains itself with --help', async () => {
    const { code, stdout } = await token(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('privacy.officer')
  })
})

describe('a path that does not exist', () => {
  test.each(['GET', 'POST', 'PUT'])(
    '%s gives a program the same error as our other processes do',
    async (method) => {
      const response = await fetch(`${server.issuer}/nowhere`, { method })
      expect(response.status).toBe(404)
      expect(await response.json()).toEqual({
        errors: [
          { message: 'Deze pagina bestaat niet. Controleer de URL.', extensions: { code: 'NOT_FOUND' } },
        ],
      })
    },
  )

  test('gives a person a page', async () => {
    const response = await openBrowser()('/nowhere')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await response.text()).toContain('Deze pagina bestaat niet.')
  })
})
