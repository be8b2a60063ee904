import type { Party } from '../../kernel/party.ts'
import { dutchDay } from '../../kernel/scalars.ts'
import type { AcuteStore } from './acute/acute-store.ts'
import type { EmergencyStore } from './emergency/emergency-store.ts'
import type { MonitoringStore } from './monitoring/monitoring-store.ts'
import { sweepObligations } from './obligations/sweep.ts'
import { figuresOf } from './potential/figures.ts'
import type { PotentialStore } from './potential/potential-store.ts'
import type { Tables } from './store/tables.ts'

type Stores = {
  readonly emergencies: EmergencyStore
  readonly potential: PotentialStore
  readonly acute: AcuteStore
  readonly monitoring: MonitoringStore
}

/**
 * What the SVIP does by itself, at its start and every `HOUSEKEEPING_SECONDS` until it closes: it looks for what recipients still have to be
 * told, takes over reorganisations of municipalities that have come, and counts what waits, for the metrics. A
 * round that fails is logged, and the next one does its work.
 */
export function startHousekeeping(
  party: Party<Tables>,
  { emergencies, potential, acute, monitoring }: Stores,
): void {
  const { db, logger, metrics } = party
  const round = async () => {
    const now = new Date()
    const today = dutchDay(now)
    await sweepObligations(db, now)
    await potential.settle()
    const { waiting, overdue } = await emergencies.countUnreviewed(today)
    metrics.emergencyReviews.set({ overdue: 'no' }, waiting - overdue)
    metrics.emergencyReviews.set({ overdue: 'yes' }, overdue)
    const unsafe = await acute.countUnsafe()
    metrics.acuteUnsafe.set({ overdue: 'no' }, unsafe.waiting - unsafe.overdue)
    metrics.acuteUnsafe.set({ overdue: 'yes' }, unsafe.overdue)
    metrics.waiting.reset()
    for (const { what, overdue: isOverdue, count } of await monitoring.waiting(today))
      metrics.waiting.set({ what, overdue: isOverdue ? 'yes' : 'no' }, count)
    const counted = (await potential.counts(null, [today])).get(today) ?? []
    const { noReport, handled, bothRunning } = figuresOf(counted)
    metrics.potential.set({ situation: 'no_report' }, noReport)
    metrics.potential.set({ situation: 'handled' }, handled)
    metrics.potential.set({ situation: 'both_running' }, bothRunning)
  }
  let running: Promise<void> = Promise.resolve()
  const start = () => {
    running = running
      .then(round)
      .catch((error: unknown) => logger.error({ err: error }, 'the housekeeping failed; it is tried again'))
  }
  start()
  const timer = setInterval(start, party.config.housekeepingSeconds * 1000)
  party.onClose(async () => {
    clearInterval(timer)
    await running
  })
}
