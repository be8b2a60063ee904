import { z } from 'zod'
import { type Kept, PARTY_LOGS } from '../../kernel/records/retention/kinds.ts'
import { readSubgraphConfig } from '../../kernel/runtime/config.ts'
import { type Environment, readGrantKeys } from '../../kernel/runtime/settings.ts'

/** What an agency keeps. Its files are not here: those go to the archive by the selectielijst of the agency itself. */
export const AGENCY_RECORDS: readonly Kept[] = [
  ...PARTY_LOGS,
  {
    kind: 'REFUSED_EVENTS',
    days: 366,
    label: 'Gebeurtenissen die de SVIP weigerde',
    rows: { table: 'outbox_refused', key: 'id', ended: 'r.occurred_at', address: 'address_id' },
  },
]

export const agencySettings = z.object({
  X_GRANT_KEYS: z.string().transform(readGrantKeys),
  SVIP_URL: z.url().default('http://127.0.0.1:4003/graphql'),
})

/** @throws {ConfigurationError} with every fault at once. */
export const readAgencyConfig = (
  name: 'img' | 'ncg',
  environment: Environment,
  settings: readonly z.ZodObject[] = [],
) =>
  readSubgraphConfig(name, environment, {
    kept: AGENCY_RECORDS,
    settings: [agencySettings, ...settings],
  })
