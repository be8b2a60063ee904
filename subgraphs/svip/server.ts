import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { SubgraphConfig } from '../../kernel/config.ts'
import { createImporter, serveImport } from '../../kernel/import.ts'
import { openParty } from '../../kernel/party.ts'
import { serveRetention } from '../../kernel/retention/serve.ts'
import { dateScalar, dateTimeScalar } from '../../kernel/scalars.ts'
import { readTypeDefs } from '../../kernel/schema.ts'
import { buildSchema, protect, serveGraphql } from '../../kernel/subgraph.ts'
import { createAcuteStore, followNotices } from './acute/acute-store.ts'
import { createAddressStore } from './addresses/address-store.ts'
import { addressRow, importAddresses } from './addresses/import.ts'
import { createConsentStore } from './consent/consent-store.ts'
import { consentRow, importConsents } from './consent/import.ts'
import { createObjectionStore } from './consent/objection-store.ts'
import { endFormerOwners, recordNewOwners } from './consent/ownership.ts'
import { createWishStore } from './consent/wish-store.ts'
import { createSvipContext, type SvipContext } from './context.ts'
import { createCooperationStore } from './cooperation/cooperation-store.ts'
import { DECISIONS } from './decisions/decision-log.ts'
import { createEmergencyStore } from './emergency/emergency-store.ts'
import { startHousekeeping } from './housekeeping.ts'
import { createMonitoringStore } from './monitoring/monitoring-store.ts'
import { createObligationStore } from './obligations/obligation-store.ts'
import { svipRules } from './permissions.ts'
import { policyProblems } from './policy/validate.ts'
import { POLICY_VERSIONS } from './policy/versions/index.ts'
import { createPotentialStore } from './potential/potential-store.ts'
import { serveComparison } from './register/compare.ts'
import { readMatrix } from './register/cooperation-groups.ts'
import { serveEvents } from './register/events.ts'
import { createRegisterStore } from './register/register-store.ts'
import { createRequestStore } from './requests/request-store.ts'
import { acuteCaseResolvers } from './resolvers/acute-case.ts'
import { addressResolvers } from './resolvers/address.ts'
import { addressSetResolvers } from './resolvers/address-set.ts'
import { consentResolvers } from './resolvers/consent.ts'
import { cooperationResolvers } from './resolvers/cooperation.ts'
import { decisionResolvers } from './resolvers/decision.ts'
import { disclosureResolvers } from './resolvers/disclosure.ts'
import { emergencyResolvers } from './resolvers/emergency-access.ts'
import { informationRequestResolvers } from './resolvers/information-request.ts'
import { legalHoldResolvers } from './resolvers/legal-hold.ts'
import { monitoringResolvers } from './resolvers/monitoring.ts'
import { objectionResolvers } from './resolvers/objection.ts'
import { obligationResolvers } from './resolvers/obligation.ts'
import { potentialResolvers } from './resolvers/potential.ts'
import { signalResolvers } from './resolvers/signal.ts'
import { subjectAccessResolvers } from './resolvers/subject-access.ts'
import { createHoldStore } from './retention/hold-store.ts'
import { SVIP_RECORDS } from './retention/records.ts'
import { serveHolds } from './retention/serve-holds.ts'
import { createSetStore } from './sets/set-store.ts'
import { activeRules } from './signals/settings.ts'
import { createSignalStore, signalConsequence } from './signals/signal-store.ts'
import { migrations, type Tables } from './store/tables.ts'

const resolvers: GraphQLResolverMap<SvipContext> = {
  Date: dateScalar,
  DateTime: dateTimeScalar,
  Query: {
    ...addressResolvers.Query,
    ...addressSetResolvers.Query,
    ...decisionResolvers.Query,
    ...informationRequestResolvers.Query,
    ...signalResolvers.Query,
    ...disclosureResolvers.Query,
    ...potentialResolvers.Query,
    ...monitoringResolvers.Query,
    ...emergencyResolvers.Query,
    ...acuteCaseResolvers.Query,
    ...objectionResolvers.Query,
    ...obligationResolvers.Query,
    ...legalHoldResolvers.Query,
    ...subjectAccessResolvers.Query,
  },
  Mutation: {
    ...informationRequestResolvers.Mutation,
    ...addressSetResolvers.Mutation,
    ...signalResolvers.Mutation,
    ...consentResolvers.Mutation,
    ...cooperationResolvers.Mutation,
    ...emergencyResolvers.Mutation,
    ...acuteCaseResolvers.Mutation,
    ...objectionResolvers.Mutation,
    ...obligationResolvers.Mutation,
    ...legalHoldResolvers.Mutation,
    ...subjectAccessResolvers.Mutation,
  },
  Address: {
    ...addressResolvers.Address,
    ...addressSetResolvers.Address,
    ...cooperationResolvers.Address,
    ...acuteCaseResolvers.Address,
    ...objectionResolvers.Address,
    ...informationRequestResolvers.Address,
    ...signalResolvers.Address,
  },
  InformationRequest: informationRequestResolvers.InformationRequest,
  InformationRequestStep: informationRequestResolvers.InformationRequestStep,
  InformationRequestStatistics: informationRequestResolvers.InformationRequestStatistics,
  Signal: signalResolvers.Signal,
  SignalStep: signalResolvers.SignalStep,
  CooperationPotential: potentialResolvers.CooperationPotential,
}

/** Starts the SVIP's subgraph: it decides, records, grants, and keeps the register. Listens when everything is right. */
export async function startSvip(config: SubgraphConfig): Promise<{ close(): Promise<void> }> {
  const problems = policyProblems(POLICY_VERSIONS)
  if (problems.length > 0)
    throw new Error(`The policy cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  const matrix = readMatrix(config.cooperationGroups)
  const signalRules = activeRules(config.signals)
  const { schema, categories } = buildSchema(readTypeDefs('svip'), resolvers)
  const guarded = protect(schema, svipRules(schema, categories))

  const party = await openParty<Tables>(config, migrations)
  const potential = createPotentialStore(party.db)
  await potential.settle()
  const addresses = createAddressStore(party.db, potential.followImport)
  const consents = createConsentStore(party.db)
  const emergencies = createEmergencyStore(party.db, { reviewDays: config.emergencyReviewDays })
  const acute = createAcuteStore(party.db, { safeHours: config.acuteSafeHours })
  const monitoring = createMonitoringStore(party.db)
  const holds = createHoldStore(party.db)

  serveEvents(party.app, {
    register: createRegisterStore(party.db, [
      endFormerOwners(),
      potential.follow,
      signalConsequence(signalRules),
      followNotices(config.acuteSafeHours),
    ]),
    recordRefusal: party.recordRefusal,
    recordConsequences: recordNewOwners(party),
  })
  serveComparison(party)
  serveHolds(party, holds)
  await serveRetention(party, SVIP_RECORDS, holds.heldAddresses)
  serveImport(
    party,
    'addresses',
    createImporter(addressRow, (rows) => importAddresses(addresses, rows)),
  )
  serveImport(
    party,
    'consents',
    createImporter(consentRow, (rows) => importConsents(consents, addresses, rows)),
  )
  await serveGraphql({
    app: party.app,
    schema: guarded,
    logger: party.logger,
    introspection: config.NODE_ENV !== 'production',
    context: createSvipContext({
      party,
      decisions: party.openChain(DECISIONS),
      addresses,
      matrix,
      consents,
      requests: createRequestStore(party.db),
      terms: config.requestTerms,
      signals: createSignalStore(party.db),
      emergencies,
      acute,
      holds,
      sets: createSetStore(party.db),
      potential,
      monitoring,
      objections: createObjectionStore(party.db),
      wishes: createWishStore(party.db),
      cooperation: createCooperationStore(party.db),
      maxDelayDays: config.maxDelayDays,
      obligations: createObligationStore(party.db),
    }),
  })
  startHousekeeping(party, { emergencies, potential, acute, monitoring })
  await party.listen()
  return party
}
