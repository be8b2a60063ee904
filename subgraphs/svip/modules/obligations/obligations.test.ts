import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Organisation, Owner, Purpose } from '../../../../kernel/vocabulary.ts'
import { DATABASES } from '../../../../test/support/owner/databases.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../../test/support/svip/svip.ts'
import type { Use } from '../../decisions/decider.ts'
import { createObligations } from './create.ts'
import { sweepObligations } from './sweep.ts'

const HOUR = 3_600_000
const HANDLER = someone('NCG', 'case_handler')
const OFFICER = someone('IMG', 'svip_officer')
const SUPERVISOR = someone('SVIP', 'privacy_officer')
const NONE = { reason: null, channel: null, evidence: null }

for (const [name, open] of DATABASES) {
  describe(`obligations on ${name}`, () => {
    let svip: SvipUnderTest
    let id: string
    beforeAll(async () => {
      svip = await openSvip(open)
    })
    beforeEach(async () => {
      id = await svip.address()
      svip.pass(1000)
    })
    afterAll(() => svip.close())

    const consent = (changes: object = {}) =>
      svip.consents.recordConsent(
        {
          addressId: id,
          givenBy: 'OWNER',
          owner: 'IMG',
          recipient: 'NCG',
          purposes: ['COOPERATION', 'JOINT_INSPECTION'],
          categories: ['PLANNING', 'FINDINGS'],
          channel: 'FORM',
          evidence: 'formulier-1',
          notice: 'notice-1',
          validFrom: svip.now().toISOString(),
          validUntil: null,
          ...changes,
        },
        OFFICER,
      )
    const share = async (
      caller = HANDLER,
      { owner = 'IMG', purpose = 'COOPERATION' }: { owner?: Owner; purpose?: Purpose } = {},
      use: Use | null = 'GRANT',
    ) => (await svip.asked(caller, id, owner, purpose))(use)
    const obligations = async () => {
      const { rows } = await svip.obligations.list({}, SUPERVISOR, '2026-03-02', { first: 100 })
      return rows.filter(({ address_id }) => address_id === id)
    }

    test('a withdrawal obliges recipients to erase what the consent opened, within a month', async () => {
      const { id: consentId } = await consent()
      await share()
      await svip.consents.withdrawConsent(consentId, NONE, OFFICER)
      expect(await obligations()).toEqual([
        expect.objectContaining({
          cause: 'CONSENT_WITHDRAWN',
          cause_id: consentId,
          owner: 'IMG',
          recipient: 'NCG',
          municipality: null,
          categories: ['FINDINGS', 'PLANNING'],
          purposes: ['COOPERATION'],
          due_on: '2026-04-02',
          state: 'OPEN',
        }),
      ])
    })

    test.each<[string, () => Promise<unknown>]>([
      ['nobody asked', async () => {}],
      ['it was only explained', () => share(HANDLER, {}, null)],
      ['only the register was shown, which needs no consent', () => share(HANDLER, {}, 'REGISTER')],
      ['the public task was the ground of sharing', () => share(HANDLER, { purpose: 'STATUS_EXCHANGE' })],
      ['it was shared in the other direction', () => share(someone('IMG', 'case_handler'), { owner: 'NCG' })],
    ])('a withdrawal creates no obligation when %s', async (_why, before) => {
      const { id: consentId } = await consent()
      await before()
      await svip.consents.withdrawConsent(consentId, NONE, OFFICER)
      expect(await obligations()).toEqual([])
    })

    test('a consent that had expired before, or was given after, opened nothing', async () => {
      const expired = await consent({
        evidence: 'oud',
        validUntil: new Date(svip.now().getTime() + HOUR).toISOString(),
      })
      svip.pass(2 * HOUR)
      const { id: given } = await consent()
      await share()
      await svip.consents.withdrawConsent(given, NONE, OFFICER)
      const later = await consent({ evidence: 'later' })
      for (const each of [expired, later]) await svip.consents.withdrawConsent(each.id, NONE, OFFICER)
      expect((await obligations()).map(({ cause_id }) => cause_id)).toEqual([given])
    })

    test('a refusal withdraws what it contradicts, and nothing else, and obliges its recipients', async () => {
      const contradicted = await consent()
      const later = await consent({
        evidence: 'later',
        validFrom: new Date(svip.now().getTime() + HOUR).toISOString(),
      })
      const kept = [
        await consent({ evidence: 'a', purposes: ['ACCELERATION'], categories: ['PLANNING'] }),
        await consent({ evidence: 'b', categories: ['PLANNING'] }),
        await consent({ evidence: 'c', owner: 'NCG', recipient: 'IMG' }),
      ]
      await share()
      const refuse = () =>
        svip.consents.refuseConsent(
          {
            addressId: id,
            givenBy: 'OWNER',
            owner: 'IMG',
            recipient: 'NCG',
            purposes: ['COOPERATION'],
            categories: ['FINDINGS'],
            channel: 'PHONE',
            evidence: 'notitie',
            notice: 'notice-1',
            validFrom: svip.now().toISOString(),
            validUntil: null,
          },
          HANDLER,
        )
      const refusal = await refuse()
      expect((await refuse()).id).toBe(refusal.id)
      const stored = await svip.db.selectFrom('consent').selectAll().where('address_id', '=', id).execute()
      const states = new Map(stored.map((row) => [row.id, row]))
      for (const { id: taken } of [contradicted, later])
        expect(states.get(taken)).toMatchObject({
          state: 'WITHDRAWN',
          revision: 2,
          refusal_id: refusal.id,
          withdrawal_channel: 'PHONE',
          withdrawal_evidence: 'notitie',
        })
      for (const { id: still } of kept) expect(states.get(still)).toMatchObject({ state: 'GIVEN' })
      expect(states.get(refusal.id)).toMatchObject({ state: 'REFUSED', withdrawn_at: null })
      expect(stored).toHaveLength(6)
      expect(await obligations()).toMatchObject([{ cause: 'CONSENT_REFUSED', cause_id: contradicted.id }])
    })

    test('a refusal is not undone by a consent from a file that is imported later', async () => {
      const early = svip.now()
      svip.pass(HOUR)
      const at = svip.now().toISOString()
      const refusal = await svip.consents.refuseConsent(
        {
          addressId: id,
          givenBy: 'OWNER',
          owner: 'IMG',
          recipient: 'NCG',
          purposes: ['COOPERATION'],
          categories: ['FINDINGS'],
          channel: 'FORM',
          evidence: 'nee',
          notice: 'notice-1',
          validFrom: at,
          validUntil: null,
        },
        HANDLER,
      )
      const { id: _id, ...row } = refusal
      const imported = (validFrom: string, number: string) => ({
        ...row,
        id: `00000000-0000-4000-8000-${id.slice(-10)}${number}`,
        state: 'GIVEN' as const,
        evidence: number,
        valid_from: validFrom,
        stated_at: validFrom,
      })
      const after = new Date(svip.now().getTime() + HOUR).toISOString()
      await svip.consents.importAll([imported(early.toISOString(), '01'), imported(after, '02')], SUPERVISOR)
      const stored = await svip.db
        .selectFrom('consent')
        .select(['evidence', 'state', 'refusal_id'])
        .where('address_id', '=', id)
        .where('evidence', 'in', ['01', '02'])
        .orderBy('evidence')
        .execute()
      expect(stored).toEqual([
        { evidence: '01', state: 'WITHDRAWN', refusal_id: refusal.id },
        { evidence: '02', state: 'GIVEN', refusal_id: null },
      ])
    })

    test('an upheld objection obliges each recipient on the public task, each municipality separately', async () => {
      const groningen = someone('GEMEENTE', 'municipal_officer', { subject: 'g', municipality: '0014' })
      await share()
      await share(someone('GEMEENTE', 'municipal_officer'), { purpose: 'MUNICIPAL_PLAN' })
      await share(someone('SVIP', 'intervention_team'), { purpose: 'STUCK_CASE' }, 'REGISTER')
      // Outside its territory, so nothing was shared.
      await share(groningen, { purpose: 'MUNICIPAL_PLAN' })
      const objection = {
        id: null,
        addressId: id,
        owner: 'IMG',
        purposes: null,
        channel: 'LETTER',
        evidence: 'brief',
      } as const
      const { id: objectionId } = await svip.objections.recordObjection(
        { ...objection, state: 'RECEIVED' },
        HANDLER,
      )
      expect(await obligations()).toEqual([])
      expect((await share()).decision.categories).toEqual([])
      await svip.objections.recordObjection({ ...objection, id: objectionId, state: 'UPHELD' }, OFFICER)
      expect(
        (await obligations()).map(({ recipient, municipality, categories, purposes }) => [
          recipient,
          municipality,
          categories,
          purposes,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['NCG', null, ['HANDLER', 'PRESENCE', 'STATUS'], ['COOPERATION']],
          ['GEMEENTE', '1979', ['PRESENCE'], ['MUNICIPAL_PLAN']],
          ['SVIP', null, ['PRESENCE', 'STATUS'], ['STUCK_CASE']],
        ]),
      )
      expect(await obligations()).toHaveLength(3)

      // Data that were shared after the objection ended need not be erased.
      svip.pass(1000)
      await svip.objections.recordObjection({ ...objection, id: objectionId, state: 'ENDED' }, OFFICER)
      await share(HANDLER, { purpose: 'ACCELERATION' })
      await sweepObligations(svip.db, svip.now())
      expect(await obligations()).toHaveLength(3)
      expect((await obligations()).flatMap(({ purposes }) => purposes)).not.toContain('ACCELERATION')
    })

    test('an objection for some purposes leaves the others, and one against both agencies covers each', async () => {
      await share()
      await share(HANDLER, { purpose: 'ACCELERATION' })
      await share(someone('IMG', 'case_handler'), { owner: 'NCG', purpose: 'ACCELERATION' })
      await svip.objections.recordObjection(
        {
          id: null,
          addressId: id,
          owner: null,
          purposes: ['ACCELERATION'],
          state: 'UPHELD',
          channel: 'FORM',
          evidence: 'x',
        },
        SUPERVISOR,
      )
      const made = await obligations()
      expect(made.map(({ owner, recipient, purposes }) => [owner, recipient, purposes])).toEqual(
        expect.arrayContaining([
          ['IMG', 'NCG', ['ACCELERATION']],
          ['NCG', 'IMG', ['ACCELERATION']],
        ]),
      )
      expect(made).toHaveLength(2)
    })

    test('a revoked request obliges its recipients', async () => {
      const requestId = '11111111-2222-4333-8444-555555555555'.replace('55555', id.slice(-5))
      await svip.db
        .insertInto('information_request')
        .values({
          id: requestId,
          number: `SVIP-${id}`,
          revision: 5,
          kind: 'OTHER',
          address_id: id,
          owner: 'IMG',
          purpose: 'COOPERATION',
          categories: ['FINDINGS'],
          necessity: 'nodig',
          requester_organisation: 'NCG',
          requester_municipality: null,
          requester_subject: HANDLER.subject,
          requester_team: null,
          requester_roles: ['case_handler'],
          idempotency_key: id,
          submission: 'x',
          needed_categories: null,
          state: 'ANSWERED',
          outcome: 'GRANTED',
          assessing_desk: 'NCG',
          place: null,
          assignee: null,
          submitted_at: svip.now().toISOString(),
          due_on: null,
          ended_at: null,
          assessment: null,
          assessors: [],
          consent_form: null,
          consent_reply: null,
          consent_id: null,
          answered_at: null,
          answered_by: null,
          answerer: null,
          answer_reason: null,
          granted_categories: ['FINDINGS'],
          granted_on_consent: [],
          granted_on_task: ['FINDINGS'],
          forwarded_at: null,
          consent_categories: null,
          place_text: '',
          granted_from: svip.now().toISOString(),
          granted_until: '2027-01-01',
          revoked_at: null,
          follow_up: null,
        })
        .execute()
      expect((await share()).decision.categories).toContain('FINDINGS')
      const at = svip.now().toISOString()
      await svip.db
        .transaction()
        .execute((transaction) =>
          createObligations(transaction, [
            { cause: 'REQUEST_REVOKED', cause_id: requestId, address_id: id, at },
          ]),
        )
      expect(await obligations()).toMatchObject([
        { cause: 'REQUEST_REVOKED', recipient: 'NCG', categories: ['FINDINGS'] },
      ])
    })

    describe('a decision in progress during the withdrawal', () => {
      test('is found by the sweep when it is recorded afterwards, also after a restart', async () => {
        const { id: consentId } = await consent()
        const record = await svip.asked(HANDLER, id, 'IMG', 'COOPERATION')
        await svip.consents.withdrawConsent(consentId, NONE, OFFICER)
        expect((await record()).decision.categories).toContain('FINDINGS')
        expect(await obligations()).toEqual([])
        await sweepObligations(svip.db, svip.now())
        await sweepObligations(svip.db, svip.now())
        expect(await obligations()).toMatchObject([{ cause_id: consentId, revision: 1 }])
      })

      test('reopens a fulfilled obligation when more was shared than was known', async () => {
        const { id: consentId } = await consent()
        await share()
        const record = await svip.asked(HANDLER, id, 'IMG', 'JOINT_INSPECTION')
        await svip.consents.withdrawConsent(consentId, NONE, OFFICER)
        const [made] = await obligations()
        await svip.obligations.fulfil(
          { id: made?.id ?? '', revision: 1, result: 'ERASED' },
          someone('NCG', 'svip_officer'),
        )
        await sweepObligations(svip.db, svip.now())
        expect(await obligations()).toMatchObject([{ state: 'DONE', revision: 2 }])
        await record()
        await sweepObligations(svip.db, svip.now())
        expect(await obligations()).toMatchObject([
          { state: 'OPEN', result: null, revision: 3, purposes: ['COOPERATION', 'JOINT_INSPECTION'] },
        ])
      })

      test('is searched for until none can be in progress any more, however long the process was down', async () => {
        const waiting = async () =>
          (await svip.db.selectFrom('obligation_cause').selectAll().where('address_id', '=', id).execute())
            .length
        const { id: consentId } = await consent()
        const record = await svip.asked(HANDLER, id, 'IMG', 'COOPERATION')
        await svip.consents.withdrawConsent(consentId, NONE, OFFICER)
        await sweepObligations(svip.db, svip.now())
        expect(await waiting()).toBe(1)
        await record()
        svip.pass(240 * HOUR)
        await sweepObligations(svip.db, svip.now())
        expect(await obligations()).toHaveLength(1)
        expect(await waiting()).toBe(0)
      })
    })

    test('visibility: the recipient, the owner, and the privacy officers of the SVIP', async () => {
      await share(someone('GEMEENTE', 'municipal_officer'), { purpose: 'MUNICIPAL_PLAN' })
      await svip.objections.recordObjection(
        {
          id: null,
          addressId: id,
          owner: 'IMG',
          purposes: null,
          state: 'UPHELD',
          channel: 'FORM',
          evidence: 'x',
        },
        OFFICER,
      )
      const [made] = await obligations()
      const sees = async (organisation: Organisation, changes: object = {}) => {
        const caller = someone(organisation, 'svip_officer', changes)
        const { rows } = await svip.obligations.list({}, caller, '2026-03-02', { first: 100 })
        return rows.some((row) => row.id === made?.id)
      }
      expect(await sees('GEMEENTE')).toBe(true)
      expect(await sees('GEMEENTE', { municipality: '0014' })).toBe(false)
      expect(await sees('GEMEENTE', { municipality: null })).toBe(false)
      expect(await sees('IMG')).toBe(true)
      expect(await sees('NCG')).toBe(false)
      expect(await sees('SVIP')).toBe(false)
      expect(await sees('SVIP', { roles: ['privacy_officer'] })).toBe(true)

      const fulfil = (caller: ReturnType<typeof someone>, changes: object = {}) =>
        svip.obligations.fulfil(
          { id: made?.id ?? '', revision: 1, result: 'NOTHING_KEPT', ...changes },
          caller,
        )
      const eemsdelta = someone('GEMEENTE', 'municipal_officer')
      await expect(fulfil(OFFICER)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(fulfil(SUPERVISOR)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(fulfil({ ...eemsdelta, municipality: '0014' })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      })
      await expect(fulfil(eemsdelta, { revision: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
      await expect(fulfil(eemsdelta, { result: 'KEPT_ON_OTHER_BASIS' })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      })
      expect(await fulfil(eemsdelta)).toMatchObject({
        state: 'DONE',
        revision: 2,
        fulfilled_by: 'GEMEENTE:gemeente.municipal_officer',
      })
      await expect(fulfil(eemsdelta)).rejects.toMatchObject({ code: 'CONFLICT' })
    })

    test('the withdrawal and its obligations commit together or not at all', async () => {
      const { id: consentId } = await consent()
      await share()
      // An unreadable entry makes the search in the log fail.
      const content = JSON.stringify({
        subject: id,
        granted: true,
        response: { facts: [{ id: consentId }] },
        information: { consents: 'unreadable' },
      })
      await svip.db
        .insertInto('log_content')
        .values({ chain: 'svip/decisions', seq: Number(id.slice(-9)) + 1e9, salt: '', content })
        .execute()
      await expect(svip.consents.withdrawConsent(consentId, NONE, OFFICER)).rejects.toThrow()
      const row = await svip.db
        .selectFrom('consent')
        .selectAll()
        .where('id', '=', consentId)
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject({ state: 'GIVEN', revision: 1 })
    })

    test('a page takes one statement, however many there are, and the next one continues after it', async () => {
      for (let round = 0; round < 3; round++) {
        const { id: consentId } = await consent({ evidence: `ronde-${round}` })
        await share()
        await svip.consents.withdrawConsent(consentId, NONE, OFFICER)
        svip.pass(1000)
      }
      const page = async (after: string | null) => {
        const before = svip.statements()
        const { connection } = await svip.obligations.list({}, SUPERVISOR, '2026-03-02', { first: 1, after })
        const { edges } = connection((row) => row.id) as { edges: { cursor: string; node: string }[] }
        return { statements: svip.statements() - before, ...edges[0] }
      }
      const [first, all] = [await page(null), await obligations()]
      expect(first.statements).toBe(1)
      expect(all).toHaveLength(3)
      const second = await page(first.cursor ?? null)
      expect(second.node).not.toBe(first.node)
    })
  })
}
