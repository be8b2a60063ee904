import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { Purpose } from '../../../../kernel/vocabulary.ts'
import type { SvipContext } from '../../context.ts'
import { ADVICE } from '../../register/cooperation-groups.ts'
import { PHASE_LABELS, STATUS_LABELS } from '../../register/track-labels.ts'
import { municipality } from '../addresses/municipalities.ts'
import { daysOver, type Interval } from './days.ts'
import { countsFor, entitledTo, hidesCounts } from './entitled.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { CooperationFilter } from './filter.ts'
import { listAddresses } from './list-addresses.ts'
import { figuresOn, type Potential, potentialFor } from './potential.ts'

/** The cooperation potential in figures, and the addresses behind it: `schema/svip/potential.graphql`. */
export const potentialResolvers = {
  Query: {
    cooperationPotential: (
      _root,
      args: { municipality?: string | null; on?: string | null },
      context: SvipContext,
    ) => potentialFor(context, args.municipality ?? null, args.on ?? null),
    cooperationAddresses: (
      _root,
      {
        filter,
        purpose,
        ...page
      }: {
        filter: CooperationFilter
        first?: number | null
        after?: string | null
        purpose?: Purpose | null
      },
      context: SvipContext,
    ) => listAddresses(context, filter, purpose ?? context.purpose, page),
  },
  CooperationPotential: {
    municipality: ({ scope }: Potential) => scope && municipality(scope),
    since: ({ known }: Potential) => known.since,
    smallCountsHidden: (_potential: Potential, _args, { caller, now }: SvipContext) =>
      hidesCounts(entitledTo(figuresOf([]), countsFor(caller, now().toISOString()))),
    figures: async (potential: Potential, _args, context: SvipContext) =>
      (await figuresOn(context, potential, [potential.on])).map(toFigures)[0],
    overTime: async (
      potential: Potential,
      { from, until, every }: { from: string; until?: string | null; every: Interval },
      context: SvipContext,
    ) => {
      const days = daysOver(from, until ?? null, every, potential.known)
      return (await figuresOn(context, potential, days)).map(toFigures)
    },
  },
} satisfies GraphQLResolverMap<SvipContext>

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
        label: PHASE_LABELS.NCG.get(phase),
        count,
      })),
    },
    matrix: {
      total: figures.bothRunning,
      outside: figures.outsideMatrix,
      groups: figures.groups.map(({ group, count }) => ({ group, advice: ADVICE[group], count })),
      cells: figures.cells.map(({ ncgStatus, imgStatus, group, count }) => ({
        ncgStatus,
        ncgLabel: STATUS_LABELS.NCG.get(ncgStatus),
        imgStatus,
        imgLabel: STATUS_LABELS.IMG.get(imgStatus),
        group,
        count,
      })),
    },
  }
}
