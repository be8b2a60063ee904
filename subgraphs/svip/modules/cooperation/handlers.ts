import { requiredText } from '../../../../kernel/graphql/input.ts'
import { takeStep } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import type { EndCooperationInput, SetBuddyLinkInput, SetCoordinatorInput } from '../../schema.generated.ts'
import type { WishRow } from '../../store/tables.ts'
import { handler } from '../requests/requester.ts'
import { cooperationActivity } from './activity.ts'
import { changedSince } from './agreements.ts'
import type { CooperationFile } from './cooperation-store.ts'
import { assertNot, ownSide, partnersAt, TOGETHER } from './partners.ts'
import { cooperationAt, cooperationStore } from './parts.ts'
import { againstCoordinatorWish } from './together.ts'

/** The people who cooperate at an address: the buddy link (buddysysteem), and the single coordinator. */

export async function setBuddyLink(context: SvipContext, input: SetBuddyLinkInput): Promise<void> {
  const [img_handler, ncg_handler] = [
    handler(input.imgHandler, 'imgHandler'),
    handler(input.ncgHandler, 'ncgHandler'),
  ]
  await change(context, input, 'Begeleiders gekoppeld', {
    isCurrent: ({ link }) => (link?.revision ?? 0) === input.revision,
    ends: false,
    write: () =>
      cooperationStore(context).link(
        { address_id: input.addressId, img_handler, ncg_handler },
        input.revision,
        context.caller,
      ),
  })
}

export async function endBuddyLink(context: SvipContext, input: EndCooperationInput): Promise<void> {
  const reason = requiredText(input.reason, 'De reden (reason)')
  await change(context, input, 'Koppeling van begeleiders beëindigd', {
    isCurrent: ({ link }) => link?.revision === input.revision && link.ended_at === null,
    ends: true,
    write: () => cooperationStore(context).unlink(input.addressId, input.revision, reason, context.caller),
  })
}

/** An agency appoints a coordinator of its own, who replaces the present one, of either agency. */
export async function setCoordinator(context: SvipContext, input: SetCoordinatorInput): Promise<void> {
  const coordinator = { ...handler(input, 'coordinator'), organisation: ownSide(context) }
  const judge = (wish: WishRow | null) => assertNot(againstCoordinatorWish(wish))
  await change(context, input, 'Coördinator aangewezen', {
    isCurrent: ({ cooperation }) => (cooperation?.coordinator_revision ?? 0) === input.revision,
    ends: false,
    judge,
    write: () =>
      cooperationStore(context).coordinate(input.addressId, input.revision, coordinator, {
        actor: context.caller,
        reason: null,
        judge,
      }),
  })
}

export async function endCoordinator(context: SvipContext, input: EndCooperationInput): Promise<void> {
  const reason = requiredText(input.reason, 'De reden (reason)')
  await change(context, input, 'Coördinator beëindigd', {
    isCurrent: ({ cooperation }) =>
      cooperation?.coordinator_revision === input.revision && cooperation.coordinator !== null,
    ends: true,
    write: () =>
      cooperationStore(context).coordinate(input.addressId, input.revision, null, {
        actor: context.caller,
        reason,
      }),
  })
}

/** A change of the file: whether the caller saw the current revision, whether it ends something, and the write. */
type FileStep = {
  readonly isCurrent: (file: CooperationFile) => boolean
  readonly ends: boolean
  readonly judge?: (wish: WishRow | null) => void
  readonly write: () => Promise<void>
}

/** Changes the file of an address where both agencies may know each other's handlers. */
const change = (
  context: SvipContext,
  { addressId, revision }: Pick<EndCooperationInput, 'addressId' | 'revision'>,
  name: string,
  { isCurrent, ends, judge, write }: FileStep,
): Promise<void> =>
  takeStep(context, {
    name,
    activity: cooperationActivity,
    find: async () => {
      const { facts } = await partnersAt(context, addressId, name, TOGETHER.HANDLERS)
      return { facts, file: await cooperationAt(context, facts.id) }
    },
    stale: ({ file }) => (isCurrent(file) ? null : changedSince()),
    change: ({ facts }) => judge?.(facts.wish),
    steps: () => ({ taken: revision, ends }),
    about: ({ facts }) => facts.id,
    write,
  })
