import { CloudEvent } from 'cloudevents'
import { z } from 'zod'
import { dutchDay, readDay } from '../../../kernel/graphql/scalars.ts'
import type { Owner } from '../../../kernel/vocabulary.ts'
import { NOTICES, type RegisterEvent } from './event.ts'
import { noticeShape, removedShape, stateShape } from './event-shapes.ts'

/** Makes events for the register of what an agency sends. */

const MAX_EVENTS = 1000

/** A track that is gone tells no phase; one that looks at it all the same finds it ended. */
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
        // A day outside the period would weigh down every mean lead time.
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

/** The events, or the place and the part of the first that is not right; never its value. */
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

/** Whether the standard takes all of it: an extension attribute that is none, for instance, may not go on to others. */
function isCloudEvent(item: object): boolean {
  try {
    new CloudEvent(item)
    return true
  } catch {
    return false
  }
}
