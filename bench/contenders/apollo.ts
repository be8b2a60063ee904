import { readFileSync } from 'node:fs'
import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

/** @apollo/gateway with Apollo Server as their documentation shows: the client's headers are passed on in `willSendRequest`. */

type Context = { readonly passedOn: Readonly<Record<string, string>> }

const PASSED_ON = ['authorization', 'x-purpose', 'traceparent']

class PassingOn extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>) {
    // Empty for requests of the gateway itself.
    const { passedOn = {} } = context as Partial<Context>
    for (const [name, value] of Object.entries(passedOn)) request.http?.headers.set(name, value)
  }
}

const { PORT = '0', SUPERGRAPH = '', SUBGRAPHS = '{}' } = process.env
const places = JSON.parse(SUBGRAPHS) as Readonly<Record<string, string>>

const server = new ApolloServer<Context>({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(SUPERGRAPH, 'utf8'),
    buildService: ({ name, url }) => new PassingOn({ url: places[name] ?? url ?? '' }),
  }),
})
await startStandaloneServer(server, {
  listen: { port: Number(PORT), host: '127.0.0.1' },
  context: async ({ req }) => ({
    passedOn: Object.fromEntries(
      PASSED_ON.flatMap((name) => {
        const value = req.headers[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    ),
  }),
})
