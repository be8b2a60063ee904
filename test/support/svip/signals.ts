import { randomUUID } from 'node:crypto'
import { dutchDay } from '../../../kernel/graphql/scalars.ts'
import type { Caller, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import { placeOf } from '../../../subgraphs/svip/modules/signals/list.ts'
import type { Reader } from '../../../subgraphs/svip/modules/signals/reader.ts'
import { activeRules, signalSettings } from '../../../subgraphs/svip/modules/signals/settings.ts'
import { createSignalStore, signalConsequence } from '../../../subgraphs/svip/modules/signals/signal-store.ts'
import type { SignalRow } from '../../../subgraphs/svip/modules/signals/tables.ts'
import { policyInForce } from '../../../subgraphs/svip/policy/versions/index.ts'
import type { NoticeKind } from '../../../subgraphs/svip/register/event.ts'
import { createRegisterStore } from '../../../subgraphs/svip/register/register-store.ts'
import type { SignalFilter } from '../../../subgraphs/svip/schema.generated.ts'
import type { TrackRow } from '../../../subgraphs/svip/store/tables.ts'
import type { SvipUnderTest } from './svip.ts'

/** Helpers for the tests of the store of signals: the register with signals as a consequence, and their readers. */
export function openSignals(svip: SvipUnderTest) {
  const { db, now } = svip
  const active = activeRules(signalSettings.parse({}))
  const consequence = signalConsequence(active, now)
  const register = createRegisterStore(db, [consequence])
  const store = createSignalStore(db, now)
  const today = () => dutchDay(now())

  const reader = (caller: Caller, purpose: Purpose | null = null, instant?: string): Reader => {
    const at = instant ?? now().toISOString()
    return { caller, policy: policyInForce(at), instant: at, today: today(), purpose }
  }
  const event = (owner: Owner, addressId: string, changes: Partial<TrackRow> = {}) => ({
    id: randomUUID(),
    track: {
      owner,
      reference: `${owner}-${addressId}`,
      address_id: addressId,
      phase: 'INSPECTION',
      status: null,
      open: true,
      since: today(),
      revision: 2,
      as_of: now().toISOString(),
      ...changes,
    },
  })
  return {
    consequence,
    register,
    store,
    reader,
    event,
    notice: (owner: Owner, kind: NoticeKind, addressId: string, id: string = randomUUID()) => ({
      id,
      notice: {
        id,
        owner,
        kind,
        address_id: addressId,
        reference: `${owner}-${addressId}`,
        occurred_at: now().toISOString(),
      },
    }),
    /** Reads all pages of a list. */
    async readAll(as: Reader, filter: SignalFilter = {}, first = 100): Promise<readonly SignalRow[]> {
      const all: SignalRow[] = []
      for (let after: readonly string[] | null = null; ; ) {
        const rows: readonly SignalRow[] = await store.page(as, filter, { first, after })
        const shown = rows.slice(0, first)
        all.push(...shown)
        const last = shown.at(-1)
        if (rows.length <= first || !last) return all
        after = placeOf(last)
      }
    },
  }
}
