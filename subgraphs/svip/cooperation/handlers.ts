import { requiredText } from '../../../kernel/input.ts'
import type { SvipContext } from '../context.ts'
import { handler } from '../requests/requester.ts'
import type { BuddyHandler } from '../requests/tables.ts'
import { assertNot, ownSide, partnersAt, TOGETHER } from './partners.ts'
import { againstCoordinatorWish } from './together.ts'

/** Who works together at an address: the buddy link (buddysysteem), and the one coordinator for the whole file. */

type AtAddress = { readonly addressId: string; readonly revision: number }
type Ending = AtAddress & { readonly reason: string }

export type LinkInput = AtAddress & { readonly imgHandler: BuddyHandler; readonly ncgHandler: BuddyHandler }

export async function setBuddyLink(context: SvipContext, input: LinkInput): Promise<void> {
  const [img_handler, ncg_handler] = [
    handler(input.imgHandler, 'imgHandler'),
    handler(input.ncgHandler, 'ncgHandler'),
  ]
  await onRecord(context, input, 'Begeleiders gekoppeld')
  await context.cooperation.link(
    { address_id: input.addressId, img_handler, ncg_handler },
    input.revision,
    context.caller,
  )
  context.forget()
}

export async function endBuddyLink(context: SvipContext, input: Ending): Promise<void> {
  const reason = requiredText(input.reason, 'De reden (reason)')
  await onRecord(context, input, 'Koppeling van begeleiders beëindigd')
  await context.cooperation.unlink(input.addressId, input.revision, reason, context.caller)
  context.forget()
}

export type CoordinatorInput = AtAddress & BuddyHandler

/** An agency names a coordinator of its own; the one there was, of whichever agency, is then replaced. */
export async function setCoordinator(context: SvipContext, input: CoordinatorInput): Promise<void> {
  const coordinator = { ...handler(input, 'coordinator'), organisation: ownSide(context) }
  await onRecord(context, input, 'Coördinator aangewezen')
  await context.cooperation.coordinate(input.addressId, input.revision, coordinator, {
    actor: context.caller,
    reason: null,
    judge: (wish) => assertNot(againstCoordinatorWish(wish)),
  })
  context.forget()
}

export async function endCoordinator(context: SvipContext, input: Ending): Promise<void> {
  const reason = requiredText(input.reason, 'De reden (reason)')
  await onRecord(context, input, 'Coördinator beëindigd')
  await context.cooperation.coordinate(input.addressId, input.revision, null, {
    actor: context.caller,
    reason,
  })
  context.forget()
}

async function onRecord(context: SvipContext, { addressId }: AtAddress, what: string): Promise<void> {
  await partnersAt(context, addressId, what, TOGETHER.HANDLERS)
  await context.recordOwn(addressId, what, 'samenwerking')
}
