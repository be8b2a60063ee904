import { describe, expect, test } from '@jest/globals'
import { ConfigurationError, openSettings } from '../../../../kernel/runtime/settings.ts'
import type { Owner } from '../../../../kernel/vocabulary.ts'
import { NOTICES, type NoticeKind, transitionsOf } from '../../register/event.ts'
import type { TrackRow } from '../../store/tables.ts'
import { SIGNAL_RULES } from './rules.ts'
import { activeRules, signalSettings } from './settings.ts'
import { signalsOf } from './signals-of.ts'
import { SIGNAL_KINDS } from './tables.ts'

const ADDRESS = '0010200000000001'
const withThese = (settings: object) => activeRules(signalSettings.parse(settings))
const active = withThese({})

const track = (owner: Owner, changes: Partial<TrackRow> = {}): TrackRow => ({
  owner,
  reference: `${owner.toLowerCase()}-1`,
  address_id: ADDRESS,
  phase: owner === 'IMG' ? 'REPORTED' : 'SCOPE',
  status: owner === 'IMG' ? 'PREPARATION' : 'S1_2',
  open: true,
  since: '2026-11-01',
  revision: 1,
  as_of: '2026-11-02T09:00:00Z',
  ...changes,
})
const later = (owner: Owner, changes: Partial<TrackRow>) => track(owner, { revision: 2, ...changes })

/** The signals that a new state of a track makes at the address, as "kind → recipient". */
function signalsMadeBy(known: readonly TrackRow[], next: TrackRow, rules = active): string[] {
  const transitions = transitionsOf(known, [{ id: 'an event', track: next }])
  return transitions
    .flatMap((transition) => signalsOf(transition, rules))
    .map(({ kind, recipient }) => `${kind} → ${recipient}`)
}
const noticed = (
  known: readonly TrackRow[],
  owner: Owner,
  kind: NoticeKind,
  id = 'a notice',
  again: { toldAgainAt?: string } = {},
) =>
  transitionsOf(known, [
    {
      id,
      ...again,
      notice: {
        id,
        owner,
        kind,
        address_id: ADDRESS,
        reference: 'r-1',
        occurred_at: '2026-11-02T09:00:00Z',
      },
    },
  ]).flatMap((transition) => signalsOf(transition, active))

describe('a claim that is not about damage to the building', () => {
  const valueLoss = (changes: Partial<TrackRow> = {}) => track('IMG', { physical: false, ...changes })

  test.each<[string, TrackRow[], TrackRow, string[]]>([
    ['begins where a project is open', [track('NCG', { status: 'S2_1' })], valueLoss(), []],
    ['is open where a project reaches 4.1', [valueLoss()], track('NCG', { status: 'S4_1' }), []],
    [
      'ends where a project is open',
      [track('NCG'), valueLoss()],
      later('IMG', { physical: false, open: false }),
      [],
    ],
    [
      'is changed to one about the building',
      [track('NCG'), valueLoss()],
      later('IMG', { physical: true }),
      ['OTHER_TRACK_STARTED → NCG', 'OTHER_TRACK_RUNS → IMG'],
    ],
  ])('%s', (_what, known, next, signals) => {
    expect(signalsMadeBy(known, next)).toEqual(signals)
  })
})

describe('news', () => {
  const longAgo = track('IMG', { since: '2021-03-01' })
  const signals = (event: object) =>
    transitionsOf([track('NCG')], [{ id: 'an event', track: longAgo, ...event }])
      .flatMap((transition) => signalsOf(transition, active))
      .map(({ kind }) => kind)

  test('is what was recorded just now, whatever its date, and not what an import has of long ago', () => {
    expect(signals({ news: true })).toEqual(['OTHER_TRACK_STARTED', 'OTHER_TRACK_RUNS'])
    expect(signals({})).toEqual([])
  })
})

describe('the signals of a track', () => {
  test.each<[string, TrackRow[], TrackRow, string[]]>([
    ['a claim begins where NCG has no track', [], track('IMG'), []],
    [
      'a claim begins where a project is open: both get a signal',
      [track('NCG')],
      track('IMG'),
      ['OTHER_TRACK_STARTED → NCG', 'OTHER_TRACK_RUNS → IMG'],
    ],
    [
      'a project begins where a claim is open',
      [track('IMG', { status: 'VIEWS' })],
      track('NCG'),
      ['OTHER_TRACK_STARTED → IMG', 'OTHER_TRACK_RUNS → NCG'],
    ],
    ['a claim begins where a project has ended', [track('NCG', { open: false })], track('IMG'), []],
    ['a second claim begins', [track('IMG')], track('IMG', { reference: 'img-2' }), []],
    [
      'both still have to inspect: that rule precedes the start',
      [track('NCG', { status: 'S2_1' })],
      track('IMG'),
      ['JOINT_INSPECTION_POSSIBLE → NCG', 'JOINT_INSPECTION_POSSIBLE → IMG'],
    ],
    [
      'NCG reaches the planning of its inspection',
      [track('NCG'), track('IMG', { status: 'INSPECTION' })],
      later('NCG', { status: 'S2_1' }),
      ['JOINT_INSPECTION_POSSIBLE → IMG', 'JOINT_INSPECTION_POSSIBLE → NCG'],
    ],
    [
      'NCG reaches the planning of its inspection where IMG is further',
      [track('NCG'), track('IMG', { status: 'VIEWS' })],
      later('NCG', { status: 'S2_1' }),
      [],
    ],
    [
      'IMG advances while both still have to inspect: no second signal',
      [track('NCG', { status: 'S2_1' }), track('IMG')],
      later('IMG', { status: 'INSPECTION' }),
      [],
    ],
    [
      'NCG begins to plan the works while a claim is open',
      [track('NCG', { status: 'S3_1' }), track('IMG', { status: null, phase: 'EXECUTION' })],
      later('NCG', { status: 'S4_1' }),
      ['REPAIR_CAN_GO_ALONG → IMG', 'REPAIR_CAN_GO_ALONG → NCG'],
    ],
    [
      'NCG goes on planning: told before',
      [track('NCG', { status: 'S4_1' }), track('IMG')],
      later('NCG', { status: 'S4_2' }),
      [],
    ],
    [
      'NCG begins to plan where the claim is closed',
      [track('NCG', { status: 'S3_1' }), track('IMG', { open: false, status: null })],
      later('NCG', { status: 'S4_1' }),
      [],
    ],
    [
      'a project ends while a claim is open',
      [track('NCG', { status: 'S5_2' }), track('IMG')],
      later('NCG', { open: false, status: null }),
      ['OTHER_TRACK_COMPLETED → IMG'],
    ],
    [
      'a claim ends where the project has ended',
      [track('NCG', { open: false }), track('IMG')],
      later('IMG', { open: false, status: null }),
      [],
    ],
    ['an unknown track ends', [track('NCG')], track('IMG', { open: false }), []],
    [
      'an old state arrives late: no news',
      [track('NCG')],
      track('IMG', { since: '2026-09-01', as_of: '2026-11-02T09:00:00Z' }),
      [],
    ],
    [
      'a recent state counts, by the day in the Netherlands',
      [track('NCG')],
      track('IMG', { since: '2026-10-04', as_of: '2026-11-02T23:30:00Z' }),
      ['OTHER_TRACK_STARTED → NCG', 'OTHER_TRACK_RUNS → IMG'],
    ],
    [
      'a track moves to another address: it begins there, and does not end at the old one',
      [track('NCG'), track('IMG', { address_id: '0010200000000002' })],
      later('IMG', {}),
      ['OTHER_TRACK_STARTED → NCG', 'OTHER_TRACK_RUNS → IMG'],
    ],
    [
      'a track is removed from an address where the other is open',
      [track('NCG'), track('IMG')],
      later('IMG', { address_id: '0010200000000002' }),
      [],
    ],
  ])('%s', (_what, known, next, expected) => {
    expect(signalsMadeBy(known, next).toSorted()).toEqual(expected.toSorted())
  })

  test('a track that is not at the address afterwards did not begin, move or end there', () => {
    const [removed, other] = [later('IMG', { open: false, status: null }), track('NCG')]
    for (const event of [removed, later('IMG', { status: 'INSPECTION' })])
      expect(
        signalsOf(
          {
            event: { id: 'e', track: event },
            addressId: ADDRESS,
            before: [track('IMG'), other],
            after: [other],
          },
          active,
        ),
      ).toEqual([])
  })

  test('the sender is the agency where it happened, and a track that is already open makes a signal too', () => {
    const [transition] = transitionsOf([track('NCG')], [{ id: 'e', track: track('IMG') }])
    const made = transition ? signalsOf(transition, active) : []
    expect(made.map(({ about, recipient, purpose }) => [about, recipient, purpose])).toEqual([
      ['IMG', 'NCG', 'COOPERATION'],
      ['NCG', 'IMG', 'COOPERATION'],
    ])
  })
})

describe('the signals of a notice', () => {
  test.each([
    ['2026-12-02T12:00:00Z', 1],
    ['2026-12-03T12:00:00Z', 0],
  ])('that is repeated on %s to repair the register', (toldAgainAt, signals) => {
    expect(noticed([track('NCG')], 'NCG', 'DAMAGE_FOUND', 'x', { toldAgainAt })).toHaveLength(signals)
  })

  const kinds = (known: readonly TrackRow[], owner: Owner, notice: NoticeKind) =>
    noticed(known, owner, notice).map(({ kind, recipient }) => `${kind} → ${recipient}`)

  test('structural damage goes to NCG, and to the municipality when the building is not in the stock', () => {
    expect(kinds([track('IMG'), track('NCG')], 'IMG', 'STRUCTURAL_DAMAGE_FOUND')).toEqual([
      'STRUCTURAL_DAMAGE_FOUND → NCG',
    ])
    for (const known of [[track('IMG')], [track('IMG'), track('NCG', { open: false })]])
      expect(kinds(known, 'IMG', 'STRUCTURAL_DAMAGE_FOUND')).toEqual([
        'STRUCTURAL_DAMAGE_FOUND → NCG',
        'STRUCTURAL_DAMAGE_OUTSIDE_STOCK → GEMEENTE',
      ])
  })

  test('damage that NCG or its contractor found goes to IMG', () => {
    expect(kinds([track('NCG')], 'NCG', 'DAMAGE_FOUND')).toEqual(['DAMAGE_FOUND → IMG'])
    expect(kinds([track('NCG')], 'NCG', 'DAMAGE_FOUND_DURING_WORKS')).toEqual([
      'DAMAGE_FOUND_DURING_WORKS → IMG',
    ])
  })

  test('other notices make no signal', () => {
    const handled = ['STRUCTURAL_DAMAGE_FOUND', 'DAMAGE_FOUND', 'DAMAGE_FOUND_DURING_WORKS']
    for (const kind of Object.values(NOTICES).filter((name) => !handled.includes(name)))
      expect(kinds([track('IMG'), track('NCG')], 'IMG', kind)).toEqual([])
  })

  test('have a unique key, and the same key for a repeated event', () => {
    const keys = (id: string) => noticed([track('NCG')], 'NCG', 'DAMAGE_FOUND', id).map(({ key }) => key)
    expect(keys('a')).toEqual(keys('a'))
    expect(keys('a')).not.toEqual(keys('b'))
    expect(keys('a')[0]).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('settings', () => {
  test('a rule that is off makes nothing, and the next one applies', () => {
    const without = withThese({ SIGNAL_RULES_OFF: 'JOINT_INSPECTION_POSSIBLE' })
    expect(signalsMadeBy([track('NCG', { status: 'S2_1' })], track('IMG'), without)).toEqual([
      'OTHER_TRACK_STARTED → NCG',
      'OTHER_TRACK_RUNS → IMG',
    ])
  })

  test('an unknown name is reported, with the known names', () => {
    const faulty = () =>
      openSettings([signalSettings], { SIGNAL_RULES_OFF: 'JOINT', SIGNAL_TERM_DAYS: 'FINANCIAL=3' })
    expect(faulty).toThrow(ConfigurationError)
    expect(faulty).toThrow(
      /SIGNAL_RULES_OFF: there is no rule JOINT; there are JOINT_INSPECTION_POSSIBLE[\s\S]*SIGNAL_TERM_DAYS: no signal has purpose FINANCIAL; there are COOPERATION, /,
    )
  })

  test('lists of names and of terms are parsed, and invalid terms are refused', () => {
    const [one, two] = SIGNAL_KINDS
    const lists = {
      SIGNAL_RULES_OFF: ` ${one}, ${two},`,
      SIGNAL_TERM_DAYS: 'COOPERATION=10,MUNICIPAL_PLAN=60',
    }
    expect(signalSettings.parse(lists)).toEqual({
      SIGNAL_RULES_OFF: [one, two],
      SIGNAL_TERM_DAYS: { COOPERATION: 10, MUNICIPAL_PLAN: 60 },
      SIGNAL_NEWS_DAYS: 30,
    })
    for (const text of ['COOPERATION', 'COOPERATION=0', 'COOPERATION=x', '=3', 'A=1 B=2'])
      expect(() => openSettings([signalSettings], { SIGNAL_TERM_DAYS: text })).toThrow(
        'SIGNAL_TERM_DAYS: must be NAME=days',
      )
  })

  test('terms are per purpose', () => {
    const { termOf } = withThese({ SIGNAL_TERM_DAYS: 'JOINT_INSPECTION=3' })
    expect([termOf('JOINT_INSPECTION'), termOf('COOPERATION'), termOf('MUNICIPAL_PLAN')]).toEqual([3, 14, 30])
  })
})

test('there is one rule for each kind, and each of its purposes has a term', () => {
  expect(SIGNAL_RULES.map(({ kind }) => kind).toSorted()).toEqual([...SIGNAL_KINDS].toSorted())
  for (const { purposes } of SIGNAL_RULES) expect(active.termOf(purposes[0])).toBeGreaterThan(0)
})

test('a recipient without the kind sees nothing that distinguishes a finding from a start', () => {
  const outside = ({ kind }: (typeof SIGNAL_RULES)[number]) => ({
    found: /FOUND/.test(kind),
    agency: !/OUTSIDE_STOCK/.test(kind),
  })
  const purposesOf = (found: boolean) =>
    new Set(
      SIGNAL_RULES.filter((rule) => outside(rule).agency && outside(rule).found === found).map(
        ({ purposes }) => purposes[0],
      ),
    )
  for (const purpose of purposesOf(true)) expect(purposesOf(false)).toContain(purpose)
})
