import { badInput } from '../../../../kernel/errors.ts'
import type { SvipContext } from '../../context.ts'
import type { SignalLinkKind } from '../../schema.generated.ts'
import { findKnown } from '../cooperation/take-step.ts'
import { requestStore } from '../requests/parts.ts'
import type { SignalLink, SignalRow } from './tables.ts'

const MAX_LINKS = 20

/** The address of what a link points to, when it is of that kind and the caller may see it; `null` otherwise. */
type Target = (context: SvipContext, id: string) => Promise<string | null>

const request: Target = async (context, id) =>
  (await requestStore(context).find(id, context.caller))?.address_id ?? null

const TARGETS: Readonly<Record<SignalLinkKind, Target>> = {
  INFORMATION_REQUEST: request,
  // What the priority team decided stands in the follow-up of the request to speed up.
  PRIORITY_DECISION: async (context, id) => {
    const found = await requestStore(context).find(id, context.caller)
    return found?.follow_up?.priorityDecision ? found.address_id : null
  },
  JOINT_INSPECTION: async (context, id) =>
    (await findKnown(context, 'joint_inspection', id))?.row.address_id ?? null,
}

/**
 * The links of a signal with new ones, each once.
 * @throws {AppError} `BAD_USER_INPUT`, the same whether something does not exist, is not the caller's to see, is of another kind or is
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
