import { badInput } from '../../../../kernel/errors.ts'
import { ownCategories } from '../../../../kernel/minimise/own-side.ts'
import {
  type Caller,
  type DataCategory,
  OWNERS,
  type Owner,
  type Purpose,
} from '../../../../kernel/vocabulary.ts'
import { decide } from '../../policy/decide.ts'
import type { Facts } from '../../policy/decision.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import { type CooperationGroup, type CooperationMatrix, FIGURE_2 } from '../../register/cooperation-groups.ts'
import { groupOf, type Situation, type SituationName } from './situation.ts'

/** The filters of address lists, and whether the caller may use them: a hit reveals what the filter says. */

/** `CooperationFilter` of the schema; here, as in the register, the statuses and phases of the agencies are text. */
export type CooperationFilter = {
  readonly situation?: SituationName | null
  readonly groups?: readonly CooperationGroup[] | null
  readonly cells?: readonly { readonly ncgStatus: string; readonly imgStatus: string }[] | null
  readonly ncgStatuses?: readonly string[] | null
  readonly ncgPhases?: readonly string[] | null
  readonly municipality?: string | null
}

/** The categories that a list reveals of each of its addresses, by the agency that owns the data. */
export type Revealed = Readonly<Record<Owner, readonly DataCategory[]>>

/** Whether an address in this situation is a hit, apart from its municipality. */
export function matches(
  filter: CooperationFilter,
  situation: Situation,
  matrix: CooperationMatrix = FIGURE_2,
): boolean {
  const { ncgPhase, ncgStatus, imgStatus } = situation
  const group = groupOf(situation, matrix)
  return (
    (!filter.situation || filter.situation === situation.name) &&
    (!filter.groups || (group !== null && filter.groups.includes(group))) &&
    (!filter.cells ||
      (situation.name === 'BOTH_RUNNING' &&
        filter.cells.some((cell) => cell.ncgStatus === ncgStatus && cell.imgStatus === imgStatus))) &&
    (!filter.ncgStatuses || (ncgStatus !== null && filter.ncgStatuses.includes(ncgStatus))) &&
    (!filter.ncgPhases || (ncgPhase !== null && filter.ncgPhases.includes(ncgPhase)))
  )
}

/**
 * The categories that the hits of a filter reveal: PRESENCE for whether a track exists, STATUS for whether it is open and its progress.
 * @throws {AppError} `BAD_USER_INPUT` for a filter without a criterion, because such a list serves no purpose.
 */
export function revealedBy(filter: CooperationFilter): Revealed {
  const { situation, groups, cells, ncgStatuses, ncgPhases } = filter
  const situated = typeof situation === 'string' || Boolean(groups) || Boolean(cells)
  const phased = Boolean(ncgStatuses) || Boolean(ncgPhases)
  if (!situated && !phased)
    throw badInput('Kies in het filter een situation, groups, cells, ncgStatuses of ncgPhases.')
  const running = impliesBoth(filter)
  return {
    IMG: situated ? (running ? ['PRESENCE', 'STATUS'] : ['PRESENCE']) : [],
    NCG: running || phased ? ['PRESENCE', 'STATUS'] : ['PRESENCE'],
  }
}

/** Whether the filter alone implies a track on both sides. */
const impliesBoth = ({ situation, groups, cells }: CooperationFilter): boolean =>
  situation === 'HANDLED' || situation === 'BOTH_RUNNING' || Boolean(groups) || Boolean(cells)

/** The purposes that concern a stock of addresses. The others concern one file and need no list (AVG art. 5(1)(c)). */
export const LIST_PURPOSES: readonly Purpose[] = [
  'SIGNALLING',
  'COOPERATION',
  'JOINT_INSPECTION',
  'INTEGRAL_APPROACH',
  'MUNICIPAL_PLAN',
]

/** A well-formed identification; the policy checks nothing else of it. */
const SOME_ADDRESS = '0000200000000000'

/**
 * Whether the policy lets the caller know, of any address that matches the filter, what a hit reveals: as own staff by role, or of the
 * other side on a public task. This check comes before any search, so that a refused filter reveals nothing by its hits.
 */
export function mayList(
  caller: Caller,
  purpose: Purpose,
  filter: CooperationFilter,
  instant: string,
): boolean {
  if (!LIST_PURPOSES.includes(purpose)) return false
  const revealed = revealedBy(filter)
  const facts = factsOf(filter)
  return OWNERS.every((owner) => {
    const known = [
      ...ownCategories(caller, owner),
      ...decide(
        {
          caller,
          owner,
          addressId: SOME_ADDRESS,
          addressMunicipality: caller.municipality,
          purpose,
          instant,
        },
        facts,
        policyInForce(instant),
      ).categories,
    ]
    return revealed[owner].every((category) => known.includes(category))
  })
}

/** The facts that hold for every hit: at least one side has a track, or both when the filter says so; no consent and no wish. */
function factsOf(filter: CooperationFilter): Facts {
  const owners: readonly Owner[] = impliesBoth(filter)
    ? OWNERS
    : filter.situation === 'DAMAGE_ONLY'
      ? ['IMG']
      : ['NCG']
  return {
    tracks: owners.map((owner) => ({ owner, reference: '', open: true, revision: 1 })),
    consents: [],
    objections: [],
    wish: null,
  }
}
