import type { Party } from '../../kernel/party.ts'
import { dutchDay } from '../../kernel/scalars.ts'
import type { EmergencyStore } from './emergency/emergency-store.ts'
import { sweepObligations } from './obligations/sweep.ts'
import type { PotentialStore } from './potential/potential-store.ts'
import type { Tables } from './store/tables.ts'

const EVERY_MS = 5 * 60 * 1000

/**
 * What the SVIP does by itself, at its start and every five minutes until it closes: it looks for what recipients still have to be
 * told, takes over reorganisations of municipalities, and counts the reviews that wait. A round that fails is logged, and the next
 * one does its work.
 */
export function startHousekeeping(
  party: Party<Tables>,
  emergencies: EmergencyStore,
  potential: PotentialStore,
): void {
  const { db, logger, metrics } = party
  const round = async () => {
    const now = new Date()
    await sweepObligations(db, now)
    await potential.settle()
    const { waiting, overdue } = await emergencies.countUnreviewed(dutchDay(now))
    metrics.emergencyReviews.set({ overdue: 'no' }, waiting - overdue)
    metrics.emergencyReviews.set({ overdue: 'yes' }, overdue)
  }
  let running: Promise<void> = Promise.resolve()
  const start = () => {
    running = running
      .then(round)
      .catch((error: unknown) => logger.error({ err: error }, 'the housekeeping failed; it is tried again'))
  }
  start()
  const timer = setInterval(start, EVERY_MS)
  party.onClose(async () => {
    clearInterval(timer)
    await running
  })
}
