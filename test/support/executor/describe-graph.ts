import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Ask, createGraph, type Graph, type TestSubgraph } from './federation.ts'

export type Case = Ask & {
  readonly name: string
  readonly data: unknown
  /** The code and the path of each error, sorted. */
  readonly errors?: readonly string[]
  /** The subgraphs that are called, in order. */
  readonly sent?: readonly string[]
  /** Whether Apollo's executor gives the same answer, the same data with other errors, or, for this reason, another answer. */
  readonly stock?: 'same' | 'same data' | { readonly differs: string }
}

/** Tests of one federation, each with its answer, and compared with Apollo's executor. */
export function describeGraph(
  topic: string,
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  cases: readonly Case[],
): void {
  describe(topic, () => {
    let graph: Graph
    beforeAll(async () => {
      graph = await createGraph(subgraphs)
    })
    test.each(cases.map((each) => ({ ...each })))('$name', async (each) => {
      const { data, errors = [], sent, stock = 'same' } = each
      graph.sent()
      expect(await graph.ours(each)).toEqual({ data, errors })
      if (sent) expect(graph.sent().map(({ service }) => service)).toEqual(sent)
      const other = await graph.stock(each).catch((error: unknown) => ({ data: String(error), errors: [] }))
      if (stock === 'same') expect(other).toEqual({ data, errors })
      else if (stock === 'same data') expect(other.data).toEqual(data)
      else
        expect({ answer: other, why: stock.differs }).not.toEqual({
          answer: { data, errors },
          why: stock.differs,
        })
    })
  })
}
