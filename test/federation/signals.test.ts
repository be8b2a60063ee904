import { beforeAll, describe, expect, test } from '@jest/globals'
import { makeAddress } from '../support/addresses.ts'
import { briefly, filesIn } from '../support/files.ts'
import { form, requestsIn } from '../support/information-requests.ts'
import { type Signal, signalsIn } from '../support/signals.ts'
import { client } from '../support/system.ts'

const system = client()
const { inbox, sent, take, step, list } = signalsIn(system)
const { change, findDamage, findStructuralDamage, registerClaim, registerProject } = filesIn(system)
const requests = requestsIn(system)

describe('the signals of one address, from the first claim on', () => {
  let addressId: string
  let claim: Signal
  let project: Signal
  beforeAll(async () => {
    addressId = await makeAddress(system, { files: false })
  })

  test('the other side has no track, so no signal is made', async () => {
    claim = await registerClaim(addressId)
    expect(claim.address.signals).toEqual([])
  })

  test('NCG begins: the answer itself shows the open claim, and the signals', async () => {
    project = await registerProject(addressId, {}, 'COOPERATION')
    expect(briefly(project.address.signals)).toEqual(['OTHER_TRACK_RUNS → NCG', 'OTHER_TRACK_STARTED → IMG'])
  })

  test('without its purpose a signal only shows presence, and the purpose to query with', async () => {
    const [signal, ...others] = await inbox('img.handler', addressId)
    expect(others).toEqual([])
    expect(signal).toMatchObject({
      kind: null,
      title: 'Bij de NCG speelt iets op dit adres',
      purpose: 'COOPERATION',
      sender: 'NCG',
      recipient: 'IMG',
      address: { id: addressId },
      state: 'NEW',
      overdue: false,
      actions: ['ACKNOWLEDGE', 'ASSIGN', 'ACT', 'CLOSE', 'MARK_NOT_OPPORTUNE'],
      steps: [{ action: 'MAKE', from: null, to: 'NEW', organisation: 'NCG', employee: null }],
    })
    expect(await inbox('img.handler', addressId, 'COOPERATION')).toMatchObject([
      { id: signal.id, kind: 'OTHER_TRACK_STARTED', title: 'De andere organisatie is hier begonnen' },
    ])
    expect(await inbox('img.handler', addressId, 'STATUS_EXCHANGE')).toMatchObject([{ kind: null }])
    expect(await inbox('privacy.officer', addressId)).toMatchObject([{ actions: [] }, { actions: [] }])
  })

  test('both come to inspect: each gets one signal about the other', async () => {
    project = await change('advanceStrengtheningProject', {
      id: project.id,
      revision: project.revision,
      to: 'S2_1',
    })
    claim = await change('advanceDamageClaim', {
      id: claim.id,
      revision: claim.revision,
      to: 'INSPECTION',
      inspectionPlannedOn: '2027-01-05',
    })
    for (const as of ['img.handler', 'ncg.handler'])
      expect(
        (await inbox(as, addressId, 'JOINT_INSPECTION')).filter(({ kind }) => kind !== null),
      ).toMatchObject([{ kind: 'JOINT_INSPECTION_POSSIBLE', advice: expect.stringContaining('twee dagen') }])
  })

  test('IMG follows up, and NCG sees the result, not who did it', async () => {
    const found = async () =>
      (await list('img.handler', { filter: { addressId, purposes: ['JOINT_INSPECTION'] } })).nodes[0]
    let signal = await found()
    const seen = await take('img.handler', 'acknowledgeSignal', signal, { remarks: 'Ik bel de bewoner.' })
    expect(seen).toMatchObject({ state: 'ACKNOWLEDGED', revision: 2 })
    const late = await step('img.colleague', 'acknowledgeSignal', { id: signal.id, revision: 1 })
    expect(late.errors[0]?.extensions.code).toBe('CONFLICT')
    signal = await take('img.colleague', 'assignSignal', seen, { to: 'ME' })
    expect(signal).toMatchObject({ assignee: 'img.colleague', team: 'img-noord', state: 'ACKNOWLEDGED' })
    expect((await list('img.colleague', { filter: { mine: true, addressId } })).totalCount).toBe(1)
    expect((await list('img.handler', { filter: { team: 'img-noord', addressId } })).totalCount).toBe(1)
    expect((await list('img.handler', { filter: { mine: true, addressId } })).totalCount).toBe(0)
    const asked = (await requests.submit('img.handler', form(addressId))).id
    signal = await take('img.handler', 'actOnSignal', signal, {
      links: [{ kind: 'INFORMATION_REQUEST', id: asked }],
    })
    expect(signal).toMatchObject({ state: 'ACTED_ON', links: [{ kind: 'INFORMATION_REQUEST', id: asked }] })
    signal = await take('img.svip', 'closeSignal', signal, {
      result: 'JOINT_INSPECTION',
      remarks: 'Op 5 januari.',
    })
    expect(signal).toMatchObject({ state: 'CLOSED', result: 'JOINT_INSPECTION', actions: [], overdue: false })
    expect(signal.steps.map(({ action, employee, role }: Signal) => [action, employee, role])).toEqual([
      ['MAKE', null, null],
      ['ACKNOWLEDGE', 'img.handler', 'case_handler'],
      ['ASSIGN', 'img.colleague', 'case_handler'],
      ['ACT', 'img.handler', 'case_handler'],
      ['CLOSE', 'img.svip', 'svip_officer'],
    ])

    const told = (await sent('ncg.handler', addressId)).find(({ id }) => id === signal.id)
    expect(told).toMatchObject({
      state: 'CLOSED',
      result: 'JOINT_INSPECTION',
      endedAt: expect.any(String),
      assignee: null,
      team: null,
      links: [],
      actions: [],
    })
    expect(told.steps).toMatchObject([
      { action: 'MAKE', organisation: 'NCG' },
      { action: 'ACKNOWLEDGE', organisation: 'IMG', role: null, employee: null, remarks: null },
      { action: 'ACT', from: 'ACKNOWLEDGED', to: 'ACTED_ON' },
      { action: 'CLOSE', to: 'CLOSED', role: null, employee: null, remarks: null },
    ])
    expect(JSON.stringify(told)).not.toMatch(/img\.|bel de bewoner|5 januari/)
  })

  test('NCG closes one of its own as not opportune, with a reason', async () => {
    const [signal] = (await list('ncg.handler', { filter: { addressId, purposes: ['COOPERATION'] } })).nodes
    const bare = await step('ncg.handler', 'markSignalNotOpportune', {
      id: signal.id,
      revision: signal.revision,
      reason: 'OTHER',
    })
    expect(bare.errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
    await take('ncg.handler', 'markSignalNotOpportune', signal, { reason: 'RESIDENT_WISHES_APART' })
    expect((await sent('img.handler', addressId)).find(({ id }) => id === signal.id)).toMatchObject({
      state: 'NOT_OPPORTUNE',
      notOpportune: 'RESIDENT_WISHES_APART',
    })
    const again = await step('ncg.handler', 'actOnSignal', { id: signal.id, revision: 2, remarks: 'Toch.' })
    expect(again.errors).toMatchObject([
      {
        message: expect.stringContaining(
          'De stand is: er is niets mee gedaan. U kunt er nu geen stap mee zetten.',
        ),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ])
  })

  test('IMG finishes while NCG continues', async () => {
    await change('advanceDamageClaim', {
      id: claim.id,
      revision: claim.revision,
      to: 'COMPLETION',
    })
    const kinds = (await inbox('ncg.handler', addressId, 'COOPERATION')).map(({ kind }) => kind)
    expect(kinds).toContain('OTHER_TRACK_COMPLETED')
  })
})

describe('a finding', () => {
  const RECORD = 'mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }'
  const WITHDRAW = 'mutation($id: ID!) { withdrawConsent(id: $id) { withdrawalReceipt } }'
  const DISCLOSURES = `query($id: ID!) { disclosures(addressId: $id, first: 100) { nodes { owner recipient purpose categories } } }`

  test('is shown as presence, as damage once the resident consents, and as presence again after the withdrawal', async () => {
    const addressId = await makeAddress(system)
    await findDamage(addressId)
    const about = async () => {
      const filter = { addressId, purposes: ['COOPERATION'] }
      const { nodes } = await list('img.handler', { filter, purpose: 'COOPERATION' })
      expect(nodes).toHaveLength(1)
      return nodes[0]
    }
    expect(await about()).toMatchObject({ kind: null, title: 'Bij de NCG speelt iets op dit adres' })
    const consent = await system.ask(RECORD, {
      as: 'ncg.handler',
      variables: {
        input: {
          addressId,
          owner: 'NCG',
          recipient: 'IMG',
          purposes: ['COOPERATION'],
          categories: ['FINDINGS'],
          channel: 'FORM',
          evidence: 'formulier-1',
        },
      },
    })
    expect(consent.errors).toEqual([])
    expect(await about()).toMatchObject({
      kind: 'DAMAGE_FOUND',
      advice: expect.stringContaining('namens de bewoner'),
    })
    const { data } = await system.ask(DISCLOSURES, { as: 'privacy.officer', variables: { id: addressId } })
    expect(data.disclosures.nodes).toContainEqual({
      owner: 'NCG',
      recipient: 'IMG',
      purpose: 'COOPERATION',
      categories: ['PRESENCE', 'STATUS', 'FINDINGS'],
    })
    const withdrawn = await system.ask(WITHDRAW, {
      as: 'ncg.handler',
      variables: { id: consent.data.recordConsent.id },
    })
    expect(await about()).toMatchObject({ kind: null })
    // What was shown must be erased: the signal counts as sharing.
    expect(withdrawn.data.withdrawConsent.withdrawalReceipt).toContain('wat er bij de opname is gevonden')
  })

  test('goes to the municipality when the building is not in the stock, and becomes part of its plan', async () => {
    const addressId = await makeAddress(system, { files: false })
    await findStructuralDamage(addressId)
    const [signal] = await inbox('gemeente.eemsdelta', addressId)
    expect(signal).toMatchObject({
      kind: null,
      purpose: 'MUNICIPAL_PLAN',
      sender: 'IMG',
      recipient: 'GEMEENTE',
      municipality: { code: '1979' },
    })
    await take('gemeente.eemsdelta', 'closeSignal', signal, { result: 'TAKEN_INTO_PLAN' })
    expect(await sent('img.handler', addressId)).toMatchObject([
      { kind: 'STRUCTURAL_DAMAGE_FOUND', recipient: 'NCG', state: 'NEW' },
      { kind: 'STRUCTURAL_DAMAGE_OUTSIDE_STOCK', state: 'CLOSED', result: 'TAKEN_INTO_PLAN' },
    ])
    expect(await inbox('ncg.handler', addressId)).toMatchObject([{ kind: null }])
  })
})
