import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { makeAddress } from '../support/addresses.ts'
import { freshDatabase, startPostgres } from '../support/postgres.ts'
import { registerOf } from '../support/register.ts'
import { client } from '../support/system.ts'
import { startTestSystem, type TestSystem } from '../support/test-system.ts'
import { until } from '../support/until.ts'

/** The same system on PostgreSQL, each process with a role that does not own its tables. */
let postgres: Awaited<ReturnType<typeof startPostgres>>
let system: TestSystem
let user: ReturnType<typeof client>
const owners = new Map<string, string>()

beforeAll(async () => {
  postgres = await startPostgres()
  const environment: Record<string, string> = {}
  for (const party of ['IMG', 'NCG', 'SVIP']) {
    const { url, migrationUrl } = await freshDatabase(postgres.url)
    environment[`${party}_DATABASE_URL`] = url
    environment[`${party}_MIGRATION_URL`] = migrationUrl
    owners.set(party, migrationUrl)
  }
  system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-postgres-system-')), {
    world: false,
    environment,
  })
  user = client(system.layout)
})
afterAll(async () => {
  await system?.remove()
  await postgres?.stop()
})

async function asOwner(party: string, statement: string): Promise<void> {
  const connection = new pg.Client({ connectionString: owners.get(party) })
  await connection.connect()
  await connection.query(statement)
  await connection.end()
}

const LOOK = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { damage { categories claims { reference report { summary } } } otherSide { group } } }`

describe('on PostgreSQL', () => {
  test('the story of consent is the same', async () => {
    const id = await makeAddress(user)
    const look = async () => (await user.ask(LOOK, { as: 'ncg.handler', variables: { id } })).data.address
    expect(await look()).toMatchObject({
      damage: { categories: ['PRESENCE', 'STATUS', 'HANDLER'] },
      otherSide: { group: 'B' },
    })
    const input = {
      addressId: id,
      owner: 'IMG',
      recipient: 'NCG',
      purposes: ['COOPERATION'],
      categories: ['FINDINGS'],
      channel: 'FORM',
      evidence: 'f-1',
    }
    const { data } = await user.ask(
      `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`,
      { as: 'ncg.handler', variables: { input } },
    )
    expect((await look()).damage.claims[0].report.summary).toBe('GEHEIM-bevinding')
    await user.ask(`mutation($id: ID!) { withdrawConsent(id: $id) { state } }`, {
      as: 'ncg.handler',
      variables: { id: data.recordConsent.id },
    })
    expect((await look()).damage.claims[0].report).toBeNull()
  })

  test('an event that the SVIP refuses is set aside with the reason, and can be sent again or discarded', async () => {
    const { ask } = registerOf(user)
    const refused = async () => {
      const { refused: list } = (await ask('img', '/outbox/refused')) as {
        refused: readonly { readonly id: string; readonly reason: string }[]
      }
      return list
    }
    await asOwner(
      'IMG',
      `insert into outbox (id, type, address_id, data, occurred_at)
       values (gen_random_uuid(), 'nl.img.damage-claim.exploded', '0010200000000001', '{"reference":"x"}', now())`,
    )
    // A later event triggers its delivery, and is not held up by it.
    const id = await makeAddress(user)
    const look = async () => (await user.ask(LOOK, { as: 'ncg.handler', variables: { id } })).data.address
    expect((await look()).otherSide.group).toBe('B')
    const [first] = await refused()
    expect(first?.reason).toContain('0.type')
    expect(await user.metric('img', 'outbox_refused')).toBe(1)
    expect(await ask('img', '/outbox/retry', { ids: [first?.id] })).toEqual({ changed: 1 })
    await until(async () => (await refused()).length > 0)
    expect(await refused()).toMatchObject([{ id: first?.id }])
    expect(await ask('img', '/outbox/discard', { ids: 'all' })).toEqual({ changed: 1 })
    expect(await refused()).toEqual([])
    const lines = (await user.log('img')).map(({ content }) => String(content))
    expect(lines.filter((line) => line.includes('Geweigerde gebeurtenis weggegooid'))).toHaveLength(1)
  })

  test.each([
    ['SVIP', 'the decision log', null],
    ['IMG', 'the processing log of the owner', {}],
  ])('when %s cannot write %s, nothing is given and the code says so', async (party, _log, address) => {
    const id = await makeAddress(user)
    const role = new URL(system.layout.environment?.[`${party}_DATABASE_URL`] ?? '').username
    await asOwner(party, `revoke insert on log_entry from ${role}`)
    const refused = await user.ask(LOOK, { as: 'ncg.handler', variables: { id } })
    await asOwner(party, `grant insert on log_entry to ${role}`)
    const given = await user.ask(LOOK, { as: 'ncg.handler', variables: { id } })
    expect(JSON.stringify(refused.data)).not.toContain('P-')
    expect(refused.data.address?.damage ?? null).toBeNull()
    expect(refused.errors.map(({ extensions }) => extensions.code)).toContain('RECORD_UNAVAILABLE')
    if (address) expect(refused.data.address).not.toBeNull()
    expect(given.errors).toEqual([])
    expect(given.data.address.damage.claims).toHaveLength(1)
  })
})
