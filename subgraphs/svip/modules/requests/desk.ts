import { addDays } from '../../../../kernel/calendar.ts'
import { badInput } from '../../../../kernel/errors.ts'
import { optionalText, requiredText } from '../../../../kernel/graphql/input.ts'
import { dutchDay } from '../../../../kernel/graphql/scalars.ts'
import { DATA_CATEGORIES, type DataCategory } from '../../../../kernel/vocabulary.ts'
import type { SvipContext } from '../../context.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import type {
  AnswerInformationRequestInput,
  AskInformationRequestConsentInput,
  AssessInformationRequestInput,
  ForwardInformationRequestInput,
  ProposalRoad,
  RecordInformationRequestConsentReplyInput,
} from '../../schema.generated.ts'
import { assertConsent } from '../consent/consent.ts'
import { consentStore } from '../consent/parts.ts'
import { takeStep } from './actions.ts'
import { CONSENT_FORM_NOTICE, consentForm } from './consent-form.ts'
import { addressText, neededOf, proposalFor } from './consider.ts'
import { requestTerms } from './parts.ts'
import type { Proposal } from './proposal.ts'
import { type Assessment, type InformationRequestRow, TEST_QUESTIONS } from './tables.ts'

/** The steps of the desks: assess, ask the resident for consent, forward to the other desk, answer. */

export function assess(
  context: SvipContext,
  input: AssessInformationRequestInput,
): Promise<InformationRequestRow> {
  const test = Object.fromEntries(
    TEST_QUESTIONS.map((question) => {
      const { passes, reason } = input.test[question]
      return [question, { passes, reason: requiredText(reason, `De reden bij ${question}`) }]
    }),
  ) as Assessment
  const failed = TEST_QUESTIONS.filter((question) => !test[question].passes)
  return takeStep(context, 'ASSESS', input, (row) => {
    const categories = distinct(input.categories ?? row.categories)
    if (categories.length === 0 || categories.some((category) => !row.categories.includes(category)))
      throw badInput(
        `Beoordeel alleen gegevens die zijn gevraagd (categories): ${row.categories.join(', ')}. Laat weg wat niet nodig is.`,
      )
    const assessors = [...new Set([...row.assessors, context.caller.subject])]
    if (failed.length === 0)
      return {
        state: 'ASSESSED',
        reason: null,
        changes: { assessment: test, needed_categories: categories, assessors },
      }
    const reason = failed.map((question) => test[question].reason).join(' ')
    return {
      state: 'ANSWERED',
      reason,
      changes: { assessment: test, assessors, ...answered(context, 'REFUSED', reason) },
    }
  })
}

export function askConsent(
  context: SvipContext,
  input: AskInformationRequestConsentInput,
): Promise<InformationRequestRow> {
  return takeStep(context, 'ASK_CONSENT', input, async (row) => {
    const proposal = await proposalFor(row, context)
    const needed = on(proposal, ['CONSENT_NEEDED'])
    const possible = on(proposal, ['CONSENT_NEEDED', 'OPEN_BY_REQUEST'])
    const categories = distinct(input.categories ?? needed)
    if (categories.length === 0 || categories.some((category) => !possible.includes(category)))
      throw badInput(
        possible.length === 0
          ? 'Voor dit verzoek is geen toestemming nodig of mogelijk. Stuur het door of beoordeel het opnieuw.'
          : `Toestemming kan hier gaan over: ${possible.join(', ')}.`,
      )
    const form = consentForm({
      number: row.number,
      address: await addressText(row, context),
      owner: row.owner,
      recipient: row.requester_organisation,
      purpose: row.purpose,
      categories,
      grantDays: requestTerms(context).REQUEST_MAX_GRANT_DAYS,
    })
    return {
      state: 'AWAITING_CONSENT',
      reason: null,
      changes: {
        consent_form: form,
        consent_reply: 'ASKED',
        consent_categories: categories,
        ...judged(row, context),
      },
    }
  })
}

export function recordConsentReply(
  context: SvipContext,
  input: RecordInformationRequestConsentReplyInput,
): Promise<InformationRequestRow> {
  return takeStep(context, 'RECORD_CONSENT_REPLY', input, (row) => {
    const statement = {
      addressId: row.address_id,
      givenBy: input.givenBy,
      owner: row.owner,
      recipient: row.requester_organisation,
      purposes: [row.purpose],
      categories: row.consent_categories ?? [],
      channel: input.channel,
      evidence: input.evidence,
      notice: CONSENT_FORM_NOTICE,
      validFrom: context.now().toISOString(),
      validUntil: null,
      requestId: row.id,
    }
    assertConsent(statement, policyInForce(statement.validFrom))
    return {
      state: 'ASSESSED',
      reason: input.given ? 'De bewoner geeft toestemming.' : 'De bewoner geeft geen toestemming.',
      changes: { consent_reply: input.given ? 'GIVEN' : 'REFUSED', ...judged(row, context) },
      within: async (transaction) => {
        const { id } = await consentStore(context).recordReply(
          transaction,
          statement,
          input.given,
          context.caller,
        )
        return { consent_id: id }
      },
    }
  })
}

export function forward(
  context: SvipContext,
  input: ForwardInformationRequestInput,
): Promise<InformationRequestRow> {
  const remarks = optionalText(input.remarks, 'De opmerking (remarks)')
  return takeStep(context, 'FORWARD', input, async (row) => {
    if (on(await proposalFor(row, context), POSSIBLE).length === 0)
      throw badInput(
        'Zo kan niets van dit verzoek worden gedeeld. Vraag de bewoner om toestemming, of beoordeel het opnieuw.',
      )
    return {
      state: 'FORWARDED',
      reason: remarks,
      changes: { forwarded_at: row.forwarded_at ?? context.now().toISOString(), ...judged(row, context) },
    }
  })
}

export function answer(
  context: SvipContext,
  input: AnswerInformationRequestInput,
): Promise<InformationRequestRow> {
  const reason = optionalText(input.reason, 'De reden (reason)')
  return takeStep(context, 'ANSWER', input, async (row) => {
    const granted = distinct(input.granted)
    const needed = neededOf(row)
    const foreign = granted.filter((category) => !needed.includes(category))
    if (foreign.length > 0) throw badInput(`Niet gevraagd, dus niet toe te kennen: ${foreign.join(', ')}.`)
    const outcome =
      granted.length === 0 ? 'REFUSED' : granted.length === needed.length ? 'GRANTED' : 'PARTLY_GRANTED'
    if (outcome !== 'GRANTED' && reason === null)
      throw badInput('Geef een reden (reason) voor wat u niet toekent. De aanvrager krijgt die te lezen.')
    const changes = answered(context, outcome, reason)
    if (outcome === 'REFUSED') return { state: 'ANSWERED', reason, changes }
    const proposal = await proposalFor(row, context)
    const possible = on(proposal, POSSIBLE)
    const impossible = granted.filter((category) => !possible.includes(category))
    if (impossible.length > 0)
      throw badInput(
        `Dit kan volgens de regels niet worden gedeeld: ${impossible.join(', ')}. Ken alleen toe: ${possible.join(', ') || 'niets'}.`,
      )
    const opened = (road: ProposalRoad) =>
      granted.filter((category) => on(proposal, [road]).includes(category))
    return {
      state: 'ANSWERED',
      reason,
      changes: {
        ...changes,
        granted_categories: granted,
        granted_on_consent: opened('CONSENT_GIVEN'),
        granted_on_task: opened('OPEN_BY_REQUEST'),
        granted_from: context.now().toISOString(),
        granted_until: lastDay(input.until ?? null, context),
      },
    }
  })
}

/** Removes duplicates, and puts the categories in their fixed order. */
const distinct = (categories: readonly DataCategory[]): readonly DataCategory[] =>
  DATA_CATEGORIES.filter((category) => categories.includes(category))

const POSSIBLE: readonly ProposalRoad[] = ['ALREADY_OPEN', 'CONSENT_GIVEN', 'OPEN_BY_REQUEST']

const on = ({ categories }: Proposal, roads: readonly ProposalRoad[]): DataCategory[] =>
  categories.flatMap(({ category, road }) => (roads.includes(road) ? [category] : []))

/** Adds the caller to the assessors, who may not answer the request. */
const judged = (row: InformationRequestRow, { caller }: SvipContext) => ({
  assessors: [...new Set([...row.assessors, caller.subject])],
})

function answered(
  { caller, now }: SvipContext,
  outcome: InformationRequestRow['outcome'],
  reason: string | null,
) {
  return {
    outcome,
    answered_at: now().toISOString(),
    answered_by: caller.organisation === 'NCG' ? ('NCG' as const) : ('IMG' as const),
    answerer: caller.subject,
    answer_reason: reason,
  }
}

function lastDay(asked: string | null, context: SvipContext): string {
  const today = dutchDay(context.now())
  const latest = addDays(today, requestTerms(context).REQUEST_MAX_GRANT_DAYS)
  if (asked === null) return latest
  if (asked < today || asked > latest)
    throw badInput(`De einddatum (until) moet liggen tussen ${today} en ${latest}.`)
  return asked
}
