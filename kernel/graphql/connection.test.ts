import { expect, test } from '@jest/globals'
import { connection, encodeCursor, readPage } from './connection.ts'

const rows = ['a', 'b', 'c']

test('counts only when totalCount is selected, and once per answer', () => {
  let counted = 0
  const total = () => {
    counted += 1
    return 7
  }
  const list = connection(
    rows,
    readPage({ first: 2 }, 1),
    total,
    (row) => row,
    (row) => [row],
  )
  expect(list).toMatchObject({
    nodes: ['a', 'b'],
    pageInfo: { hasNextPage: true, endCursor: encodeCursor(['b']) },
  })
  expect(counted).toBe(0)
  expect([list.totalCount(), list.totalCount(), counted]).toEqual([7, 7, 1])
})

test('leaves out a row without a node, and goes on after it', () => {
  const list = connection(
    rows,
    readPage({ first: 2 }, 1),
    () => 3,
    (row) => (row === 'b' ? undefined : row),
    (row) => [row],
  )
  // The first row of the next page does not take its place: it would be lost there.
  expect(list).toMatchObject({
    nodes: ['a'],
    edges: [{ node: 'a' }],
    pageInfo: { hasNextPage: true, endCursor: encodeCursor(['b']) },
  })
})

test.each(['', 'x', encodeCursor(['a', 'b']), Buffer.from('{}').toString('base64url')])(
  'a cursor of another list is refused: %p',
  (after) => {
    expect(() => readPage({ after }, 1)).toThrow('De cursor in after hoort niet bij deze lijst.')
  },
)
