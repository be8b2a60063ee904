import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { addDays } from '../../kernel/calendar.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { makeAddress } from '../support/addresses.ts'
import { client } from '../support/system.ts'

/** The figures of this month before and after an event: the difference is exact, whatever other tests do. */

const system = client()
const today = dutchDay(new Date())
const MONITORING = `query($from: Date!, $until: Date) { monitoring(from: $from, until: $until) { month
  requests { submitted answered } signals { kind state count meanDays }
  jointInspections { proposed accepted held declined } integralPlans { proposed } acuteCases { reported madeSafe }
  leadTimes { owner ended measured meanDays medianDays } potential { on noReport bothRunning possible used } } }`
const PROPOSE =
  'mutation($input: ProposeJointInspectionInput!) { proposeJointInspection(input: $input) { jointInspection { id revision } } }'
const ANSWER =
  'mutation($input: AnswerJointInspectionInput!) { answerJointInspection(input: $input) { jointInspection { id revision } } }'
const SUBMIT =
  'mutation($input: SubmitInformationRequestInput!) { submitInformationRequest(input: $input) { id } }'

// biome-ignore lint/suspicious/noExplicitAny: an answer is asserted on, whatever its form.
const run = async (query: string, as: string, variables: Record<string, unknown> = {}): Promise<any> => {
  const { data, errors } = await system.ask(query, { as, variables })
  expect(errors).toEqual([])
  return Object.values(data)[0]
}
const thisMonth = async () => (await run(MONITORING, 'img.svip', { from: today }))[0]
const inDays = (days: number) => addDays(today, days)

describe('monitoring', () => {
  test('counts an event in its month', async () => {
    const before = await thisMonth()
    expect(before.month).toBe(`${today.slice(0, 8)}01`)
    const id = await makeAddress(system)

    await run(SUBMIT, 'img.handler', {
      input: {
        addressId: id,
        kind: 'STATUS_EXCHANGE',
        purpose: 'STATUS_EXCHANGE',
        categories: ['PLANNING'],
        necessity: 'Nodig om de bewoner te kunnen zeggen wanneer er wordt gebouwd.',
        idempotencyKey: randomUUID(),
      },
    })
    const { jointInspection } = await run(PROPOSE, 'img.handler', {
      input: { addressId: id, form: 'SIMULTANEOUS', imgOn: inDays(7), ncgOn: inDays(7) },
    })
    await run(ANSWER, 'ncg.handler', {
      input: { id: jointInspection.id, revision: jointInspection.revision, accept: true },
    })

    const after = await thisMonth()
    expect(after.requests.submitted - before.requests.submitted).toBe(1)
    expect(after.jointInspections.proposed - before.jointInspections.proposed).toBe(1)
    expect(after.jointInspections.accepted - before.jointInspections.accepted).toBe(1)
    expect(after.jointInspections.held).toBe(before.jointInspections.held)
    expect(after.potential.bothRunning - before.potential.bothRunning).toBe(1)
    // NCG has to plan an inspection and IMG can still move: group B.
    expect(after.potential.possible - before.potential.possible).toBe(1)
    expect(after.potential).toMatchObject({ on: today, used: before.potential.used })
  })

  test('gives the lead times of ended tracks, from the day they began', async () => {
    const ended = async () =>
      (await thisMonth()).leadTimes.find(({ owner }: { owner: string }) => owner === 'IMG')
    const before = await ended()
    const id = await makeAddress(system, { files: false })
    const claim = await run(
      'mutation($input: RegisterDamageClaimInput!) { registerDamageClaim(input: $input) { id revision } }',
      'img.handler',
      {
        input: { addressId: id, reference: `M-${randomUUID()}`, kind: 'PHYSICAL', registeredAt: inDays(-40) },
      },
    )
    await run(
      'mutation($input: AdvanceDamageClaimInput!) { advanceDamageClaim(input: $input) { closedAt } }',
      'img.handler',
      { input: { id: claim.id, revision: claim.revision, to: 'COMPLETION', closedAt: today } },
    )
    const after = await ended()
    expect([after.ended - before.ended, after.measured - before.measured]).toEqual([1, 1])
    const days = after.meanDays * after.measured - (before.meanDays ?? 0) * before.measured
    // The means are rounded to tenths, so the sums are known to half a tenth for each track.
    expect(Math.abs(days - 40)).toBeLessThanOrEqual(0.05 * (after.measured + before.measured) + 0.001)
    const digits = (await thisMonth()).leadTimes.flatMap((each: Record<string, number>) => [
      each.meanDays,
      each.medianDays,
    ])
    for (const shown of digits) expect(String(shown)).toMatch(/^(null|\d+(\.\d)?)$/)
  })

  test('takes one statement per subject, for one month as for many', async () => {
    const cost = async (from: string) => {
      const statements = await system.metric('svip', 'db_statements_total')
      await run(MONITORING, 'intervention.team', { from })
      return (await system.metric('svip', 'db_statements_total')) - statements
    }
    await cost(today)
    expect(await cost('2024-01-01')).toBe(await cost(today))
  })

  test.each([
    ['a municipality', 'gemeente.eemsdelta', { from: today }, 'FORBIDDEN'],
    ['a handler', 'img.handler', { from: today }, 'FORBIDDEN'],
    ['future months', 'img.svip', { from: today, until: inDays(40) }, 'BAD_USER_INPUT'],
    ['a reversed period', 'img.svip', { from: today, until: '2026-01-01' }, 'BAD_USER_INPUT'],
    ['more than five years', 'img.svip', { from: '2015-01-01' }, 'BAD_USER_INPUT'],
  ])('is refused: %s', async (_what, as, variables, code) => {
    const { errors } = await system.ask(MONITORING, { as, variables })
    expect(errors[0]?.extensions.code).toBe(code)
  })

  test('is not in the metrics: these count only what is waiting at the SVIP, and no addresses', async () => {
    const text = await (await fetch(`${system.urls.svip}/metrics`)).text()
    expect(text).toMatch(/^svip_waiting\{what="[a-z_]+",overdue="(yes|no)",service="svip"\} \d+$/m)
    expect(text).not.toMatch(/^cooperation_addresses/m)
  })
})
