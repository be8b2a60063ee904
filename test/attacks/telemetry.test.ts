import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { layout, post, send, system } from './attacker.ts'

/** What operators see, used to get something into it, out of it, or to fill it. */

const DOORS = ['gateway', 'svip', 'img', 'ncg'] as const
const NAME = 'JanDeVriesBSN123456782'
const ask = (id: string) => `query ${NAME}($id: ID!) { address(id: $id) { ${NAME}: street } } # ${id}`

describe('metrics and logs of operators', () => {
  test('hold nothing that a caller made up, and nothing of an address', async () => {
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
    for (const door of DOORS) {
      const { text } = await send(door, '/metrics', { method: 'GET' })
      const log = readFileSync(`${layout.directory}/logs/${door}.log`, 'utf8')
      for (const secret of [NAME, id]) {
        expect(text).not.toContain(secret)
        expect(log).not.toContain(secret)
      }
    }
  })

  test.each(DOORS)('whether %s is ready is told without an address of anything', async (door) => {
    const { status, text } = await send(door, '/readyz', { method: 'GET' })
    expect(status).toBe(200)
    expect(Object.values(JSON.parse(text) as object).filter((value) => value !== 'ready')).toEqual([])
  })
})

describe('a trace that is made up', () => {
  test.each([
    `00-${NAME}-1234567890abcdef-01`,
    `00-${'0'.repeat(32)}-1234567890abcdef-01`,
    'x'.repeat(8000),
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-zz',
  ])('is not taken over, and harms nobody: %#', async (traceparent) => {
    const { status, text } = await post('gateway', '{ nothing }', {
      as: 'img.handler',
      headers: { traceparent },
    })
    expect(status).toBe(400)
    expect(text).not.toContain(NAME)
    expect(text).not.toContain('0af7651916cd43dd8448eb211c80319c')
  })
})
