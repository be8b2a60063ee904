import { z } from 'zod'
import { allServed } from '../../../../kernel/minimise/minimise.ts'
import { type Caller, type DataCategory, OWNERS, type Owner } from '../../../../kernel/vocabulary.ts'
import { utc } from '../../casework/statement.ts'
import type { WishRow } from '../../store/tables.ts'
import type { CooperationFile } from './cooperation-store.ts'
import {
  type CooperationStepRow,
  INSPECTION_WISHES,
  type IntegralPlanRow,
  type JointInspectionRow,
  TOGETHER_WISHES,
} from './tables.ts'
import { delaysBeyond } from './together.ts'
import { INSPECTION_STEPS, PLAN_STEPS, possible } from './transitions.ts'

/**
 * The cooperation file as a reader may see it. It combines data of both agencies: data of one agency need the reader's right to its
 * category, data of both need the right to that category of both.
 */

/** The categories of each agency's data that the reader may know. */
export type Sight = Readonly<Record<Owner, ReadonlySet<DataCategory>>>

export type Reader = {
  readonly caller: Pick<Caller, 'organisation' | 'subject'>
  readonly sight: Sight
  readonly maxDelayDays: number
}

const SHOWN: readonly DataCategory[] = ['STATUS', 'HANDLER', 'PLANNING']

export function toCooperation(file: CooperationFile, wish: WishRow | null, reader: Reader) {
  const { sight } = reader
  const both = (category: DataCategory) => sight.IMG.has(category) && sight.NCG.has(category)
  return allServed(
    {
      withheld: SHOWN.filter((category) => !both(category)),
      wishes: both('STATUS') || isOwnWish(file, reader) ? wishes(wish, file) : null,
      buddyLink: buddyLink(file, sight),
      coordinator: coordinator(file, sight),
      jointInspections: both('PLANNING')
        ? file.inspections.map((row) => toInspection(row, file, reader))
        : null,
      integralPlans: both('PLANNING') ? file.plans.map((row) => toPlan(row, file, reader)) : null,
    },
    allOf(reader),
  )
}

/** Whether every wish was recorded by the reader's own agency; otherwise the reader needs the status of both agencies. */
const isOwnWish = ({ wishes: said }: CooperationFile, { caller, sight }: Reader): boolean =>
  said.length > 0 &&
  said.every(({ recorded_by }) => recorded_by === caller.organisation) &&
  OWNERS.some((owner) => owner === caller.organisation && sight[owner].has('STATUS'))

const said = z.object({
  integral_approach: z.boolean(),
  inspection: z.enum(INSPECTION_WISHES).nullable().default(null),
  process: z.enum(TOGETHER_WISHES).nullable().default(null),
  realisation: z.enum(TOGETHER_WISHES).nullable().default(null),
  asked_on: z.string().nullable().default(null),
})

function wishes(wish: WishRow | null, file: CooperationFile) {
  return {
    asked: wish !== null,
    ...(wish ? asked(wish) : asked(null)),
    history: file.wishes.map(({ revision, content, recorded_at }) => ({
      revision,
      ...asked(said.parse(JSON.parse(content))),
      recordedAt: utc(recorded_at),
    })),
  }
}

const asked = (wish: z.infer<typeof said> | null) => ({
  integralApproach: wish?.integral_approach ?? null,
  inspection: wish?.inspection ?? null,
  process: wish?.process ?? null,
  realisation: wish?.realisation ?? null,
  askedOn: wish?.asked_on ?? null,
})

function buddyLink({ link, steps }: CooperationFile, sight: Sight) {
  const standing = link && link.ended_at === null ? link : null
  // A link exists only where both agencies have a file, so that even the reader's own half reveals the other side.
  const knows = (owner: Owner) =>
    sight[owner].has('HANDLER') && OWNERS.every((each) => sight[each].has('PRESENCE'))
  const any = OWNERS.some(knows)
  const both = OWNERS.every(knows)
  return {
    revision: any ? (link?.revision ?? 0) : null,
    imgHandler: (knows('IMG') && standing?.img_handler) || null,
    ncgHandler: (knows('NCG') && standing?.ncg_handler) || null,
    linkedAt: any && standing ? utc(standing.linked_at) : null,
    history: both
      ? steps
          .filter(({ kind }) => kind === 'BUDDY_LINK')
          .map((step) => {
            const { content } = step
            const handlers = content && 'img_handler' in content ? content : null
            return {
              ...toStep(step),
              imgHandler: handlers?.img_handler ?? null,
              ncgHandler: handlers?.ncg_handler ?? null,
            }
          })
      : null,
  }
}

function coordinator({ cooperation, steps }: CooperationFile, sight: Sight) {
  const both = sight.IMG.has('HANDLER') && sight.NCG.has('HANDLER')
  const set = cooperation?.coordinator ?? null
  return {
    revision: both ? (cooperation?.coordinator_revision ?? 0) : null,
    person: both && set ? { ...set, since: utc(set.since) } : null,
    history: both
      ? steps
          .filter(({ kind }) => kind === 'COORDINATOR')
          .map((step) => ({
            ...toStep(step),
            person: step.content && 'coordinator' in step.content ? step.content.coordinator : null,
          }))
      : null,
  }
}

const toStep = ({ revision, action, state, organisation, at, reason }: CooperationStepRow) => ({
  revision,
  action,
  state,
  organisation,
  at: utc(at),
  reason,
})

const stepsOf = (file: CooperationFile, id: string) =>
  file.steps.filter(({ subject_id }) => subject_id === id).map(toStep)

const allOf = ({ sight }: Reader) => new Set([...sight.IMG, ...sight.NCG])

/** A joint inspection, for a reader who may know the planning of both. */
export const toInspection = (row: JointInspectionRow, file: CooperationFile, reader: Reader) =>
  allServed(
    {
      id: row.id,
      revision: row.revision,
      state: row.state,
      form: row.form,
      imgOn: row.img_on,
      ncgOn: row.ncg_on,
      imgPlannedOn: row.img_planned_on,
      ncgPlannedOn: row.ncg_planned_on,
      delays: delaysBeyond(row, reader.maxDelayDays),
      proposedBy: row.proposed_by,
      proposedAt: utc(row.proposed_at),
      acceptedAt: utc(row.accepted_at),
      residentAgreedOn: row.resident_agreed_on,
      residentChannel: row.resident_channel,
      heldOn: row.held_on,
      endedReason: row.ended_reason,
      endedAt: utc(row.ended_at),
      actions: possible(INSPECTION_STEPS, reader.caller, row),
      steps: stepsOf(file, row.id),
    },
    allOf(reader),
  )

/** An integral plan, for a reader who may know the planning of both. */
export const toPlan = (row: IntegralPlanRow, file: CooperationFile, reader: Reader) =>
  allServed(
    {
      id: row.id,
      revision: row.revision,
      state: row.state,
      repair: row.repair,
      worksFrom: row.works_from,
      proposedBy: row.proposed_by,
      proposedAt: utc(row.proposed_at),
      acceptedAt: utc(row.accepted_at),
      carriedOutOn: row.carried_out_on,
      endedReason: row.ended_reason,
      endedAt: utc(row.ended_at),
      actions: possible(PLAN_STEPS, reader.caller, row),
      steps: stepsOf(file, row.id),
    },
    allOf(reader),
  )
