import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { claimRow } from '../../subgraphs/img/import.ts'
import { projectRow } from '../../subgraphs/ncg/import.ts'
import { addressRow, municipalityRow } from '../../subgraphs/svip/modules/addresses/import.ts'
import { consentRow } from '../../subgraphs/svip/modules/consent/import.ts'
import { allLoaded, startReceiver } from '../../test/support/world/world.ts'
import { COLUMNS, IMPORT_KINDS, WORLD_KINDS } from '../../tools/import/columns.ts'
import { loadWorld } from './load.ts'
import { createWorld, SMALL } from './world.ts'

/** What the processes accept; the two sides of an import must not drift apart. */
const ROWS = {
  addresses: addressRow,
  municipalities: municipalityRow,
  img: claimRow,
  ncg: projectRow,
  consents: consentRow,
}
const world = createWorld({ scale: SMALL })

describe.each(IMPORT_KINDS.map((kind) => ({ kind })))('$kind', ({ kind }) => {
  const columns = COLUMNS[kind].columns.map((column) => column.toLowerCase())
  const required = COLUMNS[kind].required.map((column) => column.toLowerCase())

  test('have the columns that the process knows, and need those that it needs', () => {
    expect([...columns].sort()).toEqual(Object.keys(ROWS[kind].shape).sort())
    const needed = Object.entries(ROWS[kind].shape).filter(
      ([, column]) => !column.safeParse(undefined).success,
    )
    expect([...required].sort()).toEqual(needed.map(([column]) => column).sort())
  })

  test('have every column in the documentation', async () => {
    const documentation = await readFile(new URL('../../docs/import.md', import.meta.url), 'utf8')
    const section = documentation.split(/^## /m).find((each) => each.startsWith(`\`${kind}\``)) ?? ''
    const described = [...section.matchAll(/^\| `(\w+)`(\*?) \|/gm)]
    expect(described.map(([, column]) => column)).toEqual(COLUMNS[kind].columns)
    expect(described.flatMap(([, column, star]) => (star ? [column?.toLowerCase()] : []))).toEqual(required)
  })
})

describe.each(WORLD_KINDS.map((kind) => ({ kind })))('$kind', ({ kind }) => {
  test('of the world are accepted by the process', () => {
    const faults = [...world.records(kind)].flatMap((record) => {
      const row = Object.entries(record).map(([column, cell]) => [column.toLowerCase(), cell])
      return ROWS[kind].safeParse(Object.fromEntries(row)).error?.issues ?? []
    })
    expect(faults).toEqual([])
  })
})

describe('loading a world', () => {
  test('sends everything to its owner: addresses first, consents last', async () => {
    await using svip = await startReceiver(allLoaded)
    await using img = await startReceiver(allLoaded)
    await using ncg = await startReceiver(allLoaded)
    const urls = { svip: svip.baseUrl, img: img.baseUrl, ncg: ncg.baseUrl }
    const progress: string[] = []
    const outcome = await loadWorld(world, urls, 'token', ({ kind, rows, total }) =>
      progress.push(`${kind} ${rows}/${total}`),
    )
    expect(Object.entries(outcome).map(([kind, { loaded }]) => [kind, loaded])).toEqual(
      Object.entries(world.totals),
    )
    expect(svip.received.map(({ path }) => path)).toEqual([
      '/import/addresses',
      '/import/addresses',
      '/import/consents',
    ])
    expect(img.received.every(({ path }) => path === '/import/img')).toBe(true)
    expect(progress.slice(0, 2)).toEqual(['addresses 1000/1336', 'addresses 1336/1336'])
    expect(progress.at(-1)).toBe('consents 6/6')
  })

  test('fails with the reason when a row is rejected', async () => {
    await using receiver = await startReceiver(({ path, rows }) => ({
      body: { results: rows.map(() => (path.endsWith('ncg') ? { rejected: 'status: onbekend' } : 'loaded')) },
    }))
    const { baseUrl } = receiver
    const loading = loadWorld(world, { svip: baseUrl, img: baseUrl, ncg: baseUrl }, 'token')
    await expect(loading).rejects.toThrow('Rij 2 van de ncg is afgekeurd: status: onbekend')
  })
})
