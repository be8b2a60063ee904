import { ADVICE } from '../../register/cooperation-groups.ts'
import { PHASE_LABELS, STATUS_LABELS } from '../../register/track-labels.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { municipality } from '../addresses/municipalities.ts'
import { daysOver } from './days.ts'
import { countsFor, entitledTo, hidesCounts } from './entitled.ts'
import { type Figures, figuresOf } from './figures.ts'
import { listAddresses } from './list-addresses.ts'
import { figuresOn, potentialFor } from './potential.ts'

/** Resolvers of `schema/svip/potential.graphql`: the figures, and the addresses behind them. */
export const potentialResolvers = {
  Query: {
    cooperationPotential: (_root, args, context) =>
      potentialFor(context, args.municipality ?? null, args.on ?? null),
    cooperationAddresses: (_root, { filter, purpose, ...page }, context) =>
      listAddresses(context, filter, purpose ?? context.purpose, page),
  },
  CooperationPotential: {
    municipality: ({ scope }) => (scope ? municipality(scope) : null),
    since: ({ known }) => known.since,
    smallCountsHidden: (_potential, _args, { caller, now }) =>
      hidesCounts(entitledTo(figuresOf([]), countsFor(caller, now().toISOString()))),
    figures: async (potential, _args, context) => {
      const [found] = await figuresOn(context, potential, [potential.on])
      if (!found) throw new Error('no figures of a day that has them')
      return toFigures(found)
    },
    overTime: async (potential, { from, until, every }, context) => {
      const days = daysOver(from, until ?? null, every, potential.known)
      return (await figuresOn(context, potential, days)).map(toFigures)
    },
  },
} satisfies Resolvers

function toFigures({ on, figures }: { readonly on: string; readonly figures: Figures }) {
  return {
    on,
    stock: {
      total: figures.total,
      noReport: figures.noReport,
      handled: figures.handled,
      bothRunning: figures.bothRunning,
      damageOnly: figures.damageOnly,
      noReportByPhase: figures.noReportByPhase.map(({ phase, count }) => ({
        phase,
        label: PHASE_LABELS.NCG.get(phase) ?? phase,
        count,
      })),
    },
    matrix: {
      total: figures.bothRunning,
      outside: figures.outsideMatrix,
      groups: figures.groups.map(({ group, count }) => ({ group, advice: ADVICE[group], count })),
      cells: figures.cells.map(({ ncgStatus, imgStatus, group, count }) => ({
        ncgStatus,
        ncgLabel: STATUS_LABELS.NCG.get(ncgStatus) ?? ncgStatus,
        imgStatus,
        imgLabel: STATUS_LABELS.IMG.get(imgStatus) ?? imgStatus,
        group,
        count,
      })),
    },
  }
}
