import { badInput } from '../../../../kernel/errors.ts'
import type { SvipContext } from '../../context.ts'
import type { SignalLinkKind } from '../../schema.generated.ts'
import { findKnown } from '../cooperation/take-step.ts'
import { requestStore } from '../requests/parts.ts'
import type { SignalLink, SignalRow } from './tables.ts'

const MAX_LINKS = 20

/** Returns the address of the linked object, when it is of the kind and the caller may see it; `null` otherwise. */
type Target = (context: SvipContext, id: string) => Promise<string | null>

const request: Target = async (context, id) =>
  (await requestStore(context).find(id, context.caller))?.address_id ?? null

const TARGETS: Readonly<Record<SignalLinkKind, Target>> = {
  INFORMATION_REQUEST: request,
  // The decision of the priority team is in the follow-up of an acceleration request.
  PRIORITY_DECISION: async (context, id) => {
    const found = await requestStore(context).find(id, context.caller)
    return found?.follow_up?.priorityDecision ? found.address_id : null
  },
  JOINT_INSPECTION: async (context, id) =>
    (await findKnown(context, 'joint_inspection', id))?.row.address_id ?? null,
}

/**
 * Checks new links, and returns all links of the signal without duplicates.
 * @throws {AppError} `BAD_USER_INPUT`; the message is the same whether the object does not exist, may not be seen, is of another kind or is
 * about another address.
 */
export async function checkedLinks(
  context: SvipContext,
  { address_id, links }: SignalRow,
  added: readonly SignalLink[],
): Promise<readonly SignalLink[]> {
  if (links.length + added.length > MAX_LINKS)
    throw badInput(`Bij een signaal passen ${MAX_LINKS} koppelingen (links).`)
  const addresses = await Promise.all(added.map(({ kind, id }) => TARGETS[kind](context, id)))
  if (addresses.some((found) => found !== address_id))
    throw badInput(
      'Een koppeling (links) is niet bekend bij dit adres. Controleer de soort (kind) en het id.',
    )
  const all = [...links, ...added.map(({ kind, id }) => ({ kind, id: id.toLowerCase() }))]
  return [...new Map(all.map((link) => [`${link.kind} ${link.id}`, link])).values()]
}
