import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createWorld } from '../../dev/world/world.ts'
import { writeWorld } from '../../dev/world/write-files.ts'
import { OWNERS } from '../../kernel/vocabulary.ts'
import type { ImportKind } from '../../tools/import/columns.ts'
import { serviceToken } from '../attacks/attacker.ts'
import { makeAddress } from '../support/addresses.ts'
import { runCommand, runCommandAt } from '../support/command.ts'
import { FIGURES } from '../support/potential.ts'
import { registerOf } from '../support/register.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'

const system = client()
const register = registerOf(system)

/** Sends the register an event as IMG would, without changing IMG's files, as after a restored backup. */
async function tell(type: string, data: object): Promise<void> {
  const response = await fetch(`${system.urls.svip}/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await serviceToken('img')}`,
      'content-type': 'application/cloudevents-batch+json',
    },
    body: JSON.stringify([
      {
        specversion: '1.0',
        id: randomUUID(),
        source: 'urn:samenloop:img',
        type: `nl.img.damage-claim.${type}`,
        time: new Date().toISOString(),
        data,
      },
    ]),
  })
  expect(response.status).toBe(204)
}

async function claimAt(addressId: string): Promise<string> {
  const { data } = await system.ask(
    'query($id: ID!) { damageClaims(filter: { addressId: $id }) { nodes { reference } } }',
    { as: 'img.handler', variables: { id: addressId } },
  )
  return data.damageClaims.nodes[0].reference
}

describe('npm run register:reconcile', () => {
  test('finds differences, repairs them by ordinary events, and then finds none', async () => {
    const [gone, further, bogus, imported] = [
      await makeAddress(system),
      await makeAddress(system),
      await makeAddress(system, { files: false }),
      await makeAddress(system),
    ]
    const [goneReference, furtherReference, importedReference] = [
      await claimAt(gone),
      await claimAt(further),
      await claimAt(imported),
    ]
    const bogusReference = `X-${randomUUID().slice(0, 8)}`
    const state = { phase: 'REPORTED', status: 'PREPARATION', open: true, since: '2026-01-01' }
    await tell('removed', { addressId: gone, reference: goneReference, revision: 5 })
    await tell('advanced', { addressId: further, reference: furtherReference, revision: 9, ...state })
    await tell('registered', { addressId: bogus, reference: bogusReference, revision: 3, ...state })

    const report = join(mkdtempSync(join(tmpdir(), 'samenloop-reconcile-')), 'report.csv')
    const found = await runCommand('register-reconcile', '--report', report)
    expect(found.err).toBe('')
    expect(found.code).toBe(1)
    const lines = readFileSync(report, 'utf8').trim().split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        `IMG;MISSING;"${goneReference}"`,
        `IMG;DIFFERENT;"${furtherReference}"`,
        `IMG;SUPERFLUOUS;"${bogusReference}"`,
      ]),
    )
    // Nothing of the import is missing, including acute danger of long ago.
    expect(lines.filter((line) => line.includes(importedReference))).toEqual([])

    const repaired = await runCommand('register-reconcile', '--repair')
    expect(repaired.err).toBe('')
    expect(repaired.out).toContain('alles klopt')
    expect(repaired.code).toBe(0)
    expect(await register.track('IMG', goneReference)).toMatchObject({ revision: 6, phase: 'INSPECTION' })
    expect(await register.track('IMG', furtherReference)).toMatchObject({ revision: 10, phase: 'INSPECTION' })
    expect(await register.track('IMG', bogusReference)).toBeNull()
    expect((await register.track('IMG', importedReference))?.notices).toHaveLength(1)
    expect((await register.compare('NCG')).differences).toEqual([])
  })
})

describe('an import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samenloop-reconcile-'))
  let own: TestSystem
  let user: ReturnType<typeof client>
  beforeAll(async () => {
    own = await startTestSystem(join(folder, 'system'), { world: false })
    user = client(own.layout)
  }, 120_000)
  afterAll(async () => {
    await own.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  async function load(kinds: readonly ImportKind[], part = 1) {
    await writeWorld(createWorld({ scale: 1 / 500, part }), folder)
    for (const kind of kinds) {
      const { code, err } = await runCommandAt(own.layout, 'import', kind, join(folder, `${kind}.csv`))
      expect({ code, err }).toMatchObject({ code: 0 })
    }
  }
  const reconcile = async () => (await runCommandAt(own.layout, 'register-reconcile')).code
  /** The results of the import at the SVIP: tracks and notices, figures, signals and acute cases. */
  const left = async () => {
    const { ask } = registerOf(user)
    const pages = await Promise.all(
      OWNERS.map((owner) => ask('svip', '/register/page', { owner, after: '' })),
    )
    const { data, errors } = await user.ask(
      `{ cooperationPotential { figures { ...Figures } } signals { totalCount } } ${FIGURES}`,
      { as: 'ncg.svip' },
    )
    const cases = await user.ask('{ acuteCases(municipality: "1979") { totalCount } }', { as: 'img.safety' })
    expect([errors, cases.errors]).toEqual([[], []])
    const tracks = pages.flatMap((page) => (page as { tracks: { notices: string[] }[] }).tracks)
    return { tracks, ...data, ...cases.data }
  }

  test('leaves the register complete, in whatever order files come, and changes nothing the second time', async () => {
    await load(['img', 'ncg', 'addresses', 'consents'])
    expect(await reconcile()).toBe(0)
    const before = await left()
    expect(before.tracks.flatMap(({ notices }: { notices: string[] }) => notices).length).toBeGreaterThan(0)
    expect(before.cooperationPotential.figures.stock.total).toBeGreaterThan(0)
    for (const part of [1, 0.1]) await load(['addresses', 'img', 'ncg', 'consents'], part)
    expect(await left()).toEqual(before)
    expect(await reconcile()).toBe(0)
  }, 240_000)
})

describe('npm run outbox', () => {
  test('reports that no event was refused, and ignores unknown ids', async () => {
    expect(await runCommand('outbox', 'list', 'img')).toMatchObject({
      code: 0,
      out: 'Er zijn geen geweigerde gebeurtenissen.\n',
    })
    expect(await runCommand('outbox', 'discard', 'ncg', randomUUID())).toMatchObject({
      code: 0,
      out: '0 gebeurtenissen weggegooid.\n',
    })
  })

  test.each([[['list']], [['list', 'svip']], [['retry', 'img']], [['retry', 'img', 'x']], [['--alles']]])(
    'with %j prints its usage',
    async (args) => {
      const { code, err } = await runCommand('outbox', ...args)
      expect(code).toBe(1)
      expect(err).toContain('Dat lukte niet')
    },
  )
})
