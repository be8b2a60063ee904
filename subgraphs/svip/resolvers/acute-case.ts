import type { GraphQLResolverMap } from '@apollo/subgraph'
import { connection, readPage } from '../../../kernel/connection.ts'
import { badInput } from '../../../kernel/errors.ts'
import { allServed } from '../../../kernel/owner/minimise.ts'
import { dutchDay, readInstant } from '../../../kernel/scalars.ts'
import { isUuid } from '../../../kernel/uuid.ts'
import * as actions from '../acute/actions.ts'
import { isOverdue, possible, wasInTime } from '../acute/acute-case.ts'
import type { AcuteDetails } from '../acute/acute-store.ts'
import type { AcuteCaseRow } from '../acute/tables.ts'
import { findSeen, PURPOSE, type SeenCase, seenOf } from '../acute/visible-case.ts'
import type { AddressNode, SvipContext } from '../context.ts'
import type { ListArguments } from '../store/list.ts'
import { utc } from './statement.ts'

/** Acutely unsafe situations: `schema/svip.graphql`. What each step does is in `acute/`. */

type Input<T> = { readonly input: T }
type MeetingArguments = ListArguments & { readonly municipality: string }

const changed =
  <T>(take: (context: SvipContext, input: T) => Promise<AcuteCaseRow>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) => {
    const row = await take(context, input)
    context.forget()
    return await oneOf(await findSeen(row.id, 'acuteCase', context), context)
  }

export const acuteCaseResolvers = {
  Query: {
    acuteCase: async (_root, { id }: { id: string }, context) => {
      const seen = await findSeen(id, 'acuteCase', context)
      if (seen) await recordShown([seen], context)
      return await oneOf(seen, context)
    },
    acuteCases: async (_root, args: MeetingArguments, context) => {
      const page = readPage(args, 2)
      const after = page.after && readPlace(page.after)
      const { caller, now } = context
      // Another municipality's list and that of none take the same road.
      const own = caller.organisation !== 'GEMEENTE' || caller.municipality === args.municipality
      if (!own) await context.refused('acuteCases')
      const rows = await context.acute.meeting(own ? args.municipality : '', dutchDay(now()))
      // First who may know of which, for what is counted too; then, on record as shown, those of this page.
      const visible = (await seenOf(rows, context)).map(({ row }) => row)
      const rest = visible.filter((row) => after === null || isAfter(row, after))
      const shown = await seenOf(rest.slice(0, page.first), context, 'ACUTE_CASE')
      await recordShown(shown, context)
      const nodes = new Map(
        await Promise.all(shown.map(async (seen) => [seen.row.id, await toNode(seen, context)] as const)),
      )
      return connection(
        rest.slice(0, page.first + 1),
        page,
        visible.length,
        ({ id }) => nodes.get(id),
        (row) => placeOf(row),
      )
    },
  },
  Mutation: {
    reportAcuteCase: changed(actions.report),
    recordAcuteCaseSafe: changed(actions.recordSafe),
    nominateAcuteCase: changed(actions.nominate),
    skipAcuteNomination: changed(actions.skipNomination),
    answerAcuteNomination: changed(actions.answerNomination),
    closeAcuteCase: changed(actions.close),
    recordAcuteAgreement: changed(actions.agree),
    completeAcuteAgreement: changed(actions.completeAgreement),
  },
  Address: {
    acuteCases: async ({ facts, purpose }: AddressNode, _args, context) => {
      const rows = await context.acuteCasesAt(facts.id)
      const own = context.caller.organisation === 'IMG'
      const seen = own || purpose === PURPOSE ? await seenOf(rows, context, 'ACUTE_CASE') : []
      await context.recordOwn(facts.id, 'Acuut onveilige situaties getoond', 'acuut-onveilig')
      return await Promise.all(seen.map((each) => toNode(each, context)))
    },
  },
} satisfies GraphQLResolverMap<SvipContext>

const recordShown = (seen: readonly SeenCase[], context: SvipContext): Promise<void> =>
  context.recordOwn(
    seen.map(({ row }) => row.address_id),
    'Acuut onveilige situatie getoond',
    'acuut-onveilig',
  )

const oneOf = async (seen: SeenCase | null, context: SvipContext) => seen && (await toNode(seen, context))

const toNode = async (seen: SeenCase, context: SvipContext) => {
  const details = await context.acuteDetailsOf(seen.row.id)
  return { ...toAcuteCase(seen, details, context), address: seen.address }
}

const placeOf = ({ reported_at, id }: AcuteCaseRow): [string, string] => [
  new Date(reported_at).toISOString(),
  id,
]

function readPlace([at, id]: readonly string[]): readonly [string, string] {
  const moment = readInstant(at)
  // A cursor is not secret, so anyone can write one.
  if (moment === null || !isUuid(id))
    throw badInput('De cursor in after hoort niet bij deze lijst. Neem een cursor uit pageInfo of edges.')
  return [moment, id]
}

function isAfter(row: AcuteCaseRow, [moment, last]: readonly [string, string]): boolean {
  const [at, id] = placeOf(row)
  return at > moment || (at === moment && id > last)
}

function toAcuteCase({ row, sight }: SeenCase, details: AcuteDetails, context: SvipContext) {
  const now = context.now()
  const inDetail = sight.has('SAFETY')
  const { organisation } = context.caller
  return allServed(
    {
      id: row.id,
      revision: row.revision,
      state: row.state,
      reportedAt: utc(row.reported_at),
      safeBy: utc(row.safe_by),
      overdue: isOverdue(row, now),
      madeSafeAt: utc(row.made_safe_at),
      madeSafeInTime: wasInTime(row),
      reference: sight.has('PRESENCE') ? row.reference : null,
      description: inDetail ? row.description : null,
      nomination:
        row.nominated_at !== null || row.nomination_outcome !== null ? nomination(row, inDetail) : null,
      agreements: inDetail
        ? details.agreements.map((agreement) => ({
            id: agreement.id,
            revision: agreement.revision,
            metOn: agreement.met_on,
            what: agreement.what,
            responsible: agreement.responsible,
            dueOn: agreement.due_on,
            doneOn: agreement.done_on,
            overdue: agreement.done_on === null && agreement.due_on < dutchDay(now),
            remarks: agreement.remarks,
            recordedBy: agreement.recorded_by,
          }))
        : null,
      aftercare: inDetail ? row.aftercare : null,
      closedAt: utc(row.closed_at),
      actions: possible(organisation, row),
      steps: details.steps.map((step) => ({
        revision: step.revision,
        action: step.action,
        state: step.state,
        organisation: step.organisation,
        at: utc(step.at),
        reason: inDetail ? step.reason : null,
      })),
    },
    sight,
  )
}

const nomination = (row: AcuteCaseRow, inDetail: boolean) => ({
  nominatedAt: utc(row.nominated_at),
  reason: inDetail ? row.nomination_reason : null,
  outcome: row.nomination_outcome,
  road: row.nomination_road,
  answeredAt: utc(row.nomination_answered_at),
  answer: inDetail ? row.nomination_answer : null,
})
