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

/** Lists of addresses: what to look for, and whether somebody may look for it. That an address is a hit tells what the filter says. */

/** `CooperationFilter` of the schema; here, as in the register, the words of the agencies are text. */
export type CooperationFilter = {
  readonly situation?: SituationName | null
  readonly groups?: readonly CooperationGroup[] | null
  readonly cells?: readonly { readonly ncgStatus: string; readonly imgStatus: string }[] | null
  readonly ncgStatuses?: readonly string[] | null
  readonly ncgPhases?: readonly string[] | null
  readonly municipality?: string | null
}

/** What a list tells of each address in it, by the agency whose data it is. */
export type Told = Readonly<Record<Owner, readonly DataCategory[]>>

/** Whether an address in this situation is a hit; in which municipality is not looked at. */
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
 * What the hits of a filter tell: whether a track is there is PRESENCE, whether and how far it runs STATUS.
 * @throws {AppError} `BAD_USER_INPUT` when it looks for nothing in particular: a list without a question has no purpose.
 */
export function toldBy(filter: CooperationFilter): Told {
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

/** Whether the hits have a track on both sides, by the filter alone. */
const impliesBoth = ({ situation, groups, cells }: CooperationFilter): boolean =>
  situation === 'HANDLED' || situation === 'BOTH_RUNNING' || Boolean(groups) || Boolean(cells)

/** The purposes that are about a stock of addresses. The others are about one file: no need for a list (AVG art. 5(1)(c)). */
export const LIST_PURPOSES: readonly Purpose[] = [
  'SIGNALLING',
  'COOPERATION',
  'JOINT_INSPECTION',
  'INTEGRAL_APPROACH',
  'MUNICIPAL_PLAN',
]

/** Satisfies the form of an identification; the policy looks at no more of it. */
const SOME_ADDRESS = '0000200000000000'

/**
 * Whether the policy lets the caller know, of any address that fits the filter, what being a hit tells: as own staff by role, of
 * the other side on a public task. It is asked before anything is looked up, so a filter that is refused tells nothing by its hits.
 */
export function mayList(
  caller: Caller,
  purpose: Purpose,
  filter: CooperationFilter,
  instant: string,
): boolean {
  if (!LIST_PURPOSES.includes(purpose)) return false
  const told = toldBy(filter)
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
    return told[owner].every((category) => known.includes(category))
  })
}

/** What is certain of every hit: at least one side has a track; both when the filter says so. No consent, no wish. */
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
