import { AppError, badInput, forbidden } from '../../../../kernel/errors.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import type { Caller, Role } from '../../../../kernel/vocabulary.ts'
import { notNow } from '../../casework/not-now.ts'
import { type Actor, takeStep as take, type Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import type { InformationRequestPlace } from '../../schema.generated.ts'
import { requestActivity } from './activity.ts'
import { requestStore, requestTerms } from './parts.ts'
import { changedSince, UNKNOWN, type Within } from './request-store.ts'
import type { InformationRequestRow, RequestState } from './tables.ts'
import { dueOn, type RequestTerms } from './terms.ts'
import { ACTION_LABELS, OBSTACLE_TEXTS, REQUEST_STATE_LABELS } from './texts.ts'
import { type LaterAction, obstacle, possible, relationsOf, TRANSITIONS } from './transitions.ts'

/** The labels of requests for the errors of the step machine. */

const LABELS = { states: REQUEST_STATE_LABELS, actions: ACTION_LABELS }

/** The changes of one step. */
export type Changes = {
  readonly state?: RequestState
  readonly reason: string | null
  readonly changes?: Partial<InformationRequestRow>
  /** Runs in the transaction of the step. */
  readonly within?: Within
}

/** Takes a step on a request. @throws {AppError} as the `takeStep` of `casework/`. */
export function takeStep(
  context: SvipContext,
  action: LaterAction,
  { id, revision }: Versioned,
  edit: (row: InformationRequestRow) => Promise<Changes> | Changes,
): Promise<InformationRequestRow> {
  const { caller } = context
  const requests = requestStore(context)
  return take<InformationRequestRow, Changes, InformationRequestRow>(context, {
    name: `Informatieverzoek: ${ACTION_LABELS[action]}`,
    activity: requestActivity,
    find: () => requests.find(id, caller),
    unknown: UNKNOWN,
    obstacle: (row) => refusalOf(action, caller, row),
    stale: (row) => (row.revision === revision ? null : changedSince(row)),
    change: async (row) => {
      const { state = row.state, changes, ...edited } = await edit(row)
      const moved = state === row.state ? {} : moveTo(state, { ...row, ...changes }, clockOf(context))
      return { ...edited, changes: { ...changes, ...moved } }
    },
    steps: (row, { changes }) => ({ taken: revision, ends: ends({ ...row, ...changes }, row) }),
    about: ({ address_id }) => address_id,
    write: (row, { reason, changes = {}, within }) =>
      requests.step(row, { action, actor: actorOf(action, caller, row), reason, changes }, within),
  })
}

function refusalOf(action: LaterAction, caller: Caller, row: InformationRequestRow): AppError | null {
  const found = obstacle(action, caller, row)
  switch (found) {
    case null:
      return null
    case 'NOT_YOURS':
      return forbidden()
    case 'NOT_NOW':
      return notNow(LABELS, row.state, possible(caller, row))
    case 'FOUR_EYES':
      return new AppError('FORBIDDEN', OBSTACLE_TEXTS.FOUR_EYES)
    case 'FOLLOW_UP_FIRST':
      return badInput(OBSTACLE_TEXTS.FOLLOW_UP_FIRST)
  }
}

/** Whether the step ends the request, or revokes what it granted. */
const ends = (row: InformationRequestRow, from: InformationRequestRow): boolean =>
  (from.place !== null && row.place === null) || from.revoked_at !== row.revoked_at

/** The clock and terms for the due dates of requests. */
export const clockOf = (context: SvipContext) => ({ now: context.now, terms: requestTerms(context) })

/** Returns the columns of a request in its new state: its place, due date, end and assignee. */
export function moveTo(
  state: RequestState,
  row: Pick<
    InformationRequestRow,
    'purpose' | 'owner' | 'assessing_desk' | 'kind' | 'outcome' | 'assignee' | 'place'
  >,
  { now, terms }: { readonly now: () => Date; readonly terms: RequestTerms },
): Pick<InformationRequestRow, 'state' | 'place' | 'due_on' | 'ended_at' | 'assignee'> {
  const at = now()
  const place = placeOf(state, row)
  return {
    state,
    place,
    due_on: dueOn(state, row.purpose, dutchDay(at), terms),
    ended_at: place === null ? at.toISOString() : null,
    // The assignee works for the desk that had the request until now.
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
): InformationRequestPlace | null {
  switch (state) {
    case 'SUBMITTED':
    case 'ASSESSED':
    case 'AWAITING_CONSENT':
      return assessing_desk
    case 'FORWARDED':
      return owner
    case 'ANSWERED':
      // The priority team of the agency that answered decides on it first.
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

/** The actor of a step, with the role in which they take it, for the history. */
function actorOf(action: LaterAction, caller: Caller, row: InformationRequestRow): Actor {
  const relations = relationsOf(caller, row)
  const relation = TRANSITIONS[action].by.find((each) => relations.has(each))
  const role = relation === undefined || relation === 'REQUESTER' ? row.requester_roles[0] : ROLE_OF[relation]
  if (!role) throw new AppError('INTERNAL', 'Deze stap heeft niemand gezet.')
  return { subject: caller.subject, organisation: caller.organisation, role }
}
