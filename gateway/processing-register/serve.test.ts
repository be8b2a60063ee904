import { describe, expect, test } from '@jest/globals'
import fastify from 'fastify'
import { type ProcessingRegister, readProcessingRegister } from '../../kernel/records/processing-register.ts'
import { serveProcessingRegister } from './serve.ts'

const register = readProcessingRegister()

async function get(url: string, of: ProcessingRegister = register) {
  const app = fastify()
  serveProcessingRegister(app, of)
  const response = await app.inject({ url })
  await app.close()
  return response
}

describe('the register on the gateway', () => {
  test('is a page that names every activity, runs no script and loads nothing', async () => {
    const { statusCode, headers, body } = await get('/verwerkingsregister')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const { id } of register.activities) expect(body).toContain(`<code>${id}</code>`)
    expect(body).not.toMatch(/<script|<img|\son\w+=|https?:\/\//)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'none'; frame-ancestors 'none'/,
    )
    expect(policy).not.toContain('unsafe')
  })

  test('gives each activity an anchor of its own', async () => {
    const { body } = await get('/verwerkingsregister')
    const anchors = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(anchors).size).toBe(anchors.length)
    expect(anchors).toContain('img.verstrekking-cooperation.twg-2023')
  })

  test('is JSON as it was generated', async () => {
    const response = await get('/verwerkingsregister.json')
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(response.json()).toEqual(register)
  })

  test('escapes all texts', async () => {
    const [first] = register.activities
    if (!first) throw new Error('the register is empty')
    const hostile = { ...first, name: '<script>alert(1)</script>', purpose: '"><img src=x onerror=alert(1)>' }
    const { body } = await get('/verwerkingsregister', { ...register, activities: [hostile] })
    expect(body).not.toMatch(/<script|<img/)
    expect(body).toContain('&lt;script&gt;')
  })
})

test('a file that is not a register stops the start', () => {
  expect(() => readProcessingRegister('package.json')).toThrow()
  expect(() => readProcessingRegister('schema/nowhere.json')).toThrow('ENOENT')
})
