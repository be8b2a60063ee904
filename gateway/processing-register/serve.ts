import type { FastifyInstance } from 'fastify'
import { securityHeaders } from '../../kernel/html.ts'
import type { ProcessingRegister } from '../../kernel/processing-register.ts'
import { REGISTER_PAGE_HEADERS, registerPage } from './page.ts'

const JSON_HEADERS = {
  ...securityHeaders([]),
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'public, max-age=300',
}

/** Serves the register of processing activities to anyone, in production too: as a page and as JSON. */
export function serveProcessingRegister(app: FastifyInstance, register: ProcessingRegister): void {
  const page = registerPage(register)
  const json = JSON.stringify(register)
  app.get('/verwerkingsregister', (_request, reply) => reply.headers(REGISTER_PAGE_HEADERS).send(page))
  app.get('/verwerkingsregister.json', (_request, reply) => reply.headers(JSON_HEADERS).send(json))
}
