import { AppError, badInput, forbidden } from '../../../../kernel/errors.ts'
import { type DataCategory, OWNERS, type Owner, type Purpose } from '../../../../kernel/vocabulary.ts'
import { knownAddress } from '../../casework/statement.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { physicalOf } from '../../register/event.ts'
import type { Sight } from './file.ts'

/** The conditions under which two agencies may cooperate at an address. */

/** The purpose of each form of cooperation, and the category that the agencies must be allowed to share for it. */
export const TOGETHER = {
  HANDLERS: { purpose: 'COOPERATION', needs: 'HANDLER' },
  INSPECTION: { purpose: 'JOINT_INSPECTION', needs: 'PLANNING' },
  PLAN: { purpose: 'INTEGRAL_APPROACH', needs: 'PLANNING' },
} as const satisfies Readonly<Record<string, { readonly purpose: Purpose; readonly needs: DataCategory }>>
export type TogetherIn = (typeof TOGETHER)[keyof typeof TOGETHER]

/** The agency of the caller. @throws {AppError} `FORBIDDEN` when the caller works for neither. */
export function ownSide({ caller }: Pick<SvipContext, 'caller'>): Owner {
  const own = OWNERS.find((owner) => owner === caller.organisation)
  if (own === undefined) throw forbidden()
  return own
}

/** The categories of each agency that the caller may know at the address; the decision is recorded as use for the cooperation file. */
export async function sightOf(address: AddressNode, context: SvipContext): Promise<Sight> {
  const [IMG, NCG] = await Promise.all(
    OWNERS.map((owner) => context.visible(address, owner, 'COOPERATION_FILE')),
  )
  return { IMG: IMG ?? new Set(), NCG: NCG ?? new Set() }
}

/**
 * Returns the address when the two agencies may cooperate there in this way.
 * @throws {AppError} `BAD_USER_INPUT` with the reason: an unknown address, not files of both agencies, an objection of the resident.
 */
export async function partnersAt(
  context: SvipContext,
  addressId: string,
  what: string,
  { purpose, needs }: TogetherIn,
): Promise<AddressNode> {
  const own = ownSide(context)
  const address = await knownAddress(addressId, context, purpose)
  // The engine gives this reason only to callers who have a basis to know it, so the error reveals nothing else.
  const decided = await context.decision(address, own === 'IMG' ? 'NCG' : 'IMG')
  const decision = decided?.decision
  if (!decision?.categories.includes(needs)) {
    await context.refused(what)
    throw badInput(
      decision?.reason === 'NO_CONCURRENCE'
        ? 'Op dit adres loopt of liep niet bij allebei de organisaties een dossier. Dan is er niets om samen te doen.'
        : `Samenwerken kan hier nu niet. ${decision?.explanation ?? ''}`.trim(),
    )
  }
  return address
}

/** The error when not both agencies have an open file at the address; `null` otherwise. Only for callers who may know both statuses. */
export function bothRun({ facts }: AddressNode): AppError | null {
  const tracks = physicalOf(facts.tracks)
  return OWNERS.every((owner) => tracks.some((track) => track.owner === owner && track.open))
    ? null
    : badInput(
        'Op dit adres loopt nu niet bij allebei de organisaties een dossier. Dan valt er niets meer samen te plannen.',
      )
}

/** @throws {AppError} `BAD_USER_INPUT` with the reason, unless it is `null`. */
export function assertNot(reason: string | null): void {
  if (reason !== null) throw badInput(reason)
}

const OBSTACLES = {
  NOT_YOUR_SIDE: 'Deze stap is voor de andere organisatie.',
  FOUR_EYES: 'U hebt dit voorstel zelf gedaan. Een ander geeft het antwoord.',
} as const

/** The error for an obstacle that concerns the caller. */
export const obstacleError = (obstacle: keyof typeof OBSTACLES): AppError =>
  new AppError('FORBIDDEN', OBSTACLES[obstacle])
