import { randomUUID } from 'node:crypto'
import { addressIds, makeAddresses } from './addresses.ts'
import type { client } from './system.ts'

/** The files at an address: an NCG status or `completed`, and an IMG phase: reported, inspection or completion. */
export type Playing = { readonly ncg?: string; readonly img?: string }

/** Adds an address for each of these situations to a municipality, under a new postcode. */
export async function makeSituations(
  system: ReturnType<typeof client>,
  municipality: string,
  playing: readonly Playing[],
): Promise<readonly string[]> {
  const postcode = await makeAddresses(system, playing.length, { municipality, files: false })
  const ids = addressIds(postcode, playing.length)
  const run = randomUUID().slice(0, 8)
  const rows = playing.map((files, index) => ({
    ...files,
    address_id: ids[index] ?? '',
    reference: `S-${run}-${index}`,
  }))
  const projects = rows.flatMap(({ ncg, address_id, reference }) =>
    ncg === undefined
      ? []
      : [
          {
            reference,
            address_id,
            programme: 'REGULAR',
            started_at: '2024-03-01',
            ...(ncg === 'completed' ? { completed_at: '2025-03-01' } : { status: ncg }),
          },
        ],
  )
  const claims = rows.flatMap(({ img, address_id, reference }) =>
    img === undefined
      ? []
      : [
          {
            reference,
            address_id,
            kind: 'PHYSICAL',
            phase: img,
            registered_at: '2026-01-05',
            ...(img === 'COMPLETION' ? { closed_at: '2026-02-05' } : {}),
            ...(img === 'INSPECTION' ? { inspection_planned_on: '2026-12-01' } : {}),
          },
        ],
  )
  for (const [kind, some] of [
    ['ncg', projects],
    ['img', claims],
  ] as const) {
    const { body } = some.length > 0 ? await system.importRows(kind, some) : { body: { results: [] } }
    if (body.results.some((result) => result !== 'loaded'))
      throw new Error(`the test data were refused: ${JSON.stringify(body).slice(0, 500)}`)
  }
  return ids
}

export const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

export const FIGURES = `fragment Figures on CooperationFigures {
  on stock { total noReport handled bothRunning damageOnly noReportByPhase { phase label count } }
  matrix { total outside groups { group advice count } cells { ncgStatus ncgLabel imgStatus imgLabel group count } } }`

export const POTENTIAL = `query($municipality: String, $on: Date) { cooperationPotential(municipality: $municipality, on: $on) {
  municipality { code name } since smallCountsHidden figures { ...Figures } } } ${FIGURES}`

export const ADDRESSES = `query($filter: CooperationFilter!, $first: Int, $after: String, $purpose: Purpose) {
  cooperationAddresses(filter: $filter, first: $first, after: $after, purpose: $purpose) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor expectedDamage node { id } } } }`
