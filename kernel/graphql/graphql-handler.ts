import { type ApolloServer, type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppError } from '../errors.ts'
import { header } from '../runtime/http.ts'
import { chooseMediaType, type MediaType } from '../runtime/media-type.ts'

/** What is to be executed, as the body of a POST request has it; or why not. */
export type Admission = { readonly body: unknown } | { readonly refused: AppError }

type HandlerOptions<Context extends BaseContext> = {
  readonly context: (request: FastifyRequest, reply: FastifyReply) => Context
  /** Looks at a request before anything of it is parsed; without it every body is tried. */
  readonly admit?: (request: FastifyRequest, reply: FastifyReply) => Admission
  /** Gives the text of a successful answer, to send as it is; or the context with which the server answers. */
  readonly quick?: (body: unknown, context: Context) => Promise<string | Context>
}

/**
 * Answers GraphQL requests as GraphQL over HTTP wants it: in the media type that the client prefers, and for an operation that is
 * refused with status 400, or with 200 in `application/json`, where clients may not read the body of another one.
 */
export function graphqlHandler<Context extends BaseContext>(
  server: ApolloServer<Context>,
  { context, admit = ({ body }) => ({ body }), quick }: HandlerOptions<Context>,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const mediaType = chooseMediaType(header(request, 'accept'))
    // Also for a refusal, which otherwise somebody on the way may keep.
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
        // The body was read as JSON already, and which type the answer has is decided.
        headers: new HeaderMap([
          ['content-type', 'application/json'],
          ['accept', mediaType],
        ]),
        body: admission.body,
      },
      context: async () => prepared ?? context(request, reply),
    })
    if (body.kind !== 'complete') throw new Error('an answer in parts was not asked for')
    for (const [name, value] of headers) reply.header(name, value)
    reply.code(status ?? 200)
    return body.string
  }
}

const refusalStatus = (mediaType: MediaType): number => (mediaType === 'application/json' ? 200 : 400)

/** Gives an operation that was refused before it was executed the status that its media type wants. */
export function statusByMediaType(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ request, response: { http, body } }) {
        if (http.status !== 400 || body.kind !== 'single' || body.singleResult.data !== undefined) return
        // A request without an operation in it is not well-formed, in whatever type it is answered.
        if (body.singleResult.errors?.[0]?.extensions?.code === 'BAD_REQUEST') return
        http.status = refusalStatus(chooseMediaType(request.http?.headers.get('accept')))
      },
    }),
  }
}
