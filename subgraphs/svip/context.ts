import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import type { RefusalRecord } from '../../kernel/graphql/refused-mutations.ts'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import type { RequestContext } from '../../kernel/graphql/subgraph.ts'
import { mintGrant } from '../../kernel/identity/grant.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import { type Activity, commonActivity } from '../../kernel/records/activities.ts'
import type { Log } from '../../kernel/records/log/log.ts'
import { pseudonym } from '../../kernel/records/log/processing.ts'
import type { Party } from '../../kernel/runtime/party.ts'
import { recordSpan } from '../../kernel/runtime/telemetry/span.ts'
import {
  ADDRESS_ID,
  type Caller,
  type DataCategory,
  type Owner,
  type Purpose,
} from '../../kernel/vocabulary.ts'
import { createDecider, type Use } from './decisions/decider.ts'
import type { RecordedDecision } from './decisions/decision-log.ts'
import type { AddressFacts, AddressStore } from './modules/addresses/address-store.ts'
import type { InProcess, InRequest } from './parts.ts'
import { registerActivity } from './register/activity.ts'
import { svipSettings } from './settings.ts'
import type { Tables } from './store/tables.ts'

/** An address with the purpose of the query, as the resolvers pass it on. */
export type AddressNode = { readonly facts: AddressFacts; readonly purpose: Purpose | null }

export type SvipContext = RequestContext &
  RefusalRecord &
  InRequest & {
    readonly db: Kysely<Tables>
    /** Finds an address in the caller's scope. An unknown address and one out of scope cost the same and give the same answer. */
    address(id: string, purpose: Purpose | null): Promise<AddressNode | null>
    /** The decision on an owner's data at the address; `null` for the caller's own agency, which needs no decision. */
    decision(address: AddressNode, owner: Owner, use?: Use): Promise<RecordedDecision | null>
    /** A grant for the owner; `null` when nothing may be shared. */
    grant(address: AddressNode, owner: Owner): Promise<string | null>
    /** The categories of an owner's data that the caller may know; `REGISTER` to show what the register has of them. */
    visible(address: AddressNode, owner: Owner, use?: Use): Promise<ReadonlySet<DataCategory>>
    /**
     * As `visible`, for data that the caller did not name, such as a row of a list. Unless the policy gives all of `needed`, no decision is
     * made: a denial on record would reveal to its readers that the row exists.
     */
    visibleWith(
      needed: readonly DataCategory[],
      address: AddressNode,
      owner: Owner,
      use?: Use,
    ): Promise<ReadonlySet<DataCategory>>
    /** Discards what was read and decided in this request; call it after a write, so that what follows sees the new state. */
    forget(): void
    /** Puts on record that the register of the SVIP was shown for an address. */
    recordShown(address: AddressNode, what: string, categories: readonly DataCategory[]): Promise<void>
    /**
     * Puts on record that data of the SVIP itself are changed or shown; call it before, and for a change after all checks. A list gets a
     * line per address, and an empty list one line without an address, because an empty answer is an answer too.
     */
    recordOwn(addressIds: string | readonly string[], what: string, activity: Activity<'svip'>): Promise<void>
    /** The pseudonym of an address in the processing log of the SVIP. */
    pseudonymOf(addressId: string): string
  }

type Services = {
  readonly party: Party<Tables>
  readonly here: InProcess
  readonly decisions: Log
  readonly addresses: Pick<AddressStore, 'facts'>
  readonly now?: () => Date
}

/** Whether the address is in the caller's scope: staff of the parties see all addresses, a municipality those in its territory today. */
export function inScope(caller: Caller, address: AddressFacts): boolean {
  if (caller.roles.length === 0) return false
  return caller.organisation !== 'GEMEENTE' || caller.municipality === address.municipality
}

export function createSvipContext({ party, here, decisions, addresses, now = () => new Date() }: Services) {
  const { config, line, metrics, processing } = party
  const { GRANT_SECONDS, IMG_GRANT_KEYS, NCG_GRANT_KEYS } = config.settings(svipSettings)
  const grantKeys = { IMG: IMG_GRANT_KEYS, NCG: NCG_GRANT_KEYS }

  return (base: RequestContext): SvipContext => {
    const { caller, trace } = base
    let refusals = 0
    let sinceWrite = {}

    const inScopeById = new DataLoader<string, AddressFacts | null>(async (ids) => {
      const startedAt = now()
      const found = await addresses.facts(ids, dutchDay(startedAt))
      const seen = ids.map((id) => {
        const address = found.get(id)
        return address && inScope(caller, address) ? address : null
      })
      // An unknown address and one out of scope take the same path: the same statements, record and answer.
      const missed = ids.filter((_, index) => seen[index] === null)
      refusals += missed.length
      await processing.append(
        missed.map((addressId) =>
          line(trace, startedAt, {
            name: 'Geweigerd: adres buiten bereik',
            activity: commonActivity('svip', 'toegang'),
            addressId,
            recipient: caller.organisation,
            refusal: 'OUT_OF_SCOPE',
          }),
        ),
      )
      return seen
    })

    const decider = createDecider({
      caller,
      trace,
      log: decisions,
      now,
      onDecision: ({ request, decision }) =>
        metrics.decisions.inc({ owner: request.owner, outcome: decision.outcome, reason: decision.reason }),
      onDecided: (milliseconds, decided) =>
        recordSpan(party.tracing, trace, 'decide', milliseconds, {
          decisions: decided.length,
          denied: decided.filter(({ decision }) => decision.outcome === 'DENIED').length,
        }),
    })
    const shown = new DataLoader<
      { addressId: string; what: string; categories: readonly DataCategory[]; purpose: Purpose | null },
      true
    >(
      async (items) => {
        const startedAt = now()
        await processing.append(
          items.map(({ addressId, what, categories, purpose }) =>
            line(trace, startedAt, {
              name: what,
              activity: registerActivity.id,
              addressId,
              recipient: caller.organisation,
              categories,
              purpose,
            }),
          ),
        )
        return items.map(() => true as const)
      },
      { cache: false },
    )

    const context: SvipContext = {
      ...base,
      ...here,
      sinceWrite: () => sinceWrite,
      db: party.db,
      now,
      async address(id, purpose) {
        const facts = typeof id === 'string' && ADDRESS_ID.test(id) ? await inScopeById.load(id) : null
        return facts && { facts, purpose: purpose ?? base.purpose }
      },
      decision: async ({ facts, purpose }, owner, use) =>
        caller.organisation === owner
          ? null
          : await decider.decide({ address: facts, owner, purpose }, use ?? null),
      async grant(address, owner) {
        const recorded = await context.decision(address, owner, 'GRANT')
        if (!recorded || recorded.decision.outcome === 'DENIED') return null
        const { purpose, policyVersion, categories } = recorded.decision
        if (purpose === null || policyVersion === null) return null
        return mintGrant(grantKeys[owner], {
          owner,
          addr: address.facts.id,
          caller,
          purpose,
          pol: policyVersion,
          cats: [...categories],
          dec: recorded.id,
          issuedAt: Math.floor(now().getTime() / 1000),
          ttlSeconds: GRANT_SECONDS,
        })
      },
      async visible(address, owner, use) {
        const recorded = await context.decision(address, owner, use)
        return new Set(recorded ? recorded.decision.categories : ownCategories(caller, owner))
      },
      async visibleWith(needed, address, owner, use) {
        const foreseen =
          caller.organisation === owner
            ? ownCategories(caller, owner)
            : decider.foresee({ address: address.facts, owner, purpose: address.purpose })
        const isKnown = needed.every((category) => foreseen.includes(category))
        return isKnown ? await context.visible(address, owner, use) : new Set()
      },
      async recordShown({ facts, purpose }, what, categories) {
        await shown.load({ addressId: facts.id, what, categories, purpose })
      },
      forget() {
        inScopeById.clearAll()
        sinceWrite = {}
        decider.forget()
      },
      recordOwn: (addressIds, what, activity) => {
        const startedAt = now()
        const about = typeof addressIds === 'string' ? [addressIds] : [...new Set(addressIds)]
        return processing.append(
          (about.length > 0 ? about : [null]).map((addressId) =>
            line(trace, startedAt, {
              name: what,
              activity: activity.id,
              addressId,
              recipient: caller.organisation,
            }),
          ),
        )
      },
      refused(what) {
        refusals += 1
        return party.recordRefusal({ trace, caller }, what)
      },
      refusals: () => refusals,
      pseudonymOf: (addressId) => pseudonym(config.pseudonymKey, addressId),
    }
    return context
  }
}
