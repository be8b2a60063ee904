import { AppError } from '../../../../kernel/errors.ts'
import { connection, readPage } from '../../../../kernel/graphql/connection.ts'
import { requiredAddressId } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { knownAddress } from '../../casework/statement.ts'
import { takeStep, type Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import { collectOverview, overviewJson } from '../../overview/overview.ts'
import { overviewPdf } from '../../overview/pdf.ts'
import { sectionsAt } from '../../parts.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { answer, assertReceipt, extend, isOverdue } from './access-request.ts'
import {
  changeAccessRequest,
  changedSince,
  countAccessRequests,
  findAccessRequest,
  pageOfAccessRequests,
  placeOf,
  registerAccessRequest,
  registeredAs,
  UNKNOWN,
} from './access-request-store.ts'
import { residentActivity } from './activity.ts'
import { partyOf } from './disclosure-resolvers.ts'
import type { SubjectAccessRequestRow } from './tables.ts'

/** Resolvers of residents' requests to see their own data, with their terms, and of the overview that answers them (AVG art. 12 and 15). */
export const subjectAccessResolvers = {
  Query: {
    subjectAccessRequest: async (_root, { id }, context) => {
      const row = await findAccessRequest(context.db, id, scopeOf(context))
      if (!row) {
        await context.refused('subjectAccessRequest')
        return null
      }
      await context.recordOwn(row.address_id, 'Inzageverzoek getoond', residentActivity)
      return toNode(row, context)
    },
    subjectAccessRequests: async (_root, args, context) => {
      const { state = null, overdue = null, addressId = null } = args.filter ?? {}
      const filter = {
        ...scopeOf(context),
        state,
        overdue,
        addressId: addressId && requiredAddressId(addressId),
        today: today(context),
      }
      const page = readPage(args, 3)
      const rows = await pageOfAccessRequests(context.db, filter, page)
      const addresses = rows.slice(0, page.first).map(({ address_id }) => address_id)
      // The absence of requests at an address is an answer too, so it is put on record.
      const shown = new Set(filter.addressId === null ? addresses : [filter.addressId])
      await Promise.all(
        [...shown].map((id) => context.recordOwn(id, 'Inzageverzoeken getoond', residentActivity)),
      )
      return connection(
        rows,
        page,
        () => countAccessRequests(context.db, filter),
        (row) => toNode(row, context),
        placeOf,
      )
    },
  },
  Mutation: {
    registerSubjectAccessRequest: async (_root, { input }, context) => {
      const evidence = assertReceipt(input.receivedOn, input.evidence, today(context))
      const row = await takeStep(context, {
        name: 'Inzageverzoek vastgelegd',
        activity: residentActivity,
        find: () => knownAddress(input.addressId, context),
        change: async () => {
          const request = {
            address_id: input.addressId,
            received_on: input.receivedOn,
            channel: input.channel,
            evidence,
            registered_by: context.caller.organisation,
            registered_at: context.now().toISOString(),
          }
          await registeredAs(context.db, request)
          return request
        },
        about: ({ facts }) => facts.id,
        write: (_address, request) => registerAccessRequest(context.db, request),
      })
      return toNode(row, context)
    },
    extendSubjectAccessRequest: (_root, { input }, context) =>
      change(context, input, 'Termijn van inzageverzoek verlengd', (row) =>
        extend(row, input, today(context), context.now().toISOString()),
      ),
    answerSubjectAccessRequest: (_root, { input }, context) =>
      change(context, input, 'Inzageverzoek beantwoord', (row) => answer(row, input, today(context))),
  },
} satisfies Resolvers

const today = (context: SvipContext): string => dutchDay(context.now())

/** An agency sees the requests that it registered; the privacy officer of the SVIP sees all. */
const scopeOf = ({ caller }: SvipContext) => ({ registeredBy: partyOf(caller) })

async function change(
  context: SvipContext,
  { id, revision }: Versioned,
  name: string,
  apply: (row: SubjectAccessRequestRow) => Partial<SubjectAccessRequestRow>,
) {
  const scope = scopeOf(context)
  const row = await takeStep(context, {
    name,
    activity: residentActivity,
    find: () => findAccessRequest(context.db, id, scope),
    unknown: UNKNOWN,
    stale: (present) => (present.revision === revision ? null : changedSince()),
    change: apply,
    about: ({ address_id }) => address_id,
    write: () => changeAccessRequest(context.db, { id, revision }, scope, apply),
  })
  return toNode(row, context)
}

function toNode(row: SubjectAccessRequestRow, context: SvipContext) {
  return {
    id: row.id,
    revision: row.revision,
    address: async () => {
      const address = await context.address(row.address_id, null)
      if (!address) throw new AppError('INTERNAL', 'Het adres bij dit inzageverzoek is er niet meer.')
      return address
    },
    state: row.state,
    receivedOn: row.received_on,
    channel: row.channel,
    evidence: row.evidence,
    dueOn: row.due_on,
    overdue: isOverdue(row, today(context)),
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
    extendedAt: row.extended_at,
    extensionReason: row.extension_reason,
    answeredOn: row.answered_on,
    outcome: row.outcome,
    answerChannel: row.answer_channel,
    answerEvidence: row.answer_evidence,
    refusalReason: row.refusal_reason,
    export: () => exportOf(row.address_id, context),
  }
}

/** The contexts that already made their overview: one is much work, and a list or aliases could select many. */
const made = new WeakSet<SvipContext>()

async function exportOf(addressId: string, context: SvipContext) {
  if (made.has(context))
    throw new AppError('OPERATION_TOO_COMPLEX', 'Vraag één inzageoverzicht per keer (export).')
  made.add(context)
  await context.recordOwn(addressId, 'Inzageoverzicht gemaakt', residentActivity)
  const overview = await collectOverview(
    context.db,
    { addressId, pseudonym: context.pseudonymOf(addressId), party: partyOf(context.caller) },
    context.now().toISOString(),
    sectionsAt(context),
  )
  return {
    schemaVersion: overview.schemaVersion,
    generatedAt: overview.generatedAt,
    json: () => overviewJson(overview),
    pdf: async () => (await overviewPdf(overview)).toString('base64'),
  }
}
