import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { OWNERS } from '../../../../kernel/vocabulary.ts'
import { tenths } from '../../casework/tenths.ts'
import type { SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { figuresOn, potentialFor } from '../potential/potential.ts'
import type { MonitoringStore } from './monitoring-store.ts'
import { monthEnd, monthsOver } from './months.ts'
import { monitoringStore } from './parts.ts'

/** Resolvers of `schema/svip/monitoring.graphql`: the cooperation in figures, per month. */
export const monitoringResolvers = {
  Query: {
    monitoring: async (_root, { from, until }, context) => {
      const today = dutchDay(context.now())
      const months = monthsOver(from, until ?? today, today)
      // After the check of the period, because this puts the query on record; a refused period leaves no record.
      const potential = await potentialFor(context, null, null)
      const read = readOnce(monitoringStore(context), months)
      const ends = months.map((month) => monthEnd(month, today)).filter((day) => day >= potential.known.since)
      let figures: ReturnType<typeof figuresOn> | undefined
      const figuresAt = () => {
        figures ??= figuresOn(context, potential, ends)
        return figures
      }
      return months.map((month) => ({
        month,
        requests: async () => requestsIn(month, await read.requests()),
        signals: async () =>
          signalsIn(month, await read.signals(), { byKind: tellsKinds(month, today, context) }),
        jointInspections: async () => jointInspectionsIn(month, await read.agreements()),
        integralPlans: async () => integralPlansIn(month, await read.agreements()),
        acuteCases: async () => acuteCasesIn(month, await read.acute()),
        leadTimes: async () => leadTimesIn(month, await read.leadTimes()),
        potential: async () => {
          const end = monthEnd(month, today)
          const figuresOfEnd = (await figuresAt()).find(({ on }) => on === end)?.figures
          const { noReport = null, bothRunning = null, groups = [] } = figuresOfEnd ?? {}
          if (noReport === null || bothRunning === null) return null
          const used = (await read.used()).find((each) => each.month === month)?.addresses ?? 0
          return {
            on: end,
            noReport,
            bothRunning,
            possible: groups.reduce(
              (sum, { group, count }) => sum + (group === 'B' || group === 'E' ? (count ?? 0) : 0),
              0,
            ),
            used,
          }
        },
      }))
    },
  },
} satisfies Resolvers

/** Reads each kind of figures when the first month needs it, once for all months. */
function readOnce(store: MonitoringStore, months: readonly string[]) {
  const once = <T>(read: (months: readonly string[]) => Promise<T>) => {
    let result: Promise<T> | undefined
    return () => {
      result ??= read(months)
      return result
    }
  }
  return {
    requests: once(store.requests),
    signals: once(store.signals),
    agreements: once(store.agreements),
    acute: once(store.acute),
    leadTimes: once(store.leadTimes),
    used: once(store.used),
  }
}

type Rows<Name extends keyof MonitoringStore> = Awaited<ReturnType<MonitoringStore[Name]>>

function requestsIn(month: string, rows: Rows<'requests'>) {
  const row = rows.find((each) => each.month === month)
  return {
    submitted: row?.submitted ?? 0,
    answered: row?.answered ?? 0,
    granted: row?.granted ?? 0,
    partlyGranted: row?.partly_granted ?? 0,
    refused: row?.refused ?? 0,
    medianDays: tenths(row?.median_days ?? null),
  }
}

/**
 * Whether signals are counted by kind. An agency may not always know the kind of a signal, so it gets no counts by kind for the current
 * month, which a new signal in its inbox would change visibly.
 */
const tellsKinds = (month: string, today: string, { caller }: Pick<SvipContext, 'caller'>): boolean =>
  caller.organisation === 'SVIP' || monthEnd(month, today) < today

function signalsIn(month: string, rows: Rows<'signals'>, { byKind }: { readonly byKind: boolean }) {
  const ofMonth = rows.filter((each) => each.month === month)
  const counted = Map.groupBy(ofMonth, ({ kind, state }) => (byKind ? `${kind} ${state}` : state))
  return [...counted.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const total = (of: 'signals' | 'days' | 'late') => same.reduce((sum, each) => sum + each[of], 0)
    const count = total('signals')
    return {
      kind: byKind ? first.kind : null,
      state: first.state,
      count,
      meanDays: first.state === 'NEW' || count === 0 ? null : tenths(total('days') / count),
      late: total('late'),
    }
  })
}

function counterOf(month: string, kind: string, rows: Rows<'agreements'>) {
  return (state: string): number =>
    rows.find((each) => each.month === month && each.kind === kind && each.state === state)?.count ?? 0
}

function jointInspectionsIn(month: string, rows: Rows<'agreements'>) {
  const count = counterOf(month, 'JOINT_INSPECTION', rows)
  return {
    proposed: count('PROPOSED'),
    accepted: count('ACCEPTED'),
    agreed: count('AGREED'),
    held: count('HELD'),
    notHeld: count('NOT_HELD'),
    declined: count('DECLINED'),
    withdrawn: count('WITHDRAWN'),
  }
}

function integralPlansIn(month: string, rows: Rows<'agreements'>) {
  const count = counterOf(month, 'INTEGRAL_PLAN', rows)
  return {
    proposed: count('PROPOSED'),
    agreed: count('AGREED'),
    carriedOut: count('CARRIED_OUT'),
    stopped: count('STOPPED'),
    declined: count('DECLINED'),
    withdrawn: count('WITHDRAWN'),
  }
}

function acuteCasesIn(month: string, rows: Rows<'acute'>) {
  const row = rows.find((each) => each.month === month)
  return {
    reported: row?.reported ?? 0,
    madeSafe: row?.made_safe ?? 0,
    madeSafeLate: row?.made_safe_late ?? 0,
  }
}

function leadTimesIn(month: string, rows: Rows<'leadTimes'>) {
  return OWNERS.map((owner) => {
    const row = rows.find((each) => each.month === month && each.owner === owner)
    return {
      owner,
      ended: row?.ended ?? 0,
      measured: row?.measured ?? 0,
      meanDays: tenths(row?.mean_days ?? null),
      medianDays: tenths(row?.median_days ?? null),
    }
  })
}
