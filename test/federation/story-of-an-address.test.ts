import { beforeAll, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import type { ExportLine } from '../../kernel/records/log/export.ts'
import { verifyLogs } from '../../kernel/records/log/verify.ts'
import { createAcuteCases } from '../support/acute-cases.ts'
import { makeAddress } from '../support/addresses.ts'
import { createCooperation } from '../support/cooperation.ts'
import { briefly, type File, type FileMutation, filesIn, OTHER_SIDE } from '../support/files.ts'
import { POTENTIAL } from '../support/potential.ts'
import { type Signal, signalsIn } from '../support/signals.ts'
import { client } from '../support/system.ts'

/**
 * The story of one address, from a crack in the wall to a safe and repaired house, with the staff of both agencies. Each test continues
 * after the previous one. No other test counts the addresses of Oldambt.
 */

const OLDAMBT = '1895'
const system = client()
const { change, registerClaim, registerProject } = filesIn(system)
const { inbox, sent, take } = signalsIn(system)
const { act, file, propose, wish } = createCooperation(system)
const { act: acute, at } = createAcuteCases(system)
const today = dutchDay(new Date())
const daysAgo = (days: number) => addDays(today, -days)

let addressId: string
let claim: File
let project: File
let atFirst: Readonly<Record<string, number>>
let atFirstThisMonth: Readonly<Record<string, number>>

const img = async (mutation: FileMutation, input: object) => {
  claim = await change(mutation, { id: claim.id, revision: claim.revision, ...input }, 'COOPERATION')
}
const ncg = async (mutation: FileMutation, input: object) => {
  project = await change(mutation, { id: project.id, revision: project.revision, ...input }, 'COOPERATION')
}
const ask = async (query: string, as: string, variables: Record<string, unknown>) => {
  const { data, errors } = await system.ask(query, { as, variables })
  expect(errors).toEqual([])
  return data
}

/** What both sides get when they query the other side. */
async function checked() {
  const query = `query($id: ID!) { address(id: $id, purpose: COOPERATION) { ${OTHER_SIDE} } }`
  const answers = await Promise.all(
    ['img.handler', 'ncg.svip'].map(
      async (as) => (await ask(query, as, { id: addressId })).address.otherSide,
    ),
  )
  expect(answers[0]).toEqual(answers[1])
  return answers[0]
}

/** The signal of a kind in an inbox, queried with a purpose that gives the kind. */
async function signal(as: string, kind: string, purpose = 'COOPERATION'): Promise<Signal> {
  const found = (await inbox(as, addressId, purpose)).filter((each) => each.kind === kind)
  expect(found).toHaveLength(1)
  return found[0]
}

/** The figures of the municipality as numbers by name. */
async function potential(): Promise<Readonly<Record<string, number>>> {
  const { cooperationPotential } = await ask(POTENTIAL, 'ncg.svip', { municipality: OLDAMBT })
  const { stock, matrix } = cooperationPotential.figures
  const { noReportByPhase: _byPhase, ...counts } = stock
  return {
    ...counts,
    outside: matrix.outside,
    ...Object.fromEntries(
      matrix.cells.map(({ ncgStatus, imgStatus, count }: Record<string, unknown>) => [
        `${ncgStatus} and ${imgStatus}`,
        count,
      ]),
    ),
    ...Object.fromEntries(
      matrix.groups.map(({ group, count }: Record<string, unknown>) => [`group ${group}`, count]),
    ),
  }
}

const MONITORING = `query($from: Date!) { monitoring(from: $from) {
  requests { submitted answered } signals { kind state count late }
  jointInspections { proposed accepted agreed held notHeld declined withdrawn }
  integralPlans { proposed agreed carriedOut stopped declined withdrawn } acuteCases { reported madeSafe }
  leadTimes { owner ended measured } potential { noReport bothRunning possible used } } }`

/** The figures of this month as numbers by name, for a caller who oversees both and gets the signals by kind. */
async function thisMonth(): Promise<Readonly<Record<string, number>>> {
  const [month] = (await ask(MONITORING, 'intervention.team', { from: today })).monitoring
  const { signals, leadTimes, ...counters } = month
  const named = (name: string, counts: object) =>
    Object.entries(counts).map(([key, count]) => [`${name}: ${key}`, count] as const)
  return Object.fromEntries([
    ...Object.entries(counters).flatMap(([name, counts]) => named(name, counts as object)),
    ...signals.flatMap(({ kind, state, count, late }: Record<string, unknown>) =>
      named(`signals ${kind}`, { [String(state)]: count, [`${state} late`]: late }),
    ),
    ...leadTimes.flatMap(({ owner, ended, measured }: Record<string, number>) =>
      named(`lead times ${owner}`, { ended, measured }),
    ),
  ])
}

/** The differences between two sets of figures. */
const changed = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.keys({ ...before, ...after })
      .map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
      .filter(([, difference]) => difference !== 0),
  )
const moved = async () => changed(atFirst, await potential())

beforeAll(async () => {
  addressId = await makeAddress(system, { files: false, municipality: OLDAMBT })
  atFirst = await potential()
  atFirstThisMonth = await thisMonth()
})

test('the resident reports damage; IMG sees at once that NCG has no track', async () => {
  claim = await registerClaim(addressId, { registeredAt: daysAgo(20) }, 'SIGNALLING')
  expect(claim.address).toMatchObject({
    otherSide: { ncg: { present: false }, concurrence: 'ONE_SIDE', group: null },
    signals: [],
    strengthening: { project: null },
  })
  expect(await moved()).toEqual({ damageOnly: 1 })
})

test('NCG takes the house into its stock; its answer shows the open claim, and both get a signal', async () => {
  project = await registerProject(addressId, { startedAt: daysAgo(10) }, 'COOPERATION')
  expect(project.address).toMatchObject({
    otherSide: {
      img: { present: true, open: true, status: 'Voorbereiding', since: daysAgo(20) },
      concurrence: 'BOTH_OPEN',
      group: 'A',
      cooperation: 'UNLIKELY',
    },
    damage: { claims: [{ phase: 'REPORTED', status: 'PREPARATION' }] },
  })
  expect(briefly(project.address.signals)).toEqual(['OTHER_TRACK_RUNS → NCG', 'OTHER_TRACK_STARTED → IMG'])
  expect(await moved()).toEqual({ total: 1, bothRunning: 1, 'S1_2 and PREPARATION': 1, 'group A': 1 })
})

test('IMG reads and acknowledges its signal; NCG sees the result', async () => {
  let started = await signal('img.handler', 'OTHER_TRACK_STARTED')
  started = await take('img.handler', 'acknowledgeSignal', started)
  expect((await sent('ncg.handler', addressId)).map(({ state }) => state)).toEqual(['ACKNOWLEDGED'])
  started = await take('img.handler', 'actOnSignal', started, { remarks: 'Ik bel de bewonersbegeleider.' })
  await take('ncg.handler', 'closeSignal', await signal('ncg.handler', 'OTHER_TRACK_RUNS'), {
    result: 'CHECKED',
  })
  expect(await sent('ncg.handler', addressId)).toMatchObject([
    { state: 'ACTED_ON', links: [], assignee: null },
  ])
})

test('the resident is asked for wishes, and the two handlers and one coordinator are named', async () => {
  expect((await file(addressId, 'ncg.handler', 'COOPERATION')).wishes).toMatchObject({ asked: false })
  await wish(addressId, {
    integralApproach: true,
    inspection: 'CONSECUTIVE',
    process: 'TOGETHER',
    realisation: 'TOGETHER',
    askedOn: daysAgo(1),
  })
  const handlers = { imgHandler: { name: 'Hanna Bos' }, ncgHandler: { name: 'Noor Dijkstra' } }
  await act('setBuddyLink', { addressId, revision: 0, ...handlers }, 'img.handler')
  await act('setCoordinator', { addressId, revision: 0, name: 'Noor Dijkstra' }, 'ncg.handler')
  const started = await signal('img.handler', 'OTHER_TRACK_STARTED')
  await take('img.handler', 'closeSignal', started, { result: 'COORDINATED' })
  expect(await sent('ncg.handler', addressId)).toMatchObject([{ state: 'CLOSED', result: 'COORDINATED' }])
  expect(await file(addressId, 'ncg.svip', 'COOPERATION')).toMatchObject({
    wishes: { asked: true, integralApproach: true, inspection: 'CONSECUTIVE', askedOn: daysAgo(1) },
    buddyLink: handlers,
    coordinator: { person: { organisation: 'NCG', name: 'Noor Dijkstra' } },
  })
})

test('both plan an inspection: the group says that it can be joint, and both get a signal', async () => {
  await ncg('advanceStrengtheningProject', { to: 'S2_1' })
  expect(project.address.otherSide).toMatchObject({ group: 'B', cooperation: 'POSSIBLE' })
  expect(briefly(await inbox('img.handler', addressId, 'JOINT_INSPECTION'))).toContain(
    'JOINT_INSPECTION_POSSIBLE → IMG',
  )
  await img('advanceDamageClaim', { to: 'INSPECTION', inspectionPlannedOn: today })
  expect(await checked()).toMatchObject({
    img: { status: 'Opname' },
    ncg: { status: '2.1 Opname plannen' },
    group: 'B',
    advice: expect.stringContaining('Een gezamenlijke opname is mogelijk'),
  })
  expect(await moved()).toEqual({ total: 1, bothRunning: 1, 'S2_1 and INSPECTION': 1, 'group B': 1 })
})

test('IMG proposes, NCG accepts, the resident agrees, and it is held; the signals link to it and are closed', async () => {
  const { jointInspection } = await propose(addressId, { form: 'CONSECUTIVE', imgOn: today, ncgOn: today })
  const { id } = jointInspection
  await act('answerJointInspection', { id, revision: 1, accept: true }, 'ncg.handler')
  const reply = { id, revision: 2, agrees: true, channel: 'PHONE', evidence: 'notitie-1' }
  await act('recordJointInspectionReply', reply, 'ncg.handler')
  for (const as of ['img.handler', 'ncg.handler']) {
    const possible = await signal(as, 'JOINT_INSPECTION_POSSIBLE', 'JOINT_INSPECTION')
    const links = [{ kind: 'JOINT_INSPECTION', id }]
    const acted = await take(as, 'actOnSignal', possible, { links })
    expect(acted).toMatchObject({ state: 'ACTED_ON', links })
  }
  await act('recordJointInspectionResult', { id, revision: 3, heldOn: today }, 'img.handler')
  for (const as of ['img.handler', 'ncg.handler']) {
    const possible = await signal(as, 'JOINT_INSPECTION_POSSIBLE', 'JOINT_INSPECTION')
    await take(as, 'closeSignal', possible, { result: 'JOINT_INSPECTION' })
  }
  for (const as of ['img.handler', 'ncg.handler'])
    expect(
      (await sent(as, addressId, 'JOINT_INSPECTION')).filter(
        ({ kind }) => kind === 'JOINT_INSPECTION_POSSIBLE',
      ),
    ).toMatchObject([{ state: 'CLOSED', result: 'JOINT_INSPECTION', links: [] }])
  const { jointInspections } = await file(addressId, 'ncg.handler', 'JOINT_INSPECTION')
  expect(jointInspections).toMatchObject([{ id, state: 'HELD', heldOn: today }])
})

test('IMG finds structural damage; NCG may know this because the owner wishes one approach', async () => {
  await img('advanceDamageClaim', { to: 'INSPECTION', inspectionHeldOn: today })
  await img('recordStructuralDamage', { description: 'GEHEIM: de fundering is gescheurd.' })
  // For COOPERATION findings need consent; the wish opens them for INTEGRAL_APPROACH.
  expect(briefly(await inbox('ncg.handler', addressId, 'COOPERATION'))).toContain('something plays → NCG')
  const found = await signal('ncg.handler', 'STRUCTURAL_DAMAGE_FOUND', 'INTEGRAL_APPROACH')
  expect(JSON.stringify(found)).not.toContain('GEHEIM')
  await take('ncg.handler', 'closeSignal', found, {
    result: 'CHECKED',
    remarks: 'Gaat mee in de beoordeling.',
  })
  expect(await sent('img.handler', addressId, 'INTEGRAL_APPROACH')).toContainEqual(
    expect.objectContaining({ kind: 'STRUCTURAL_DAMAGE_FOUND', state: 'CLOSED', result: 'CHECKED' }),
  )
})

test('the wall threatens to fall: IMG makes it safe, and NCG knows the state, not what is unsafe', async () => {
  await img('recordAcuteSafety', { description: 'GEHEIM: de gevel wijkt.' })
  const [danger, ...others] = await at(addressId, { as: 'ncg.safety' })
  expect(others).toEqual([])
  expect(danger).toMatchObject({ state: 'REPORTED', overdue: false, description: null })
  expect(Date.parse(danger.safeBy) - Date.parse(danger.reportedAt)).toBe(48 * 3_600_000)
  const madeSafeAt = new Date().toISOString()
  await img('recordAcuteSafety', { description: 'GEHEIM: gestut.', madeSafeAt })
  const [safe] = await at(addressId, { as: 'img.safety' })
  expect(safe).toMatchObject({ id: danger.id, state: 'MADE_SAFE', madeSafeAt, madeSafeInTime: true })
  const { id, revision } = safe
  const reason = 'Het huis is al in de werkvoorraad.'
  const cared = await acute('skipAcuteNomination', { id, revision, reason }, 'img.safety')
  const ending = { id, revision: cared.revision, remarks: 'De bewoner is teruggebeld.' }
  await acute('closeAcuteCase', ending, 'img.safety')
  expect(await at(addressId, { as: 'ncg.safety' })).toMatchObject([{ id, state: 'CLOSED' }])
})

test('each continues, and group and advice follow every status', async () => {
  const report = { deliveredOn: today, summary: 'Scheuren in de voorgevel.' }
  await img('advanceDamageClaim', { to: 'ASSESSMENT', report })
  expect(await checked()).toMatchObject({ group: 'C', img: { status: 'Zienswijze' } })
  await ncg('advanceStrengtheningProject', { to: 'S3_1', inspectionHeldOn: today })
  expect(await checked()).toMatchObject({ group: 'D', cooperation: 'LIMITED' })
  await img('advanceDamageClaim', { to: 'DECISION', award: { decidedOn: today, amountCents: 1_250_000 } })
  expect(await checked()).toMatchObject({ group: 'D', img: { status: 'Beschikking' } })
  expect(await moved()).toEqual({ total: 1, bothRunning: 1, 'S3_1 and DECISION': 1, 'group D': 1 })
})

test('NCG plans the strengthening: repair can go along, and both agree on one plan', async () => {
  const advice = { deliveredOn: today, summary: 'De gevel wordt verankerd.', meetsStandard: false }
  await ncg('advanceStrengtheningProject', { to: 'S4_1', advice })
  expect(await checked()).toMatchObject({
    group: 'E',
    cooperation: 'POSSIBLE',
    advice: expect.stringContaining('Herstel van schade kan meegaan'),
  })
  const plan = await act('proposeIntegralPlan', { addressId, repair: 'De voorgevel.' }, 'ncg.handler')
  const answer = { id: plan.id, revision: plan.revision, accept: true }
  expect(await act('answerIntegralPlan', answer, 'img.handler')).toMatchObject({ state: 'AGREED' })
  for (const as of ['img.handler', 'ncg.handler'])
    await take(as, 'closeSignal', await signal(as, 'REPAIR_CAN_GO_ALONG'), { result: 'REPAIR_TAKEN_ALONG' })
  expect(await moved()).toEqual({ total: 1, bothRunning: 1, 'S4_1 and DECISION': 1, 'group E': 1 })
})

test('the house is strengthened; IMG gets a signal of what the contractor finds, and the repair goes along', async () => {
  await ncg('advanceStrengtheningProject', { to: 'S4_2' })
  await ncg('advanceStrengtheningProject', { to: 'S5_1' })
  const contract = { contractor: 'Bouwbedrijf Noord', signedOn: today }
  await ncg('advanceStrengtheningProject', { to: 'S5_2', contract })
  expect(await checked()).toMatchObject({ group: 'F', cooperation: 'UNLIKELY' })
  await ncg('recordFoundDamage', { moment: 'WORKS', description: 'GEHEIM: een rotte balk.' })
  const found = await signal('img.handler', 'DAMAGE_FOUND_DURING_WORKS', 'INTEGRAL_APPROACH')
  await take('img.handler', 'closeSignal', found, { result: 'REPAIR_TAKEN_ALONG' })
  // This status of IMG is not in the matrix: no group.
  await img('advanceDamageClaim', { to: 'EXECUTION' })
  expect(await checked()).toMatchObject({ img: { status: null }, group: null, advice: null })
  expect(await moved()).toEqual({ total: 1, bothRunning: 1, outside: 1 })
})

test('both finish: the agency that still works gets a signal, and the last one sends none', async () => {
  const [plan] = (await file(addressId, 'ncg.handler', 'INTEGRAL_APPROACH')).integralPlans
  const { id, revision } = plan
  await act('recordIntegralPlanResult', { id, revision, carriedOutOn: today }, 'ncg.handler')
  await ncg('advanceStrengtheningProject', { completedAt: today })
  expect(await checked()).toMatchObject({ ncg: { open: false }, concurrence: 'BOTH', group: null })
  await take('img.handler', 'closeSignal', await signal('img.handler', 'OTHER_TRACK_COMPLETED'), {
    result: 'CHECKED',
  })
  await img('advanceDamageClaim', { to: 'COMPLETION', closedAt: today })
  expect(await checked()).toMatchObject({ img: { open: false }, ncg: { open: false }, concurrence: 'BOTH' })
  for (const as of ['img.handler', 'ncg.handler'])
    expect((await inbox(as, addressId)).map(({ state }) => state)).not.toContain('NEW')
  expect(await moved()).toEqual({ total: 1, handled: 1 })
})

test('the figures of the month changed by exactly this', async () => {
  expect(changed(atFirstThisMonth, await thisMonth())).toEqual({
    'signals OTHER_TRACK_RUNS: NEW': 1,
    'signals OTHER_TRACK_RUNS: CLOSED': 1,
    'signals OTHER_TRACK_STARTED: NEW': 1,
    'signals OTHER_TRACK_STARTED: ACKNOWLEDGED': 1,
    'signals OTHER_TRACK_STARTED: ACTED_ON': 1,
    'signals OTHER_TRACK_STARTED: CLOSED': 1,
    'signals JOINT_INSPECTION_POSSIBLE: NEW': 2,
    'signals JOINT_INSPECTION_POSSIBLE: ACTED_ON': 2,
    'signals JOINT_INSPECTION_POSSIBLE: CLOSED': 2,
    'signals STRUCTURAL_DAMAGE_FOUND: NEW': 1,
    'signals STRUCTURAL_DAMAGE_FOUND: CLOSED': 1,
    'signals REPAIR_CAN_GO_ALONG: NEW': 2,
    'signals REPAIR_CAN_GO_ALONG: CLOSED': 2,
    'signals DAMAGE_FOUND_DURING_WORKS: NEW': 1,
    'signals DAMAGE_FOUND_DURING_WORKS: CLOSED': 1,
    'signals OTHER_TRACK_COMPLETED: NEW': 1,
    'signals OTHER_TRACK_COMPLETED: CLOSED': 1,
    'jointInspections: proposed': 1,
    'jointInspections: accepted': 1,
    'jointInspections: agreed': 1,
    'jointInspections: held': 1,
    'integralPlans: proposed': 1,
    'integralPlans: agreed': 1,
    'integralPlans: carriedOut': 1,
    'lead times IMG: ended': 1,
    'lead times IMG: measured': 1,
    'lead times NCG: ended': 1,
    'lead times NCG: measured': 1,
    'acuteCases: reported': 1,
    'acuteCases: madeSafe': 1,
    'potential: used': 1,
  })
})

test('the resident can read who received what, and that no amounts were shared', async () => {
  const told: string[] = []
  for (let after: string | null = null, more = true; more; ) {
    const { disclosures } = await ask(
      `query($id: ID!, $after: String) { disclosures(addressId: $id, first: 100, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { kind owner recipientName purpose categories } } }`,
      'privacy.officer',
      { id: addressId, after },
    )
    after = disclosures.pageInfo.endCursor
    more = disclosures.pageInfo.hasNextPage
    for (const { kind, owner, recipientName, purpose, categories } of disclosures.nodes)
      told.push(`${kind} ${owner} to ${recipientName} for ${purpose}: ${categories.join(' ')}`)
  }
  const each = (what: string) => [`SHARED IMG to de NCG for ${what}`, `SHARED NCG to het IMG for ${what}`]
  expect([...new Set(told)].toSorted()).toEqual(
    [
      ...each('SIGNALLING: PRESENCE'),
      ...each('COOPERATION: PRESENCE STATUS'),
      ...each('COOPERATION: PRESENCE STATUS HANDLER'),
      ...each('COOPERATION: STATUS HANDLER'),
      // IMG owns the data about what is unsafe.
      'SHARED IMG to de NCG for ACUTE_SAFETY: PRESENCE STATUS',
      ...each('JOINT_INSPECTION: PRESENCE STATUS'),
      ...each('JOINT_INSPECTION: STATUS HANDLER PLANNING'),
      ...each('INTEGRAL_APPROACH: STATUS HANDLER PLANNING'),
      // The findings that a signal showed, on the wish of the owner.
      ...each('INTEGRAL_APPROACH: PRESENCE STATUS FINDINGS'),
      'SHARED NCG to het IMG for INTEGRAL_APPROACH: PRESENCE STATUS',
    ].toSorted(),
  )
})

test('and has an overview of it, without findings and without names', async () => {
  const { request } = await ask(
    'mutation($input: RegisterSubjectAccessRequestInput!) { request: registerSubjectAccessRequest(input: $input) { id } }',
    'img.svip',
    { input: { addressId, receivedOn: today, channel: 'LETTER', evidence: 'inzagebrief-1' } },
  )
  const answer = await ask(
    'query($id: ID!) { subjectAccessRequest(id: $id) { export { json } } }',
    'privacy.officer',
    request,
  )
  const { json } = answer.subjectAccessRequest.export
  expect(json).not.toMatch(/GEHEIM|Hanna|Noor|img\.handler|ncg\.handler/)
  const overview = JSON.parse(json)
  expect(overview).toMatchObject({
    tracks: [
      { owner: 'IMG', phase: 'COMPLETION', open: false },
      { owner: 'NCG', phase: 'COMPLETION', open: false },
    ],
    wishes: [{ integralApproach: true }],
    acuteCases: [{ state: 'CLOSED', description: null }],
    cooperation: {
      jointInspections: [{ state: 'HELD', heldOn: today }],
      integralPlans: [{ state: 'CARRIED_OUT' }],
    },
  })
  const kinds = (list: readonly { readonly kind: string }[]) => list.map(({ kind }) => kind).toSorted()
  expect(kinds(overview.notices)).toEqual([
    'ACUTE_SAFETY_MADE_SAFE',
    'ACUTE_SAFETY_REPORTED',
    'DAMAGE_FOUND_DURING_WORKS',
    'STRUCTURAL_DAMAGE_FOUND',
  ])
  expect(kinds(overview.signals)).toEqual([
    'DAMAGE_FOUND_DURING_WORKS',
    'JOINT_INSPECTION_POSSIBLE',
    'JOINT_INSPECTION_POSSIBLE',
    'OTHER_TRACK_COMPLETED',
    'OTHER_TRACK_RUNS',
    'OTHER_TRACK_STARTED',
    'REPAIR_CAN_GO_ALONG',
    'REPAIR_CAN_GO_ALONG',
    'STRUCTURAL_DAMAGE_FOUND',
  ])
})

test('the logs of the three parties verify', async () => {
  const lines: ExportLine[] = []
  for (const party of ['img', 'ncg', 'svip'] as const)
    lines.push(...((await system.log(party)) as ExportLine[]))
  expect((await verifyLogs(lines)).problems).toEqual([])
})
