import { z } from 'zod'
import { isStorable } from '../../../kernel/graphql/input.ts'
import { readDate, readMoment } from '../../../kernel/graphql/scalars.ts'
import { ADDRESS_ID, type Owner } from '../../../kernel/vocabulary.ts'
import { NOTICES, type NoticeType } from './event.ts'
import { PHASE_LABELS, STATUS_LABELS } from './track-labels.ts'

/**
 * The shape of the agencies' events: CloudEvents 1.0 in the NL GOV profile. schema/events.asyncapi.json is generated from these shapes. An
 * agency can only send its own events, with its own source and types, and the phases of its own process.
 */

/** The maximum of an integer column. */
const MAX_INTEGER = 2_147_483_647

const TRACK_OF: Readonly<Record<Owner, string>> = {
  IMG: 'nl.img.damage-claim',
  NCG: 'nl.ncg.strengthening-project',
}
const MOMENTS: Readonly<Record<Owner, readonly string[]>> = {
  IMG: ['registered', 'advanced', 'closed'],
  NCG: ['registered', 'advanced', 'completed'],
}

/** Types of the events with the state of a track of an agency. */
export const stateTypes = (owner: Owner): readonly string[] =>
  MOMENTS[owner].map((moment) => `${TRACK_OF[owner]}.${moment}`)

/** Type of the event for a track that no longer exists. */
export const removedType = (owner: Owner): string => `${TRACK_OF[owner]}.removed`

/** Types of the events about notices. */
export const noticeTypes = (owner: Owner): readonly NoticeType[] =>
  (Object.keys(NOTICES) as NoticeType[]).filter((type) => type.startsWith(`nl.${owner.toLowerCase()}.`))

export const sourceOf = (owner: Owner): string => `urn:samenloop:${owner.toLowerCase()}`

const about = z.object({
  addressId: z
    .string()
    .regex(ADDRESS_ID)
    .meta({ description: 'Identification of the BAG nummeraanduiding.', examples: ['0024200000000001'] }),
  reference: z
    .string()
    .min(1)
    .max(2000)
    .refine(isStorable)
    .meta({ description: 'The reference the agency uses in letters.', examples: ['2026-012345'] }),
})
const revision = z
  .number()
  .int()
  .min(1)
  .max(MAX_INTEGER)
  .meta({ description: 'Counts the changes of the file; what is not newer than what is known is ignored.' })

/**
 * The period is the same as for input at the agencies. Terms are counted from this moment: an event that is accepted but then fails would
 * be resent for ever, and block the events behind it.
 */
const moment = z.string().refine((text) => readMoment(text) !== null)

/** Any existing day: files from before the period was checked still change, and their events must not be lost. */
const day = z.string().refine((text) => readDate(text) !== null)

const envelopeOf = (owner: Owner) =>
  z.object({
    specversion: z.literal('1.0'),
    id: z.uuid().meta({ description: 'The same event sent again has the same id, and counts once.' }),
    source: z.literal(sourceOf(owner)),
    time: moment.meta({
      format: 'date-time',
      description: 'The moment of the thing itself: of the report, the finding, the change.',
      examples: ['2026-11-22T09:30:00.000Z'],
    }),
    datacontenttype: z.literal('application/json').optional(),
  })

/** The state of a track. */
export const stateShape = (owner: Owner) =>
  envelopeOf(owner).extend({
    type: z.enum(stateTypes(owner)),
    data: about.extend({
      phase: z.enum([...PHASE_LABELS[owner].keys()]).meta({ description: 'The step of the process.' }),
      status: z
        .enum([...STATUS_LABELS[owner].keys()])
        .nullable()
        .meta({
          description: 'The status in the cooperation matrix; null when the matrix does not know the step.',
        }),
      open: z.boolean().meta({ description: 'Whether the track runs.' }),
      since: day.nullable().meta({
        format: 'date',
        description: 'The day it came there; null when the file does not tell.',
        examples: ['2026-11-22'],
      }),
      startedOn: day.optional().meta({
        format: 'date',
        description:
          'The day the track began, for lead times; events of before the SVIP asked for it do not tell it.',
        examples: ['2026-03-02'],
      }),
      revision,
      news: z.boolean().optional().meta({
        description:
          'Whether somebody recorded it just now, so that it is news whatever day it is about. Left out by an import and by the comparison of the register.',
      }),
      physical: z.boolean().optional().meta({
        description:
          'Whether it is about the building itself, as every project is and a claim for value loss is not. Only that counts for concurrence, groups, signals and figures; left out, as in events of before, it is.',
      }),
    }),
  })

/** A track that no longer exists. */
export const removedShape = (owner: Owner) =>
  envelopeOf(owner).extend({ type: z.literal(removedType(owner)), data: about.extend({ revision }) })

/** A notice of something that happened at a track; the details stay in the file of the agency. */
export const noticeShape = (owner: Owner) =>
  envelopeOf(owner).extend({
    type: z.enum(noticeTypes(owner)),
    data: about.extend({
      toldAgainAt: moment.optional().meta({
        format: 'date-time',
        description:
          'When it was told again by the comparison of the register; what had happened long before then makes no signal.',
        examples: ['2026-11-22T09:30:00.000Z'],
      }),
    }),
  })
