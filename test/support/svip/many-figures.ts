import pg from 'pg'
import { CELLS, toKey } from '../../../subgraphs/svip/modules/potential/situation.ts'

/** Fills figures of any number of addresses directly in SQL, for the bench and the test of the query plans. */

const MUNICIPALITIES = ['0014', '1895', '1952', '1966', '1979']
/** The number of addresses per four-digit postcode, as in the Netherlands. */
const PER_AREA = 2000
const DAYS = 730

/** Two thirds have no report, the rest are handled or in one of the cells; each area is in one municipality. */
const SITUATIONS = [
  ...['SCOPE', 'INSPECTION', 'ASSESSMENT', 'PLANNING', 'EXECUTION', 'COMPLETION'].flatMap((ncgPhase) =>
    Array.from({ length: 11 }, () =>
      toKey({ name: 'NO_REPORT', ncgPhase, ncgStatus: null, imgStatus: null }),
    ),
  ),
  ...Array.from({ length: 6 }, () =>
    toKey({ name: 'HANDLED', ncgPhase: 'COMPLETION', ncgStatus: null, imgStatus: null }),
  ),
  ...CELLS.map((cell) => toKey({ name: 'BOTH_RUNNING', ncgPhase: 'PLANNING', ...cell })),
]

const FILL = [
  `insert into potential_address select '001020' || lpad(i::text, 10, '0'), ($2::text[])[1 + i % cardinality($2::text[])],
     ($3::text[])[1 + (i / ${PER_AREA}) % 5], (1000 + i / ${PER_AREA})::text from generate_series(0, $1::int - 1) i`,
  `insert into potential_count select municipality, situation, count(*) from potential_address group by 1, 2
   union all select 'ALL', situation, count(*) from potential_address group by 2`,
  `insert into potential_day select scope, situation, current_date - d, greatest(0, count - d) from potential_count, generate_series(0, ${DAYS}) d`,
  `insert into potential_area select area, count(*), count(*) filter (where situation not like 'NO_REPORT%') * (abs(hashtext(area)) % 3)
   from potential_address group by area`,
  `update potential_state set since = current_date - ${DAYS}`,
]

export const NO_REPORT: readonly string[] = [...new Set(SITUATIONS)].filter((key) =>
  key.startsWith('NO_REPORT'),
)
export const CELL = toKey({
  name: 'BOTH_RUNNING',
  ncgPhase: 'PLANNING',
  ncgStatus: 'S5_2',
  imgStatus: 'DECISION',
})

/** Fills an empty database as the owner of its tables, and analyses it as autovacuum would. */
export async function fillFigures(ownerUrl: string, size: number): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const [addresses = '', ...rest] = FILL
    await owner.query(addresses, [size, SITUATIONS, MUNICIPALITIES])
    for (const statement of rest) await owner.query(statement)
    await owner.query('vacuum analyze')
  } finally {
    await owner.end()
  }
}
