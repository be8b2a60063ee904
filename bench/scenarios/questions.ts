import type { Bench } from '../bench.ts'
import type { Contestant } from '../contract.ts'
import { addressId } from '../database/filling.ts'
import { UNIFIED_QUERY } from './unified-query.ts'

/** The unified query and its list, from many callers. */

const LIST_QUERY = UNIFIED_QUERY.replace(
  'query Adres($id: ID!,',
  'query Adressen($postcode: String!,',
).replace('address(id: $id,', 'addresses(postcode: $postcode,')
const PURPOSES = ['COOPERATION', 'STATUS_EXCHANGE', 'JOINT_INSPECTION']

type Ask = Contestant['ask']

/** Turns a counter into a pseudo-random, reproducible number. */
export function drawn(count: number, below: number): number {
  let value = Math.imul(count + 1, 0x9e3779b1)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0) % below
}

function ask(bench: Bench, query: string, variables: (count: number) => object): Ask {
  const headers = bench.callers.map(({ token }) => ({
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
  }))
  const text = JSON.stringify(query)
  return (count) => ({
    body: `{"query":${text},"variables":${JSON.stringify({
      ...variables(count),
      purpose: PURPOSES[count % PURPOSES.length],
    })}}`,
    headers: headers[drawn(count, headers.length)] ?? {},
  })
}

/** Lists of all addresses with these postcodes, in one query. */
export function askLists(bench: Bench, postcodes: readonly string[]): Ask {
  const [, selection = ''] = /addresses\([^)]*\) (\{[\s\S]*\})\s*\}\s*$/.exec(LIST_QUERY) ?? []
  const lists = postcodes.map(
    (postcode, index) => `list${index}: addresses(postcode: "${postcode}", purpose: $purpose) { ...Both }`,
  )
  const query = `query Lijsten($purpose: Purpose) { ${lists.join(' ')} } fragment Both on Address ${selection}`
  return ask(bench, query, () => ({}))
}

/** The unified query of a pseudo-random address. */
export const askUnified = (bench: Bench, addresses: number): Ask =>
  ask(bench, UNIFIED_QUERY, (count) => ({ id: addressId(drawn(count, addresses)) }))

/** The unified list of all addresses with a postcode. */
export const askList = (bench: Bench, postcode: (count: number) => string): Ask =>
  ask(bench, LIST_QUERY, (count) => ({ postcode: postcode(count) }))
