import { badInput } from '../../../../kernel/errors.ts'
import { connection, readPage } from '../../../../kernel/graphql/connection.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { taking } from '../../casework/statement.ts'
import { tenths } from '../../casework/tenths.ts'
import type { SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { requestActivity } from './activity.ts'
import { proposalFor } from './consider.ts'
import * as desk from './desk.ts'
import { placeOf } from './list.ts'
import { buddyLinkAt, requestStore, requestsAt, stepsOf } from './parts.ts'
import * as queue from './queue.ts'
import * as requester from './requester.ts'
import { type NumbersRow, requestNumbers } from './statistics.ts'
import { type InformationRequestRow, TEST_QUESTIONS } from './tables.ts'
import { whatNow } from './texts.ts'
import { possible, relationsOf, TRANSITIONS } from './transitions.ts'

/** Resolvers of `schema/svip/requests.graphql`. The files in this folder implement each step. */

export const informationRequestResolvers = {
  Query: {
    informationRequest: async (_root, { id }, context) => {
      const row = await requestStore(context).find(id, context.caller)
      if (!row) {
        await context.refused('informationRequest')
        return null
      }
      await shown([row], context)
      return row
    },
    informationRequests: async (_root, args, context) => {
      const { caller, now } = context
      const requests = requestStore(context)
      const filter = args.filter ?? {}
      const page = readPage(args, 2)
      const today = dutchDay(now())
      const rows = await requests.page(caller, filter, args.sort, page, today)
      await shown(rows.slice(0, page.first), context)
      return connection(
        rows,
        page,
        () => requests.count(caller, filter, today),
        (row) => row,
        (row) => placeOf(row, args.sort),
      )
    },
    informationRequestStatistics: async (_root, args, context) => {
      const today = dutchDay(context.now())
      const until = args.until ?? today
      const from = args.from ?? `${until.slice(0, 4)}-01-01`
      if (from > until) throw badInput('De eerste dag (from) ligt na de laatste (until).')
      return { from, until, numbers: await requestNumbers(context.db, from, until, today) }
    },
  },
  Mutation: {
    submitInformationRequest: taking(requester.submit),
    supplementInformationRequest: taking(requester.supplement),
    withdrawInformationRequest: taking(requester.withdraw),
    closeInformationRequest: taking(requester.close),
    recordInformationRequestFollowUp: taking(requester.recordFollowUp),
    assessInformationRequest: taking(desk.assess),
    askInformationRequestConsent: taking(desk.askConsent),
    recordInformationRequestConsentReply: taking(desk.recordConsentReply),
    forwardInformationRequest: taking(desk.forward),
    answerInformationRequest: taking(desk.answer),
    returnInformationRequest: taking(queue.giveBack),
    assignInformationRequest: taking(queue.assign),
    extendInformationRequest: taking(queue.extendDeadline),
    revokeInformationRequest: taking(queue.revoke),
  },
  Address: {
    informationRequests: async ({ facts }, _args, context) => {
      const rows = await requestsAt(context, facts.id)
      await context.recordOwn(facts.id, 'Informatieverzoeken bij het adres getoond', requestActivity)
      return rows
    },
  },
  InformationRequest: {
    address: ({ address_id }, _args, context) => context.address(address_id, null),
    neededCategories: ({ needed_categories }) => needed_categories,
    requestedBy: ({ requester_organisation }) => requester_organisation,
    municipality: ({ requester_municipality }) => requester_municipality,
    requester: (row, _args, { caller }) =>
      row.requester_organisation === caller.organisation ? row.requester_subject : null,
    assessingDesk: ({ assessing_desk }) => assessing_desk,
    assignee: (row, _args, { caller }) =>
      relationsOf(caller, row).has('DESK_WHERE_IT_LIES') ? row.assignee : null,
    submittedAt: ({ submitted_at }) => submitted_at,
    dueOn: ({ due_on }) => due_on,
    overdue: ({ due_on }, _args, { now }) => due_on !== null && due_on < dutchDay(now()),
    endedAt: ({ ended_at }) => ended_at,
    assessment: ({ assessment }) =>
      assessment &&
      TEST_QUESTIONS.map((question) => ({ question: QUESTION_NAMES[question], ...assessment[question] })),
    proposal: (row, _args, context) => {
      // The proposal reveals which files the owner has: only the desks see it, and only while they can still assess or answer.
      const relations = relationsOf(context.caller, row)
      const isDesk =
        (relations.has('ASSESSING_DESK') || relations.has('OWNER_DESK')) && !relations.has('REQUESTER')
      return isDesk && TRANSITIONS.RETURN.from.concat(['ASSESSED', 'AWAITING_CONSENT']).includes(row.state)
        ? proposalFor(row, context)
        : null
    },
    consent: ({ consent_reply: reply, consent_form: form, ...row }) =>
      reply === null || form === null
        ? null
        : { reply, categories: row.consent_categories ?? [], form, consentId: row.consent_id },
    answer: ({ outcome, answered_at: answeredAt, answered_by: answeredBy, ...row }, _args, { now }) =>
      outcome === null || answeredAt === null || answeredBy === null
        ? null
        : {
            outcome,
            reason: row.answer_reason,
            answeredAt,
            answeredBy,
            categories: row.granted_categories ?? [],
            onConsent: row.granted_on_consent ?? [],
            until: row.granted_until,
            revokedAt: row.revoked_at,
            open:
              row.granted_until !== null && row.granted_until >= dutchDay(now()) && row.revoked_at === null,
          },
    followUp: ({ follow_up }) => follow_up,
    buddyLink: async (row, _args, context) => {
      const link = row.kind === 'LINK_HANDLERS' ? await buddyLinkAt(context, row.address_id) : null
      // An address has one link; a request shows only the link that it made.
      if (link?.request_id !== row.id) return null
      return { imgHandler: link.img_handler, ncgHandler: link.ncg_handler, linkedAt: link.linked_at }
    },
    steps: async ({ id }, _args, context) => await stepsOf(context, id),
    whatNow: (row, _args, { now }) => whatNow(row, dutchDay(now())),
    actions: (row, _args, { caller }) => possible(caller, row),
  },
  InformationRequestStep: {
    from: ({ from_state }) => from_state,
    to: ({ to_state }) => to_state,
    employee: ({ organisation, subject }, _args, { caller }) =>
      organisation === caller.organisation ? subject : null,
  },
  InformationRequestStatistics: {
    total: ({ numbers }) => toNumbers(numbers.find(({ level }) => level === 7) ?? NO_NUMBERS),
    byKind: ({ numbers }) => atLevel(numbers, 3),
    byOutcome: ({ numbers }) => atLevel(numbers, 5),
    byDesk: ({ numbers }) => atLevel(numbers, 6),
    byKindOutcomeAndDesk: ({ numbers }) => atLevel(numbers, 0),
  },
} satisfies Resolvers

const QUESTION_NAMES = {
  purposeFits: 'PURPOSE_FITS',
  necessity: 'NECESSITY',
  proportionality: 'PROPORTIONALITY',
  subsidiarity: 'SUBSIDIARITY',
  legalBasis: 'LEGAL_BASIS',
  dataMinimised: 'DATA_MINIMISED',
} as const satisfies Record<(typeof TEST_QUESTIONS)[number], string>

/** Puts on record, per address and before the answer, that the caller reads these requests. */
const shown = (rows: readonly InformationRequestRow[], context: SvipContext): Promise<void> =>
  context.recordOwn(
    rows.map(({ address_id }) => address_id),
    'Informatieverzoek getoond',
    requestActivity,
  )

const NO_NUMBERS: NumbersRow = {
  kind: null,
  outcome: null,
  assessing_desk: null,
  level: 7,
  submitted: 0,
  open: 0,
  overdue: 0,
  answered: 0,
  mean_days: null,
  median_days: null,
}

const atLevel = (numbers: readonly NumbersRow[], level: number) =>
  numbers.filter((row) => row.level === level).map(toNumbers)

const toNumbers = ({ mean_days, median_days, assessing_desk, ...row }: NumbersRow) => ({
  ...row,
  desk: assessing_desk,
  meanDays: tenths(mean_days),
  medianDays: tenths(median_days),
})
