import { type ApolloServer, type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppError } from '../errors.ts'
import { header } from '../runtime/http.ts'
import { chooseMediaType, type MediaType } from '../runtime/media-type.ts'

/** The operation to execute, as the body of a POST request; or why it is refused. */
export type Admission = { readonly body: unknown } | { readonly refused: AppError }

type HandlerOptions<Context extends BaseContext> = {
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Context
  /** Checks a request before its operation is parsed; without it every body is accepted. */
  readonly admit?: (request: FastifyRequest, reply: FastifyReply) => Admission
  /** Returns the text of a successful answer, or the context with which Apollo Server has to answer. */
  readonly quick?: (body: unknown, context: Context) => Promise<string | Context>
}

/**
 * Answers requests as GraphQL over HTTP prescribes: in the media type that the client prefers, and a refused operation with status 400, or
 * with 200 in `application/json`, because such clients may not read the body of any other status.
 */
export function graphqlHandler<Context extends BaseContext>(
  server: ApolloServer<Context>,
  { context, admit = ({ body }) => ({ body }), quick }: HandlerOptions<Context>,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const mediaType = chooseMediaType(header(request, 'accept'))
    // Also for a refusal, which a proxy could cache otherwise.
    reply.header('cache-control', 'no-store')
    const admission = admit(request, reply)
    if ('refused' in admission) {
      const { message, code } = admission.refused
      reply.code(refusalStatus(mediaType)).header('content-type', `${mediaType}; charset=utf-8`)
      return JSON.stringify({ errors: [{ message, extensions: { code } }] })
    }
    const prepared = await quick?.(admission.body, context(request, reply))
    if (typeof prepared === 'string') {
      reply.header('content-type', `${mediaType}; charset=utf-8`)
      return prepared
    }
    const { status, headers, body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        search: '',
        // The body is already parsed as JSON, and the media type of the answer is chosen.
        headers: new HeaderMap([
          ['content-type', 'application/json'],
          ['accept', mediaType],
        ]),
        body: admission.body,
      },
      context: async () => prepared ?? context(request, reply),
    })
    if (body.kind !== 'complete') throw new Error('an incremental answer was not requested')
    for (const [name, value] of headers) reply.header(name, value)
    reply.code(status ?? 200)
    return body.string
  }
}

const refusalStatus = (mediaType: MediaType): number => (mediaType === 'application/json' ? 200 : 400)

/** Gives an operation that was refused before execution the status that the media type prescribes. */
export function statusByMediaType(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ request, response: { http, body } }) {
        if (http.status !== 400 || body.kind !== 'single' || body.singleResult.data !== undefined) return
        // A request without an operation is malformed, in either media type.
        if (body.singleResult.errors?.[0]?.extensions?.code === 'BAD_REQUEST') return
        http.status = refusalStatus(chooseMediaType(request.http?.headers.get('accept')))
      },
    }),
  }
}
