import { randomUUID } from 'node:crypto'
import type {
  IntegralPlanRow,
  JointInspectionRow,
} from '../../../subgraphs/svip/modules/cooperation/tables.ts'

/** A new proposal of IMG at an address. */
const proposed = (address_id: string, at: Date) => ({
  id: randomUUID(),
  address_id,
  revision: 1,
  state: 'PROPOSED' as const,
  proposed_by: 'IMG' as const,
  proposer: 'img-1',
  proposed_at: at.toISOString(),
  accepted_at: null,
  ended_reason: null,
  ended_at: null,
})

export const aJointInspection = (addressId: string, at: Date): JointInspectionRow => ({
  ...proposed(addressId, at),
  form: 'SIMULTANEOUS',
  img_on: '2026-03-10',
  ncg_on: '2026-03-10',
  img_planned_on: null,
  ncg_planned_on: null,
  delay_confirmed: [],
  resident_agreed_on: null,
  resident_channel: null,
  resident_evidence: null,
  held_on: null,
})

export const anIntegralPlan = (addressId: string, at: Date): IntegralPlanRow => ({
  ...proposed(addressId, at),
  repair: 'de scheuren in de voorgevel',
  works_from: null,
  carried_out_on: null,
})
