import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { layout, post, send, system } from './attacker.ts'

/** Operational data, abused to inject or extract data, or to fill them. */

const SERVICES = ['gateway', 'svip', 'img', 'ncg'] as const
const NAME = 'JanDeVriesBSN123456782'
const ask = (id: string) => `query ${NAME}($id: ID!) { address(id: $id) { ${NAME}: street } } # ${id}`

describe('metrics and logs of operators', () => {
  test('have no text of a caller, and nothing of an address', async () => {
    const id = await makeAddress(system)
    const series = async () =>
      (await send('gateway', '/metrics', { method: 'GET' })).text
        .split('\n')
        .filter((line) => line.startsWith('graphql_operation_seconds_count')).length
    await post('gateway', ask(id), { as: 'img.handler', variables: { id } })
    const before = await series()
    for (let count = 0; count < 20; count++)
      await post('gateway', `query ${NAME}${count} { ${NAME}${count} }`, { as: 'img.handler' })
    await send('gateway', `/${NAME}/${id}?token=${NAME}`, { method: 'GET' })
    expect(await series()).toBe(before)
    for (const service of SERVICES) {
      const { text } = await send(service, '/metrics', { method: 'GET' })
      const log = readFileSync(`${layout.directory}/logs/${service}.log`, 'utf8')
      for (const secret of [NAME, id]) {
        expect(text).not.toContain(secret)
        expect(log).not.toContain(secret)
      }
    }
  })

  test.each(SERVICES)('the readiness of %s is reported without an address of anything', async (service) => {
    const { status, text } = await send(service, '/readyz', { method: 'GET' })
    expect(status).toBe(200)
    expect(Object.values(JSON.parse(text) as object).filter((value) => value !== 'ready')).toEqual([])
  })
})

describe('a made-up trace', () => {
  test.each([
    `00-${NAME}-1234567890abcdef-01`,
    `00-${'0'.repeat(32)}-1234567890abcdef-01`,
    'x'.repeat(8000),
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-zz',
  ])('is not adopted, and does no harm: %#', async (traceparent) => {
    const { status, text } = await post('gateway', '{ nothing }', {
      as: 'img.handler',
      headers: { traceparent },
    })
    expect(status).toBe(400)
    expect(text).not.toContain(NAME)
    expect(text).not.toContain('0af7651916cd43dd8448eb211c80319c')
  })
})
