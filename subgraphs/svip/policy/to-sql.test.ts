import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { ownCategories } from '../../../kernel/minimise/own-side.ts'
import {
  type Caller,
  DATA_CATEGORIES,
  type DataCategory,
  LEGAL_BASES,
  type LegalBasis,
  ORGANISATIONS,
  OWNERS,
  type Owner,
  PURPOSES,
  type Purpose,
  ROLES,
} from '../../../kernel/vocabulary.ts'
import { openOne } from '../../../test/support/owner/databases.ts'
import {
  insert,
  objectionRow,
  objections,
  type Places,
  places,
  store,
} from '../../../test/support/svip/stored-facts.ts'
import { openSvip, type SvipUnderTest, someone } from '../../../test/support/svip/svip.ts'
import { toFacts } from '../decisions/decider.ts'
import type { AddressFacts } from '../modules/addresses/address-store.ts'
import { createObligations } from '../modules/obligations/create.ts'
import { countSituations } from '../modules/potential/count.ts'
import { LIST_PURPOSES, matches, mayList, revealedBy } from '../modules/potential/filter.ts'
import { createPotentialStore } from '../modules/potential/potential-store.ts'
import { fromKey, situationOf, toKey } from '../modules/potential/situation.ts'
import { mayKnowOfOthers, othersThan, readerOfWords } from '../modules/sets/address-set.ts'
import { createSetStore } from '../modules/sets/set-store.ts'
import {
  basicPurpose,
  knowsKind,
  neededFor,
  othersOf,
  viewpointOf,
  visibleTo,
} from '../modules/signals/reader.ts'
import { SIGNAL_RULES } from '../modules/signals/rules.ts'
import type { CooperationFilter, ObligationCause } from '../schema.generated.ts'
import { dayOf } from './calendar.ts'
import { decide } from './decide.ts'
import type { Facts } from './decision.ts'
import { CONDITIONS, type PolicyVersion } from './policy.ts'
import { isRecipient } from './scope.ts'
import { type Asked, gives, isStanding, objectionStands, objectsTo } from './to-sql.ts'
import { policyInForce } from './versions/index.ts'

/** Compares the compiled SQL with the decision engine, at each use. */

const NOW = '2026-03-02T09:00:00.000Z'
const INSTANTS = [NOW, NOW, '2022-03-01T09:00:00.000Z', '2019-03-01T09:00:00.000Z']
const callers: fc.Arbitrary<Caller> = fc.oneof(
  fc.constantFrom(
    someone('IMG', 'case_handler'),
    someone('NCG', 'svip_officer'),
    someone('NCG', 'safety_officer', { roles: ['safety_officer', 'case_handler'] }),
    someone('GEMEENTE', 'municipal_officer'),
    someone('SVIP', 'intervention_team'),
    someone('SVIP', 'privacy_officer'),
    someone('IMG', 'privacy_officer'),
  ),
  fc
    .record({
      organisation: fc.constantFrom(...ORGANISATIONS),
      roles: fc.subarray([...ROLES]),
      municipality: fc.constantFrom(null, '1979', '0014', 'x'),
    })
    .map((changes) => ({ ...someone('IMG', 'case_handler'), ...changes })),
)

/** The existing versions, and arbitrary other ones. */
const policies: fc.Arbitrary<PolicyVersion | 'IN_FORCE'> = fc.oneof(
  fc.constant('IN_FORCE' as const),
  fc.record({
    id: fc.constant('random'),
    title: fc.constant(''),
    from: fc.constantFrom('2018-01-01', '2018-01-01', '2026-03-03'),
    until: fc.constantFrom(null, null, '2026-03-02', '2026-03-01'),
    placeholder: fc.constant(true),
    rules: fc.array(
      fc.record({
        id: fc.uuid(),
        owners: fc.subarray([...OWNERS], { minLength: 1 }),
        recipients: fc.constant(ORGANISATIONS.map((organisation) => ({ organisation, roles: ROLES }))),
        purposes: fc.subarray([...PURPOSES], { minLength: 3 }),
        basis: fc.constantFrom(...LEGAL_BASES, 'PUBLIC_TASK', 'CONSENT', 'CONSENT', 'CONSENT'),
        categories: fc.subarray([...DATA_CATEGORIES], { minLength: 3 }),
        conditions: fc.oneof(
          fc.constant([]),
          fc.constant(['CONCURRENCE'] as const),
          fc.subarray([...CONDITIONS]),
        ),
        article: fc.constant(''),
        summary: fc.constant(''),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
)

const asked = fc
  .oneof(
    {
      weight: 2,
      arbitrary: fc.record({ caller: callers, policy: policies, instant: fc.constantFrom(...INSTANTS) }),
    },
    // Callers of neither agency, for whom an objection can withhold the track of a third agency.
    {
      weight: 1,
      arbitrary: fc.constant({
        caller: someone('SVIP', 'intervention_team'),
        policy: 'IN_FORCE' as const,
        instant: NOW,
      }),
    },
  )
  .map(({ policy, ...rest }) => ({
    ...rest,
    policy: policy === 'IN_FORCE' ? policyInForce(rest.instant) : policy,
  }))

/** The categories that the engine gives of an owner's data of an address. */
const decided = (
  { caller, policy, instant }: Pick<Asked, 'policy' | 'instant'> & { readonly caller: Caller },
  address: AddressFacts,
  owner: Owner,
  purpose: Purpose | null,
  facts: Facts = toFacts(address),
): readonly DataCategory[] =>
  decide(
    { caller, owner, addressId: address.id, addressMunicipality: address.municipality, purpose, instant },
    facts,
    policy,
  ).categories

/** A policy under which only an objection can refuse. */
const OBJECTION_ALONE: PolicyVersion = {
  id: 'objection-alone',
  title: '',
  from: '2018-01-01',
  until: null,
  placeholder: true,
  rules: [
    {
      id: 'all',
      owners: OWNERS,
      recipients: [{ organisation: 'SVIP', roles: ['intervention_team'] }],
      purposes: PURPOSES,
      basis: 'PUBLIC_TASK',
      categories: ['PRESENCE'],
      conditions: [],
      article: '',
      summary: '',
    },
  ],
}
const NO_FACTS: Facts = { tracks: [], consents: [], objections: [], wish: null }
const isObjectedTo = (address: AddressFacts, owner: Owner, purpose: Purpose, facts?: Facts): boolean => {
  const as = { caller: someone('SVIP', 'intervention_team'), policy: OBJECTION_ALONE, instant: NOW }
  return decided(as, address, owner, purpose, facts).length === 0
}
const isObjectedToAtAll = (address: AddressFacts): boolean =>
  OWNERS.some((owner) => PURPOSES.some((purpose) => isObjectedTo(address, owner, purpose)))

describe('the compiled SQL', () => {
  let svip: SvipUnderTest
  beforeAll(async () => {
    svip = await openSvip(openOne)
  })
  afterAll(() => svip.close())

  /** Counts how often a condition was true and false: a property that only sees one of them proves nothing. */
  let seen = { true: 0, false: 0 }
  const count = (held: boolean): boolean => {
    seen[`${held}`] += 1
    return held
  }
  const holds = async <Input extends readonly [Places, ...unknown[]]>(
    numRuns: number,
    inputs: fc.Arbitrary<Input>,
    property: (addresses: readonly AddressFacts[], input: Input) => Promise<void>,
  ) => {
    seen = { true: 0, false: 0 }
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        await property(await store(svip.db, input[0], dayOf(NOW) ?? ''), input)
      }),
      { numRuns },
    )
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(20)
  }
  /** Evaluates the conditions for each address, as columns of `s`. */
  const evaluate = async (
    addresses: readonly AddressFacts[],
    conditions: readonly RawBuilder<boolean>[],
    columns: RawBuilder<unknown> = sql``,
  ): Promise<readonly (readonly boolean[])[]> => {
    const { rows } = await sql<{ held: readonly boolean[] }>`
      select array[${sql.join(conditions)}] as held
      from (select asked.id as address_id, place ${columns} from unnest(${addresses.map(({ id }) => id)}::text[])
        with ordinality asked(id, place)) s order by place`.execute(svip.db)
    return rows.map(({ held }) => held)
  }

  test('gives exactly what the engine gives, to any caller, under any version, for every purpose and category', () =>
    holds(
      55,
      fc.tuple(places, asked, fc.constantFrom<readonly Owner[]>(['IMG'], ['NCG'], OWNERS)),
      async (addresses, [, as, owners]) => {
        const questions = PURPOSES.flatMap((purpose) =>
          DATA_CATEGORIES.map((category) => ({ purpose, category })),
        )
        const held = await evaluate(
          addresses,
          questions.map((question) => gives(as, { ...question, addressId: 's.address_id', owners })),
        )
        const expected = addresses.map((address) =>
          PURPOSES.flatMap((purpose) => {
            const given = owners.map((owner) => decided(as, address, owner, purpose))
            return DATA_CATEGORIES.map((category) => count(given.every((some) => some.includes(category))))
          }),
        )
        expect(held).toEqual(expected)
      },
    ))

  test('gives nothing without owners', async () => {
    const as = { caller: someone('SVIP', 'intervention_team'), policy: OBJECTION_ALONE, instant: NOW }
    const wanted = { addressId: 's.address_id', purpose: 'COOPERATION', category: 'PRESENCE' } as const
    const [some = []] = fc.sample(places, 1)
    const addresses = await store(svip.db, some, '2026-03-02')
    const held = await evaluate(addresses, [gives(as, { ...wanted, owners: [] })])
    expect(held.flat()).not.toContain(true)
  })

  test('finds an objection where the engine refuses because of it: against one owner and purpose, some purposes, or everything', () =>
    holds(15, fc.tuple(places, fc.subarray([...PURPOSES])), async (addresses, [, some]) => {
      const against = OWNERS.flatMap((owner) => PURPOSES.map((purpose) => ({ owner, purpose })))
      const toSome = OWNERS.map(
        (owner) => sql<boolean>`exists (select from objection o where o.address_id = s.address_id
          and ${isStanding('o')} and ${objectsTo('o', sql`${owner}`, sql`${some}::text[]`)}
          and o.purposes <> '{}')`,
      )
      const held = await evaluate(addresses, [
        objectionStands('s.address_id'),
        ...against.map((each) => objectionStands('s.address_id', each)),
        ...toSome,
      ])
      expect(held).toEqual(
        addresses.map((address) => {
          const facts = toFacts(address)
          const limited = {
            ...facts,
            objections: facts.objections.filter((each) => each.purposes.length > 0),
          }
          return [
            count(isObjectedToAtAll(address)),
            ...against.map(({ owner, purpose }) => count(isObjectedTo(address, owner, purpose))),
            ...OWNERS.map((owner) => some.some((purpose) => isObjectedTo(address, owner, purpose, limited))),
          ]
        }),
      )
    }))

  test('a signal is in a list, and found by its kind, when the engine says so', () =>
    holds(
      40,
      fc.tuple(
        places,
        asked,
        fc.option(fc.constantFrom(...PURPOSES)),
        fc.constantFrom(...SIGNAL_RULES),
        fc.constantFrom(...ORGANISATIONS),
        fc.constantFrom(...OWNERS),
      ),
      async (addresses, [, as, purpose, rule, recipient, about]) => {
        const reader = { ...as, purpose, today: dayOf(NOW) ?? '' }
        const { organisation, municipality, roles } = as.caller
        const viewpoint = viewpointOf(as.caller)
        const held = await evaluate(
          addresses,
          [visibleTo({ ...reader, today: dayOf(as.instant) ?? '' }), knowsKind(reader)],
          sql`, ${recipient}::text as recipient, ${about}::text as about, ${rule.kind}::text as kind`,
        )
        const isParty = recipient === organisation || (organisation !== 'GEMEENTE' && about === organisation)
        const colleague = {
          ...as.caller,
          roles: viewpoint === 'PRIVACY' ? (['case_handler'] as const) : roles,
        }
        const isVisible = (address: AddressFacts): boolean =>
          viewpoint === 'SUPERVISOR' ||
          (viewpoint !== null &&
            isParty &&
            (organisation !== 'GEMEENTE' || address.municipality === municipality) &&
            othersOf(as.caller).every((owner) =>
              decided({ ...as, caller: colleague }, address, owner, basicPurpose(as.caller)).includes(
                'PRESENCE',
              ),
            ))
        const isKindKnown = (address: AddressFacts): boolean =>
          viewpoint === 'SUPERVISOR' ||
          (['RECEIVED', 'SENT'] as const).some((direction) =>
            othersOf(as.caller).some((owner) => {
              const needed = neededFor(direction, rule)
              const given = decided(as, address, owner, purpose)
              return (
                (direction === 'SENT'
                  ? about === organisation
                  : recipient === organisation && about === owner) &&
                (needed.length === 0 ||
                  (viewpoint === 'PARTY' && purpose !== null && rule.purposes.includes(purpose))) &&
                needed.every((category) => given.includes(category))
              )
            }),
          )
        expect(held).toEqual(addresses.map((address) => [count(isVisible(address)), isKindKnown(address)]))
      },
    ))

  test('a set holds for others, and counts, the addresses of which the engine gives presence', () =>
    holds(
      25,
      fc.tuple(places, callers, fc.constantFrom(...PURPOSES), fc.constantFrom(...INSTANTS)),
      async (addresses, [, caller, purpose, instant]) => {
        const policy = policyInForce(instant)
        const reader = { caller, policy, instant, knowsOthers: mayKnowOfOthers(caller, purpose, policy) }
        const sets = createSetStore(svip.db)
        const maker = someone('NCG', 'svip_officer')
        const set = await sets.create({ name: randomUUID(), kind: 'PILOT', purpose, description: 'x' }, maker)
        const other = OWNERS.find((owner) => owner !== caller.organisation) ?? 'IMG'
        const put = { set_id: set.id, added_by: 'x', added_at: NOW, put_forward_by: other, municipality: '' }
        const done = { set_id: set.id, outcome: 'POSSIBLE', occurred_on: '2026-01-01', recorded_by: other }
        const each = addresses.map(({ id }) => ({ id: randomUUID(), address_id: id }))
        await insert(
          svip.db,
          'address_set_member',
          each.map((row) => ({ ...put, ...row })),
        )
        await insert(
          svip.db,
          'address_set_outcome',
          each.map((row) => ({ ...done, ...row, recorded_by_subject: 'x', recorded_at: NOW })),
        )
        const revealed = addresses.filter((address) =>
          count(
            readerOfWords(caller) === null ||
              (reader.knowsOthers &&
                othersThan(caller.organisation).every((owner) =>
                  decided(reader, address, owner, purpose).includes('PRESENCE'),
                )),
          ),
        )
        const ids = revealed.map(({ id }) => id)
        const members = await sets.members(set, reader, { first: 100, after: null })
        expect(members.map(({ address_id }) => address_id).toSorted()).toEqual(ids)
        const { addresses: total, outcomes } = await sets.figures(set, reader)
        expect([total, outcomes]).toEqual([
          ids.length,
          ids.length === 0 ? [] : [{ outcome: 'POSSIBLE', count: ids.length }],
        ])
        const all = addresses.map(({ id }) => id)
        expect([...(await sets.outcomesOf(set, all, reader)).keys()].toSorted()).toEqual(ids)
      },
    ))

  test('a list of the potential shows and counts the addresses without an objection, and no more than the engine gives', () =>
    holds(8, fc.tuple(places), async (addresses) => {
      const potential = createPotentialStore(svip.db)
      const situations = new Map(addresses.map(({ id, tracks }) => [id, situationOf(tracks)]))
      await svip.db.transaction().execute(async (transaction) => {
        const situated = [...situations].map(([addressId, found]) => ({
          addressId,
          situation: found && toKey(found),
        }))
        await countSituations(transaction, situated, '2026-03-02')
        for (const { id } of addresses) await potential.followObjection(transaction, id)
      })
      const keys = async (of: string | null) => [...(await potential.listable(of)).keys()]
      const listed = async (municipality: string | null, of: readonly string[]) => {
        const hits = await potential.page(of, municipality, { first: 10_000, after: null })
        return hits.map(({ address_id }) => address_id)
      }
      const shown = await listed(null, await keys(null))
      expect([...(await potential.listable(null)).values()].reduce((sum, one) => sum + one, 0)).toBe(
        shown.length,
      )
      expect(addresses.filter(({ id }) => shown.includes(id))).toEqual(
        addresses.filter((address) =>
          count(situations.get(address.id) !== null && !isObjectedToAtAll(address)),
        ),
      )
      for (const caller of [
        someone('IMG', 'svip_officer'),
        someone('NCG', 'svip_officer'),
        someone('GEMEENTE', 'municipal_officer'),
      ])
        for (const filter of FILTERS) {
          const fitting = (await keys(caller.municipality)).filter((key) => matches(filter, fromKey(key)))
          const hits = await listed(caller.municipality, fitting)
          const found = addresses.filter(({ id }) => hits.includes(id))
          const revealed = revealedBy(filter)
          const as = { caller, policy: policyInForce(NOW), instant: NOW }
          for (const purpose of LIST_PURPOSES.filter((each) => mayList(caller, each, filter, NOW)))
            for (const address of found)
              for (const owner of OWNERS)
                expect([...decided(as, address, owner, purpose), ...ownCategories(caller, owner)]).toEqual(
                  expect.arrayContaining([...revealed[owner]]),
                )
        }
    }))
  const FILTERS: readonly CooperationFilter[] = [
    { situation: 'NO_REPORT' },
    { situation: 'HANDLED' },
    { situation: 'BOTH_RUNNING' },
    { situation: 'DAMAGE_ONLY' },
    { ncgPhases: ['INSPECTION'] },
  ]

  describe('obligations', () => {
    type Question = { readonly caller: Caller; readonly owner: Owner; readonly purpose: Purpose }
    /** Requests that match a rule on this basis. */
    const questions = (basis: LegalBasis): fc.Arbitrary<Question[]> =>
      fc.subarray(
        [
          someone('IMG', 'case_handler'),
          someone('NCG', 'case_handler'),
          someone('GEMEENTE', 'municipal_officer'),
          someone('SVIP', 'intervention_team'),
        ].flatMap((caller) =>
          OWNERS.flatMap((owner) =>
            PURPOSES.filter((purpose) =>
              policyInForce(NOW)?.rules.some(
                (rule) =>
                  rule.basis === basis &&
                  rule.purposes.includes(purpose) &&
                  isRecipient(rule, caller.organisation, caller.roles, owner),
              ),
            ).map((purpose) => ({ caller, owner, purpose })),
          ),
        ),
        { minLength: 6 },
      )
    /** The obligations of each cause, by owner, recipient and category. */
    const obliged = async (cause: ObligationCause, at: readonly { id: string; address_id: string }[]) => {
      const causes = at.map(({ id, address_id }) => ({ cause, cause_id: id, address_id, at: NOW }))
      await svip.db.transaction().execute((transaction) => createObligations(transaction, causes))
      const { rows } = await sql<{ cause_id: string; said: string }>`
        select cause_id, owner || ' ' || recipient || ' ' || unnest(categories) as said from obligation
        where cause_id = any(${at.map(({ id }) => id)}::uuid[])`.execute(svip.db)
      return at.map(({ id }) =>
        rows.flatMap(({ cause_id, said }) => (cause_id === id ? [said] : [])).toSorted(),
      )
    }
    /** The categories of these requests that the engine gave on one basis. */
    const shared = (
      address: AddressFacts,
      asking: readonly Question[],
      basis: LegalBasis,
      facts: Facts,
      counts: (question: Question) => boolean,
    ) => {
      const inForce = policyInForce(NOW)
      const policy = inForce && {
        ...inForce,
        rules: inForce.rules.filter((rule) => rule.basis === basis),
      }
      const all = asking.filter(counts).flatMap((question) => {
        const { caller, owner, purpose } = question
        const given = decided({ caller, policy, instant: NOW }, address, owner, purpose, facts)
        return given.map((category) => `${owner} ${caller.organisation} ${category}`)
      })
      return [...new Set(all)].toSorted()
    }
    const share = async (addresses: readonly AddressFacts[], asking: readonly Question[]) => {
      for (const [caller, some] of Map.groupBy(asking, (question) => question.caller)) {
        const decider = svip.deciderFor(caller)
        await Promise.all(
          addresses.flatMap((address) =>
            some.map(({ owner, purpose }) => decider.decide({ address, owner, purpose }, 'GRANT')),
          ),
        )
      }
    }

    test('an upheld objection obliges for what the engine gave on the task, and would not have given with it', () =>
      holds(
        12,
        fc.tuple(places, questions('PUBLIC_TASK'), objections),
        async (addresses, [, asking, objection]) => {
          await share(addresses, asking)
          const rows = addresses.map(({ id }) => objectionRow(id, { ...objection, state: 'UPHELD' }))
          await insert(svip.db, 'objection', rows)
          const expected = addresses.map((address) =>
            shared(address, asking, 'PUBLIC_TASK', toFacts(address), ({ owner, purpose }) =>
              isObjectedTo(address, owner, purpose, { ...NO_FACTS, objections: rows.slice(0, 1) }),
            ),
          )
          for (const some of expected) count(some.length > 0)
          expect(await obliged('OBJECTION_UPHELD', rows)).toEqual(expected)
        },
      ))

    test('a withdrawn consent obliges for what the engine gives on that consent alone', () =>
      holds(14, fc.tuple(places, questions('CONSENT')), async (addresses, [, asking]) => {
        await share(addresses, asking)
        const all = addresses.flatMap((address) =>
          address.consents.map((row, index) => ({ address, row, index })),
        )
        const expected = all.map(({ address, index }) => {
          const facts = toFacts(address)
          const alone = { ...facts, consents: facts.consents.slice(index, index + 1) }
          return shared(address, asking, 'CONSENT', alone, () => true)
        })
        for (const some of expected) count(some.length > 0)
        const rows = all.map(({ row }) => row)
        expect(await obliged('CONSENT_WITHDRAWN', rows)).toEqual(expected)
      }))
  })
})
