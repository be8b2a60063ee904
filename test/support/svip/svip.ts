import { generateKeyPairSync, randomInt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dutchDay } from '../../../kernel/graphql/scalars.ts'
import { openLog } from '../../../kernel/records/log/log.ts'
import { continueTrace } from '../../../kernel/trace.ts'
import type { Caller, Organisation, Owner, Purpose, Role } from '../../../kernel/vocabulary.ts'
import { createDecider, type Use } from '../../../subgraphs/svip/decisions/decider.ts'
import { DECISIONS, type RecordedDecision } from '../../../subgraphs/svip/decisions/decision-log.ts'
import { createAddressStore } from '../../../subgraphs/svip/modules/addresses/address-store.ts'
import { createConsentStore } from '../../../subgraphs/svip/modules/consent/consent-store.ts'
import { createObjectionStore } from '../../../subgraphs/svip/modules/consent/objection-store.ts'
import { createEmergencyStore } from '../../../subgraphs/svip/modules/emergency/emergency-store.ts'
import { createObligationStore } from '../../../subgraphs/svip/modules/obligations/obligation-store.ts'
import { migrations, type Tables } from '../../../subgraphs/svip/store/tables.ts'
import type { OpenDatabase } from '../owner/databases.ts'

/** A caller of an organisation; of Eemsdelta for a municipality. */
export const someone = (organisation: Organisation, role: Role, changes: Partial<Caller> = {}): Caller => ({
  subject: `${organisation}.${role}`.toLowerCase(),
  organisation,
  roles: [role],
  municipality: organisation === 'GEMEENTE' ? '1979' : null,
  team: null,
  client: 'desk',
  expiresAt: Number.MAX_SAFE_INTEGER,
  ...changes,
})

/** The SVIP's stores, with its real decider and decision log, on one database with a separate clock. */
export async function openSvip(open: OpenDatabase) {
  let statements = 0
  const database = await open<Tables>(migrations, () => {
    statements += 1
  })
  const { db } = database
  let clock = Date.parse('2026-03-02T09:00:00Z')
  const now = () => new Date(clock)
  const log = openLog({
    db,
    chain: `svip/${DECISIONS}`,
    signingKey: generateKeyPairSync('ed25519').privateKey,
    sealFile: join(mkdtempSync(join(tmpdir(), 'samenloop-svip-')), 'seals.jsonl'),
    now,
  })
  const addresses = createAddressStore(db)
  const deciderFor = (caller: Caller) =>
    createDecider({ caller, trace: continueTrace(undefined), log, now, onDecision: () => {} })

  return {
    db,
    now,
    consents: createConsentStore(db, now),
    objections: createObjectionStore(db, now),
    obligations: createObligationStore(db, now),
    emergencies: createEmergencyStore(db, { reviewDays: 7, now }),
    statements: () => statements,
    /** Advances the clock. */
    pass: (milliseconds: number) => {
      clock += milliseconds
    },
    /** An address in Eemsdelta with a file on both sides. */
    async address(): Promise<string> {
      const id = `001020${String(randomInt(1e9, 1e10))}`
      await addresses.importAll([
        {
          id,
          street: 'Proefstraat',
          house_number: 1,
          house_letter: null,
          house_number_addition: null,
          postcode: '9919AA',
          city: 'Loppersum',
          municipality: '1979',
          since: '2021-01-01',
        },
      ])
      for (const owner of ['IMG', 'NCG'] as const)
        await db
          .insertInto('register_track')
          .values({
            owner,
            reference: `${owner}-${id}`,
            address_id: id,
            phase: 'INSPECTION',
            status: null,
            open: true,
            since: '2025-01-01',
            revision: 1,
            as_of: now().toISOString(),
          })
          .execute()
      return id
    },
    /** Takes and records the decisions of one request. */
    deciderFor,
    /** Reads the facts of an address now, and returns a function that decides on them and records that, now or later. */
    async asked(caller: Caller, addressId: string, owner: Owner, purpose: Purpose) {
      const facts = (await addresses.facts([addressId], dutchDay(now()))).get(addressId)
      if (!facts) throw new Error('there is no such address')
      return (use: Use | null = 'GRANT'): Promise<RecordedDecision> =>
        deciderFor(caller).decide({ address: facts, owner, purpose }, use)
    },
    async close() {
      await log.close()
      await database.close()
    },
  }
}
export type SvipUnderTest = Awaited<ReturnType<typeof openSvip>>
