import { describe, expect, test } from '@jest/globals'
import { handlerColumns, toHandler, toInspection } from '../../subgraphs/agency/columns.ts'
import { assertAmount, assertOrder, optionalText, requiredAddressId, requiredText } from './input.ts'

const BAD = { code: 'BAD_USER_INPUT' }
const thrown = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('text that is required', () => {
  test('comes back without the spaces around it', () => {
    expect(requiredText('  Kap verstevigen\n', 'De omschrijving')).toBe('Kap verstevigen')
    expect(requiredText('x'.repeat(10_000), 'De omschrijving')).toHaveLength(10_000)
    expect(requiredText('Ĳ 😀', 'De omschrijving')).toBe('Ĳ 😀')
  })

  test.each(['', '   ', '\n', 'x'.repeat(10_001), 'a\0b', 'half \ud800 a pair', '\udc00'])(
    'is BAD_USER_INPUT that names the field and not the value when it is %j',
    (text) => {
      const error = thrown(() => requiredText(text, 'De omschrijving'))
      expect(error).toMatchObject({ ...BAD, message: expect.stringMatching(/^De omschrijving (moet|bevat)/) })
    },
  )
})

describe('text that may be left out', () => {
  test.each([[null], [undefined], [''], ['  ']])('is null for %j', (text) => {
    expect(optionalText(text, 'Het team')).toBeNull()
  })

  test('is held to the same when it is there', () => {
    expect(optionalText(' Noord ', 'Het team')).toBe('Noord')
    expect(thrown(() => optionalText('\0', 'Het team'))).toMatchObject(BAD)
  })
})

describe('an address', () => {
  test('is the identification of a nummeraanduiding', () => {
    expect(requiredAddressId('1979200000000001')).toBe('1979200000000001')
  })

  test.each([
    '',
    '1979010000000001',
    '197920000000000',
    '19792000000000012',
    '1979200000000001\n',
    "' or true --",
  ])('that reads %j is BAD_USER_INPUT', (id) => {
    expect(thrown(() => requiredAddressId(id))).toMatchObject(BAD)
  })
})

describe('days and amounts', () => {
  test.each([
    ['2025-01-01', '2025-01-02'],
    ['2025-01-01', '2025-01-01'],
    [null, '2025-01-01'],
    ['2025-01-01', null],
    [null, null],
  ])('%p may be followed by %p', (first, second) => {
    expect(() => assertOrder(first, second, 'Nee.')).not.toThrow()
  })

  test('a day before the one it follows is BAD_USER_INPUT', () => {
    expect(thrown(() => assertOrder('2025-01-02', '2025-01-01', 'Nee.'))).toMatchObject({
      ...BAD,
      message: 'Nee.',
    })
  })

  test('an amount is 0 or more, or unknown', () => {
    for (const cents of [0, 1, 2 ** 31 - 1, null]) expect(() => assertAmount(cents, 'Nee.')).not.toThrow()
    expect(thrown(() => assertAmount(-1, 'Nee.'))).toMatchObject(BAD)
  })
})

describe('the columns both agencies have', () => {
  const NOBODY = { handler_name: null, handler_phone: null, handler_email: null, handler_team: null }

  test('a handler is kept as given, blanks as unknown', () => {
    expect(handlerColumns({ name: ' B. ', phone: ' ', email: 'b@img.example', team: null })).toEqual({
      ...NOBODY,
      handler_name: 'B.',
      handler_email: 'b@img.example',
    })
    expect(handlerColumns(null)).toEqual(NOBODY)
    expect(handlerColumns(undefined)).toEqual(NOBODY)
  })

  test.each([
    ['name', { name: ' ', email: 'b@img.example' }],
    ['email', { name: 'B.', email: '' }],
  ])('a handler without %s is BAD_USER_INPUT', (field, handler) => {
    expect(thrown(() => handlerColumns(handler))).toMatchObject({
      ...BAD,
      message: expect.stringContaining(field),
    })
  })

  test('a part of which nothing is known is null, one of which something is known is there', () => {
    expect(toHandler(NOBODY)).toBeNull()
    expect(toHandler({ ...NOBODY, handler_team: 'Noord' })).toEqual({
      name: null,
      phone: null,
      email: null,
      team: 'Noord',
    })
    expect(toInspection({ inspection_planned_on: null, inspection_held_on: null })).toBeNull()
    expect(toInspection({ inspection_planned_on: null, inspection_held_on: '2025-01-01' })).toEqual({
      plannedOn: null,
      heldOn: '2025-01-01',
    })
  })
})
