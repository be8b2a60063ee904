import { describe, expect, test } from '@jest/globals'
import { continueTrace, traceparent } from './trace.ts'

const ID = '0af7651916cd43dd8448eb211c80319c'
const PARENT = 'b7ad6b7169203331'

describe('a trace', () => {
  test('continues the trace of the caller', () => {
    const trace = continueTrace(`00-${ID}-${PARENT}-01`)
    expect(trace).toEqual({
      traceId: ID,
      spanId: expect.stringMatching(/^[0-9a-f]{16}$/),
      parentSpanId: PARENT,
    })
    expect(traceparent(trace)).toBe(`00-${ID}-${trace.spanId}-01`)
  })

  test.each([
    undefined,
    '',
    'x',
    `00-${ID}-${PARENT}`,
    `01-${ID}-${PARENT}-01`,
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${ID}-${'0'.repeat(16)}-01`,
    `00-${ID.toUpperCase()}-${PARENT}-01`,
    `00-${ID}-${PARENT}-01-more`,
    `00-${ID}-${PARENT}-01\r\nx: y`,
  ])('starts here without one that holds: %p', (header) => {
    const trace = continueTrace(header)
    expect(trace).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/), parentSpanId: null })
    expect(trace.traceId).not.toBe(ID)
  })

  test.each([
    ['01', true],
    ['00', false],
    ['03', true],
    ['02', false],
  ])('passes on whether it is exported: flags %s', (flags, sampled) => {
    const seen: unknown[] = []
    const trace = continueTrace(`00-${ID}-${PARENT}-${flags}`, (traceId, parent) => {
      seen.push([traceId, parent])
      return parent ?? true
    })
    expect(seen).toEqual([[ID, sampled]])
    expect(traceparent(trace).slice(-2)).toBe(sampled ? '01' : '00')
  })
})
