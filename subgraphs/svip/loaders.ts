import DataLoader from 'dataloader'
import type { Caller } from '../../kernel/vocabulary.ts'
import type { AcuteDetails } from './acute/acute-store.ts'
import type { AcuteCaseRow } from './acute/tables.ts'
import type { Stores } from './context.ts'
import type { CooperationFile } from './cooperation/cooperation-store.ts'
import type { ObligationRow } from './obligations/tables.ts'
import type { BuddyLinkRow, InformationRequestRow, InformationRequestStepRow } from './requests/tables.ts'
import type { SetStore } from './sets/set-store.ts'
import type { Reader } from './signals/reader.ts'
import type { SignalRow, SignalStepRow } from './signals/tables.ts'

/** What is read by an address or by what it belongs to: all that one request asks, in one statement. */
export type Reading = {
  /** What recipients have to do because of a consent, an objection and the like; all that one request asks in one statement. */
  told(causeId: string): Promise<readonly ObligationRow[]>
  /** The information requests about an address that the caller may see, newest first. */
  requestsAt(addressId: string): Promise<readonly InformationRequestRow[]>
  stepsOf(requestId: string): Promise<readonly InformationRequestStepRow[]>
  buddyLinkAt(addressId: string): Promise<BuddyLinkRow | null>
  /** The sets an address is in, with who put it forward. */
  setsAt(addressId: string): ReturnType<SetStore['byAddresses']>
  /** The signals at an address that the caller may know of, newest first. */
  signalsAt(addressId: string): Promise<readonly SignalRow[]>
  signalStepsOf(signalId: string): Promise<readonly SignalStepRow[]>
  cooperationAt(addressId: string): Promise<CooperationFile>
  /** Every case of acute danger at an address, before the question who may see it. */
  acuteCasesAt(addressId: string): Promise<readonly AcuteCaseRow[]>
  acuteDetailsOf(caseId: string): Promise<AcuteDetails>
}

/**
 * Readers of one request; nothing is kept after it.
 * @param reader who reads signals, known only when the request has its context.
 */
export function createLoaders(
  { acute, cooperation, obligations, requests, sets, signals }: Stores,
  caller: Caller,
  reader: () => Reader,
): { readonly read: Reading; forget(): void } {
  const requestsAt = new DataLoader<string, readonly InformationRequestRow[]>(async (ids) => {
    const byAddress = Map.groupBy(await requests.byAddresses(ids, caller), (row) => row.address_id)
    return ids.map((id) => byAddress.get(id) ?? [])
  })
  const stepsOf = new DataLoader<string, readonly InformationRequestStepRow[]>(async (ids) => {
    const byRequest = Map.groupBy(await requests.stepsOf(ids), (row) => row.request_id)
    return ids.map((id) => byRequest.get(id) ?? [])
  })
  const buddyLinkAt = new DataLoader<string, BuddyLinkRow | null>(async (ids) => {
    const byAddress = new Map((await requests.buddyLinks(ids)).map((link) => [link.address_id, link]))
    return ids.map((id) => byAddress.get(id) ?? null)
  })
  const setsAt = new DataLoader<string, Awaited<ReturnType<SetStore['byAddresses']>>>(async (ids) => {
    const byAddress = Map.groupBy(await sets.byAddresses(ids), ({ address_id }) => address_id)
    return ids.map((id) => byAddress.get(id) ?? [])
  })
  const signalsAt = new DataLoader<string, readonly SignalRow[]>(async (ids) => {
    const rows = await signals.byAddresses(ids, reader())
    const byAddress = Map.groupBy(rows, (row) => row.address_id)
    return ids.map((id) => byAddress.get(id) ?? [])
  })
  const signalStepsOf = new DataLoader<string, readonly SignalStepRow[]>(async (ids) => {
    const bySignal = Map.groupBy(await signals.stepsOf(ids), (row) => row.signal_id)
    return ids.map((id) => bySignal.get(id) ?? [])
  })
  const cooperationAt = new DataLoader<string, CooperationFile>(async (ids) => {
    const files = await cooperation.filesAt(ids)
    return ids.map((id) => files.get(id) ?? new Error('a cooperation file was not read'))
  })
  const acuteCasesAt = new DataLoader<string, readonly AcuteCaseRow[]>(async (ids) => {
    const byAddress = Map.groupBy(await acute.byAddresses(ids), (row) => row.address_id)
    return ids.map((id) => byAddress.get(id) ?? [])
  })
  const acuteDetailsOf = new DataLoader<string, AcuteDetails>(async (ids) => {
    const details = await acute.detailsOf(ids)
    return ids.map((id) => details.get(id) ?? new Error('the steps of a case were not read'))
  })
  const told = new DataLoader<string, readonly ObligationRow[]>(async (causeIds) => {
    const found = await obligations.byCauses(causeIds)
    return causeIds.map((id) => found.get(id) ?? [])
  })

  const all = {
    told,
    requestsAt,
    stepsOf,
    signalsAt,
    signalStepsOf,
    buddyLinkAt,
    setsAt,
    cooperationAt,
    acuteCasesAt,
    acuteDetailsOf,
  }
  return {
    read: {
      told: (id) => told.load(id),
      requestsAt: (id) => requestsAt.load(id),
      stepsOf: (id) => stepsOf.load(id),
      signalsAt: (id) => signalsAt.load(id),
      signalStepsOf: (id) => signalStepsOf.load(id),
      buddyLinkAt: (id) => buddyLinkAt.load(id),
      setsAt: (id) => setsAt.load(id),
      cooperationAt: (id) => cooperationAt.load(id),
      acuteCasesAt: (id) => acuteCasesAt.load(id),
      acuteDetailsOf: (id) => acuteDetailsOf.load(id),
    },
    forget() {
      for (const loader of Object.values(all)) loader.clearAll()
    },
  }
}
