import type { FastifyInstance } from 'fastify'
import type { ProcessingRegister } from '../../kernel/records/processing-register.ts'
import { securityHeaders } from '../../kernel/runtime/html.ts'
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
  const open = { config: { open: true } } as const
  app.get('/verwerkingsregister', open, (_request, reply) => reply.headers(REGISTER_PAGE_HEADERS).send(page))
  app.get('/verwerkingsregister.json', open, (_request, reply) => reply.headers(JSON_HEADERS).send(json))
}
