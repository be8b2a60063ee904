import { requiredText } from '../../../../kernel/graphql/input.ts'
import type { Versioned } from '../../casework/step.ts'
import type { SvipContext } from '../../context.ts'
import type {
  AnswerIntegralPlanInput,
  ProposeIntegralPlanInput,
  RecordIntegralPlanResultInput,
  WithdrawProposalInput,
} from '../../schema.generated.ts'
import { notLater } from './joint-inspection.ts'
import { assertNot } from './partners.ts'
import type { IntegralPlanRow } from './tables.ts'
import { firstOf, propose, takeStep } from './take-step.ts'
import { againstPlanWish } from './together.ts'

/** The steps of an integral plan: repair of damage together with the strengthening. */

export async function proposePlan(
  context: SvipContext,
  input: ProposeIntegralPlanInput,
): Promise<IntegralPlanRow> {
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

/** The answer of the other agency. Acceptance requires that the owner's wish still allows the plan. */
export function answerPlan(context: SvipContext, input: AnswerIntegralPlanInput): Promise<IntegralPlanRow> {
  if (!input.accept) return end(context, 'DECLINE', input, 'Waarom u dit niet wilt (reason)')
  return takeStep(context, 'integral_plan', 'ACCEPT', input, () => ({
    reason: null,
    changes: { accepted_at: context.now().toISOString() },
    judge: (wish) => assertNot(againstPlanWish(wish)),
  }))
}

export const withdrawPlan = (context: SvipContext, input: WithdrawProposalInput): Promise<IntegralPlanRow> =>
  end(context, 'WITHDRAW', input, 'De reden (reason)')

/** Records that the repair was carried out with the strengthening, or why the plan stopped. */
export function recordPlanResult(
  context: SvipContext,
  input: RecordIntegralPlanResultInput,
): Promise<IntegralPlanRow> {
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
