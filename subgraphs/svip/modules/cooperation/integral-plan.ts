import { requiredText } from '../../../../kernel/graphql/input.ts'
import type { Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import { notLater } from './joint-inspection.ts'
import { assertNot } from './partners.ts'
import type { IntegralPlanRow } from './tables.ts'
import { firstOf, propose, takeStep } from './take-step.ts'
import { againstPlanWish } from './together.ts'

/** The steps of an integral plan: repair of damage that goes along with the strengthening. */

export type PlanInput = {
  readonly addressId: string
  readonly repair: string
  readonly worksFrom?: string | null
}

export async function proposePlan(context: SvipContext, input: PlanInput): Promise<IntegralPlanRow> {
  const repair = requiredText(input.repair, 'Welk herstel meegaat (repair)')
  return await propose(
    context,
    'integral_plan',
    input.addressId,
    (wish) => assertNot(againstPlanWish(wish)),
    () => ({
      ...firstOf(context, input.addressId),
      repair,
      works_from: input.worksFrom ?? null,
      carried_out_on: null,
    }),
  )
}

export type PlanAnswerInput = Versioned & { readonly accept: boolean; readonly reason?: string | null }

/** The yes or no of the other agency. A yes needs the wish of the owner at that moment too. */
export function answerPlan(context: SvipContext, input: PlanAnswerInput): Promise<IntegralPlanRow> {
  if (!input.accept) return end(context, 'DECLINE', input, 'Waarom u dit niet wilt (reason)')
  return takeStep(context, 'integral_plan', 'ACCEPT', input, () => ({
    reason: null,
    changes: { accepted_at: context.now().toISOString() },
    judge: (wish) => assertNot(againstPlanWish(wish)),
  }))
}

export const withdrawPlan = (
  context: SvipContext,
  input: Versioned & { readonly reason: string },
): Promise<IntegralPlanRow> => end(context, 'WITHDRAW', input, 'De reden (reason)')

export type PlanResultInput = Versioned & {
  readonly carriedOutOn?: string | null
  readonly reason?: string | null
}

/** That the repair was done with the strengthening, or why it stopped. */
export function recordPlanResult(context: SvipContext, input: PlanResultInput): Promise<IntegralPlanRow> {
  if (!input.carriedOutOn)
    return end(
      context,
      'STOP',
      input,
      'Waarom het plan stopt (reason), of de dag van uitvoering (carriedOutOn),',
    )
  const carriedOutOn = notLater(input.carriedOutOn, 'De dag van uitvoering (carriedOutOn)', context)
  return takeStep(context, 'integral_plan', 'RECORD_CARRIED_OUT', input, () => ({
    reason: null,
    changes: { carried_out_on: carriedOutOn, ended_at: context.now().toISOString() },
  }))
}

function end(
  context: SvipContext,
  action: 'DECLINE' | 'WITHDRAW' | 'STOP',
  input: Versioned & { readonly reason?: string | null },
  what: string,
): Promise<IntegralPlanRow> {
  const reason = requiredText(input.reason ?? '', what)
  return takeStep(context, 'integral_plan', action, input, () => ({
    reason,
    changes: { ended_at: context.now().toISOString() },
  }))
}
