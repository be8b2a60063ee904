import { aClaim } from '../../test/support/owner/img.ts'
import { describeStore } from '../../test/support/owner/store-suite.ts'
import { createClaimRegister, createClaimStore } from './store/claim-store.ts'
import { migrations } from './store/tables.ts'

describeStore({
  table: 'damage_claim',
  migrations,
  create: createClaimStore,
  createRegister: createClaimRegister,
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
  happened: {
    nothing: {
      acute_reported_at: null,
      acute_made_safe_at: null,
      structural_damage: null,
      structural_found_on: null,
      ownership_changed_on: null,
    },
    all: {
      acute_reported_at: '2025-03-01T09:30:00.000Z',
      acute_made_safe_at: '2025-03-02T09:30:00.000Z',
      structural_damage: true,
      ownership_changed_on: '2025-05-01',
    },
    on: (day) => ({ structural_damage: true, report_delivered_on: day }),
    types: [
      'nl.img.acute-safety.reported',
      'nl.img.acute-safety.made-safe',
      'nl.img.structural-damage.found',
      'nl.img.ownership.changed',
    ],
    removed: 'nl.img.damage-claim.removed',
  },
  eventTypes: {
    registered: 'nl.img.damage-claim.registered',
    advanced: 'nl.img.damage-claim.advanced',
    ended: 'nl.img.damage-claim.closed',
  },
})
