/**
 * Hive Gateway on a supergraph of ours. What a gateway has to pass on to the subgraphs is passed on; `SUBGRAPHS` holds the place
 * of each as JSON, by name.
 */
const subgraphs = JSON.parse(process.env.SUBGRAPHS ?? '{}')
const PASSED_ON = ['authorization', 'x-purpose', 'traceparent']

export const gatewayConfig = {
  transportEntries: Object.fromEntries(
    Object.entries(subgraphs).map(([name, location]) => [name, { location }]),
  ),
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      return Object.fromEntries(
        PASSED_ON.flatMap((name) => {
          const value = request.headers.get(name)
          return value === null ? [] : [[name, value]]
        }),
      )
    },
  },
  landingPage: false,
  graphiql: false,
  disableWebsockets: true,
}
