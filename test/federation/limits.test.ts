import { describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../world/sample.ts'
import { client } from '../support/system.ts'

const system = client()
const id = SAMPLE.both.addressId

describe('limits of a question', () => {
  test('nested too deep: the error gives the limit', async () => {
    const deep = `${'address { damage { claims { '.repeat(6)} id ${' } } }'.repeat(6)}`
    const { status, errors } = await system.ask(`{ damageClaims { nodes { ${deep} } } }`, {
      as: 'img.handler',
    })
    expect(status).toBe(400)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('toegestaan is 15'), extensions: { code: 'OPERATION_TOO_COMPLEX' } },
    ])
  })

  test('too many aliases: the error gives the limit and the number', async () => {
    const many = Array.from({ length: 31 }, (_, index) => `a${index}: street`).join(' ')
    const { errors } = await system.ask(`{ address(id: "${id}") { ${many} } }`, { as: 'ncg.handler' })
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/31.*30/), extensions: { code: 'OPERATION_TOO_COMPLEX' } },
    ])
  })

  test('too long', async () => {
    const { errors } = await system.ask(`{ address(id: "${id}") { ${'street '.repeat(2500)} } }`, {
      as: 'ncg.handler',
    })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('2000'), extensions: { code: 'OPERATION_TOO_COMPLEX' } },
    ])
  })

  test('a body that is too large, not JSON, or a list of questions is a clear error', async () => {
    const post = async (body: string, type = 'application/json') => {
      const response = await fetch(`${system.urls.gateway}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type, authorization: `Bearer ${await system.tokenOf('ncg.handler')}` },
        body,
      })
      return { status: response.status, text: await response.text() }
    }
    expect(
      await post(JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(300_000) } })),
    ).toMatchObject({ status: 413, text: expect.stringContaining('OPERATION_TOO_COMPLEX') })
    expect(await post('{"query":')).toMatchObject({
      status: 400,
      text: expect.stringContaining('BAD_USER_INPUT'),
    })
    expect(
      await post(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }])),
    ).toMatchObject({ status: 400 })
    expect(await post('query={__typename}', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 415,
    })
  })

  test('a wrong value of a variable is named without being repeated', async () => {
    const { errors } = await system.ask(
      `query($id: ID!, $purpose: Purpose) { address(id: $id, purpose: $purpose) { id } }`,
      {
        as: 'ncg.handler',
        variables: { id, purpose: 'Jan de Vries, 123456782' },
      },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(errors[0]?.message).toContain('$purpose')
    expect(errors[0]?.message).not.toContain('Vries')
  })

  test('a page larger than allowed says what is', async () => {
    const { errors } = await system.ask('{ damageClaims(first: 101) { totalCount } }', { as: 'img.handler' })
    expect(errors).toMatchObject([
      { message: expect.stringContaining('1 tot 100'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })
})
