import { CloudEvent } from 'cloudevents'
import { z } from 'zod'
import { dutchDay, readDay } from '../../../kernel/graphql/scalars.ts'
import type { Owner } from '../../../kernel/vocabulary.ts'
import { NOTICES, type RegisterEvent } from './event.ts'
import { noticeShape, removedShape, stateShape } from './event-shapes.ts'

/** Converts an agency's batch to events for the register. */

const MAX_EVENTS = 1000

/** The state of a removed track, whose event has no phase: it counts as ended. */
const GONE = { phase: 'COMPLETION', status: null, open: false } as const

const eventOf = (owner: Owner) => {
  const state = stateShape(owner).transform(
    ({
      id,
      time,
      data: { addressId, startedOn, news = false, physical = true, ...track },
    }): RegisterEvent => ({
      id,
      ...(news ? { news } : {}),
      track: {
        ...track,
        owner,
        address_id: addressId,
        // A day outside the period would distort every mean lead time.
        started_on: readDay(startedOn),
        physical,
        as_of: time,
      },
    }),
  )
  const removed = removedShape(owner).transform(
    ({ id, time, data: { addressId, reference, revision } }): RegisterEvent => {
      const since = dutchDay(new Date(time))
      return {
        id,
        track: { ...GONE, owner, reference, revision, since, address_id: addressId, as_of: time },
        removed: true,
      }
    },
  )
  const notice = noticeShape(owner).transform(
    ({ id, time, type, data: { addressId, reference, toldAgainAt } }): RegisterEvent => ({
      id,
      ...(toldAgainAt ? { toldAgainAt } : {}),
      notice: { id, owner, kind: NOTICES[type], address_id: addressId, reference, occurred_at: time },
    }),
  )
  return z.discriminatedUnion('type', [state, removed, notice])
}

const EVENT = { IMG: eventOf('IMG'), NCG: eventOf('NCG') } as const

/** Returns the events, or the index and field of the first fault; never its value. */
export function readEvents(
  owner: Owner,
  body: unknown,
): { readonly events: readonly RegisterEvent[] } | { readonly fault: string } {
  if (!Array.isArray(body) || body.length > MAX_EVENTS) return { fault: 'batch' }
  const events: RegisterEvent[] = []
  for (const [index, item] of body.entries()) {
    const { data, error } = EVENT[owner].safeParse(item)
    if (error) return { fault: [index, ...(error.issues[0]?.path ?? [])].join('.') }
    if (!isCloudEvent(item)) return { fault: `${index}.attributes` }
    events.push(data)
  }
  return { events }
}

/** Whether the event is valid CloudEvents; an invalid extension attribute, for instance, may not be passed on. */
function isCloudEvent(item: object): boolean {
  try {
    new CloudEvent(item)
    return true
  } catch {
    return false
  }
}
