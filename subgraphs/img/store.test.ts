import { describeStore } from '../../kernel/owner/testkit/store-suite.ts'
import { createClaimStore } from './store/claim-store.ts'
import { migrations } from './store/tables.ts'
import { aClaim } from './testkit.ts'

describeStore({
  table: 'damage_claim',
  migrations,
  create: createClaimStore,
  full: aClaim,
  end: { phase: 'COMPLETION', closed_at: '2025-09-01', phase_since: '2025-09-01' },
  write: (claim, text) => ({
    ...claim,
    reference: text,
    handler_name: text,
    handler_phone: text,
    handler_email: text,
    handler_team: text,
    report_summary: text,
    acute_description: text,
    circumstances: text,
  }),
  eventTypes: {
    registered: 'nl.img.damage-claim.registered',
    advanced: 'nl.img.damage-claim.advanced',
    ended: 'nl.img.damage-claim.closed',
  },
})
