import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** The schema as clients see it, without the parts of federation; `npm run schema` generates it. */
export const API_SCHEMA_FILE = 'schema/api.graphql'

/** Serves the schema as a file, for code generators and editors, to anyone; in development only, as GraphiQL. */
export function serveApiSchema(app: FastifyInstance): void {
  const text = readFileSync(API_SCHEMA_FILE, 'utf8')
  app.get('/schema.graphql', { config: { open: true } }, (_request, reply) =>
    reply.header('content-type', 'application/graphql; charset=utf-8').send(text),
  )
}
