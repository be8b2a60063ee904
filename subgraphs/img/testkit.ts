import { addressOf, reference } from '../../kernel/owner/testkit/store-under-test.ts'
import type { DamageClaim } from './claim.ts'

/** A claim in the assessment with a value in every column but the day it was closed. */
export const aClaim = (number = 1, changes: Partial<DamageClaim> = {}): DamageClaim => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  reference: reference(number),
  address_id: addressOf(number),
  kind: 'PHYSICAL',
  phase: 'ASSESSMENT',
  registered_at: '2025-02-28',
  closed_at: null,
  phase_since: '2025-06-01',
  handler_name: 'B. Behandelaar',
  handler_phone: '050 123 45 67',
  handler_email: 'b.behandelaar@img.example',
  handler_team: 'Noord',
  inspection_planned_on: '2025-04-01',
  inspection_held_on: '2025-04-02',
  urgency: 'PRIORITY',
  report_delivered_on: '2025-06-01',
  report_summary: 'Scheuren in de noordgevel.',
  structural_damage: true,
  award_decided_on: '2025-07-01',
  award_amount_cents: 1_234_567,
  award_paid_on: '2025-08-01',
  acute_reported_at: '2025-03-01T09:30:00.000Z',
  acute_made_safe_at: '2025-03-02T09:30:00.123Z',
  acute_description: 'De schoorsteen stond los.',
  circumstances: 'Bewoner is slechtziend.',
  revision: 1,
  ...changes,
})
