import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../../kernel/database/database.ts'
import { openLog } from '../../../kernel/records/log/log.ts'
import { createProcessingLine, pseudonym } from '../../../kernel/records/log/processing.ts'
import { continueTrace } from '../../../kernel/trace.ts'
import type { Caller, Owner, Purpose } from '../../../kernel/vocabulary.ts'
import { toFacts } from '../../../subgraphs/svip/decisions/decider.ts'
import {
  type Opened,
  type RecordedDecision,
  toEntry,
} from '../../../subgraphs/svip/decisions/decision-log.ts'
import { createAddressStore } from '../../../subgraphs/svip/modules/addresses/address-store.ts'
import { decide } from '../../../subgraphs/svip/policy/decide.ts'
import { policyInForce } from '../../../subgraphs/svip/policy/versions/index.ts'
import { migrations, type Tables } from '../../../subgraphs/svip/store/tables.ts'
import { freshDatabase } from '../postgres.ts'

/** The SVIP's database with an address that has every kind of record. */

type Open = () => Promise<Database<Tables>>
const { TEST_POSTGRES_URL } = process.env

/** PostgreSQL, where, as in production, the process's role does not own the tables. */
export const DATABASES: readonly (readonly [name: string, open: Open])[] = [
  ['PGlite', () => openDatabase<Tables>({ directory: 'memory://', migrations })],
  ...(TEST_POSTGRES_URL
    ? [
        [
          'PostgreSQL',
          async () =>
            openDatabase<Tables>({ ...(await freshDatabase(TEST_POSTGRES_URL)), directory: '', migrations }),
        ] as const,
      ]
    : []),
]

export const ADDRESS = '0010200000123456'
/** The identities of employees, which must never reach a resident. */
export const EMPLOYEES = {
  handler: 'geheim.behandelaar',
  officer: 'geheim.svip',
  safety: 'geheim.veiligheid',
  reviewer: 'geheim.beoordelaar',
  team: 'geheim-team',
  client: 'geheim-client',
  name: 'Geheime Naam',
} as const

/** The end of the necessity of the information request, which has the maximum length. */
export const NECESSITY_END = 'Coördinatie met Łukasz: € 1.500, één opname. Einde.'

const PSEUDONYM_KEY = Buffer.from('a key of the tests')
export const SUBJECT = { addressId: ADDRESS, pseudonym: pseudonym(PSEUDONYM_KEY, ADDRESS), party: null }

export const someone = (changes: Partial<Caller> = {}): Caller => ({
  subject: EMPLOYEES.handler,
  organisation: 'NCG',
  roles: ['case_handler'],
  municipality: null,
  team: EMPLOYEES.team,
  client: EMPLOYEES.client,
  expiresAt: 0,
  ...changes,
})

export type Asked = {
  readonly caller?: Caller
  readonly owner?: Owner
  readonly purpose?: Purpose | null
  readonly at?: string
  readonly opened?: Partial<Opened>
}

/** Opens the logs on a migrated database. */
export function recorder({ db }: Database<Tables>) {
  const directory = mkdtempSync(join(tmpdir(), 'samenloop-resident-'))
  const signingKey = generateKeyPairSync('ed25519').privateKey
  const open = (chain: string) =>
    openLog({ db, chain: `svip/${chain}`, signingKey, sealFile: join(directory, `${chain}.jsonl`) })
  const [decisions, processing] = [open('decisions'), open('processing')]
  const line = createProcessingLine({ party: 'svip', pseudonymKey: PSEUDONYM_KEY })
  const addresses = createAddressStore(db)

  return {
    /** Takes decisions as the SVIP does, and records them; returns the ids. */
    async decided(questions: readonly Asked[], addressId: string = ADDRESS): Promise<readonly string[]> {
      const address = (await addresses.facts([addressId], '2026-11-22')).get(addressId)
      if (!address) throw new Error('the test has no address')
      const facts = toFacts(address)
      const recorded = questions.map(
        ({ caller = someone(), owner = 'IMG', purpose = 'COOPERATION', at = '2026-11-20T09:30:00.000Z' }) => {
          const { expiresAt: _expiresAt, ...asking } = caller
          const request = {
            caller: asking,
            owner,
            addressId,
            addressMunicipality: address.municipality,
            purpose,
            instant: at,
          }
          const decision = decide(request, facts, policyInForce(at))
          return { id: randomUUID(), decidedAt: at, request, facts, decision } satisfies RecordedDecision
        },
      )
      await decisions.append(
        recorded.map((item, index) => {
          const given = item.decision.outcome !== 'DENIED'
          const opened = { granted: given, registerShown: false, fileShown: [], ...questions[index]?.opened }
          return toEntry(item, continueTrace(undefined), opened)
        }),
      )
      return recorded.map(({ id }) => id)
    },
    async shown(name: string, count = 1): Promise<void> {
      await processing.append(
        Array.from({ length: count }, () =>
          line(continueTrace(undefined), new Date('2026-11-20T09:30:00.000Z'), {
            name,
            activity: 'urn:samenloop:verwerkingsactiviteit:svip:register:v1',
            addressId: ADDRESS,
            recipient: 'NCG',
            purpose: 'COOPERATION',
            categories: ['PRESENCE', 'STATUS'],
          }),
        ),
      )
    },
    async close(): Promise<void> {
      await decisions.close()
      await processing.close()
    },
  }
}

/** An address in Eemsdelta with only files on both sides. */
export async function makeAddress({ db }: Pick<Database<Tables>, 'db'>, id: string = ADDRESS): Promise<void> {
  await db
    .insertInto('address')
    .values({
      id,
      street: 'Proefstraat',
      house_number: 12,
      house_letter: 'a',
      house_number_addition: null,
      postcode: '9901AB',
      city: 'Loppersum',
    })
    .execute()
  await db
    .insertInto('address_municipality')
    .values({ address_id: id, code: '1979', valid_from: '2021-01-01' })
    .execute()
  const track = { address_id: id, open: true, revision: 1, as_of: '2026-11-01T10:00:00.000Z' }
  await db
    .insertInto('register_track')
    .values([
      {
        ...track,
        owner: 'IMG',
        reference: `P-${id}`,
        phase: 'INSPECTION',
        status: 'INSPECTION',
        since: '2026-01-05',
      },
      {
        ...track,
        owner: 'NCG',
        reference: `V-${id}`,
        phase: 'INSPECTION',
        status: 'S2_1',
        since: '2024-03-01',
      },
    ])
    .execute()
}
