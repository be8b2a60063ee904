/**
 * The differences that the law allows to show, on purpose; no other may. Each is about some kinds of differences at some places of an
 * answer, and the long run (`npm run noninterference`) fails on an exception that no longer occurs.
 */
export type Exception = {
  readonly name: string
  /** The kinds of difference, by the beginning of their name in differences.ts. */
  readonly of: readonly string[]
  /** The places in an answer where it shows. */
  readonly shows: RegExp
  readonly because: string
  readonly article: string
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    name: 'how many requests the whole area has',
    of: ['request of another organisation', 'request of a municipality'],
    shows: /^data\.(monitoring|informationRequestStatistics)\b/,
    because:
      'Who steers the cooperation counts the requests of everybody, by month, kind, outcome and desk. A count names no address.',
    article: 'Tijdelijke wet Groningen art. 2a lid 1; AVG art. 5 lid 1 onder b and overweging 162',
  },
]
