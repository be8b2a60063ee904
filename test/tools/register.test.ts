import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { serviceToken } from '../attacks/attacker.ts'
import { makeAddress } from '../support/addresses.ts'
import { runCommand } from '../support/command.ts'
import { registerOf } from '../support/register.ts'
import { client } from '../support/system.ts'

const system = client()
const register = registerOf(system)

/** Tells the register something as IMG would, past its files: what a backup that was put back leaves behind. */
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
  test('finds what differs, repairs it along the ordinary way, and then finds nothing', async () => {
    const [gone, further, bogus, untold] = [
      await makeAddress(system),
      await makeAddress(system),
      await makeAddress(system, { files: false }),
      await makeAddress(system),
    ]
    const [goneReference, furtherReference, untoldReference] = [
      await claimAt(gone),
      await claimAt(further),
      await claimAt(untold),
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
        // Told by no change: the claims were loaded, with acute danger of long ago.
        `IMG;NOTICE_MISSING;"${untoldReference}"`,
      ]),
    )
    expect(lines).not.toContain(`IMG;MISSING;"${untoldReference}"`)

    const repaired = await runCommand('register-reconcile', '--repair')
    expect(repaired.err).toBe('')
    expect(repaired.out).toContain('alles klopt')
    expect(repaired.code).toBe(0)
    expect(await register.track('IMG', goneReference)).toMatchObject({ revision: 6, phase: 'INSPECTION' })
    expect(await register.track('IMG', furtherReference)).toMatchObject({ revision: 10, phase: 'INSPECTION' })
    expect(await register.track('IMG', bogusReference)).toBeNull()
    expect((await register.track('IMG', untoldReference))?.notices).toHaveLength(1)
    expect((await register.compare('NCG')).differences).toEqual([])
  }, 120_000)
})

describe('npm run outbox', () => {
  test('says that nothing was refused, and does nothing for ids that are not there', async () => {
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
    'asked for %j it says what it needs',
    async (args) => {
      const { code, err } = await runCommand('outbox', ...args)
      expect(code).toBe(1)
      expect(err).toContain('Dat lukte niet')
    },
  )
})
