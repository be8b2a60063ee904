import fastify from 'fastify'
import { dutchDay } from '../../kernel/graphql/scalars.ts'
import { createTokenVerifier } from '../../kernel/identity/identity.ts'
import { minimise } from '../../kernel/minimise/minimise.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import { commonActivity, PARTY_OF, sharingActivity } from '../../kernel/records/activities.ts'
import type { Log } from '../../kernel/records/log/log.ts'
import type { Processing } from '../../kernel/records/log/processing.ts'
import { verifierOptions } from '../../kernel/runtime/config.ts'
import { openParty } from '../../kernel/runtime/party.ts'
import { continueTrace, type Trace } from '../../kernel/trace.ts'
import {
  type Caller,
  DATA_CATEGORIES,
  type DataCategory,
  OWNERS,
  type Purpose,
} from '../../kernel/vocabulary.ts'
import { AGENCY_ACTIVITIES } from '../../subgraphs/agency/activities.ts'
import { readAgencyConfig } from '../../subgraphs/agency/config.ts'
import { buildOwnerSchema, type OwnerDefinition } from '../../subgraphs/agency/definition.ts'
import type { FileRow, OwnerTables } from '../../subgraphs/agency/file-table.ts'
import { img } from '../../subgraphs/img/server.ts'
import { ncg } from '../../subgraphs/ncg/server.ts'
import { inScope } from '../../subgraphs/svip/context.ts'
import { createDecider } from '../../subgraphs/svip/decisions/decider.ts'
import type { RecordedDecision } from '../../subgraphs/svip/decisions/decision-log.ts'
import {
  type AddressFacts,
  createAddressStore,
} from '../../subgraphs/svip/modules/addresses/address-store.ts'
import { registerActivity } from '../../subgraphs/svip/register/activity.ts'
import { readSvipConfig } from '../../subgraphs/svip/server.ts'
import { migrations, type Tables } from '../../subgraphs/svip/store/tables.ts'
import { type Seen, view } from './view.ts'

/**
 * The upper limit for the whole system, hand-written for two operations: the same SQL, decisions and records of the same three parties, in
 * one process, without GraphQL, without HTTP between the parties and so without grants.
 */

type Asked = { readonly id?: string; readonly postcode?: string; readonly purpose: Purpose }

const config = readSvipConfig(process.env)
const svip = await openParty<Tables>(config, migrations)
const addresses = createAddressStore(svip.db)
const decisions = svip.openChain('decisions')
const verifier = createTokenVerifier(verifierOptions(config))
const access: Log[] = [svip.openChain('access')]

/** One agency's files of some addresses, minimised according to the decisions, and on record. */
async function agency<Row extends FileRow, File extends object, Filter>(
  definition: OwnerDefinition<Row, File, Filter>,
) {
  const { owner, typeName, toGraphql } = definition
  const name = PARTY_OF[owner]
  const party = await openParty<OwnerTables>(readAgencyConfig(name, process.env), definition.migrations)
  const store = definition.createStore(party.db)
  const { categories } = buildOwnerSchema(definition)
  access.push(party.openChain('access'))
  return async (seen: readonly Seen[], caller: Caller, trace: Trace): Promise<readonly File[][]> => {
    const startedAt = new Date()
    const found = await store.byAddresses(seen.map(({ facts }) => facts.id))
    await party.processing.append(
      seen.map(({ facts, visible, decision }) => {
        const common = {
          addressId: facts.id,
          recipient: caller.organisation,
          categories: [...visible[owner]],
        }
        const line: Processing = decision[owner]
          ? {
              ...common,
              name: `Verstrekking door ${owner} aan ${caller.organisation}`,
              ...shared(name, decision[owner]),
            }
          : {
              ...common,
              name: `Inzage door eigen medewerker van ${owner}`,
              activity: commonActivity(name, 'eigen-taak'),
              fields: FIELDS,
            }
        return party.line(trace, startedAt, line)
      }),
    )
    return seen.map(({ facts, visible }) =>
      (found.get(facts.id) ?? []).map((row) =>
        minimise(categories, typeName, toGraphql(row), visible[owner]),
      ),
    )
  }
}

const FIELDS = [
  'categories',
  'handler.name',
  'handler.phone',
  'inspection.heldOn',
  'phase',
  'reference',
  'status',
]

function shared(
  name: 'img' | 'ncg',
  { id, decision }: RecordedDecision,
): Omit<Processing, 'name' | 'addressId' | 'recipient'> {
  const { purpose, policyVersion } = decision
  if (purpose === null || policyVersion === null)
    return { activity: AGENCY_ACTIVITIES[name].refusedSharing.id, refusal: 'MISSING' }
  return {
    activity: sharingActivity(name, 'verstrekking', purpose, policyVersion),
    purpose,
    decisionId: id,
    fields: FIELDS,
  }
}

const damage = await agency(img)
const strengthening = await agency(ncg)

async function decideAll(facts: readonly AddressFacts[], purpose: Purpose, caller: Caller, trace: Trace) {
  const decider = createDecider({
    caller,
    trace,
    log: decisions,
    now: () => new Date(),
    onDecision: () => {},
  })
  return await Promise.all(
    facts.map(async (address): Promise<Seen> => {
      const [IMG, NCG] = await Promise.all(
        OWNERS.map(async (owner) => {
          if (owner === caller.organisation) return null
          const request = { address, owner, purpose }
          const [decision] = await Promise.all([
            decider.decide(request, 'REGISTER'),
            decider.decide(request, 'GRANT'),
          ])
          return decision
        }),
      )
      const decision = { IMG: IMG ?? null, NCG: NCG ?? null }
      const visible = (owner: 'IMG' | 'NCG'): ReadonlySet<DataCategory> =>
        new Set(decision[owner]?.decision.categories ?? ownCategories(caller, owner))
      return { facts: address, purpose, decision, visible: { IMG: visible('IMG'), NCG: visible('NCG') } }
    }),
  )
}

async function recordShown(seen: readonly Seen[], caller: Caller, trace: Trace): Promise<void> {
  const startedAt = new Date()
  await svip.processing.append(
    seen.map(({ facts, visible, purpose }) =>
      svip.line(trace, startedAt, {
        name: 'Register van beide kanten getoond',
        activity: registerActivity.id,
        addressId: facts.id,
        recipient: caller.organisation,
        categories: DATA_CATEGORIES.filter(
          (category) =>
            (category === 'PRESENCE' || category === 'STATUS') &&
            (visible.IMG.has(category) || visible.NCG.has(category)),
        ),
        purpose,
      }),
    ),
  )
}

async function find({ id, postcode }: Asked, caller: Caller): Promise<readonly AddressFacts[]> {
  const today = dutchDay(new Date())
  const ids = id === undefined ? await addresses.find(postcode ?? '', null, null, today, 200) : [id]
  const found = await addresses.facts(ids, today)
  return ids.flatMap((key) => found.get(key) ?? []).filter((facts) => inScope(caller, facts))
}

const app = fastify()
app.post<{ Body: { variables: Asked } }>('/graphql', async (request) => {
  const caller = await verifier.verify(request.headers.authorization)
  const trace = continueTrace(undefined)
  const who = {
    trace_id: trace.traceId,
    span_id: trace.spanId,
    timestamp: Date.now(),
    route: '/graphql',
    caller,
  }
  const onRecord = Promise.all(access.map((log) => log.append([who])))
  const asked = request.body.variables
  const seen = await decideAll(await find(asked, caller), asked.purpose, caller, trace)
  const [claims, projects] = await Promise.all([
    damage(seen, caller, trace),
    strengthening(seen, caller, trace),
    recordShown(seen, caller, trace),
    onRecord,
  ])
  const views = seen.map((address, index) => view(address, claims[index] ?? [], projects[index]?.[0] ?? null))
  return { data: asked.id === undefined ? { addresses: views } : { address: views[0] ?? null } }
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
