import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { runCommand as run, runCommandAt } from '../support/command.ts'
import { client, testLayout } from '../support/system.ts'

/** The commands as users type them, against the running system. */
const system = client()
const folder = mkdtempSync(join(tmpdir(), 'samenloop-cli-'))

describe('npm run token', () => {
  test('prints one token that works, and nothing else', async () => {
    const { code, out, err } = await run('token', 'ncg.handler')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.trim().split('\n')).toHaveLength(1)
    const { errors } = await system.ask('{ policy { id } }', { token: out.trim() })
    expect(errors).toEqual([])
  })

  test('lists the personas', async () => {
    const { code, out, err } = await run('token', 'jan')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('gemeente.eemsdelta')
  })
})

describe('npm run import', () => {
  test('loads valid rows, reports invalid ones with their line, and changes nothing the second time', async () => {
    const file = join(folder, 'adressen.csv')
    const rows = [
      'nummeraanduidingIdentificatie;openbareRuimteNaam;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaatsNaam;gemeentecode',
      '0024201111111111;Bergstra\u00dfe;1;;;9901 ab;Appingedam;1979',
      '0024201111111112;;2;;;9901AB;Appingedam;1979',
      '12;Dijk;3;;;9901AB;Appingedam;1979',
      '0024201111111114;Dijk;4;;;9901AB;Appingedam;1979',
    ]
    writeFileSync(file, Buffer.from(rows.join('\r\n'), 'latin1'))
    const first = await run('import', 'addresses', file)
    expect({ code: first.code, err: first.err }).toMatchObject({ code: 0 })
    const report = readFileSync(`${file}.afgekeurd.csv`, 'utf8')
    expect(report).toMatch(/^3.*openbareruimtenaam.*leeg/im)
    expect(report).toMatch(/^4.*BAG-nummeraanduiding/im)
    const { data } = await system.ask('{ address(id: "0024201111111111") { street postcode } }', {
      as: 'img.handler',
    })
    expect(data.address).toEqual({ street: 'Bergstraße', postcode: '9901AB' })

    const second = await run('import', 'addresses', file)
    expect(second.out + second.err).toMatch(/ongewijzigd\D*2|2\D*ongewijzigd/i)
  })

  test('a missing file and an unknown kind are clear errors', async () => {
    const missing = await run('import', 'img', join(folder, 'nee.csv'))
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('nee.csv')
    const kind = await run('import', 'huizen', join(folder, 'nee.csv'))
    expect(kind.code).toBe(1)
    expect(kind.err).toContain('addresses')
  })
})

describe('npm run log:verify', () => {
  test('verifies the logs while the system runs, and finds a changed entry in an exported file without it', async () => {
    const id = await makeAddress(system)
    await system.ask(
      `query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { claims { reference } } } }`,
      { as: 'ncg.handler', variables: { id } },
    )
    const file = join(folder, 'logs.jsonl')
    const running = await run('log-verify', '--export', file)
    // The progress goes to standard error; a slow machine may print another line.
    expect(running.code).toBe(0)
    expect(running.err.split('\n').filter((line) => !line.includes(' / '))).toEqual([
      ...['img', 'ncg', 'svip'].map((party) => `Verifying the log of ${party}`),
      '',
    ])
    expect(running.out).toContain('complete and unchanged')
    for (const chain of ['img/processing', 'ncg/processing', 'svip/processing', 'svip/decisions'])
      expect(running.out).toContain(chain)

    const exported = readFileSync(file, 'utf8')
    const whole = await run('log-verify', file)
    expect(whole.code).toBe(0)
    // An external auditor with nothing but the file: then with the fingerprints that the agencies published.
    const elsewhere = (...args: readonly string[]) =>
      runCommandAt(
        { ...testLayout(), directory: mkdtempSync(join(tmpdir(), 'samenloop-auditor-')) },
        'log-verify',
        file,
        ...args,
      )
    const alone = await elsewhere()
    expect(alone).toMatchObject({ code: 3, out: expect.stringContaining('Not proven:') })
    expect(alone.out).not.toContain('unchanged')
    const pins = JSON.parse(readFileSync(`${testLayout().directory}/trusted-keys.json`, 'utf8')) as Record<
      string,
      string
    >
    const trust = (parties: readonly (readonly [string, string | undefined])[]) =>
      parties.flatMap(([party, pin]) => ['--trust', `${party}=${pin}`])
    expect((await elsewhere(...trust(Object.entries(pins)))).code).toBe(0)
    expect(
      (
        await elsewhere(
          ...trust([
            ['img', pins.ncg],
            ['ncg', pins.img],
            ['svip', pins.svip],
          ]),
        )
      ).code,
    ).toBe(1)

    const isShared = (line: string) => line.includes('samenloop.decision_id') && line.includes('COOPERATION')
    const shared = exported.split('\n').find(isShared) ?? ''
    const { seq } = JSON.parse(shared) as { seq: number }
    const cases: readonly (readonly [string, RegExp])[] = [
      [
        exported.replace(shared, shared.replace('COOPERATION', 'SIGNALLING')),
        new RegExp(`img/processing entry ${seq}: the content was changed`),
      ],
      [exported.replace(`${shared}\n`, ''), new RegExp(`img/processing entry ${seq}: the entry is missing`)],
      [exported.trim().split('\n').slice(0, -1).join('\n'), /cut off/],
    ]
    for (const [text, found] of cases) {
      const changed = join(folder, 'changed.jsonl')
      writeFileSync(changed, text)
      const { code, out } = await run('log-verify', changed)
      expect(code).toBe(1)
      expect(out).toMatch(found)
    }
  })

  test('finds a disclosure without a decision of the SVIP, and one with more than was decided', async () => {
    const file = join(folder, 'agree.jsonl')
    await run('log-verify', '--export', file)
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    // Without the SVIP's decisions, no disclosure has one.
    const without = lines.filter((line) => !line.includes('adl.access_evaluation'))
    const other = join(folder, 'without.jsonl')
    writeFileSync(other, without.join('\n'))
    expect((await run('log-verify', other)).out).toContain('data was shared without a decision of the SVIP')
  })
})
