import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { ERASURE } from '../../../../kernel/records/log/erasing.ts'
import { type Log, openLog } from '../../../../kernel/records/log/log.ts'
import { createProcessingLine } from '../../../../kernel/records/log/processing.ts'
import { runRetention } from '../../../../kernel/records/retention/run.ts'
import { continueTrace } from '../../../../kernel/trace.ts'
import { DIALECTS, type LogDatabase } from '../../../../test/support/log/chains.ts'
import { foldKept } from '../../fold.ts'
import { migrations, type Tables } from '../../store/tables.ts'
import { createHoldStore } from './hold-store.ts'

const DAY_MS = 86_400_000
const KEY = Buffer.from('a key for the pseudonyms of tests')
const [DONE, RUNNING, HELD] = ['0010200000000001', '0010200000000002', '0010200000000003'] as const
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()
const OLD = 3000
const YOUNG = 300

for (const dialect of DIALECTS) {
  describe(`the retention of the SVIP, on ${dialect.name}`, () => {
    let opened: LogDatabase<Tables>
    let processing: Log
    const line = createProcessingLine({ party: 'svip', pseudonymKey: KEY })

    const insert = (table: string, row: object) => {
      const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
      return sql`insert into ${sql.table(table)} (${columns})
        select ${columns} from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::json)`.execute(
        opened.database.db,
      )
    }
    async function statement(kind: 'consent' | 'wish' | 'objection', row: object, revisions = [OLD]) {
      const id = randomUUID()
      const common = {
        id,
        revision: revisions.length,
        evidence: 'E',
        recorded_by: 'IMG',
        recorded_at: ago(OLD),
      }
      await insert(kind, { ...common, channel: 'FORM', ...row })
      for (const [index, days] of revisions.entries())
        await insert('statement_revision', {
          kind,
          id,
          revision: index + 1,
          content: '{"name":"secret"}',
          recorded_by: 'x',
          recorded_at: ago(days),
        })
      return id
    }
    const consent = (row: object, revisions?: number[]) =>
      statement(
        'consent',
        {
          purposes: [],
          address_id: DONE,
          state: 'GIVEN',
          given_by: 'OWNER',
          owner: 'IMG',
          recipient: 'NCG',
          categories: [],
          notice: 'N',
          valid_from: ago(OLD),
          stated_at: ago(OLD),
          ...row,
        },
        revisions,
      )
    const request = (row: object) =>
      insert('information_request', {
        id: randomUUID(),
        number: randomUUID(),
        revision: 1,
        kind: 'OTHER',
        address_id: DONE,
        owner: 'IMG',
        purpose: 'COOPERATION',
        categories: [],
        necessity: 'N',
        requester_organisation: 'NCG',
        requester_subject: 's',
        requester_roles: [],
        idempotency_key: randomUUID(),
        submission: 'x',
        place_text: '',
        state: 'CLOSED',
        assessing_desk: 'NCG',
        submitted_at: ago(OLD),
        assessors: [],
        ...row,
      })
    const run = async (dryRun = false) => {
      const events = runRetention(
        {
          db: opened.database.db,
          party: 'svip',
          records: foldKept(),
          pseudonymKey: KEY,
          processing,
          line,
          holds: createHoldStore(opened.database.db).inForce,
        },
        continueTrace(undefined),
        { dryRun },
      )
      return Object.fromEntries(
        (await Array.fromAsync(events)).flatMap((event) =>
          event.type === 'kind' && event.erased + event.held > 0
            ? [[event.label, [event.erased, event.held]]]
            : [],
        ),
      )
    }
    const idsIn = async (table: string): Promise<readonly string[]> => {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(
        opened.database.db,
      )
      return rows.map(({ id }) => id)
    }

    beforeAll(async () => {
      opened = await dialect.open<Tables>(migrations)
      processing = openLog({
        db: opened.database.db,
        chain: 'svip/processing',
        signingKey: generateKeyPairSync('ed25519').privateKey,
        sealFile: join(mkdtempSync(join(tmpdir(), 'samenloop-seals-')), 'seals.jsonl'),
      })
      for (const id of [DONE, RUNNING, HELD]) {
        await insert('address', { id, street: 'S', house_number: 1, postcode: '9901AB', city: 'C' })
        await insert('register_track', {
          owner: 'IMG',
          reference: id,
          address_id: id,
          phase: 'P',
          open: id === RUNNING,
          since: ago(OLD).slice(0, 10),
          revision: 1,
          as_of: ago(OLD),
        })
      }
    })
    afterAll(async () => {
      await opened?.close()
    })
    beforeEach(async () => {
      const tables = [
        'consent',
        'wish',
        'objection',
        'statement_revision',
        'information_request',
        'buddy_link',
        'signal',
      ]
      await opened.tamper(
        [...tables, 'cooperation', 'acute_case', 'emergency_access', 'legal_hold'].map(
          (table) => `delete from ${table}`,
        ),
      )
    })

    test('a signal is erased with its steps once it is closed, or when the address has no open tracks any more', async () => {
      const signal = async (row: object) => {
        const id = randomUUID()
        await insert('signal', {
          id,
          key: id,
          revision: 1,
          kind: 'DAMAGE_FOUND',
          about: 'NCG',
          recipient: 'IMG',
          address_id: RUNNING,
          purpose: 'COOPERATION',
          state: 'NEW',
          created_at: ago(OLD),
          due_on: ago(OLD).slice(0, 10),
          links: [],
          ...row,
        })
        await insert('signal_step', {
          signal_id: id,
          revision: 1,
          action: 'MAKE',
          to_state: 'NEW',
          organisation: 'NCG',
          at: ago(OLD),
        })
        return id
      }
      const closed = { state: 'CLOSED', result: 'CHECKED' }
      await signal({ ...closed, ended_at: ago(OLD) })
      await signal({ address_id: DONE })
      const kept = [
        await signal({}),
        await signal({ ...closed, ended_at: ago(YOUNG) }),
        await signal({ address_id: DONE, created_at: ago(YOUNG) }),
      ]
      expect(await run()).toMatchObject({ Signalen: [2, 0] })
      expect(await idsIn('signal')).toEqual(kept.toSorted())
      const steps = await sql`select from signal_step`.execute(opened.database.db)
      expect(steps.rows).toHaveLength(kept.length)
    })

    test('a consent is erased with its revisions when it ended long enough ago, and never while it is in force', async () => {
      await consent({ state: 'WITHDRAWN', withdrawn_at: ago(OLD) }, [OLD, OLD])
      await consent({ valid_until: ago(OLD) })
      const kept = [
        await consent({}),
        await consent({ valid_until: ago(-10) }),
        await consent({ state: 'WITHDRAWN', withdrawn_at: ago(YOUNG) }),
        // Withdrawn long ago, but recorded recently.
        await consent({ state: 'WITHDRAWN', withdrawn_at: ago(OLD) }, [OLD, 10]),
      ]
      expect(await run(true)).toEqual({ Toestemmingen: [2, 0] })
      expect(await run()).toEqual({ Toestemmingen: [2, 0] })
      expect(await idsIn('consent')).toEqual(kept.toSorted())
      expect([...new Set(await idsIn('statement_revision'))]).toEqual(kept.toSorted())
      expect(await run()).toEqual({})
    })

    test('a wish ends with the tracks at its address, an objection when it was rejected or ended', async () => {
      const received = { purposes: [], received_at: ago(OLD), decide_by: ago(OLD).slice(0, 10) }
      await statement('wish', { address_id: DONE, integral_approach: true })
      const wish = await statement('wish', { address_id: RUNNING, integral_approach: true })
      await statement('objection', { address_id: DONE, state: 'REJECTED', ...received })
      const upheld = await statement('objection', { address_id: DONE, state: 'UPHELD', ...received })
      expect(await run()).toEqual({ Wensen: [1, 0], Bezwaren: [1, 0] })
      expect([await idsIn('wish'), await idsIn('objection')]).toEqual([[wish], [upheld]])
    })

    test('a request is erased with its steps, once it ended and the access that it opened is over', async () => {
      const id = randomUUID()
      await request({ id, ended_at: ago(OLD) })
      const step = {
        action: 'submit',
        to_state: 'SUBMITTED',
        organisation: 'NCG',
        role: 'case_handler',
        subject: 's',
      }
      await insert('information_request_step', { request_id: id, revision: 1, at: ago(OLD), ...step })
      await request({ ended_at: null, state: 'SUBMITTED' })
      await request({ ended_at: ago(OLD), granted_until: ago(YOUNG) })
      expect(await run()).toEqual({ Informatieverzoeken: [1, 0] })
      expect((await idsIn('information_request')).length).toBe(2)
      const steps = await sql`select 1 from information_request_step`.execute(opened.database.db)
      expect(steps.rows).toEqual([])
    })

    test('a cooperation file is erased with the tracks, an acute case after it closed, each with all its rows', async () => {
      for (const address_id of [DONE, RUNNING]) {
        await insert('cooperation', { address_id, changed_at: ago(OLD), coordinator_revision: 0 })
        await insert('cooperation_step', {
          address_id,
          kind: 'COORDINATOR',
          subject_id: address_id,
          revision: 1,
          action: 'x',
          at: ago(OLD),
        })
      }
      const acute = { revision: 1, address_id: DONE, reported_at: ago(OLD), safe_by: ago(OLD) }
      const closed = randomUUID()
      await insert('acute_case', { ...acute, id: closed, state: 'CLOSED', closed_at: ago(OLD) })
      const running = randomUUID()
      await insert('acute_case', { ...acute, id: running, state: 'AFTERCARE' })
      for (const case_id of [closed, running])
        await insert('acute_step', {
          case_id,
          revision: 1,
          action: 'REPORT',
          state: 'REPORTED',
          organisation: 'IMG',
          at: ago(OLD),
        })
      expect(await run()).toEqual({ Samenwerkingsdossiers: [1, 0], 'Acuut onveilige situaties': [1, 0] })
      const left =
        await sql`select address_id as id from cooperation_step union all select case_id::text from acute_step`.execute(
          opened.database.db,
        )
      expect(left.rows).toEqual([{ id: RUNNING }, { id: running }])
    })

    test('links, emergency accesses and lifted holds are erased after their own terms', async () => {
      for (const address_id of [DONE, RUNNING])
        await insert('buddy_link', {
          address_id,
          revision: 1,
          img_handler: {},
          ncg_handler: {},
          linked_at: ago(OLD),
        })
      const access = {
        revision: 1,
        address_id: DONE,
        owner: 'IMG',
        organisation: 'NCG',
        subject: 's',
        categories: [],
        reason: 'r',
        broken_at: ago(OLD),
        valid_until: ago(OLD),
        review_due_on: ago(OLD).slice(0, 10),
      }
      const reviewed = { ...access, verdict: 'JUSTIFIED', reviewed_at: ago(OLD) }
      await insert('emergency_access', { ...reviewed, id: randomUUID() })
      await insert('emergency_access', { ...access, id: randomUUID() })
      const hold = { address_id: DONE, organisation: 'IMG', reason: 'r', placed_by: 's', placed_at: ago(OLD) }
      await insert('legal_hold', { ...hold, id: randomUUID(), lifted_by: 's', lifted_at: ago(OLD) })
      expect(await run()).toEqual({
        'Koppelingen van behandelaars': [1, 0],
        Noodtoegang: [1, 0],
        'Opgeheven bewaarplichten': [1, 0],
      })
      // An access without a review is kept.
      expect((await idsIn('emergency_access')).length).toBe(1)
    })

    test('nothing about an address under a legal hold is erased, and all of it once the hold is lifted', async () => {
      const caller = {
        subject: 'p',
        organisation: 'IMG',
        roles: ['privacy_officer'],
        municipality: null,
        team: null,
        client: 'c',
        expiresAt: 0,
      } as const
      const holds = createHoldStore(opened.database.db)
      const { id } = await holds.place(HELD, 'zaak 1', caller)
      await consent({ address_id: HELD, valid_until: ago(OLD) })
      await request({ address_id: HELD, ended_at: ago(OLD) })
      await statement('wish', { address_id: HELD, integral_approach: true })
      const all = { Toestemmingen: [0, 1], Informatieverzoeken: [0, 1], Wensen: [0, 1] }
      expect(await run()).toEqual(all)
      await holds.lift(id, 'zaak gesloten', caller)
      expect(await run()).toEqual({ Toestemmingen: [1, 0], Informatieverzoeken: [1, 0], Wensen: [1, 0] })
    })

    test('the database function erases no statement that is younger than the floor, or without a record', async () => {
      const young = await consent({ valid_until: ago(OLD) }, [OLD, 10])
      const erase = async (erasure: object) => {
        const id = `${ERASURE}${randomUUID()}`
        await processing.append([{ id, attributes: { 'samenloop.erasure': erasure } }])
        await sql`select statement_erase(${id})`.execute(opened.database.db)
      }
      await expect(erase({ table: 'consent', rows: [young] })).rejects.toThrow('too young')
      await expect(erase({ table: 'address', rows: [young] })).rejects.toThrow('not on record')
      await expect(erase({ chain: 'svip/decisions', runs: [] })).rejects.toThrow('not on record')
      await expect(
        sql`select statement_erase(${`${ERASURE}none`})`.execute(opened.database.db),
      ).rejects.toThrow('not on record')
      expect(await idsIn('consent')).toEqual([young])
    })

    test.each(['consent', 'wish', 'objection', 'statement_revision'])(
      'the process itself cannot delete from %s',
      async (table) => {
        if (dialect.name !== 'PostgreSQL') return
        for (const statements of [
          [`delete from ${table}`],
          [`truncate ${table} cascade`],
          [`set samenloop.erasing = 'on'`, `delete from ${table}`],
        ])
          await expect(opened.asProcess(statements)).rejects.toThrow('permission denied')
      },
    )
  })
}
