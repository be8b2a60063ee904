import { AppError, badInput, forbidden } from '../../../kernel/errors.ts'
import { dutchDay } from '../../../kernel/scalars.ts'
import type { Caller, Role } from '../../../kernel/vocabulary.ts'
import type { SvipContext } from '../context.ts'
import { type Actor, changedSince, type Within } from './request-store.ts'
import type { InformationRequestRow, RequestPlace, RequestState } from './tables.ts'
import { dueOn } from './terms.ts'
import { ACTION_LABELS, OBSTACLE_TEXTS } from './texts.ts'
import { obstacle, type RequestAction, relationsOf, TRANSITIONS } from './transitions.ts'

/** How a step is taken, whichever it is: seen, allowed, on record, locked, and only then changed. */

export type LaterAction = Exclude<RequestAction, 'SUBMIT'>

/** The request as its maker saw it. */
export type Versioned = { readonly id: string; readonly revision: number }

/** What a step changes. */
export type Changes = {
  readonly state?: RequestState
  readonly reason: string | null
  readonly changes?: Partial<InformationRequestRow>
  /** What must commit together with it. */
  readonly within?: Within
}

/**
 * Takes a step with a request.
 * @param edit judges the request as its maker saw it; what it throws leaves everything as it was.
 * @throws {AppError} `BAD_USER_INPUT` when the caller knows no such request or the step is not possible now, `FORBIDDEN` when it
 * is not theirs to take or four eyes would be two, `CONFLICT` when it was changed since.
 */
export async function takeStep(
  context: SvipContext,
  action: LaterAction,
  { id, revision }: Versioned,
  edit: (row: InformationRequestRow) => Promise<Changes> | Changes,
): Promise<InformationRequestRow> {
  const { caller, requests } = context
  const what = `Informatieverzoek: ${ACTION_LABELS[action]}`
  const row = await requests.find(id, caller)
  if (!row) {
    await context.refused(what)
    throw badInput('Dit informatieverzoek bestaat niet.')
  }
  await assertMay(context, action, row, revision)
  await context.recordOwn(row.address_id, what, 'informatieverzoek')
  // What is read for the step must not be older than the step.
  context.forget()
  const { state = row.state, reason, changes = {}, within } = await edit(row)
  const moved = state === row.state ? {} : moveTo(state, { ...row, ...changes }, context)
  const changed = await requests.step(
    row,
    { action, actor: actorOf(action, caller, row), reason, changes: { ...changes, ...moved } },
    within,
  )
  context.forget()
  return changed
}

async function assertMay(
  context: SvipContext,
  action: LaterAction,
  row: InformationRequestRow,
  revision: number,
): Promise<void> {
  const found = obstacle(action, context.caller, row)
  // Both are on record: also who could once take the step tried what is not theirs.
  if (found === 'NOT_YOURS' || found === 'FOUR_EYES')
    await context.refused(`Informatieverzoek: ${ACTION_LABELS[action]}`)
  if (found === 'NOT_YOURS') throw forbidden()
  if (row.revision !== revision) throw changedSince(row.revision)
  if (found === 'FOUR_EYES') throw new AppError('FORBIDDEN', OBSTACLE_TEXTS.FOUR_EYES)
  if (found) throw badInput(OBSTACLE_TEXTS[found])
}

/** Where a request lies in a state, by when, and since when it is done. */
export function moveTo(
  state: RequestState,
  row: Pick<
    InformationRequestRow,
    'purpose' | 'owner' | 'assessing_desk' | 'kind' | 'outcome' | 'assignee' | 'place'
  >,
  { now, terms }: Pick<SvipContext, 'now' | 'terms'>,
): Pick<InformationRequestRow, 'state' | 'place' | 'due_on' | 'ended_at' | 'assignee'> {
  const at = now()
  const place = placeOf(state, row)
  return {
    state,
    place,
    due_on: dueOn(state, row.purpose, dutchDay(at), terms),
    ended_at: place === null ? at.toISOString() : null,
    // Whoever had taken it up had done so for the desk it lay at.
    assignee: place === row.place ? row.assignee : null,
  }
}

function placeOf(
  state: RequestState,
  {
    owner,
    assessing_desk,
    kind,
    outcome,
  }: Pick<InformationRequestRow, 'owner' | 'assessing_desk' | 'kind' | 'outcome'>,
): RequestPlace | null {
  switch (state) {
    case 'SUBMITTED':
    case 'ASSESSED':
    case 'AWAITING_CONSENT':
      return assessing_desk
    case 'FORWARDED':
      return owner
    case 'ANSWERED':
      // The priority team of the agency that answered has its say first.
      return kind === 'ACCELERATION' && outcome !== 'REFUSED' ? owner : 'REQUESTER'
    case 'RETURNED':
    case 'FOLLOWED_UP':
      return 'REQUESTER'
    case 'CLOSED':
    case 'WITHDRAWN':
      return null
  }
}

const ROLE_OF = {
  ASSESSING_DESK: 'svip_officer',
  OWNER_DESK: 'svip_officer',
  DESK_WHERE_IT_LIES: 'svip_officer',
  PRIORITY_TEAM: 'priority_team',
  PRIVACY_OFFICER: 'privacy_officer',
} as const satisfies Record<string, Role>

/** The role in which somebody takes a step, for the history. */
function actorOf(action: LaterAction, caller: Caller, row: InformationRequestRow): Actor {
  const relations = relationsOf(caller, row)
  const relation = TRANSITIONS[action].by.find((each) => relations.has(each))
  const role = relation === undefined || relation === 'REQUESTER' ? row.requester_roles[0] : ROLE_OF[relation]
  if (!role) throw new AppError('INTERNAL', 'Deze stap heeft niemand gezet.')
  return { subject: caller.subject, organisation: caller.organisation, role }
}
