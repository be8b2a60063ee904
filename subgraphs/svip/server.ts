import { dateScalar, dateTimeScalar } from '../../kernel/graphql/scalars.ts'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema, protect, serveGraphql } from '../../kernel/graphql/subgraph.ts'
import { serveRetention } from '../../kernel/records/retention/serve.ts'
import { readSubgraphConfig, type SubgraphConfig } from '../../kernel/runtime/config.ts'
import { openParty, type Party } from '../../kernel/runtime/party.ts'
import type { Environment } from '../../kernel/runtime/settings.ts'
import { assertTablesDeclared, moduleFaults } from './completeness.ts'
import { createSvipContext } from './context.ts'
import { DECISIONS } from './decisions/decision-log.ts'
import { foldConsequences, foldKept, foldResolvers, foldSections, foldSettings } from './fold.ts'
import { startHousekeeping } from './housekeeping.ts'
import { addressStore } from './modules/addresses/parts.ts'
import { recordNewOwners } from './modules/consent/ownership.ts'
import { MODULES } from './modules/index.ts'
import { holdStore } from './modules/retention/parts.ts'
import { hostParts } from './parts.ts'
import { svipRules } from './permissions.ts'
import { policyProblems } from './policy/validate.ts'
import { POLICY_VERSIONS } from './policy/versions/index.ts'
import { serveComparison } from './register/compare.ts'
import { serveEvents } from './register/events.ts'
import { createRegisterStore } from './register/register-store.ts'
import { migrations, type Tables } from './store/tables.ts'

export const readSvipConfig = (environment: Environment) =>
  readSubgraphConfig('svip', environment, { kept: foldKept(), settings: foldSettings() })

/** Starts the SVIP's subgraph, which decides, records, grants, and keeps the register. It listens after all checks. */
export async function startSvip(config: SubgraphConfig): Promise<Pick<Party<Tables>, 'app' | 'close'>> {
  const problems = policyProblems(POLICY_VERSIONS)
  if (problems.length > 0)
    throw new Error(`The policy cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  const typeDefs = readTypeDefs('svip')
  const { schema, categories } = buildSchema(typeDefs, {
    Date: dateScalar,
    DateTime: dateTimeScalar,
    ...foldResolvers(),
  })
  const guarded = protect(schema, svipRules(schema, categories))
  const sections = foldSections()
  const faults = moduleFaults(schema, sections)
  if (faults.length > 0) throw new Error(`The modules of the SVIP are incomplete: ${faults.join('; ')}`)

  const party = await openParty<Tables>(config, migrations)
  await assertTablesDeclared(party.db)
  const here = hostParts(party, sections)
  for (const { serve } of MODULES) await serve?.(party, here)
  serveEvents(party.app, {
    register: createRegisterStore(party.db, foldConsequences(here)),
    recordRefusal: party.recordRefusal,
    recordConsequences: recordNewOwners(party),
  })
  serveComparison(party)
  await serveRetention(party, holdStore(here).inForce)
  await serveGraphql({
    app: party.app,
    typeDefs,
    schema: guarded,
    logger: party.logger,
    introspection: config.NODE_ENV !== 'production',
    context: createSvipContext({
      party,
      here,
      decisions: party.openChain(DECISIONS),
      addresses: addressStore(here),
    }),
  })
  startHousekeeping(party, here)
  await party.listen()
  return party
}
