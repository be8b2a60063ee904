import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

const system = client()
const CHAIN = 'chain=svip/decisions'

let decisionId: string
beforeAll(async () => {
  const { data } = await system.ask(
    `query($id: ID!) { address(id: $id, purpose: COOPERATION) { access { decisionId } } }`,
    { as: 'ncg.handler', variables: { id: await makeAddress(system) } },
  )
  decisionId = data.address.access[0].decisionId
})

async function read(party: 'svip' | 'img' | 'ncg', query: string, as?: string) {
  const headers = as ? { authorization: `Bearer ${await system.tokenOf(as)}` } : undefined
  const response = await fetch(`${system.urls[party]}/log?${query}`, headers ? { headers } : {})
  return { status: response.status, text: await response.text() }
}
const types = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { type: unknown }).type)

describe('a part of a log', () => {
  test.each([
    'ncg.handler',
    'ncg.svip',
    'img.svip',
    'img.safety',
    'gemeente.eemsdelta',
    'intervention.team',
    undefined,
  ])('is not for %s, who query their own decision, and cannot tell whether it exists', async (as) => {
    const there = await read('svip', `${CHAIN}&id=${decisionId}`, as)
    const absent = await read('svip', `${CHAIN}&id=00000000-0000-4000-8000-000000000000`, as)
    const wrong = await read('svip', 'chain=nonsense', as)
    expect([there.status, absent.status, wrong.status]).toEqual(as ? [403, 403, 403] : [401, 401, 401])
    expect(there.text).not.toContain(decisionId)
    expect(there.text.replace(/"traceId":"\w+"/, '')).toBe(absent.text.replace(/"traceId":"\w+"/, ''))
  })

  test('is one chain, or the one entry, for the operator and the privacy officer', async () => {
    for (const as of ['operator', 'privacy.officer']) {
      const one = await read('svip', `${CHAIN}&id=${decisionId}`, as)
      expect([one.status, types(one.text)]).toEqual([200, ['export', 'chain', 'entry', 'end', 'signature']])
      expect(one.text).toContain(decisionId)
      const { text } = await read('svip', CHAIN, as)
      expect(types(text).filter((type) => type === 'chain')).toHaveLength(1)
    }
  })

  test('that is read is on record, and so is a refusal', async () => {
    await read('svip', `${CHAIN}&id=${decisionId}`, 'operator')
    const { text } = await read('svip', 'chain=svip/processing', 'operator')
    expect(text).toContain('Regel uit het logboek gelezen')
    expect(text).toContain('Geweigerd: log')
  })

  test.each([
    'chain=img/processing',
    'chain=',
    'chain=svip/decisions&chain=svip/access',
    'chain=svip/decisions%27%3B+drop+table+log_entry--',
    `id=00000000-0000-4000-8000-000000000000`,
    `${CHAIN}&id=1`,
    `${CHAIN}&id=%27+or+1%3D1--`,
    `${CHAIN}&reference=1`,
    '__proto__=1',
  ])('?%s is a clear error', async (query) => {
    const { status, text } = await read('svip', query, 'operator')
    expect(status).toBe(400)
    const [{ message, extensions }] = (
      JSON.parse(text) as { errors: [{ message: string; extensions: { code: string } }] }
    ).errors
    expect(extensions.code).toBe('BAD_USER_INPUT')
    expect(message).toMatch(/^(Dit kan niet worden opgevraagd|Deze chain is er niet|Geef bij een id)/)
  })

  test('of an agency is not for the privacy officer of the other one', async () => {
    expect((await read('img', 'chain=img/processing', 'privacy.officer')).status).toBe(200)
    expect((await read('ncg', 'chain=ncg/access', 'img.svip')).status).toBe(403)
  })
})
