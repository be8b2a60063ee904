import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SAMPLE } from '../../dev/world/sample.ts'
import { header } from '../../kernel/runtime/http.ts'
import type { GatewayConfig } from '../settings.ts'
import { type Cookie, clearCookie, readCookie, setCookie } from './cookies.ts'
import type { Example } from './examples/example.ts'
import { exampleGroups } from './examples/example-groups.ts'
import {
  ASSET_HEADERS,
  type Asset,
  GRAPHIQL_HEADERS,
  graphiqlPage,
  loadAssets,
  SESSION_HEADERS,
} from './graphiql.ts'
import { findOrigin, usualOrigin } from './origins.ts'
import { PAGE_HEADERS } from './page.ts'
import {
  brokenPage,
  foreignFormPage,
  foreignHostPage,
  signInFailurePage,
  startPage,
  type Visitor,
} from './pages.ts'
import { createSessions } from './sessions.ts'
import { type Attempt, createSignIn, type Failed, type SignedIn } from './sign-in.ts'

const ATTEMPT_SECONDS = 10 * 60
const MAX_FORM_BYTES = 1024

/** A sign-in in progress, and the example that the user chose. */
type PendingSignIn = Attempt & { readonly example: string | null }
type Session = Visitor & { readonly token: string }
/** The example that the user chose; the value is not validated yet. */
type Asked = { Querystring: { readonly vraag?: unknown } }

/**
 * Serves a start page, sign-in and GraphiQL, for development only. Only these pages accept the session cookie; `/graphql` does not, so
 * another site cannot send operations on behalf of a user.
 * @param now milliseconds since the epoch.
 */
export function servePlayground(
  app: FastifyInstance,
  config: GatewayConfig,
  now: () => number = Date.now,
): void {
  const port = config.GATEWAY_PORT
  const groups = exampleGroups(SAMPLE.both, new Date(now()))
  const questions = groups.flatMap(({ examples }) => examples)
  const findExample = (id: unknown): Example | null => questions.find((example) => example.id === id) ?? null
  const signIn = createSignIn({ issuer: config.IDENTITY_ISSUER, resource: config.IDENTITY_RESOURCE })

  const pending = createSessions<PendingSignIn>(now)
  const pendingCookie: Cookie = { name: `samenloop_signin_${port}`, path: '/callback' }
  const sessions = createSessions<Session>(now)
  const sessionCookie: Cookie = { name: `samenloop_session_${port}`, path: '/' }
  const originOf = (request: FastifyRequest) => findOrigin(header(request, 'host'), port)
  const findSession = (request: FastifyRequest) => sessions.find(readCookie(request, sessionCookie))

  const fail = (request: FastifyRequest, reply: FastifyReply, { failure, code }: Failed) => {
    request.log.warn({ failure, code }, 'sign-in failed')
    const { status, body } = signInFailurePage(failure, code)
    return reply.code(status).send(body)
  }

  const enter = (
    request: FastifyRequest,
    reply: FastifyReply,
    { token, subject, name, lifeSeconds }: SignedIn,
  ) => {
    sessions.end(readCookie(request, sessionCookie))
    const until = new Date(now() + lifeSeconds * 1000)
    setCookie(reply, sessionCookie, sessions.add({ token, subject, name, until }, lifeSeconds), lifeSeconds)
  }

  // A separate Fastify scope: these hooks and the form parser must not apply to `/graphql`.
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      reply.headers(PAGE_HEADERS)
      if (originOf(request) === null) return reply.code(421).send(foreignHostPage(usualOrigin(port)))
    })
    scope.setErrorHandler((error, request, reply) => {
      // A body that is not a form, or is too large, does not come from our own pages.
      if (hasStatus(error) && error.statusCode < 500)
        return reply.code(error.statusCode).send(foreignFormPage())
      request.log.error({ err: error, traceId: request.trace.traceId }, 'unexpected failure')
      return reply.code(500).headers(PAGE_HEADERS).send(brokenPage(request.trace.traceId))
    })
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      async () => null,
    )

    scope.get('/', async (request) => startPage(findSession(request), groups))

    scope.get<Asked>('/login', { exposeHeadRoute: false }, async (request, reply) => {
      const begun = await signIn.begin(`${originOf(request)}/callback`)
      if ('failure' in begun) return fail(request, reply, begun)
      const example = findExample(request.query.vraag)?.id ?? null
      setCookie(
        reply,
        pendingCookie,
        pending.add({ ...begun.attempt, example }, ATTEMPT_SECONDS),
        ATTEMPT_SECONDS,
      )
      return reply.redirect(begun.location.href, 303)
    })

    scope.get('/callback', { exposeHeadRoute: false }, async (request, reply) => {
      const id = readCookie(request, pendingCookie)
      const attempt = pending.find(id)
      const query = new URL(request.url, usualOrigin(port)).searchParams
      const states = query.getAll('state')
      // Checked before the attempt is consumed: a link from someone else must not break off a sign-in.
      if (!attempt || states.length !== 1 || states[0] !== attempt.state) {
        return fail(request, reply, {
          failure: 'stale',
          code: attempt ? 'state_mismatch' : 'no_sign_in_under_way',
        })
      }
      pending.end(id)
      clearCookie(reply, pendingCookie)
      const result = await signIn.finish(query, attempt)
      if ('failure' in result) return fail(request, reply, result)
      enter(request, reply, result)
      return reply.redirect(attempt.example ? `/graphiql?vraag=${attempt.example}` : '/graphiql', 303)
    })

    scope.post('/logout', async (request, reply) => {
      // All ports of a host share cookies, so a page of another program on this machine could send this form too.
      if (header(request, 'origin') !== originOf(request)) return reply.code(403).send(foreignFormPage())
      sessions.end(readCookie(request, sessionCookie))
      clearCookie(reply, sessionCookie)
      return reply.redirect('/', 303)
    })

    scope.get<Asked>('/graphiql', async (request, reply) => {
      const session = findSession(request)
      const example = findExample(request.query.vraag)
      if (!session) return reply.redirect(example ? `/login?vraag=${example.id}` : '/login', 303)
      return reply.headers(GRAPHIQL_HEADERS).send(graphiqlPage(session, questions, example))
    })

    // The page requests this before each operation, so that it shows and uses the current session, also after a sign-out or a sign-in in
    // another window. Only our own pages can read the answer.
    scope.get('/graphiql/session', { exposeHeadRoute: false }, async (request, reply) => {
      const session = findSession(request)
      reply.headers(SESSION_HEADERS)
      if (!session) return reply.code(401).send('{}')
      const { token, name, subject, until } = session
      return reply.send(JSON.stringify({ token, name, subject, lifeMs: until.getTime() - now() }))
    })

    let assets: Promise<ReadonlyMap<string, Asset>> | undefined
    scope.get<{ Params: { name: string } }>('/graphiql/:name', async (request, reply) => {
      assets ??= loadAssets()
      const asset = (await assets).get(request.params.name)
      // A 404 is answered with JSON.
      if (!asset) return reply.removeHeader('content-type').callNotFound()
      reply.headers(ASSET_HEADERS).header('etag', asset.etag)
      if (header(request, 'if-none-match') === asset.etag) return reply.code(304).send()
      return reply.type(asset.type).send(asset.body)
    })

    // Answers that are not pages (JSON, GraphQL) cannot refer to an icon.
    scope.get('/favicon.ico', async (_request, reply) =>
      reply.code(204).header('cache-control', 'max-age=86400').send(),
    )
  })
}

const hasStatus = (error: unknown): error is { readonly statusCode: number } =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
