import { addressOf } from '../../casework/statement.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import type { Resolvers } from '../../resolvers.generated.ts'
import { cooperationActivity } from './activity.ts'
import { type Reader, type Sight, toCooperation, toInspection, toPlan } from './file.ts'
import * as handlers from './handlers.ts'
import * as plans from './integral-plan.ts'
import * as inspections from './joint-inspection.ts'
import { sightOf, TOGETHER, type TogetherIn } from './partners.ts'
import { cooperationAt, maxDelayDays } from './parts.ts'
import type { IntegralPlanRow, JointInspectionRow } from './tables.ts'

/** Resolvers of `schema/svip/cooperation.graphql`. The files in this folder implement each step. */

type Input<T> = { readonly input: T }

async function showFile(address: AddressNode, context: SvipContext) {
  const [sight, file] = await Promise.all([
    sightOf(address, context),
    cooperationAt(context, address.facts.id),
    context.recordOwn(address.facts.id, 'Samenwerkingsdossier getoond', cooperationActivity),
  ])
  return toCooperation(file, address.facts.wish, readerOf(context, sight))
}

const readerOf = (context: SvipContext, sight: Sight): Reader => ({
  caller: context.caller,
  sight,
  maxDelayDays: maxDelayDays(context),
})

/** The file and its reader after a step, for the purpose of the step. */
async function after(addressId: string, { purpose }: TogetherIn, context: SvipContext) {
  const address = { ...(await addressOf(addressId, context)), purpose }
  return [
    await cooperationAt(context, addressId),
    readerOf(context, await sightOf(address, context)),
  ] as const
}

const inspectionOf = async (row: JointInspectionRow, context: SvipContext) =>
  toInspection(row, ...(await after(row.address_id, TOGETHER.INSPECTION, context)))

async function outcomeOf(outcome: inspections.InspectionOutcome, context: SvipContext) {
  const { row, delays, confirmationNeeded } = outcome
  return {
    delays,
    confirmationNeeded,
    message: confirmationNeeded ? delayText(outcome, maxDelayDays(context)) : null,
    jointInspection: row && (await inspectionOf(row, context)),
  }
}

const delayText = ({ delays }: inspections.InspectionOutcome, maxDelayDays: number): string =>
  `Hierdoor wacht de bewoner langer: ${delays.map(({ owner, days }) => `${days} dagen bij ${owner === 'IMG' ? 'het IMG' : 'de NCG'}`).join(' en ')}. Dat is meer dan ${maxDelayDays} dagen. Kies een eerdere dag, of bevestig het met confirmDelay: true.`

const planOf = async (row: IntegralPlanRow, context: SvipContext) =>
  toPlan(row, ...(await after(row.address_id, TOGETHER.PLAN, context)))

const atAddress =
  <T extends { readonly addressId: string }>(take: (context: SvipContext, input: T) => Promise<void>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) => {
    await take(context, input)
    const address = await addressOf(input.addressId, context)
    return await showFile({ ...address, purpose: TOGETHER.HANDLERS.purpose }, context)
  }

const inspection =
  <T>(take: (context: SvipContext, input: T) => Promise<JointInspectionRow>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) =>
    await inspectionOf(await take(context, input), context)

const outcome =
  <T>(take: (context: SvipContext, input: T) => Promise<inspections.InspectionOutcome>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) =>
    await outcomeOf(await take(context, input), context)

const plan =
  <T>(take: (context: SvipContext, input: T) => Promise<IntegralPlanRow>) =>
  async (_root: unknown, { input }: Input<T>, context: SvipContext) =>
    await planOf(await take(context, input), context)

export const cooperationResolvers = {
  Address: {
    cooperation: (address, _args, context) => showFile(address, context),
  },
  Mutation: {
    setBuddyLink: atAddress(handlers.setBuddyLink),
    endBuddyLink: atAddress(handlers.endBuddyLink),
    setCoordinator: atAddress(handlers.setCoordinator),
    endCoordinator: atAddress(handlers.endCoordinator),
    proposeJointInspection: outcome(inspections.proposeInspection),
    answerJointInspection: outcome(inspections.answerInspection),
    withdrawJointInspection: inspection(inspections.withdrawInspection),
    recordJointInspectionReply: inspection(inspections.recordResidentReply),
    recordJointInspectionResult: inspection(inspections.recordInspectionResult),
    proposeIntegralPlan: plan(plans.proposePlan),
    answerIntegralPlan: plan(plans.answerPlan),
    withdrawIntegralPlan: plan(plans.withdrawPlan),
    recordIntegralPlanResult: plan(plans.recordPlanResult),
  },
} satisfies Resolvers
