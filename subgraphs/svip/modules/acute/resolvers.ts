import { connection, readPage } from '../../../../kernel/graphql/connection.ts'
import { readPlace } from '../../../../kernel/graphql/keyset.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { allServed } from '../../../../kernel/minimise/minimise.ts'
import { utc } from '../../casework/statement.ts'
import type { SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { requiredMunicipality } from '../addresses/municipalities.ts'
import * as actions from './actions.ts'
import { acuteActivity } from './activity.ts'
import { isOverdue, possible, wasInTime } from './acute-case.ts'
import type { AcuteDetails } from './acute-store.ts'
import { acuteCasesAt, acuteDetailsOf, acuteStore } from './parts.ts'
import type { AcuteCaseRow } from './tables.ts'
import { findSeen, knowsContinuation, PURPOSE, type SeenCase, seenOf } from './visible-case.ts'

/** Resolvers of `schema/svip/acute.graphql`. `./actions.ts` implements each step. */

type Input<T> = { readonly input: T }

const changed =
  <T>(take: (context: SvipContext, input: T) => Promise<AcuteCaseRow>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) => {
    const { id } = await take(context, input)
    return await nodeOf(await found(id, context), context)
  }

export const acuteCaseResolvers = {
  Query: {
    acuteCase: async (_root, { id }, context) => {
      const seen = await found(id, context)
      if (seen) await recordShown([seen], context)
      return await nodeOf(seen, context)
    },
    acuteCases: async (_root, args, context) => {
      const page = readPage(args, 2)
      const after = page.after && readPlace('MOMENT', page.after)
      const { caller, now } = context
      requiredMunicipality(args.municipality)
      // For another municipality the query runs as usual but matches nothing, so that the answer does not differ from an empty list.
      const own = caller.organisation !== 'GEMEENTE' || caller.municipality === args.municipality
      if (!own) await context.refused('acuteCases')
      const rows = await acuteStore(context).meeting(own ? args.municipality : '', dutchDay(now()))
      // The first decision covers all rows, because they are counted too; the second puts the rows of this page on record as shown.
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
        () => visible.length,
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
    acuteCases: async ({ facts, purpose }, _args, context) => {
      const rows = await acuteCasesAt(context, facts.id)
      const own = context.caller.organisation === 'IMG'
      const seen = own || purpose === PURPOSE ? await seenOf(rows, context, 'ACUTE_CASE') : []
      await context.recordOwn(facts.id, 'Acuut onveilige situaties getoond', acuteActivity)
      return await Promise.all(seen.map((each) => toNode(each, context)))
    },
  },
} satisfies Resolvers

const recordShown = (seen: readonly SeenCase[], context: SvipContext): Promise<void> =>
  context.recordOwn(
    seen.map(({ row }) => row.address_id),
    'Acuut onveilige situatie getoond',
    acuteActivity,
  )

/** Finds the case when the caller may see it; an unknown case and a forbidden one give the same answer, and both are on record. */
async function found(id: string, context: SvipContext): Promise<SeenCase | null> {
  const seen = await findSeen(id, context)
  if (!seen) await context.refused('acuteCase')
  return seen
}

const nodeOf = async (seen: SeenCase | null, context: SvipContext) => seen && (await toNode(seen, context))

const toNode = async (seen: SeenCase, context: SvipContext) => {
  const [details, road] = await Promise.all([
    acuteDetailsOf(context, seen.row.id),
    seen.row.nomination_road !== null && knowsContinuation(seen, context),
  ])
  const row = road ? seen.row : { ...seen.row, nomination_road: null }
  return { ...toAcuteCase({ ...seen, row }, details, context), address: seen.address }
}

const placeOf = ({ reported_at, id }: AcuteCaseRow): [string, string] => [
  new Date(reported_at).toISOString(),
  id,
]

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
