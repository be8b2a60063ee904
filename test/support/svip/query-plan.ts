import type { Kysely, KyselyPlugin } from 'kysely'
import type { Tables } from '../../../subgraphs/svip/store/tables.ts'

/** For tests that check how many rows a query plan reads. */

export type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly Plan[]
}
const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)]

/** Runs each statement as `explain analyze`, so that the plans are of the statements that the store really sends. */
export function explaining(db: Kysely<Tables>): {
  readonly explained: Kysely<Tables>
  readonly nodes: () => Plan[]
} {
  let nodes: Plan[] = []
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) =>
      node.kind === 'RawNode'
        ? {
            ...node,
            sqlFragments: [
              `explain (analyze, format json) ${node.sqlFragments[0]}`,
              ...node.sqlFragments.slice(1),
            ],
          }
        : node,
    transformResult: async ({ result }) => {
      const [row] = result.rows as { 'QUERY PLAN': [{ Plan: Plan }] }[]
      nodes = row ? flatten(row['QUERY PLAN'][0].Plan) : []
      return { ...result, rows: [] }
    },
  }
  return { explained: db.withPlugin(plugin), nodes: () => nodes }
}

/** The rows that a plan read from a table, including filtered ones. */
export const touched = (nodes: readonly Plan[], table: string): number =>
  nodes
    .filter((node) => node['Relation Name'] === table)
    .reduce(
      (sum, node) =>
        sum +
        (node['Actual Loops'] ?? 1) *
          (node['Actual Rows'] +
            (node['Rows Removed by Filter'] ?? 0) +
            (node['Rows Removed by Index Recheck'] ?? 0)),
      0,
    )
