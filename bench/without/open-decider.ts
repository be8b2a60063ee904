import { DATA_CATEGORIES } from '../../kernel/vocabulary.ts'
import type { createDecider as create } from '../../subgraphs/svip/decisions/decider.ts'

/** A decider that permits everything. */

export * from '../../subgraphs/svip/decisions/decider.ts'

export const createDecider: typeof create = ({ caller }) => ({
  decide: async ({ address, owner, purpose }) => ({
    id: '00000000-0000-4000-8000-000000000000',
    decidedAt: '',
    request: {
      caller,
      owner,
      addressId: address.id,
      addressMunicipality: address.municipality,
      purpose,
      instant: '',
    },
    facts: { tracks: [], consents: [], objections: [], wish: null, requests: [], emergencies: [] },
    decision: {
      outcome: 'PERMITTED',
      reason: 'PERMITTED',
      purpose: purpose ?? 'COOPERATION',
      legalBases: [],
      categories: DATA_CATEGORIES,
      withheld: [],
      policyVersion: 'twg-2023',
      rules: [],
      facts: [],
      explanation: '',
    },
  }),
  foresee: () => DATA_CATEGORIES,
  forget() {},
})
