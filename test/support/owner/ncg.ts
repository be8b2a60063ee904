import type { StrengtheningProject } from '../../../subgraphs/ncg/project.ts'
import { addressOf, reference } from './store-under-test.ts'

/** A project in the planning phase, with a value in every column but the day of completion. */
export const aProject = (number = 1, changes: Partial<StrengtheningProject> = {}): StrengtheningProject => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  reference: reference(number),
  address_id: addressOf(number),
  programme: 'BATCH',
  status: 'S4_2',
  status_since: '2025-06-01',
  started_at: '2024-02-29',
  completed_at: null,
  risk_profile: 'SLIGHTLY_RAISED',
  handler_name: 'B. Begeleider',
  handler_phone: '050 123 45 67',
  handler_email: 'b.begeleider@ncg.example',
  handler_team: 'Eemsdelta',
  inspection_planned_on: '2024-09-01',
  inspection_held_on: '2024-09-02',
  advice_delivered_on: '2025-01-15',
  advice_summary: 'De kap verstevigen.',
  meets_standard: false,
  measures: [
    { description: 'Kap verstevigen', done: false },
    { description: 'Schoorsteen vervangen', done: true },
  ],
  estimated_cost_cents: 12_345_678,
  contractor: 'Bouwbedrijf Noord',
  contract_signed_on: '2025-07-01',
  circumstances: 'Bewoner werkt in nachtdienst.',
  found_damage: [{ foundOn: '2025-05-01', moment: 'INSPECTION', description: 'Scheur in de voorgevel.' }],
  ownership_changed_on: '2025-06-01',
  revision: 1,
  ...changes,
})

/** All fields of a project. */
export const PROJECT = `id reference programme status phase startedAt completedAt handler { name email } inspection { plannedOn heldOn }
  contract { contractor signedOn } contractSigned advice { deliveredOn summary meetsStandard } measures { description done }
  riskProfile estimatedCostCents circumstances revision address { id }`
