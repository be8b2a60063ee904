import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { addressId, createImporter, text, wholeNumber, yesNo } from './import.ts'
import { bareCell, harmlessCell } from './spreadsheet.ts'

describe('a cell as a spreadsheet writes it', () => {
  test.each([
    ['31   ', '31'],
    ['\u00a0\u2007Dijk\u202f\u3000', 'Dijk'],
    ['\ufeff\u200bDijk\u2060\u200e', 'Dijk'],
    ['\u0000\t Dijk\u001a', 'Dijk'],
    ['="0024200099910031"', '0024200099910031'],
    ["'0024200099910031", '0024200099910031'],
    ["'-5 cm", '-5 cm'],
    // These are part of the name.
    ["'t Zandt", "'t Zandt"],
    ["'s-Gravenmoer", "'s-Gravenmoer"],
    ['een\u00a0twee', 'een\u00a0twee'],
  ])('%j is %j', (cell, bare) => {
    expect(bareCell(cell)).toBe(bare)
  })

  test.each(['=1+1', '+31 6', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''=1"])(
    '%j is never carried out',
    (cell) => {
      expect(harmlessCell(cell)).toBe(`'${cell}`)
    },
  )

  test('is restored unchanged, for any text', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '@', '1', 'a') }))
    fc.assert(
      fc.property(
        cell.map(bareCell).filter((bare) => bareCell(bare) === bare),
        (bare) => {
          expect(harmlessCell(bare)).not.toMatch(/^[=+\-@\t\r]/)
          expect(bareCell(harmlessCell(bare))).toBe(bare)
        },
      ),
    )
  })
})

describe('a row of a spreadsheet', () => {
  const importer = createImporter(
    z.object({ id: addressId, number: wholeNumber, name: text, ready: yesNo }),
    async (rows) => rows.map(() => 'loaded'),
  )
  const GOOD = { id: '0024200099910031', number: '31', name: 'Dijk', ready: 'WAAR' }
  test('is accepted with its padding', async () => {
    const padded = Object.fromEntries(
      Object.entries(GOOD).map(([column, cell]) => [column, `${cell} \u00a0`]),
    )
    expect(await importer([padded])).toEqual(['loaded'])
  })

  test.each([
    ['id', '2,42E+15', 'cijfers weggelaten'],
    ['id', '2.42e15', 'cijfers weggelaten'],
    ['id', '24200099910031', 'nullen aan het begin'],
    ['id', '=A1', 'formule'],
    ['number', '31,00', 'decimalen'],
    ['number', '########', 'te smal'],
    ['number', '#N/B', 'uitrekenen'],
    ['number', '#WAARDE!', 'uitrekenen'],
  ])('%s as %s says what the spreadsheet did, and not what is in the cell', async (column, cell, says) => {
    const [result] = await importer([{ ...GOOD, [column]: cell }])
    expect(result).toEqual({ rejected: expect.stringMatching(new RegExp(`^${column}: .*${says}`)) })
    expect(JSON.stringify(result)).not.toContain(cell)
  })
})
