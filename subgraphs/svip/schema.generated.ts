/** Written by `npm run schema`. */
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Given } from '../../kernel/graphql/given.ts';
import type { AddressNode, SvipContext } from './context.ts';
import type { Potential } from './modules/potential/potential.ts';
import type { InformationRequestRow, InformationRequestStepRow } from './modules/requests/tables.ts';
import type { Statistics } from './modules/requests/resolvers.ts';
import type { ShownSignal } from './modules/signals/show.ts';
import type { ShownStep } from './modules/signals/resolvers.ts';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: T[P] };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
};

export type DataCategory =
  | 'PRESENCE'
  | 'STATUS'
  | 'HANDLER'
  | 'PLANNING'
  | 'FINDINGS'
  | 'SAFETY'
  | 'FINANCIAL'
  | 'CIRCUMSTANCES';

export type AcuteCase = {
  readonly id: Maybe<Scalars['ID']['output']>;
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly address: Address;
  readonly state: Maybe<AcuteCaseState>;
  readonly reportedAt: Maybe<Scalars['DateTime']['output']>;
  readonly safeBy: Maybe<Scalars['DateTime']['output']>;
  readonly overdue: Maybe<Scalars['Boolean']['output']>;
  readonly madeSafeAt: Maybe<Scalars['DateTime']['output']>;
  readonly madeSafeInTime: Maybe<Scalars['Boolean']['output']>;
  readonly reference: Maybe<Scalars['String']['output']>;
  readonly description: Maybe<Scalars['String']['output']>;
  readonly nomination: Maybe<AcuteNomination>;
  readonly agreements: Maybe<ReadonlyArray<AcuteAgreement>>;
  readonly aftercare: Maybe<Scalars['String']['output']>;
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  readonly actions: Maybe<ReadonlyArray<AcuteCaseAction>>;
  readonly steps: Maybe<ReadonlyArray<AcuteCaseStep>>;
};

export type AcuteCaseState =
  | 'REPORTED'
  | 'MADE_SAFE'
  | 'NOMINATED'
  | 'AFTERCARE'
  | 'CLOSED';

export type AcuteCaseAction =
  | 'RECORD_SAFE'
  | 'DISMISS'
  | 'NOMINATE'
  | 'SKIP_NOMINATION'
  | 'ACCEPT_NOMINATION'
  | 'DECLINE_NOMINATION'
  | 'CLOSE';

export type AcuteNomination = {
  readonly nominatedAt: Maybe<Scalars['DateTime']['output']>;
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly outcome: Maybe<AcuteNominationOutcome>;
  readonly road: Maybe<AcuteNominationRoad>;
  readonly answeredAt: Maybe<Scalars['DateTime']['output']>;
  readonly answer: Maybe<Scalars['String']['output']>;
};

export type AcuteNominationOutcome =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'NOT_NOMINATED';

export type AcuteNominationRoad =
  | 'IN_SCOPE'
  | 'INSPECTION_ON_REQUEST';

export type AcuteAgreement = {
  readonly id: Maybe<Scalars['ID']['output']>;
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly metOn: Maybe<Scalars['Date']['output']>;
  readonly what: Maybe<Scalars['String']['output']>;
  readonly responsible: Maybe<MeetingParty>;
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  readonly doneOn: Maybe<Scalars['Date']['output']>;
  readonly overdue: Maybe<Scalars['Boolean']['output']>;
  readonly remarks: Maybe<Scalars['String']['output']>;
  readonly recordedBy: Maybe<Organisation>;
};

export type MeetingParty =
  | 'IMG'
  | 'NCG'
  | 'GEMEENTE';

export type AcuteCaseStep = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly action: Maybe<Scalars['String']['output']>;
  readonly state: Maybe<AcuteCaseState>;
  readonly organisation: Maybe<Organisation>;
  readonly at: Maybe<Scalars['DateTime']['output']>;
  readonly reason: Maybe<Scalars['String']['output']>;
};

export type AcuteCaseConnection = {
  readonly edges: ReadonlyArray<AcuteCaseEdge>;
  readonly nodes: ReadonlyArray<AcuteCase>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AcuteCaseEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: AcuteCase;
};

export type ReportAcuteCaseInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly reportedAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly reference?: InputMaybe<Scalars['String']['input']>;
  readonly description: Scalars['String']['input'];
};

export type RecordAcuteCaseSafeInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly madeSafeAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};

export type AcuteCaseReasonInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type AnswerAcuteNominationInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly accept: Scalars['Boolean']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type CloseAcuteCaseInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly remarks: Scalars['String']['input'];
};

export type RecordAcuteAgreementInput = {
  readonly caseId: Scalars['ID']['input'];
  readonly metOn: Scalars['Date']['input'];
  readonly what: Scalars['String']['input'];
  readonly responsible: MeetingParty;
  readonly dueOn: Scalars['Date']['input'];
};

export type CompleteAcuteAgreementInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly doneOn?: InputMaybe<Scalars['Date']['input']>;
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};

export type Address = {
  readonly id: Scalars['ID']['output'];
  readonly street: Scalars['String']['output'];
  readonly houseNumber: Scalars['Int']['output'];
  readonly houseLetter: Maybe<Scalars['String']['output']>;
  readonly houseNumberAddition: Maybe<Scalars['String']['output']>;
  readonly postcode: Maybe<Scalars['String']['output']>;
  readonly city: Scalars['String']['output'];
  readonly municipality: Municipality;
  readonly otherSide: OtherSide;
  readonly access: ReadonlyArray<AccessDecision>;
  readonly imgGrant: Maybe<Scalars['String']['output']>;
  readonly ncgGrant: Maybe<Scalars['String']['output']>;
  readonly acuteCases: ReadonlyArray<AcuteCase>;
  readonly consents: ReadonlyArray<Consent>;
  readonly objections: ReadonlyArray<Objection>;
  readonly cooperation: Maybe<Cooperation>;
  readonly informationRequests: ReadonlyArray<InformationRequest>;
  readonly addressSets: ReadonlyArray<AddressSet>;
  readonly signals: ReadonlyArray<Signal>;
};

export type Municipality = {
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};

export type OtherSide = {
  readonly img: Maybe<TrackSummary>;
  readonly ncg: Maybe<TrackSummary>;
  readonly concurrence: Maybe<Concurrence>;
  readonly group: Maybe<CooperationGroup>;
  readonly cooperation: Maybe<CooperationLikelihood>;
  readonly advice: Maybe<Scalars['String']['output']>;
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
};

export type TrackSummary = {
  readonly present: Scalars['Boolean']['output'];
  readonly open: Maybe<Scalars['Boolean']['output']>;
  readonly phase: Maybe<Scalars['String']['output']>;
  readonly phaseCode: Maybe<TrackPhase>;
  readonly status: Maybe<Scalars['String']['output']>;
  readonly since: Maybe<Scalars['Date']['output']>;
};

export type TrackPhase =
  | 'REPORTED'
  | 'SCOPE'
  | 'INSPECTION'
  | 'ASSESSMENT'
  | 'DECISION'
  | 'PLANNING'
  | 'EXECUTION'
  | 'COMPLETION';

export type Concurrence =
  | 'NONE'
  | 'ONE_SIDE'
  | 'BOTH'
  | 'BOTH_OPEN';

export type CooperationGroup =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F';

export type CooperationLikelihood =
  | 'POSSIBLE'
  | 'LIMITED'
  | 'UNLIKELY';

export type StrengtheningStatus =
  | 'S1_2'
  | 'S2_1'
  | 'S3_1'
  | 'S4_1'
  | 'S4_2'
  | 'S5_1'
  | 'S5_2';

export type StrengtheningPhase =
  | 'SCOPE'
  | 'INSPECTION'
  | 'ASSESSMENT'
  | 'PLANNING'
  | 'EXECUTION'
  | 'COMPLETION';

export type DamageStatus =
  | 'PREPARATION'
  | 'INSPECTION'
  | 'VIEWS'
  | 'DECISION';

export type Consent = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly state: ConsentState;
  readonly address: Address;
  readonly givenBy: ConsentParty;
  readonly owner: Owner;
  readonly recipient: Organisation;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['output'];
  readonly notice: Scalars['String']['output'];
  readonly validFrom: Scalars['DateTime']['output'];
  readonly validUntil: Maybe<Scalars['DateTime']['output']>;
  readonly recordedBy: Organisation;
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly statedAt: Scalars['DateTime']['output'];
  readonly withdrawnAt: Maybe<Scalars['DateTime']['output']>;
  readonly withdrawnByRefusal: Maybe<Scalars['ID']['output']>;
  readonly withdrawalMethod: Scalars['String']['output'];
  readonly withdrawalReceipt: Maybe<Scalars['String']['output']>;
  readonly refusalReceipt: Maybe<Scalars['String']['output']>;
};

export type ConsentState =
  | 'GIVEN'
  | 'WITHDRAWN'
  | 'REFUSED'
  | 'EXPIRED';

export type ConsentParty =
  | 'OWNER'
  | 'RESIDENT'
  | 'REPRESENTATIVE';

export type ConsentChannel =
  | 'FORM'
  | 'LETTER'
  | 'EMAIL'
  | 'PHONE'
  | 'VISIT'
  | 'ONLINE';

export type RecordConsentInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly givenBy: ConsentParty;
  readonly owner: Owner;
  readonly recipient: Organisation;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
  readonly notice: Scalars['String']['input'];
  readonly validFrom?: InputMaybe<Scalars['DateTime']['input']>;
  readonly validUntil?: InputMaybe<Scalars['DateTime']['input']>;
  readonly statedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type RefuseConsentInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly givenBy: ConsentParty;
  readonly owner: Owner;
  readonly recipient: Organisation;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly categories?: InputMaybe<ReadonlyArray<DataCategory>>;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
  readonly notice: Scalars['String']['input'];
  readonly statedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Wish = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly address: Address;
  readonly integralApproach: Scalars['Boolean']['output'];
  readonly inspection: Maybe<InspectionWish>;
  readonly process: Maybe<TogetherWish>;
  readonly realisation: Maybe<TogetherWish>;
  readonly askedOn: Maybe<Scalars['Date']['output']>;
  readonly channel: ConsentChannel;
  readonly recordedAt: Scalars['DateTime']['output'];
};

export type RecordWishInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly integralApproach: Scalars['Boolean']['input'];
  readonly inspection?: InputMaybe<InspectionWish>;
  readonly process?: InputMaybe<TogetherWish>;
  readonly realisation?: InputMaybe<TogetherWish>;
  readonly askedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
};

export type InspectionWish =
  | 'SIMULTANEOUS'
  | 'CONSECUTIVE'
  | 'ONLY_WITHOUT_WAITING'
  | 'APART';

export type TogetherWish =
  | 'TOGETHER'
  | 'APART';

export type Objection = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly address: Address;
  readonly owner: Maybe<Owner>;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly state: ObjectionState;
  readonly channel: ConsentChannel;
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly decideBy: Maybe<Scalars['Date']['output']>;
  readonly overdue: Scalars['Boolean']['output'];
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly receipt: Scalars['String']['output'];
};

export type ObjectionState =
  | 'RECEIVED'
  | 'UPHELD'
  | 'REJECTED'
  | 'ENDED';

export type RecordObjectionInput = {
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly addressId: Scalars['ID']['input'];
  readonly owner?: InputMaybe<Owner>;
  readonly purposes?: InputMaybe<ReadonlyArray<Purpose>>;
  readonly state: ObjectionState;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
};

export type ObjectionFilter = {
  readonly state?: InputMaybe<ObjectionState>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly owner?: InputMaybe<Owner>;
};

export type ObjectionConnection = {
  readonly edges: ReadonlyArray<ObjectionEdge>;
  readonly nodes: ReadonlyArray<Objection>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ObjectionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Objection;
};

export type Cooperation = {
  readonly withheld: ReadonlyArray<DataCategory>;
  readonly wishes: Maybe<CooperationWishes>;
  readonly buddyLink: Maybe<CooperationBuddyLink>;
  readonly coordinator: Maybe<CooperationCoordinator>;
  readonly jointInspections: Maybe<ReadonlyArray<JointInspection>>;
  readonly integralPlans: Maybe<ReadonlyArray<IntegralPlan>>;
};

export type CooperationWishes = {
  readonly asked: Maybe<Scalars['Boolean']['output']>;
  readonly integralApproach: Maybe<Scalars['Boolean']['output']>;
  readonly inspection: Maybe<InspectionWish>;
  readonly process: Maybe<TogetherWish>;
  readonly realisation: Maybe<TogetherWish>;
  readonly askedOn: Maybe<Scalars['Date']['output']>;
  readonly history: Maybe<ReadonlyArray<CooperationWish>>;
};

export type CooperationWish = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly integralApproach: Maybe<Scalars['Boolean']['output']>;
  readonly inspection: Maybe<InspectionWish>;
  readonly process: Maybe<TogetherWish>;
  readonly realisation: Maybe<TogetherWish>;
  readonly askedOn: Maybe<Scalars['Date']['output']>;
  readonly recordedAt: Maybe<Scalars['DateTime']['output']>;
};

export type CooperationBuddyLink = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly imgHandler: Maybe<CooperationHandler>;
  readonly ncgHandler: Maybe<CooperationHandler>;
  readonly linkedAt: Maybe<Scalars['DateTime']['output']>;
  readonly history: Maybe<ReadonlyArray<BuddyLinkChange>>;
};

export type CooperationHandler = {
  readonly name: Maybe<Scalars['String']['output']>;
  readonly phone: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
};

export type BuddyLinkChange = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly action: Maybe<Scalars['String']['output']>;
  readonly organisation: Maybe<Organisation>;
  readonly at: Maybe<Scalars['DateTime']['output']>;
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly imgHandler: Maybe<CooperationHandler>;
  readonly ncgHandler: Maybe<CooperationHandler>;
};

export type CooperationCoordinator = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly person: Maybe<CoordinatingPerson>;
  readonly history: Maybe<ReadonlyArray<CoordinatorChange>>;
};

export type CoordinatingPerson = {
  readonly organisation: Maybe<Owner>;
  readonly name: Maybe<Scalars['String']['output']>;
  readonly phone: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly since: Maybe<Scalars['DateTime']['output']>;
};

export type CoordinatorChange = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly action: Maybe<Scalars['String']['output']>;
  readonly organisation: Maybe<Organisation>;
  readonly at: Maybe<Scalars['DateTime']['output']>;
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly person: Maybe<CoordinatingPerson>;
};

export type JointInspection = {
  readonly id: Maybe<Scalars['ID']['output']>;
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly state: Maybe<JointInspectionState>;
  readonly form: Maybe<InspectionForm>;
  readonly imgOn: Maybe<Scalars['Date']['output']>;
  readonly ncgOn: Maybe<Scalars['Date']['output']>;
  readonly imgPlannedOn: Maybe<Scalars['Date']['output']>;
  readonly ncgPlannedOn: Maybe<Scalars['Date']['output']>;
  readonly delays: Maybe<ReadonlyArray<InspectionDelay>>;
  readonly proposedBy: Maybe<Owner>;
  readonly proposedAt: Maybe<Scalars['DateTime']['output']>;
  readonly acceptedAt: Maybe<Scalars['DateTime']['output']>;
  readonly residentAgreedOn: Maybe<Scalars['Date']['output']>;
  readonly residentChannel: Maybe<ConsentChannel>;
  readonly heldOn: Maybe<Scalars['Date']['output']>;
  readonly endedReason: Maybe<Scalars['String']['output']>;
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  readonly actions: Maybe<ReadonlyArray<JointInspectionAction>>;
  readonly steps: Maybe<ReadonlyArray<CooperationStep>>;
};

export type InspectionForm =
  | 'SIMULTANEOUS'
  | 'CONSECUTIVE'
  | 'WITHIN_TWO_DAYS';

export type JointInspectionState =
  | 'PROPOSED'
  | 'ACCEPTED'
  | 'AGREED'
  | 'HELD'
  | 'NOT_HELD'
  | 'DECLINED'
  | 'WITHDRAWN';

export type JointInspectionAction =
  | 'ACCEPT'
  | 'DECLINE'
  | 'WITHDRAW'
  | 'RESIDENT_AGREES'
  | 'RESIDENT_DECLINES'
  | 'RECORD_HELD'
  | 'RECORD_NOT_HELD';

export type InspectionDelay = {
  readonly owner: Owner;
  readonly days: Scalars['Int']['output'];
};

export type JointInspectionOutcome = {
  readonly jointInspection: Maybe<JointInspection>;
  readonly delays: ReadonlyArray<InspectionDelay>;
  readonly confirmationNeeded: Scalars['Boolean']['output'];
  readonly message: Maybe<Scalars['String']['output']>;
};

export type IntegralPlan = {
  readonly id: Maybe<Scalars['ID']['output']>;
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly state: Maybe<IntegralPlanState>;
  readonly repair: Maybe<Scalars['String']['output']>;
  readonly worksFrom: Maybe<Scalars['Date']['output']>;
  readonly proposedBy: Maybe<Owner>;
  readonly proposedAt: Maybe<Scalars['DateTime']['output']>;
  readonly acceptedAt: Maybe<Scalars['DateTime']['output']>;
  readonly carriedOutOn: Maybe<Scalars['Date']['output']>;
  readonly endedReason: Maybe<Scalars['String']['output']>;
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  readonly actions: Maybe<ReadonlyArray<IntegralPlanAction>>;
  readonly steps: Maybe<ReadonlyArray<CooperationStep>>;
};

export type IntegralPlanState =
  | 'PROPOSED'
  | 'AGREED'
  | 'CARRIED_OUT'
  | 'STOPPED'
  | 'DECLINED'
  | 'WITHDRAWN';

export type IntegralPlanAction =
  | 'ACCEPT'
  | 'DECLINE'
  | 'WITHDRAW'
  | 'RECORD_CARRIED_OUT'
  | 'STOP';

export type CooperationStep = {
  readonly revision: Maybe<Scalars['Int']['output']>;
  readonly action: Maybe<Scalars['String']['output']>;
  readonly state: Maybe<Scalars['String']['output']>;
  readonly organisation: Maybe<Organisation>;
  readonly at: Maybe<Scalars['DateTime']['output']>;
  readonly reason: Maybe<Scalars['String']['output']>;
};

export type SetBuddyLinkInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly imgHandler: BuddyHandlerInput;
  readonly ncgHandler: BuddyHandlerInput;
};

export type SetCoordinatorInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly name: Scalars['String']['input'];
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
};

export type EndCooperationInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type ProposeJointInspectionInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly form: InspectionForm;
  readonly imgOn: Scalars['Date']['input'];
  readonly ncgOn: Scalars['Date']['input'];
  readonly imgPlannedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly ncgPlannedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly confirmDelay: Scalars['Boolean']['input'];
};

export type AnswerJointInspectionInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly accept: Scalars['Boolean']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly confirmDelay: Scalars['Boolean']['input'];
};

export type WithdrawProposalInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type RecordJointInspectionReplyInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly agrees: Scalars['Boolean']['input'];
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
  readonly repliedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type RecordJointInspectionResultInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly heldOn?: InputMaybe<Scalars['Date']['input']>;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type ProposeIntegralPlanInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly repair: Scalars['String']['input'];
  readonly worksFrom?: InputMaybe<Scalars['Date']['input']>;
};

export type AnswerIntegralPlanInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly accept: Scalars['Boolean']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type RecordIntegralPlanResultInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly carriedOutOn?: InputMaybe<Scalars['Date']['input']>;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type AccessOutcome =
  | 'PERMITTED'
  | 'PARTIAL'
  | 'DENIED';

export type AccessReason =
  | 'PERMITTED'
  | 'PURPOSE_REQUIRED'
  | 'PURPOSE_NOT_ALLOWED'
  | 'NO_POLICY_IN_FORCE'
  | 'NO_LEGAL_BASIS'
  | 'NO_CONCURRENCE'
  | 'CONSENT_MISSING'
  | 'CONSENT_WITHDRAWN'
  | 'CONSENT_REFUSED'
  | 'CONSENT_EXPIRED'
  | 'OBJECTION_UPHELD'
  | 'OBJECTION_PENDING'
  | 'OUT_OF_SCOPE';

export type AccessDecision = {
  readonly owner: Owner;
  readonly outcome: AccessOutcome;
  readonly reason: AccessReason;
  readonly purpose: Maybe<Purpose>;
  readonly legalBasis: ReadonlyArray<LegalBasis>;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly withheld: ReadonlyArray<DataCategory>;
  readonly policyVersion: Maybe<Scalars['String']['output']>;
  readonly explanation: Scalars['String']['output'];
  readonly decisionId: Maybe<Scalars['ID']['output']>;
};

export type Decision = {
  readonly id: Scalars['ID']['output'];
  readonly decidedAt: Scalars['DateTime']['output'];
  readonly address: Maybe<Address>;
  readonly owner: Owner;
  readonly requestedBy: Organisation;
  readonly requestedByRoles: ReadonlyArray<Scalars['String']['output']>;
  readonly requestedByMunicipality: Maybe<Municipality>;
  readonly purpose: Maybe<Purpose>;
  readonly outcome: AccessOutcome;
  readonly reason: AccessReason;
  readonly legalBasis: ReadonlyArray<LegalBasis>;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly withheld: ReadonlyArray<DataCategory>;
  readonly policyVersion: Maybe<Scalars['String']['output']>;
  readonly rules: ReadonlyArray<PolicyRule>;
  readonly facts: ReadonlyArray<DecisionFact>;
  readonly granted: Scalars['Boolean']['output'];
  readonly registerShown: Scalars['Boolean']['output'];
  readonly fileShown: ReadonlyArray<DataCategory>;
  readonly explanation: Scalars['String']['output'];
  readonly reproducible: Scalars['Boolean']['output'];
};

export type DecisionFact = {
  readonly kind: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
};

export type Policy = {
  readonly id: Scalars['ID']['output'];
  readonly title: Scalars['String']['output'];
  readonly from: Scalars['Date']['output'];
  readonly until: Maybe<Scalars['Date']['output']>;
  readonly placeholder: Scalars['Boolean']['output'];
  readonly rules: ReadonlyArray<PolicyRule>;
};

export type PolicyRule = {
  readonly id: Scalars['ID']['output'];
  readonly owners: ReadonlyArray<Owner>;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly legalBasis: LegalBasis;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly article: Scalars['String']['output'];
  readonly summary: Scalars['String']['output'];
};

export type EmergencyAccess = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly address: Address;
  readonly owner: Owner;
  readonly organisation: Organisation;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly reason: Scalars['String']['output'];
  readonly brokenAt: Scalars['DateTime']['output'];
  readonly validUntil: Scalars['DateTime']['output'];
  readonly open: Scalars['Boolean']['output'];
  readonly reviewDueOn: Scalars['Date']['output'];
  readonly overdue: Scalars['Boolean']['output'];
  readonly verdict: Maybe<EmergencyVerdict>;
  readonly remarks: Maybe<Scalars['String']['output']>;
  readonly reviewedBy: Maybe<Organisation>;
  readonly reviewedAt: Maybe<Scalars['DateTime']['output']>;
  readonly releasedAt: Maybe<Scalars['DateTime']['output']>;
  readonly releasedBy: Maybe<Organisation>;
  readonly releaseReason: Maybe<Scalars['String']['output']>;
};

export type EmergencyVerdict =
  | 'JUSTIFIED'
  | 'NOT_JUSTIFIED';

export type BreakGlassInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly owner: Owner;
  readonly reason: Scalars['String']['input'];
  readonly categories: ReadonlyArray<DataCategory>;
};

export type ReviewEmergencyAccessInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly verdict: EmergencyVerdict;
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};

export type ReleaseEmergencyAccessInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type EmergencyAccessFilter = {
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  readonly unreviewed?: InputMaybe<Scalars['Boolean']['input']>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly owner?: InputMaybe<Owner>;
  readonly organisation?: InputMaybe<Organisation>;
};

export type EmergencyAccessConnection = {
  readonly edges: ReadonlyArray<EmergencyAccessEdge>;
  readonly nodes: ReadonlyArray<EmergencyAccess>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type EmergencyAccessEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: EmergencyAccess;
};

export type MonitoringMonth = {
  readonly month: Scalars['Date']['output'];
  readonly requests: MonitoringRequests;
  readonly signals: ReadonlyArray<MonitoringSignals>;
  readonly jointInspections: MonitoringJointInspections;
  readonly integralPlans: MonitoringIntegralPlans;
  readonly acuteCases: MonitoringAcuteCases;
  readonly leadTimes: ReadonlyArray<MonitoringLeadTimes>;
  readonly potential: Maybe<MonitoringPotential>;
};

export type MonitoringRequests = {
  readonly submitted: Scalars['Int']['output'];
  readonly answered: Scalars['Int']['output'];
  readonly granted: Scalars['Int']['output'];
  readonly partlyGranted: Scalars['Int']['output'];
  readonly refused: Scalars['Int']['output'];
  readonly medianDays: Maybe<Scalars['Float']['output']>;
};

export type MonitoringSignals = {
  readonly kind: Maybe<SignalKind>;
  readonly state: SignalState;
  readonly count: Scalars['Int']['output'];
  readonly meanDays: Maybe<Scalars['Float']['output']>;
  readonly late: Scalars['Int']['output'];
};

export type MonitoringJointInspections = {
  readonly proposed: Scalars['Int']['output'];
  readonly accepted: Scalars['Int']['output'];
  readonly agreed: Scalars['Int']['output'];
  readonly held: Scalars['Int']['output'];
  readonly notHeld: Scalars['Int']['output'];
  readonly declined: Scalars['Int']['output'];
  readonly withdrawn: Scalars['Int']['output'];
};

export type MonitoringIntegralPlans = {
  readonly proposed: Scalars['Int']['output'];
  readonly agreed: Scalars['Int']['output'];
  readonly carriedOut: Scalars['Int']['output'];
  readonly stopped: Scalars['Int']['output'];
  readonly declined: Scalars['Int']['output'];
  readonly withdrawn: Scalars['Int']['output'];
};

export type MonitoringAcuteCases = {
  readonly reported: Scalars['Int']['output'];
  readonly madeSafe: Scalars['Int']['output'];
  readonly madeSafeLate: Scalars['Int']['output'];
};

export type MonitoringLeadTimes = {
  readonly owner: Owner;
  readonly ended: Scalars['Int']['output'];
  readonly measured: Scalars['Int']['output'];
  readonly meanDays: Maybe<Scalars['Float']['output']>;
  readonly medianDays: Maybe<Scalars['Float']['output']>;
};

export type MonitoringPotential = {
  readonly on: Scalars['Date']['output'];
  readonly noReport: Scalars['Int']['output'];
  readonly bothRunning: Scalars['Int']['output'];
  readonly possible: Scalars['Int']['output'];
  readonly used: Scalars['Int']['output'];
};

export type Obligation = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly cause: ObligationCause;
  readonly addressId: Scalars['ID']['output'];
  readonly address: Maybe<Address>;
  readonly owner: Owner;
  readonly recipient: Organisation;
  readonly municipality: Maybe<Municipality>;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly purposes: ReadonlyArray<Purpose>;
  readonly instruction: Scalars['String']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly dueOn: Scalars['Date']['output'];
  readonly overdue: Scalars['Boolean']['output'];
  readonly state: ObligationState;
  readonly result: Maybe<ObligationResult>;
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly fulfilledAt: Maybe<Scalars['DateTime']['output']>;
};

export type ObligationCause =
  | 'CONSENT_WITHDRAWN'
  | 'CONSENT_REFUSED'
  | 'OBJECTION_UPHELD'
  | 'EMERGENCY_NOT_JUSTIFIED'
  | 'REQUEST_REVOKED';

export type ObligationState =
  | 'OPEN'
  | 'DONE';

export type ObligationResult =
  | 'ERASED'
  | 'KEPT_ON_OTHER_BASIS'
  | 'NOTHING_KEPT';

export type FulfilObligationInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly result: ObligationResult;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type ObligationFilter = {
  readonly state?: InputMaybe<ObligationState>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly recipient?: InputMaybe<Organisation>;
};

export type ObligationConnection = {
  readonly edges: ReadonlyArray<ObligationEdge>;
  readonly nodes: ReadonlyArray<Obligation>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ObligationEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Obligation;
};

export type CooperationPotential = {
  readonly municipality: Maybe<Municipality>;
  readonly since: Scalars['Date']['output'];
  readonly smallCountsHidden: Scalars['Boolean']['output'];
  readonly figures: CooperationFigures;
  readonly overTime: ReadonlyArray<CooperationFigures>;
};


export type CooperationPotentialOverTimeArgs = {
  from: Scalars['Date']['input'];
  until?: InputMaybe<Scalars['Date']['input']>;
  every: CooperationInterval;
};

export type CooperationInterval =
  | 'DAY'
  | 'WEEK'
  | 'MONTH';

export type CooperationFigures = {
  readonly on: Scalars['Date']['output'];
  readonly stock: CooperationStock;
  readonly matrix: CooperationMatrix;
};

export type CooperationStock = {
  readonly total: Maybe<Scalars['Int']['output']>;
  readonly noReport: Maybe<Scalars['Int']['output']>;
  readonly handled: Maybe<Scalars['Int']['output']>;
  readonly bothRunning: Maybe<Scalars['Int']['output']>;
  readonly noReportByPhase: ReadonlyArray<CooperationPhaseCount>;
  readonly damageOnly: Maybe<Scalars['Int']['output']>;
};

export type CooperationPhaseCount = {
  readonly phase: StrengtheningPhase;
  readonly label: Scalars['String']['output'];
  readonly count: Maybe<Scalars['Int']['output']>;
};

export type CooperationMatrix = {
  readonly total: Maybe<Scalars['Int']['output']>;
  readonly cells: ReadonlyArray<CooperationCell>;
  readonly groups: ReadonlyArray<CooperationGroupCount>;
  readonly outside: Maybe<Scalars['Int']['output']>;
};

export type CooperationCell = {
  readonly ncgStatus: StrengtheningStatus;
  readonly ncgLabel: Scalars['String']['output'];
  readonly imgStatus: DamageStatus;
  readonly imgLabel: Scalars['String']['output'];
  readonly group: Maybe<CooperationGroup>;
  readonly count: Maybe<Scalars['Int']['output']>;
};

export type CooperationGroupCount = {
  readonly group: CooperationGroup;
  readonly advice: Scalars['String']['output'];
  readonly count: Maybe<Scalars['Int']['output']>;
};

export type CooperationSituation =
  | 'NO_REPORT'
  | 'HANDLED'
  | 'BOTH_RUNNING'
  | 'DAMAGE_ONLY';

export type CooperationFilter = {
  readonly situation?: InputMaybe<CooperationSituation>;
  readonly groups?: InputMaybe<ReadonlyArray<CooperationGroup>>;
  readonly cells?: InputMaybe<ReadonlyArray<CooperationCellInput>>;
  readonly ncgStatuses?: InputMaybe<ReadonlyArray<StrengtheningStatus>>;
  readonly ncgPhases?: InputMaybe<ReadonlyArray<StrengtheningPhase>>;
  readonly municipality?: InputMaybe<Scalars['String']['input']>;
};

export type CooperationCellInput = {
  readonly ncgStatus: StrengtheningStatus;
  readonly imgStatus: DamageStatus;
};

export type AddressConnection = {
  readonly edges: ReadonlyArray<AddressEdge>;
  readonly nodes: ReadonlyArray<Address>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AddressEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Address;
  readonly expectedDamage: Maybe<Scalars['Int']['output']>;
};

export type InformationRequest = {
  readonly id: Scalars['ID']['output'];
  readonly number: Scalars['String']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly kind: InformationRequestKind;
  readonly address: Maybe<Address>;
  readonly owner: Owner;
  readonly purpose: Purpose;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly neededCategories: Maybe<ReadonlyArray<DataCategory>>;
  readonly necessity: Scalars['String']['output'];
  readonly requestedBy: Organisation;
  readonly municipality: Maybe<Scalars['String']['output']>;
  readonly requester: Maybe<Scalars['ID']['output']>;
  readonly state: InformationRequestState;
  readonly assessingDesk: Owner;
  readonly place: Maybe<InformationRequestPlace>;
  readonly assignee: Maybe<Scalars['ID']['output']>;
  readonly submittedAt: Scalars['DateTime']['output'];
  readonly dueOn: Maybe<Scalars['Date']['output']>;
  readonly overdue: Scalars['Boolean']['output'];
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  readonly assessment: Maybe<ReadonlyArray<AssessmentAnswer>>;
  readonly proposal: Maybe<InformationRequestProposal>;
  readonly consent: Maybe<InformationRequestConsent>;
  readonly answer: Maybe<InformationRequestAnswer>;
  readonly followUp: Maybe<InformationRequestFollowUp>;
  readonly buddyLink: Maybe<BuddyLink>;
  readonly steps: ReadonlyArray<InformationRequestStep>;
  readonly whatNow: Scalars['String']['output'];
  readonly actions: ReadonlyArray<InformationRequestAction>;
};

export type InformationRequestKind =
  | 'STATUS_EXCHANGE'
  | 'LINK_HANDLERS'
  | 'ACCELERATION'
  | 'OTHER';

export type InformationRequestState =
  | 'SUBMITTED'
  | 'RETURNED'
  | 'ASSESSED'
  | 'AWAITING_CONSENT'
  | 'FORWARDED'
  | 'ANSWERED'
  | 'FOLLOWED_UP'
  | 'CLOSED'
  | 'WITHDRAWN';

export type InformationRequestPlace =
  | 'IMG'
  | 'NCG'
  | 'REQUESTER';

export type InformationRequestAction =
  | 'SUBMIT'
  | 'SUPPLEMENT'
  | 'WITHDRAW'
  | 'RETURN'
  | 'ASSESS'
  | 'ASK_CONSENT'
  | 'RECORD_CONSENT_REPLY'
  | 'FORWARD'
  | 'ANSWER'
  | 'RECORD_FOLLOW_UP'
  | 'CLOSE'
  | 'ASSIGN'
  | 'EXTEND_DEADLINE'
  | 'REVOKE';

export type AssessmentAnswer = {
  readonly question: AssessmentQuestion;
  readonly passes: Scalars['Boolean']['output'];
  readonly reason: Scalars['String']['output'];
};

export type AssessmentQuestion =
  | 'PURPOSE_FITS'
  | 'NECESSITY'
  | 'PROPORTIONALITY'
  | 'SUBSIDIARITY'
  | 'LEGAL_BASIS'
  | 'DATA_MINIMISED';

export type InformationRequestProposal = {
  readonly outcome: InformationRequestProposalOutcome;
  readonly policyVersion: Maybe<Scalars['String']['output']>;
  readonly categories: ReadonlyArray<ProposedCategory>;
};

export type InformationRequestProposalOutcome =
  | 'NOT_NEEDED'
  | 'GRANT'
  | 'ASK_CONSENT'
  | 'GRANT_PARTLY'
  | 'REFUSE';

export type ProposedCategory = {
  readonly category: DataCategory;
  readonly road: ProposalRoad;
  readonly explanation: Scalars['String']['output'];
};

export type ProposalRoad =
  | 'ALREADY_OPEN'
  | 'CONSENT_GIVEN'
  | 'OPEN_BY_REQUEST'
  | 'CONSENT_NEEDED'
  | 'NOT_POSSIBLE';

export type InformationRequestConsent = {
  readonly reply: ConsentReply;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly form: Scalars['String']['output'];
  readonly consentId: Maybe<Scalars['ID']['output']>;
};

export type ConsentReply =
  | 'ASKED'
  | 'GIVEN'
  | 'REFUSED';

export type InformationRequestAnswer = {
  readonly outcome: InformationRequestOutcome;
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly answeredAt: Scalars['DateTime']['output'];
  readonly answeredBy: Owner;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly onConsent: ReadonlyArray<DataCategory>;
  readonly until: Maybe<Scalars['Date']['output']>;
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  readonly open: Scalars['Boolean']['output'];
};

export type InformationRequestOutcome =
  | 'GRANTED'
  | 'PARTLY_GRANTED'
  | 'REFUSED';

export type InformationRequestFollowUp = {
  readonly remarks: Scalars['String']['output'];
  readonly priorityDecision: Maybe<PriorityDecision>;
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
};

export type PriorityDecision =
  | 'PRIORITISED'
  | 'NOT_PRIORITISED'
  | 'NOT_POSSIBLE';

export type BuddyLink = {
  readonly imgHandler: BuddyHandler;
  readonly ncgHandler: BuddyHandler;
  readonly linkedAt: Scalars['DateTime']['output'];
};

export type BuddyHandler = {
  readonly name: Scalars['String']['output'];
  readonly phone: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
};

export type InformationRequestStep = {
  readonly revision: Scalars['Int']['output'];
  readonly action: InformationRequestAction;
  readonly from: Maybe<InformationRequestState>;
  readonly to: InformationRequestState;
  readonly organisation: Organisation;
  readonly role: Scalars['String']['output'];
  readonly employee: Maybe<Scalars['ID']['output']>;
  readonly at: Scalars['DateTime']['output'];
  readonly reason: Maybe<Scalars['String']['output']>;
};

export type InformationRequestFilter = {
  readonly place?: InputMaybe<InformationRequestPlace>;
  readonly states?: InputMaybe<ReadonlyArray<InformationRequestState>>;
  readonly kinds?: InputMaybe<ReadonlyArray<InformationRequestKind>>;
  readonly owner?: InputMaybe<Owner>;
  readonly outcome?: InputMaybe<InformationRequestOutcome>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly mine?: InputMaybe<Scalars['Boolean']['input']>;
  readonly assignee?: InputMaybe<Scalars['ID']['input']>;
  readonly unassigned?: InputMaybe<Scalars['Boolean']['input']>;
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  readonly number?: InputMaybe<Scalars['String']['input']>;
  readonly search?: InputMaybe<Scalars['String']['input']>;
};

export type InformationRequestSort =
  | 'DUE'
  | 'NEWEST'
  | 'OLDEST';

export type InformationRequestConnection = {
  readonly edges: ReadonlyArray<InformationRequestEdge>;
  readonly nodes: ReadonlyArray<InformationRequest>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type InformationRequestEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: InformationRequest;
};

export type InformationRequestStatistics = {
  readonly from: Scalars['Date']['output'];
  readonly until: Scalars['Date']['output'];
  readonly total: InformationRequestNumbers;
  readonly byKind: ReadonlyArray<InformationRequestNumbers>;
  readonly byOutcome: ReadonlyArray<InformationRequestNumbers>;
  readonly byDesk: ReadonlyArray<InformationRequestNumbers>;
  readonly byKindOutcomeAndDesk: ReadonlyArray<InformationRequestNumbers>;
};

export type InformationRequestNumbers = {
  readonly kind: Maybe<InformationRequestKind>;
  readonly outcome: Maybe<InformationRequestOutcome>;
  readonly desk: Maybe<Owner>;
  readonly submitted: Scalars['Int']['output'];
  readonly open: Scalars['Int']['output'];
  readonly overdue: Scalars['Int']['output'];
  readonly answered: Scalars['Int']['output'];
  readonly meanDays: Maybe<Scalars['Float']['output']>;
  readonly medianDays: Maybe<Scalars['Float']['output']>;
};

export type SubmitInformationRequestInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly kind: InformationRequestKind;
  readonly owner?: InputMaybe<Owner>;
  readonly purpose: Purpose;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly necessity: Scalars['String']['input'];
  readonly idempotencyKey: Scalars['String']['input'];
};

export type SupplementInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly necessity: Scalars['String']['input'];
};

export type WithdrawInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type ReturnInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type AssessInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly test: AssessmentTestInput;
  readonly categories?: InputMaybe<ReadonlyArray<DataCategory>>;
};

export type AssessmentTestInput = {
  readonly purposeFits: AssessmentAnswerInput;
  readonly necessity: AssessmentAnswerInput;
  readonly proportionality: AssessmentAnswerInput;
  readonly subsidiarity: AssessmentAnswerInput;
  readonly legalBasis: AssessmentAnswerInput;
  readonly dataMinimised: AssessmentAnswerInput;
};

export type AssessmentAnswerInput = {
  readonly passes: Scalars['Boolean']['input'];
  readonly reason: Scalars['String']['input'];
};

export type AskInformationRequestConsentInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly categories?: InputMaybe<ReadonlyArray<DataCategory>>;
};

export type RecordInformationRequestConsentReplyInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly given: Scalars['Boolean']['input'];
  readonly givenBy: ConsentParty;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
};

export type ForwardInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};

export type AnswerInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly granted: ReadonlyArray<DataCategory>;
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

export type RecordInformationRequestFollowUpInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly remarks: Scalars['String']['input'];
  readonly imgHandler?: InputMaybe<BuddyHandlerInput>;
  readonly ncgHandler?: InputMaybe<BuddyHandlerInput>;
  readonly priorityDecision?: InputMaybe<PriorityDecision>;
  readonly decidedOn?: InputMaybe<Scalars['Date']['input']>;
};

export type BuddyHandlerInput = {
  readonly name: Scalars['String']['input'];
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
};

export type CloseInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
};

export type AssignInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly employee?: InputMaybe<Scalars['ID']['input']>;
};

export type ExtendInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly dueOn: Scalars['Date']['input'];
  readonly reason: Scalars['String']['input'];
};

export type RevokeInformationRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type DisclosureKind =
  | 'SHARED'
  | 'REFUSED';

export type Disclosure = {
  readonly id: Scalars['ID']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly kind: DisclosureKind;
  readonly owner: Owner;
  readonly recipient: Organisation;
  readonly recipientName: Scalars['String']['output'];
  readonly recipientRoles: ReadonlyArray<Scalars['String']['output']>;
  readonly purpose: Maybe<Purpose>;
  readonly categories: ReadonlyArray<DataCategory>;
  readonly withheld: ReadonlyArray<DataCategory>;
  readonly outcome: AccessOutcome;
  readonly reason: AccessReason;
  readonly reasonText: Maybe<Scalars['String']['output']>;
  readonly legalBasis: ReadonlyArray<LegalBasis>;
  readonly articles: ReadonlyArray<Scalars['String']['output']>;
  readonly policyVersion: Maybe<Scalars['String']['output']>;
  readonly notice: Maybe<Scalars['String']['output']>;
};

export type DisclosureConnection = {
  readonly edges: ReadonlyArray<DisclosureEdge>;
  readonly nodes: ReadonlyArray<Disclosure>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DisclosureEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Disclosure;
};

export type SubjectAccessState =
  | 'OPEN'
  | 'ANSWERED';

export type SubjectAccessOutcome =
  | 'PROVIDED'
  | 'REFUSED';

export type SubjectAccessRequest = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly address: Address;
  readonly state: SubjectAccessState;
  readonly receivedOn: Scalars['Date']['output'];
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['output'];
  readonly dueOn: Scalars['Date']['output'];
  readonly overdue: Scalars['Boolean']['output'];
  readonly registeredBy: Organisation;
  readonly registeredAt: Scalars['DateTime']['output'];
  readonly extendedAt: Maybe<Scalars['DateTime']['output']>;
  readonly extensionReason: Maybe<Scalars['String']['output']>;
  readonly answeredOn: Maybe<Scalars['Date']['output']>;
  readonly outcome: Maybe<SubjectAccessOutcome>;
  readonly answerChannel: Maybe<ConsentChannel>;
  readonly answerEvidence: Maybe<Scalars['String']['output']>;
  readonly refusalReason: Maybe<Scalars['String']['output']>;
  readonly export: SubjectAccessExport;
};

export type SubjectAccessExport = {
  readonly schemaVersion: Scalars['String']['output'];
  readonly generatedAt: Scalars['DateTime']['output'];
  readonly json: Scalars['String']['output'];
  readonly pdf: Scalars['String']['output'];
};

export type SubjectAccessRequestFilter = {
  readonly state?: InputMaybe<SubjectAccessState>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
};

export type SubjectAccessRequestConnection = {
  readonly edges: ReadonlyArray<SubjectAccessRequestEdge>;
  readonly nodes: ReadonlyArray<SubjectAccessRequest>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SubjectAccessRequestEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: SubjectAccessRequest;
};

export type RegisterSubjectAccessRequestInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly receivedOn: Scalars['Date']['input'];
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
};

export type ExtendSubjectAccessRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly months: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type AnswerSubjectAccessRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly answeredOn: Scalars['Date']['input'];
  readonly outcome: SubjectAccessOutcome;
  readonly channel: ConsentChannel;
  readonly evidence: Scalars['String']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type LegalHold = {
  readonly id: Scalars['ID']['output'];
  readonly address: Maybe<Address>;
  readonly organisation: Organisation;
  readonly reason: Scalars['String']['output'];
  readonly placedAt: Scalars['DateTime']['output'];
  readonly liftedAt: Maybe<Scalars['DateTime']['output']>;
  readonly liftReason: Maybe<Scalars['String']['output']>;
};

export type LegalHoldOfOther = {
  readonly address: Maybe<Address>;
  readonly organisation: Organisation;
  readonly placedAt: Scalars['DateTime']['output'];
};

export type PlaceLegalHoldInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type AddressSet = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly number: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly kind: AddressSetKind;
  readonly purpose: Purpose;
  readonly description: Scalars['String']['output'];
  readonly createdBy: Organisation;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  readonly closingReason: Maybe<Scalars['String']['output']>;
  readonly figures: AddressSetFigures;
  readonly members: AddressSetMemberConnection;
};


export type AddressSetMembersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type AddressSetConnection = {
  readonly edges: ReadonlyArray<AddressSetEdge>;
  readonly nodes: ReadonlyArray<AddressSet>;
  readonly pageInfo: PageInfo;
};

export type AddressSetEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: AddressSet;
};

export type AddressSetKind =
  | 'PILOT'
  | 'STUCK_CASES';

export type AddressSetFigures = {
  readonly addresses: Scalars['Int']['output'];
  readonly outcomes: ReadonlyArray<AddressSetOutcomeCount>;
};

export type AddressSetOutcomeCount = {
  readonly outcome: AddressSetOutcomeKind;
  readonly count: Scalars['Int']['output'];
};

export type AddressSetMember = {
  readonly address: Address;
  readonly putForwardBy: Organisation;
  readonly municipality: Maybe<Municipality>;
  readonly addedAt: Scalars['DateTime']['output'];
  readonly outcomes: ReadonlyArray<AddressSetOutcome>;
};

export type AddressSetOutcome = {
  readonly outcome: AddressSetOutcomeKind;
  readonly occurredOn: Scalars['Date']['output'];
  readonly note: Maybe<Scalars['String']['output']>;
  readonly recordedBy: Organisation;
  readonly recordedAt: Scalars['DateTime']['output'];
};

export type AddressSetOutcomeKind =
  | 'POSSIBLE'
  | 'NOT_POSSIBLE'
  | 'DECLINED_BY_RESIDENT'
  | 'JOINT_INSPECTION_HELD'
  | 'JOINT_EXECUTION'
  | 'SOLVED'
  | 'NOT_SOLVED';

export type AddressSetMemberConnection = {
  readonly edges: ReadonlyArray<AddressSetMemberEdge>;
  readonly nodes: ReadonlyArray<AddressSetMember>;
  readonly pageInfo: PageInfo;
};

export type AddressSetMemberEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: AddressSetMember;
};

export type AddToAddressSetResult = {
  readonly set: AddressSet;
  readonly rejected: ReadonlyArray<Scalars['ID']['output']>;
};

export type CreateAddressSetInput = {
  readonly name: Scalars['String']['input'];
  readonly kind: AddressSetKind;
  readonly purpose: Purpose;
  readonly description: Scalars['String']['input'];
};

export type AddressSetMembersInput = {
  readonly id: Scalars['ID']['input'];
  readonly addressIds: ReadonlyArray<Scalars['ID']['input']>;
};

export type RecordAddressSetOutcomeInput = {
  readonly id: Scalars['ID']['input'];
  readonly addressId: Scalars['ID']['input'];
  readonly outcome: AddressSetOutcomeKind;
  readonly occurredOn: Scalars['Date']['input'];
  readonly note?: InputMaybe<Scalars['String']['input']>;
};

export type CloseAddressSetInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type Query = {
  readonly acuteCase: Maybe<AcuteCase>;
  readonly acuteCases: AcuteCaseConnection;
  readonly address: Maybe<Address>;
  readonly addresses: ReadonlyArray<Address>;
  readonly objections: ObjectionConnection;
  readonly decision: Maybe<Decision>;
  readonly policy: Maybe<Policy>;
  readonly emergencyAccess: Maybe<EmergencyAccess>;
  readonly emergencyAccesses: EmergencyAccessConnection;
  readonly monitoring: ReadonlyArray<MonitoringMonth>;
  readonly obligations: ObligationConnection;
  readonly cooperationPotential: CooperationPotential;
  readonly cooperationAddresses: AddressConnection;
  readonly informationRequest: Maybe<InformationRequest>;
  readonly informationRequests: InformationRequestConnection;
  readonly informationRequestStatistics: InformationRequestStatistics;
  readonly disclosures: DisclosureConnection;
  readonly subjectAccessRequest: Maybe<SubjectAccessRequest>;
  readonly subjectAccessRequests: SubjectAccessRequestConnection;
  readonly legalHolds: ReadonlyArray<LegalHold>;
  readonly legalHoldsOfOthers: ReadonlyArray<LegalHoldOfOther>;
  readonly addressSet: Maybe<AddressSet>;
  readonly addressSetList: AddressSetConnection;
  readonly addressSets: ReadonlyArray<AddressSet>;
  readonly signal: Maybe<Signal>;
  readonly signals: SignalConnection;
};


export type QueryAcuteCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAcuteCasesArgs = {
  municipality: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAddressArgs = {
  id: Scalars['ID']['input'];
  purpose?: InputMaybe<Purpose>;
};


export type QueryAddressesArgs = {
  postcode: Scalars['String']['input'];
  houseNumber?: InputMaybe<Scalars['Int']['input']>;
  purpose?: InputMaybe<Purpose>;
};


export type QueryObjectionsArgs = {
  filter?: InputMaybe<ObjectionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDecisionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPolicyArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryEmergencyAccessArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmergencyAccessesArgs = {
  filter?: InputMaybe<EmergencyAccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMonitoringArgs = {
  from: Scalars['Date']['input'];
  until?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryObligationsArgs = {
  filter?: InputMaybe<ObligationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCooperationPotentialArgs = {
  municipality?: InputMaybe<Scalars['String']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryCooperationAddressesArgs = {
  filter: CooperationFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  purpose?: InputMaybe<Purpose>;
};


export type QueryInformationRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInformationRequestsArgs = {
  filter?: InputMaybe<InformationRequestFilter>;
  sort: InformationRequestSort;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInformationRequestStatisticsArgs = {
  from?: InputMaybe<Scalars['Date']['input']>;
  until?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryDisclosuresArgs = {
  addressId: Scalars['ID']['input'];
  include: ReadonlyArray<DisclosureKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySubjectAccessRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySubjectAccessRequestsArgs = {
  filter?: InputMaybe<SubjectAccessRequestFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLegalHoldsArgs = {
  addressId?: InputMaybe<Scalars['ID']['input']>;
  active?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryLegalHoldsOfOthersArgs = {
  addressId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAddressSetArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAddressSetListArgs = {
  kind?: InputMaybe<AddressSetKind>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAddressSetsArgs = {
  kind?: InputMaybe<AddressSetKind>;
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QuerySignalArgs = {
  id: Scalars['ID']['input'];
  purpose?: InputMaybe<Purpose>;
};


export type QuerySignalsArgs = {
  filter?: InputMaybe<SignalFilter>;
  purpose?: InputMaybe<Purpose>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly reportAcuteCase: Maybe<AcuteCase>;
  readonly recordAcuteCaseSafe: Maybe<AcuteCase>;
  readonly nominateAcuteCase: Maybe<AcuteCase>;
  readonly skipAcuteNomination: Maybe<AcuteCase>;
  readonly answerAcuteNomination: Maybe<AcuteCase>;
  readonly closeAcuteCase: Maybe<AcuteCase>;
  readonly recordAcuteAgreement: Maybe<AcuteCase>;
  readonly completeAcuteAgreement: Maybe<AcuteCase>;
  readonly recordConsent: Consent;
  readonly refuseConsent: Consent;
  readonly withdrawConsent: Consent;
  readonly recordWish: Wish;
  readonly recordObjection: Objection;
  readonly setBuddyLink: Cooperation;
  readonly endBuddyLink: Cooperation;
  readonly setCoordinator: Cooperation;
  readonly endCoordinator: Cooperation;
  readonly proposeJointInspection: JointInspectionOutcome;
  readonly answerJointInspection: JointInspectionOutcome;
  readonly withdrawJointInspection: JointInspection;
  readonly recordJointInspectionReply: JointInspection;
  readonly recordJointInspectionResult: JointInspection;
  readonly proposeIntegralPlan: IntegralPlan;
  readonly answerIntegralPlan: IntegralPlan;
  readonly withdrawIntegralPlan: IntegralPlan;
  readonly recordIntegralPlanResult: IntegralPlan;
  readonly breakGlass: EmergencyAccess;
  readonly reviewEmergencyAccess: EmergencyAccess;
  readonly releaseEmergencyAccess: EmergencyAccess;
  readonly fulfilObligation: Obligation;
  readonly submitInformationRequest: InformationRequest;
  readonly supplementInformationRequest: InformationRequest;
  readonly withdrawInformationRequest: InformationRequest;
  readonly returnInformationRequest: InformationRequest;
  readonly assessInformationRequest: InformationRequest;
  readonly askInformationRequestConsent: InformationRequest;
  readonly recordInformationRequestConsentReply: InformationRequest;
  readonly forwardInformationRequest: InformationRequest;
  readonly answerInformationRequest: InformationRequest;
  readonly recordInformationRequestFollowUp: InformationRequest;
  readonly closeInformationRequest: InformationRequest;
  readonly assignInformationRequest: InformationRequest;
  readonly extendInformationRequest: InformationRequest;
  readonly revokeInformationRequest: InformationRequest;
  readonly registerSubjectAccessRequest: SubjectAccessRequest;
  readonly extendSubjectAccessRequest: SubjectAccessRequest;
  readonly answerSubjectAccessRequest: SubjectAccessRequest;
  readonly placeLegalHold: LegalHold;
  readonly liftLegalHold: LegalHold;
  readonly createAddressSet: AddressSet;
  readonly addToAddressSet: AddToAddressSetResult;
  readonly removeFromAddressSet: AddressSet;
  readonly recordAddressSetOutcome: AddressSet;
  readonly closeAddressSet: AddressSet;
  readonly acknowledgeSignal: Signal;
  readonly assignSignal: Signal;
  readonly actOnSignal: Signal;
  readonly closeSignal: Signal;
  readonly markSignalNotOpportune: Signal;
};


export type MutationReportAcuteCaseArgs = {
  input: ReportAcuteCaseInput;
};


export type MutationRecordAcuteCaseSafeArgs = {
  input: RecordAcuteCaseSafeInput;
};


export type MutationNominateAcuteCaseArgs = {
  input: AcuteCaseReasonInput;
};


export type MutationSkipAcuteNominationArgs = {
  input: AcuteCaseReasonInput;
};


export type MutationAnswerAcuteNominationArgs = {
  input: AnswerAcuteNominationInput;
};


export type MutationCloseAcuteCaseArgs = {
  input: CloseAcuteCaseInput;
};


export type MutationRecordAcuteAgreementArgs = {
  input: RecordAcuteAgreementInput;
};


export type MutationCompleteAcuteAgreementArgs = {
  input: CompleteAcuteAgreementInput;
};


export type MutationRecordConsentArgs = {
  input: RecordConsentInput;
};


export type MutationRefuseConsentArgs = {
  input: RefuseConsentInput;
};


export type MutationWithdrawConsentArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  channel?: InputMaybe<ConsentChannel>;
  evidence?: InputMaybe<Scalars['String']['input']>;
  statedAt?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MutationRecordWishArgs = {
  input: RecordWishInput;
};


export type MutationRecordObjectionArgs = {
  input: RecordObjectionInput;
};


export type MutationSetBuddyLinkArgs = {
  input: SetBuddyLinkInput;
};


export type MutationEndBuddyLinkArgs = {
  input: EndCooperationInput;
};


export type MutationSetCoordinatorArgs = {
  input: SetCoordinatorInput;
};


export type MutationEndCoordinatorArgs = {
  input: EndCooperationInput;
};


export type MutationProposeJointInspectionArgs = {
  input: ProposeJointInspectionInput;
};


export type MutationAnswerJointInspectionArgs = {
  input: AnswerJointInspectionInput;
};


export type MutationWithdrawJointInspectionArgs = {
  input: WithdrawProposalInput;
};


export type MutationRecordJointInspectionReplyArgs = {
  input: RecordJointInspectionReplyInput;
};


export type MutationRecordJointInspectionResultArgs = {
  input: RecordJointInspectionResultInput;
};


export type MutationProposeIntegralPlanArgs = {
  input: ProposeIntegralPlanInput;
};


export type MutationAnswerIntegralPlanArgs = {
  input: AnswerIntegralPlanInput;
};


export type MutationWithdrawIntegralPlanArgs = {
  input: WithdrawProposalInput;
};


export type MutationRecordIntegralPlanResultArgs = {
  input: RecordIntegralPlanResultInput;
};


export type MutationBreakGlassArgs = {
  input: BreakGlassInput;
};


export type MutationReviewEmergencyAccessArgs = {
  input: ReviewEmergencyAccessInput;
};


export type MutationReleaseEmergencyAccessArgs = {
  input: ReleaseEmergencyAccessInput;
};


export type MutationFulfilObligationArgs = {
  input: FulfilObligationInput;
};


export type MutationSubmitInformationRequestArgs = {
  input: SubmitInformationRequestInput;
};


export type MutationSupplementInformationRequestArgs = {
  input: SupplementInformationRequestInput;
};


export type MutationWithdrawInformationRequestArgs = {
  input: WithdrawInformationRequestInput;
};


export type MutationReturnInformationRequestArgs = {
  input: ReturnInformationRequestInput;
};


export type MutationAssessInformationRequestArgs = {
  input: AssessInformationRequestInput;
};


export type MutationAskInformationRequestConsentArgs = {
  input: AskInformationRequestConsentInput;
};


export type MutationRecordInformationRequestConsentReplyArgs = {
  input: RecordInformationRequestConsentReplyInput;
};


export type MutationForwardInformationRequestArgs = {
  input: ForwardInformationRequestInput;
};


export type MutationAnswerInformationRequestArgs = {
  input: AnswerInformationRequestInput;
};


export type MutationRecordInformationRequestFollowUpArgs = {
  input: RecordInformationRequestFollowUpInput;
};


export type MutationCloseInformationRequestArgs = {
  input: CloseInformationRequestInput;
};


export type MutationAssignInformationRequestArgs = {
  input: AssignInformationRequestInput;
};


export type MutationExtendInformationRequestArgs = {
  input: ExtendInformationRequestInput;
};


export type MutationRevokeInformationRequestArgs = {
  input: RevokeInformationRequestInput;
};


export type MutationRegisterSubjectAccessRequestArgs = {
  input: RegisterSubjectAccessRequestInput;
};


export type MutationExtendSubjectAccessRequestArgs = {
  input: ExtendSubjectAccessRequestInput;
};


export type MutationAnswerSubjectAccessRequestArgs = {
  input: AnswerSubjectAccessRequestInput;
};


export type MutationPlaceLegalHoldArgs = {
  input: PlaceLegalHoldInput;
};


export type MutationLiftLegalHoldArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCreateAddressSetArgs = {
  input: CreateAddressSetInput;
};


export type MutationAddToAddressSetArgs = {
  input: AddressSetMembersInput;
};


export type MutationRemoveFromAddressSetArgs = {
  input: AddressSetMembersInput;
};


export type MutationRecordAddressSetOutcomeArgs = {
  input: RecordAddressSetOutcomeInput;
};


export type MutationCloseAddressSetArgs = {
  input: CloseAddressSetInput;
};


export type MutationAcknowledgeSignalArgs = {
  input: AcknowledgeSignalInput;
};


export type MutationAssignSignalArgs = {
  input: AssignSignalInput;
};


export type MutationActOnSignalArgs = {
  input: ActOnSignalInput;
};


export type MutationCloseSignalArgs = {
  input: CloseSignalInput;
};


export type MutationMarkSignalNotOpportuneArgs = {
  input: MarkSignalNotOpportuneInput;
};

export type Owner =
  | 'IMG'
  | 'NCG';

export type Organisation =
  | 'IMG'
  | 'NCG'
  | 'GEMEENTE'
  | 'SVIP';

export type LegalBasis =
  | 'CONSENT'
  | 'PUBLIC_TASK'
  | 'LEGAL_OBLIGATION'
  | 'VITAL_INTEREST';

export type Purpose =
  | 'SIGNALLING'
  | 'STATUS_EXCHANGE'
  | 'COOPERATION'
  | 'ACCELERATION'
  | 'JOINT_INSPECTION'
  | 'INTEGRAL_APPROACH'
  | 'ACUTE_SAFETY'
  | 'STUCK_CASE'
  | 'COMPENSATION_SCHEMES'
  | 'MUNICIPAL_PLAN'
  | 'MONITORING'
  | 'SUBJECT_ACCESS';

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

export type Signal = {
  readonly id: Scalars['ID']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly kind: Maybe<SignalKind>;
  readonly title: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly advice: Maybe<Scalars['String']['output']>;
  readonly purpose: Purpose;
  readonly sender: Owner;
  readonly recipient: Organisation;
  readonly municipality: Maybe<Municipality>;
  readonly address: Address;
  readonly state: SignalState;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly dueOn: Scalars['Date']['output'];
  readonly overdue: Scalars['Boolean']['output'];
  readonly assignee: Maybe<Scalars['ID']['output']>;
  readonly team: Maybe<Scalars['String']['output']>;
  readonly links: ReadonlyArray<SignalLink>;
  readonly result: Maybe<SignalResult>;
  readonly notOpportune: Maybe<NotOpportuneReason>;
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  readonly steps: ReadonlyArray<SignalStep>;
  readonly actions: ReadonlyArray<SignalAction>;
};

export type SignalKind =
  | 'OTHER_TRACK_STARTED'
  | 'OTHER_TRACK_RUNS'
  | 'JOINT_INSPECTION_POSSIBLE'
  | 'REPAIR_CAN_GO_ALONG'
  | 'STRUCTURAL_DAMAGE_FOUND'
  | 'STRUCTURAL_DAMAGE_OUTSIDE_STOCK'
  | 'DAMAGE_FOUND'
  | 'DAMAGE_FOUND_DURING_WORKS'
  | 'OTHER_TRACK_COMPLETED';

export type SignalState =
  | 'NEW'
  | 'ACKNOWLEDGED'
  | 'ACTED_ON'
  | 'CLOSED'
  | 'NOT_OPPORTUNE';

export type SignalResult =
  | 'CHECKED'
  | 'COORDINATED'
  | 'JOINT_INSPECTION'
  | 'REPAIR_TAKEN_ALONG'
  | 'PRIORITISED'
  | 'CLAIM_REGISTERED'
  | 'TAKEN_INTO_STOCK'
  | 'TAKEN_INTO_PLAN';

export type NotOpportuneReason =
  | 'RESIDENT_WISHES_APART'
  | 'TIMELINES_TOO_FAR_APART'
  | 'ALREADY_COORDINATED'
  | 'OVERTAKEN'
  | 'OTHER';

export type SignalAction =
  | 'ACKNOWLEDGE'
  | 'ASSIGN'
  | 'ACT'
  | 'CLOSE'
  | 'MARK_NOT_OPPORTUNE';

export type SignalLink = {
  readonly kind: SignalLinkKind;
  readonly id: Scalars['ID']['output'];
};

export type SignalLinkKind =
  | 'INFORMATION_REQUEST'
  | 'PRIORITY_DECISION'
  | 'JOINT_INSPECTION';

export type SignalStep = {
  readonly action: Scalars['String']['output'];
  readonly from: Maybe<SignalState>;
  readonly to: SignalState;
  readonly organisation: Organisation;
  readonly role: Maybe<Scalars['String']['output']>;
  readonly employee: Maybe<Scalars['ID']['output']>;
  readonly at: Scalars['DateTime']['output'];
  readonly remarks: Maybe<Scalars['String']['output']>;
};

export type SignalDirection =
  | 'RECEIVED'
  | 'SENT';

export type SignalFilter = {
  readonly direction?: InputMaybe<SignalDirection>;
  readonly states?: InputMaybe<ReadonlyArray<SignalState>>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly kinds?: InputMaybe<ReadonlyArray<SignalKind>>;
  readonly purposes?: InputMaybe<ReadonlyArray<Purpose>>;
  readonly mine?: InputMaybe<Scalars['Boolean']['input']>;
  readonly assignee?: InputMaybe<Scalars['ID']['input']>;
  readonly team?: InputMaybe<Scalars['String']['input']>;
  readonly unassigned?: InputMaybe<Scalars['Boolean']['input']>;
  readonly municipality?: InputMaybe<Scalars['String']['input']>;
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
};

export type SignalConnection = {
  readonly edges: ReadonlyArray<SignalEdge>;
  readonly nodes: ReadonlyArray<Signal>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SignalEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Signal;
};

export type AcknowledgeSignalInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};

export type AssignSignalInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly to: SignalAssignee;
  readonly team?: InputMaybe<Scalars['String']['input']>;
};

export type SignalAssignee =
  | 'ME'
  | 'TEAM'
  | 'NOBODY';

export type ActOnSignalInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
  readonly links?: InputMaybe<ReadonlyArray<SignalLinkInput>>;
};

export type SignalLinkInput = {
  readonly kind: SignalLinkKind;
  readonly id: Scalars['ID']['input'];
};

export type CloseSignalInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly result: SignalResult;
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};

export type MarkSignalNotOpportuneInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reason: NotOpportuneReason;
  readonly remarks?: InputMaybe<Scalars['String']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DataCategory: DataCategory;
  AcuteCase: ResolverTypeWrapper<Given<Omit<AcuteCase, 'address' | 'nomination' | 'agreements' | 'steps'> & { address: ResolversTypes['Address'], nomination?: Maybe<ResolversTypes['AcuteNomination']>, agreements?: Maybe<ReadonlyArray<ResolversTypes['AcuteAgreement']>>, steps?: Maybe<ReadonlyArray<ResolversTypes['AcuteCaseStep']>> }>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AcuteCaseState: AcuteCaseState;
  AcuteCaseAction: AcuteCaseAction;
  AcuteNomination: ResolverTypeWrapper<Given<AcuteNomination>>;
  AcuteNominationOutcome: AcuteNominationOutcome;
  AcuteNominationRoad: AcuteNominationRoad;
  AcuteAgreement: ResolverTypeWrapper<Given<AcuteAgreement>>;
  MeetingParty: MeetingParty;
  AcuteCaseStep: ResolverTypeWrapper<Given<AcuteCaseStep>>;
  AcuteCaseConnection: ResolverTypeWrapper<Given<Omit<AcuteCaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AcuteCaseEdge']>, nodes: ReadonlyArray<ResolversTypes['AcuteCase']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AcuteCaseEdge: ResolverTypeWrapper<Given<Omit<AcuteCaseEdge, 'node'> & { node: ResolversTypes['AcuteCase'] }>>;
  ReportAcuteCaseInput: ReportAcuteCaseInput;
  RecordAcuteCaseSafeInput: RecordAcuteCaseSafeInput;
  AcuteCaseReasonInput: AcuteCaseReasonInput;
  AnswerAcuteNominationInput: AnswerAcuteNominationInput;
  CloseAcuteCaseInput: CloseAcuteCaseInput;
  RecordAcuteAgreementInput: RecordAcuteAgreementInput;
  CompleteAcuteAgreementInput: CompleteAcuteAgreementInput;
  Address: ResolverTypeWrapper<AddressNode>;
  Municipality: ResolverTypeWrapper<Given<Municipality>>;
  OtherSide: ResolverTypeWrapper<Given<Omit<OtherSide, 'img' | 'ncg'> & { img?: Maybe<ResolversTypes['TrackSummary']>, ncg?: Maybe<ResolversTypes['TrackSummary']> }>>;
  TrackSummary: ResolverTypeWrapper<Given<Omit<TrackSummary, 'phaseCode'> & { phaseCode?: Maybe<ResolversTypes['TrackPhase']> }>>;
  TrackPhase: ResolverTypeWrapper<string>;
  Concurrence: Concurrence;
  CooperationGroup: CooperationGroup;
  CooperationLikelihood: CooperationLikelihood;
  StrengtheningStatus: ResolverTypeWrapper<string>;
  StrengtheningPhase: ResolverTypeWrapper<string>;
  DamageStatus: ResolverTypeWrapper<string>;
  Consent: ResolverTypeWrapper<Given<Omit<Consent, 'address'> & { address: ResolversTypes['Address'] }>>;
  ConsentState: ConsentState;
  ConsentParty: ConsentParty;
  ConsentChannel: ConsentChannel;
  RecordConsentInput: RecordConsentInput;
  RefuseConsentInput: RefuseConsentInput;
  Wish: ResolverTypeWrapper<Given<Omit<Wish, 'address'> & { address: ResolversTypes['Address'] }>>;
  RecordWishInput: RecordWishInput;
  InspectionWish: InspectionWish;
  TogetherWish: TogetherWish;
  Objection: ResolverTypeWrapper<Given<Omit<Objection, 'address'> & { address: ResolversTypes['Address'] }>>;
  ObjectionState: ObjectionState;
  RecordObjectionInput: RecordObjectionInput;
  ObjectionFilter: ObjectionFilter;
  ObjectionConnection: ResolverTypeWrapper<Given<Omit<ObjectionConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['ObjectionEdge']>, nodes: ReadonlyArray<ResolversTypes['Objection']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  ObjectionEdge: ResolverTypeWrapper<Given<Omit<ObjectionEdge, 'node'> & { node: ResolversTypes['Objection'] }>>;
  Cooperation: ResolverTypeWrapper<Given<Omit<Cooperation, 'wishes' | 'buddyLink' | 'coordinator' | 'jointInspections' | 'integralPlans'> & { wishes?: Maybe<ResolversTypes['CooperationWishes']>, buddyLink?: Maybe<ResolversTypes['CooperationBuddyLink']>, coordinator?: Maybe<ResolversTypes['CooperationCoordinator']>, jointInspections?: Maybe<ReadonlyArray<ResolversTypes['JointInspection']>>, integralPlans?: Maybe<ReadonlyArray<ResolversTypes['IntegralPlan']>> }>>;
  CooperationWishes: ResolverTypeWrapper<Given<Omit<CooperationWishes, 'history'> & { history?: Maybe<ReadonlyArray<ResolversTypes['CooperationWish']>> }>>;
  CooperationWish: ResolverTypeWrapper<Given<CooperationWish>>;
  CooperationBuddyLink: ResolverTypeWrapper<Given<Omit<CooperationBuddyLink, 'imgHandler' | 'ncgHandler' | 'history'> & { imgHandler?: Maybe<ResolversTypes['CooperationHandler']>, ncgHandler?: Maybe<ResolversTypes['CooperationHandler']>, history?: Maybe<ReadonlyArray<ResolversTypes['BuddyLinkChange']>> }>>;
  CooperationHandler: ResolverTypeWrapper<Given<CooperationHandler>>;
  BuddyLinkChange: ResolverTypeWrapper<Given<Omit<BuddyLinkChange, 'imgHandler' | 'ncgHandler'> & { imgHandler?: Maybe<ResolversTypes['CooperationHandler']>, ncgHandler?: Maybe<ResolversTypes['CooperationHandler']> }>>;
  CooperationCoordinator: ResolverTypeWrapper<Given<Omit<CooperationCoordinator, 'person' | 'history'> & { person?: Maybe<ResolversTypes['CoordinatingPerson']>, history?: Maybe<ReadonlyArray<ResolversTypes['CoordinatorChange']>> }>>;
  CoordinatingPerson: ResolverTypeWrapper<Given<CoordinatingPerson>>;
  CoordinatorChange: ResolverTypeWrapper<Given<Omit<CoordinatorChange, 'person'> & { person?: Maybe<ResolversTypes['CoordinatingPerson']> }>>;
  JointInspection: ResolverTypeWrapper<Given<Omit<JointInspection, 'delays' | 'steps'> & { delays?: Maybe<ReadonlyArray<ResolversTypes['InspectionDelay']>>, steps?: Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>> }>>;
  InspectionForm: InspectionForm;
  JointInspectionState: JointInspectionState;
  JointInspectionAction: JointInspectionAction;
  InspectionDelay: ResolverTypeWrapper<Given<InspectionDelay>>;
  JointInspectionOutcome: ResolverTypeWrapper<Given<Omit<JointInspectionOutcome, 'jointInspection' | 'delays'> & { jointInspection?: Maybe<ResolversTypes['JointInspection']>, delays: ReadonlyArray<ResolversTypes['InspectionDelay']> }>>;
  IntegralPlan: ResolverTypeWrapper<Given<Omit<IntegralPlan, 'steps'> & { steps?: Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>> }>>;
  IntegralPlanState: IntegralPlanState;
  IntegralPlanAction: IntegralPlanAction;
  CooperationStep: ResolverTypeWrapper<Given<CooperationStep>>;
  SetBuddyLinkInput: SetBuddyLinkInput;
  SetCoordinatorInput: SetCoordinatorInput;
  EndCooperationInput: EndCooperationInput;
  ProposeJointInspectionInput: ProposeJointInspectionInput;
  AnswerJointInspectionInput: AnswerJointInspectionInput;
  WithdrawProposalInput: WithdrawProposalInput;
  RecordJointInspectionReplyInput: RecordJointInspectionReplyInput;
  RecordJointInspectionResultInput: RecordJointInspectionResultInput;
  ProposeIntegralPlanInput: ProposeIntegralPlanInput;
  AnswerIntegralPlanInput: AnswerIntegralPlanInput;
  RecordIntegralPlanResultInput: RecordIntegralPlanResultInput;
  AccessOutcome: AccessOutcome;
  AccessReason: AccessReason;
  AccessDecision: ResolverTypeWrapper<Given<AccessDecision>>;
  Decision: ResolverTypeWrapper<Given<Omit<Decision, 'address' | 'requestedByMunicipality' | 'rules' | 'facts'> & { address?: Maybe<ResolversTypes['Address']>, requestedByMunicipality?: Maybe<ResolversTypes['Municipality']>, rules: ReadonlyArray<ResolversTypes['PolicyRule']>, facts: ReadonlyArray<ResolversTypes['DecisionFact']> }>>;
  DecisionFact: ResolverTypeWrapper<Given<DecisionFact>>;
  Policy: ResolverTypeWrapper<Given<Omit<Policy, 'rules'> & { rules: ReadonlyArray<ResolversTypes['PolicyRule']> }>>;
  PolicyRule: ResolverTypeWrapper<Given<PolicyRule>>;
  EmergencyAccess: ResolverTypeWrapper<Given<Omit<EmergencyAccess, 'address'> & { address: ResolversTypes['Address'] }>>;
  EmergencyVerdict: EmergencyVerdict;
  BreakGlassInput: BreakGlassInput;
  ReviewEmergencyAccessInput: ReviewEmergencyAccessInput;
  ReleaseEmergencyAccessInput: ReleaseEmergencyAccessInput;
  EmergencyAccessFilter: EmergencyAccessFilter;
  EmergencyAccessConnection: ResolverTypeWrapper<Given<Omit<EmergencyAccessConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['EmergencyAccessEdge']>, nodes: ReadonlyArray<ResolversTypes['EmergencyAccess']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  EmergencyAccessEdge: ResolverTypeWrapper<Given<Omit<EmergencyAccessEdge, 'node'> & { node: ResolversTypes['EmergencyAccess'] }>>;
  MonitoringMonth: ResolverTypeWrapper<Given<Omit<MonitoringMonth, 'requests' | 'signals' | 'jointInspections' | 'integralPlans' | 'acuteCases' | 'leadTimes' | 'potential'> & { requests: ResolversTypes['MonitoringRequests'], signals: ReadonlyArray<ResolversTypes['MonitoringSignals']>, jointInspections: ResolversTypes['MonitoringJointInspections'], integralPlans: ResolversTypes['MonitoringIntegralPlans'], acuteCases: ResolversTypes['MonitoringAcuteCases'], leadTimes: ReadonlyArray<ResolversTypes['MonitoringLeadTimes']>, potential?: Maybe<ResolversTypes['MonitoringPotential']> }>>;
  MonitoringRequests: ResolverTypeWrapper<Given<MonitoringRequests>>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  MonitoringSignals: ResolverTypeWrapper<Given<MonitoringSignals>>;
  MonitoringJointInspections: ResolverTypeWrapper<Given<MonitoringJointInspections>>;
  MonitoringIntegralPlans: ResolverTypeWrapper<Given<MonitoringIntegralPlans>>;
  MonitoringAcuteCases: ResolverTypeWrapper<Given<MonitoringAcuteCases>>;
  MonitoringLeadTimes: ResolverTypeWrapper<Given<MonitoringLeadTimes>>;
  MonitoringPotential: ResolverTypeWrapper<Given<MonitoringPotential>>;
  Obligation: ResolverTypeWrapper<Given<Omit<Obligation, 'address' | 'municipality'> & { address?: Maybe<ResolversTypes['Address']>, municipality?: Maybe<ResolversTypes['Municipality']> }>>;
  ObligationCause: ObligationCause;
  ObligationState: ObligationState;
  ObligationResult: ObligationResult;
  FulfilObligationInput: FulfilObligationInput;
  ObligationFilter: ObligationFilter;
  ObligationConnection: ResolverTypeWrapper<Given<Omit<ObligationConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['ObligationEdge']>, nodes: ReadonlyArray<ResolversTypes['Obligation']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  ObligationEdge: ResolverTypeWrapper<Given<Omit<ObligationEdge, 'node'> & { node: ResolversTypes['Obligation'] }>>;
  CooperationPotential: ResolverTypeWrapper<Potential>;
  CooperationInterval: CooperationInterval;
  CooperationFigures: ResolverTypeWrapper<Given<Omit<CooperationFigures, 'stock' | 'matrix'> & { stock: ResolversTypes['CooperationStock'], matrix: ResolversTypes['CooperationMatrix'] }>>;
  CooperationStock: ResolverTypeWrapper<Given<Omit<CooperationStock, 'noReportByPhase'> & { noReportByPhase: ReadonlyArray<ResolversTypes['CooperationPhaseCount']> }>>;
  CooperationPhaseCount: ResolverTypeWrapper<Given<Omit<CooperationPhaseCount, 'phase'> & { phase: ResolversTypes['StrengtheningPhase'] }>>;
  CooperationMatrix: ResolverTypeWrapper<Given<Omit<CooperationMatrix, 'cells' | 'groups'> & { cells: ReadonlyArray<ResolversTypes['CooperationCell']>, groups: ReadonlyArray<ResolversTypes['CooperationGroupCount']> }>>;
  CooperationCell: ResolverTypeWrapper<Given<Omit<CooperationCell, 'ncgStatus' | 'imgStatus'> & { ncgStatus: ResolversTypes['StrengtheningStatus'], imgStatus: ResolversTypes['DamageStatus'] }>>;
  CooperationGroupCount: ResolverTypeWrapper<Given<CooperationGroupCount>>;
  CooperationSituation: CooperationSituation;
  CooperationFilter: CooperationFilter;
  CooperationCellInput: CooperationCellInput;
  AddressConnection: ResolverTypeWrapper<Given<Omit<AddressConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AddressEdge']>, nodes: ReadonlyArray<ResolversTypes['Address']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AddressEdge: ResolverTypeWrapper<Given<Omit<AddressEdge, 'node'> & { node: ResolversTypes['Address'] }>>;
  InformationRequest: ResolverTypeWrapper<InformationRequestRow>;
  InformationRequestKind: InformationRequestKind;
  InformationRequestState: InformationRequestState;
  InformationRequestPlace: InformationRequestPlace;
  InformationRequestAction: InformationRequestAction;
  AssessmentAnswer: ResolverTypeWrapper<Given<AssessmentAnswer>>;
  AssessmentQuestion: AssessmentQuestion;
  InformationRequestProposal: ResolverTypeWrapper<Given<Omit<InformationRequestProposal, 'categories'> & { categories: ReadonlyArray<ResolversTypes['ProposedCategory']> }>>;
  InformationRequestProposalOutcome: InformationRequestProposalOutcome;
  ProposedCategory: ResolverTypeWrapper<Given<ProposedCategory>>;
  ProposalRoad: ProposalRoad;
  InformationRequestConsent: ResolverTypeWrapper<Given<InformationRequestConsent>>;
  ConsentReply: ConsentReply;
  InformationRequestAnswer: ResolverTypeWrapper<Given<InformationRequestAnswer>>;
  InformationRequestOutcome: InformationRequestOutcome;
  InformationRequestFollowUp: ResolverTypeWrapper<Given<InformationRequestFollowUp>>;
  PriorityDecision: PriorityDecision;
  BuddyLink: ResolverTypeWrapper<Given<Omit<BuddyLink, 'imgHandler' | 'ncgHandler'> & { imgHandler: ResolversTypes['BuddyHandler'], ncgHandler: ResolversTypes['BuddyHandler'] }>>;
  BuddyHandler: ResolverTypeWrapper<Given<BuddyHandler>>;
  InformationRequestStep: ResolverTypeWrapper<InformationRequestStepRow>;
  InformationRequestFilter: InformationRequestFilter;
  InformationRequestSort: InformationRequestSort;
  InformationRequestConnection: ResolverTypeWrapper<Given<Omit<InformationRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['InformationRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['InformationRequest']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  InformationRequestEdge: ResolverTypeWrapper<Given<Omit<InformationRequestEdge, 'node'> & { node: ResolversTypes['InformationRequest'] }>>;
  InformationRequestStatistics: ResolverTypeWrapper<Statistics>;
  InformationRequestNumbers: ResolverTypeWrapper<Given<InformationRequestNumbers>>;
  SubmitInformationRequestInput: SubmitInformationRequestInput;
  SupplementInformationRequestInput: SupplementInformationRequestInput;
  WithdrawInformationRequestInput: WithdrawInformationRequestInput;
  ReturnInformationRequestInput: ReturnInformationRequestInput;
  AssessInformationRequestInput: AssessInformationRequestInput;
  AssessmentTestInput: AssessmentTestInput;
  AssessmentAnswerInput: AssessmentAnswerInput;
  AskInformationRequestConsentInput: AskInformationRequestConsentInput;
  RecordInformationRequestConsentReplyInput: RecordInformationRequestConsentReplyInput;
  ForwardInformationRequestInput: ForwardInformationRequestInput;
  AnswerInformationRequestInput: AnswerInformationRequestInput;
  RecordInformationRequestFollowUpInput: RecordInformationRequestFollowUpInput;
  BuddyHandlerInput: BuddyHandlerInput;
  CloseInformationRequestInput: CloseInformationRequestInput;
  AssignInformationRequestInput: AssignInformationRequestInput;
  ExtendInformationRequestInput: ExtendInformationRequestInput;
  RevokeInformationRequestInput: RevokeInformationRequestInput;
  DisclosureKind: DisclosureKind;
  Disclosure: ResolverTypeWrapper<Given<Disclosure>>;
  DisclosureConnection: ResolverTypeWrapper<Given<Omit<DisclosureConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DisclosureEdge']>, nodes: ReadonlyArray<ResolversTypes['Disclosure']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  DisclosureEdge: ResolverTypeWrapper<Given<Omit<DisclosureEdge, 'node'> & { node: ResolversTypes['Disclosure'] }>>;
  SubjectAccessState: SubjectAccessState;
  SubjectAccessOutcome: SubjectAccessOutcome;
  SubjectAccessRequest: ResolverTypeWrapper<Given<Omit<SubjectAccessRequest, 'address' | 'export'> & { address: ResolversTypes['Address'], export: ResolversTypes['SubjectAccessExport'] }>>;
  SubjectAccessExport: ResolverTypeWrapper<Given<SubjectAccessExport>>;
  SubjectAccessRequestFilter: SubjectAccessRequestFilter;
  SubjectAccessRequestConnection: ResolverTypeWrapper<Given<Omit<SubjectAccessRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['SubjectAccessRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['SubjectAccessRequest']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  SubjectAccessRequestEdge: ResolverTypeWrapper<Given<Omit<SubjectAccessRequestEdge, 'node'> & { node: ResolversTypes['SubjectAccessRequest'] }>>;
  RegisterSubjectAccessRequestInput: RegisterSubjectAccessRequestInput;
  ExtendSubjectAccessRequestInput: ExtendSubjectAccessRequestInput;
  AnswerSubjectAccessRequestInput: AnswerSubjectAccessRequestInput;
  LegalHold: ResolverTypeWrapper<Given<Omit<LegalHold, 'address'> & { address?: Maybe<ResolversTypes['Address']> }>>;
  LegalHoldOfOther: ResolverTypeWrapper<Given<Omit<LegalHoldOfOther, 'address'> & { address?: Maybe<ResolversTypes['Address']> }>>;
  PlaceLegalHoldInput: PlaceLegalHoldInput;
  AddressSet: ResolverTypeWrapper<Given<Omit<AddressSet, 'figures' | 'members'> & { figures: ResolversTypes['AddressSetFigures'], members: ResolversTypes['AddressSetMemberConnection'] }>>;
  AddressSetConnection: ResolverTypeWrapper<Given<Omit<AddressSetConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AddressSetEdge']>, nodes: ReadonlyArray<ResolversTypes['AddressSet']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AddressSetEdge: ResolverTypeWrapper<Given<Omit<AddressSetEdge, 'node'> & { node: ResolversTypes['AddressSet'] }>>;
  AddressSetKind: AddressSetKind;
  AddressSetFigures: ResolverTypeWrapper<Given<Omit<AddressSetFigures, 'outcomes'> & { outcomes: ReadonlyArray<ResolversTypes['AddressSetOutcomeCount']> }>>;
  AddressSetOutcomeCount: ResolverTypeWrapper<Given<AddressSetOutcomeCount>>;
  AddressSetMember: ResolverTypeWrapper<Given<Omit<AddressSetMember, 'address' | 'municipality' | 'outcomes'> & { address: ResolversTypes['Address'], municipality?: Maybe<ResolversTypes['Municipality']>, outcomes: ReadonlyArray<ResolversTypes['AddressSetOutcome']> }>>;
  AddressSetOutcome: ResolverTypeWrapper<Given<AddressSetOutcome>>;
  AddressSetOutcomeKind: AddressSetOutcomeKind;
  AddressSetMemberConnection: ResolverTypeWrapper<Given<Omit<AddressSetMemberConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AddressSetMemberEdge']>, nodes: ReadonlyArray<ResolversTypes['AddressSetMember']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AddressSetMemberEdge: ResolverTypeWrapper<Given<Omit<AddressSetMemberEdge, 'node'> & { node: ResolversTypes['AddressSetMember'] }>>;
  AddToAddressSetResult: ResolverTypeWrapper<Given<Omit<AddToAddressSetResult, 'set'> & { set: ResolversTypes['AddressSet'] }>>;
  CreateAddressSetInput: CreateAddressSetInput;
  AddressSetMembersInput: AddressSetMembersInput;
  RecordAddressSetOutcomeInput: RecordAddressSetOutcomeInput;
  CloseAddressSetInput: CloseAddressSetInput;
  Query: ResolverTypeWrapper<unknown>;
  Mutation: ResolverTypeWrapper<unknown>;
  Owner: Owner;
  Organisation: Organisation;
  LegalBasis: LegalBasis;
  Purpose: Purpose;
  PageInfo: ResolverTypeWrapper<Given<PageInfo>>;
  Signal: ResolverTypeWrapper<ShownSignal>;
  SignalKind: SignalKind;
  SignalState: SignalState;
  SignalResult: SignalResult;
  NotOpportuneReason: NotOpportuneReason;
  SignalAction: SignalAction;
  SignalLink: ResolverTypeWrapper<Given<SignalLink>>;
  SignalLinkKind: SignalLinkKind;
  SignalStep: ResolverTypeWrapper<ShownStep>;
  SignalDirection: SignalDirection;
  SignalFilter: SignalFilter;
  SignalConnection: ResolverTypeWrapper<Given<Omit<SignalConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['SignalEdge']>, nodes: ReadonlyArray<ResolversTypes['Signal']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  SignalEdge: ResolverTypeWrapper<Given<Omit<SignalEdge, 'node'> & { node: ResolversTypes['Signal'] }>>;
  AcknowledgeSignalInput: AcknowledgeSignalInput;
  AssignSignalInput: AssignSignalInput;
  SignalAssignee: SignalAssignee;
  ActOnSignalInput: ActOnSignalInput;
  SignalLinkInput: SignalLinkInput;
  CloseSignalInput: CloseSignalInput;
  MarkSignalNotOpportuneInput: MarkSignalNotOpportuneInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  AcuteCase: Given<Omit<AcuteCase, 'address' | 'nomination' | 'agreements' | 'steps'> & { address: ResolversParentTypes['Address'], nomination?: Maybe<ResolversParentTypes['AcuteNomination']>, agreements?: Maybe<ReadonlyArray<ResolversParentTypes['AcuteAgreement']>>, steps?: Maybe<ReadonlyArray<ResolversParentTypes['AcuteCaseStep']>> }>;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  AcuteNomination: Given<AcuteNomination>;
  AcuteAgreement: Given<AcuteAgreement>;
  AcuteCaseStep: Given<AcuteCaseStep>;
  AcuteCaseConnection: Given<Omit<AcuteCaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AcuteCaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AcuteCase']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AcuteCaseEdge: Given<Omit<AcuteCaseEdge, 'node'> & { node: ResolversParentTypes['AcuteCase'] }>;
  ReportAcuteCaseInput: ReportAcuteCaseInput;
  RecordAcuteCaseSafeInput: RecordAcuteCaseSafeInput;
  AcuteCaseReasonInput: AcuteCaseReasonInput;
  AnswerAcuteNominationInput: AnswerAcuteNominationInput;
  CloseAcuteCaseInput: CloseAcuteCaseInput;
  RecordAcuteAgreementInput: RecordAcuteAgreementInput;
  CompleteAcuteAgreementInput: CompleteAcuteAgreementInput;
  Address: AddressNode;
  Municipality: Given<Municipality>;
  OtherSide: Given<Omit<OtherSide, 'img' | 'ncg'> & { img?: Maybe<ResolversParentTypes['TrackSummary']>, ncg?: Maybe<ResolversParentTypes['TrackSummary']> }>;
  TrackSummary: Given<TrackSummary>;
  Consent: Given<Omit<Consent, 'address'> & { address: ResolversParentTypes['Address'] }>;
  RecordConsentInput: RecordConsentInput;
  RefuseConsentInput: RefuseConsentInput;
  Wish: Given<Omit<Wish, 'address'> & { address: ResolversParentTypes['Address'] }>;
  RecordWishInput: RecordWishInput;
  Objection: Given<Omit<Objection, 'address'> & { address: ResolversParentTypes['Address'] }>;
  RecordObjectionInput: RecordObjectionInput;
  ObjectionFilter: ObjectionFilter;
  ObjectionConnection: Given<Omit<ObjectionConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['ObjectionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Objection']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  ObjectionEdge: Given<Omit<ObjectionEdge, 'node'> & { node: ResolversParentTypes['Objection'] }>;
  Cooperation: Given<Omit<Cooperation, 'wishes' | 'buddyLink' | 'coordinator' | 'jointInspections' | 'integralPlans'> & { wishes?: Maybe<ResolversParentTypes['CooperationWishes']>, buddyLink?: Maybe<ResolversParentTypes['CooperationBuddyLink']>, coordinator?: Maybe<ResolversParentTypes['CooperationCoordinator']>, jointInspections?: Maybe<ReadonlyArray<ResolversParentTypes['JointInspection']>>, integralPlans?: Maybe<ReadonlyArray<ResolversParentTypes['IntegralPlan']>> }>;
  CooperationWishes: Given<Omit<CooperationWishes, 'history'> & { history?: Maybe<ReadonlyArray<ResolversParentTypes['CooperationWish']>> }>;
  CooperationWish: Given<CooperationWish>;
  CooperationBuddyLink: Given<Omit<CooperationBuddyLink, 'imgHandler' | 'ncgHandler' | 'history'> & { imgHandler?: Maybe<ResolversParentTypes['CooperationHandler']>, ncgHandler?: Maybe<ResolversParentTypes['CooperationHandler']>, history?: Maybe<ReadonlyArray<ResolversParentTypes['BuddyLinkChange']>> }>;
  CooperationHandler: Given<CooperationHandler>;
  BuddyLinkChange: Given<Omit<BuddyLinkChange, 'imgHandler' | 'ncgHandler'> & { imgHandler?: Maybe<ResolversParentTypes['CooperationHandler']>, ncgHandler?: Maybe<ResolversParentTypes['CooperationHandler']> }>;
  CooperationCoordinator: Given<Omit<CooperationCoordinator, 'person' | 'history'> & { person?: Maybe<ResolversParentTypes['CoordinatingPerson']>, history?: Maybe<ReadonlyArray<ResolversParentTypes['CoordinatorChange']>> }>;
  CoordinatingPerson: Given<CoordinatingPerson>;
  CoordinatorChange: Given<Omit<CoordinatorChange, 'person'> & { person?: Maybe<ResolversParentTypes['CoordinatingPerson']> }>;
  JointInspection: Given<Omit<JointInspection, 'delays' | 'steps'> & { delays?: Maybe<ReadonlyArray<ResolversParentTypes['InspectionDelay']>>, steps?: Maybe<ReadonlyArray<ResolversParentTypes['CooperationStep']>> }>;
  InspectionDelay: Given<InspectionDelay>;
  JointInspectionOutcome: Given<Omit<JointInspectionOutcome, 'jointInspection' | 'delays'> & { jointInspection?: Maybe<ResolversParentTypes['JointInspection']>, delays: ReadonlyArray<ResolversParentTypes['InspectionDelay']> }>;
  IntegralPlan: Given<Omit<IntegralPlan, 'steps'> & { steps?: Maybe<ReadonlyArray<ResolversParentTypes['CooperationStep']>> }>;
  CooperationStep: Given<CooperationStep>;
  SetBuddyLinkInput: SetBuddyLinkInput;
  SetCoordinatorInput: SetCoordinatorInput;
  EndCooperationInput: EndCooperationInput;
  ProposeJointInspectionInput: ProposeJointInspectionInput;
  AnswerJointInspectionInput: AnswerJointInspectionInput;
  WithdrawProposalInput: WithdrawProposalInput;
  RecordJointInspectionReplyInput: RecordJointInspectionReplyInput;
  RecordJointInspectionResultInput: RecordJointInspectionResultInput;
  ProposeIntegralPlanInput: ProposeIntegralPlanInput;
  AnswerIntegralPlanInput: AnswerIntegralPlanInput;
  RecordIntegralPlanResultInput: RecordIntegralPlanResultInput;
  AccessDecision: Given<AccessDecision>;
  Decision: Given<Omit<Decision, 'address' | 'requestedByMunicipality' | 'rules' | 'facts'> & { address?: Maybe<ResolversParentTypes['Address']>, requestedByMunicipality?: Maybe<ResolversParentTypes['Municipality']>, rules: ReadonlyArray<ResolversParentTypes['PolicyRule']>, facts: ReadonlyArray<ResolversParentTypes['DecisionFact']> }>;
  DecisionFact: Given<DecisionFact>;
  Policy: Given<Omit<Policy, 'rules'> & { rules: ReadonlyArray<ResolversParentTypes['PolicyRule']> }>;
  PolicyRule: Given<PolicyRule>;
  EmergencyAccess: Given<Omit<EmergencyAccess, 'address'> & { address: ResolversParentTypes['Address'] }>;
  BreakGlassInput: BreakGlassInput;
  ReviewEmergencyAccessInput: ReviewEmergencyAccessInput;
  ReleaseEmergencyAccessInput: ReleaseEmergencyAccessInput;
  EmergencyAccessFilter: EmergencyAccessFilter;
  EmergencyAccessConnection: Given<Omit<EmergencyAccessConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['EmergencyAccessEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EmergencyAccess']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  EmergencyAccessEdge: Given<Omit<EmergencyAccessEdge, 'node'> & { node: ResolversParentTypes['EmergencyAccess'] }>;
  MonitoringMonth: Given<Omit<MonitoringMonth, 'requests' | 'signals' | 'jointInspections' | 'integralPlans' | 'acuteCases' | 'leadTimes' | 'potential'> & { requests: ResolversParentTypes['MonitoringRequests'], signals: ReadonlyArray<ResolversParentTypes['MonitoringSignals']>, jointInspections: ResolversParentTypes['MonitoringJointInspections'], integralPlans: ResolversParentTypes['MonitoringIntegralPlans'], acuteCases: ResolversParentTypes['MonitoringAcuteCases'], leadTimes: ReadonlyArray<ResolversParentTypes['MonitoringLeadTimes']>, potential?: Maybe<ResolversParentTypes['MonitoringPotential']> }>;
  MonitoringRequests: Given<MonitoringRequests>;
  Float: Scalars['Float']['output'];
  MonitoringSignals: Given<MonitoringSignals>;
  MonitoringJointInspections: Given<MonitoringJointInspections>;
  MonitoringIntegralPlans: Given<MonitoringIntegralPlans>;
  MonitoringAcuteCases: Given<MonitoringAcuteCases>;
  MonitoringLeadTimes: Given<MonitoringLeadTimes>;
  MonitoringPotential: Given<MonitoringPotential>;
  Obligation: Given<Omit<Obligation, 'address' | 'municipality'> & { address?: Maybe<ResolversParentTypes['Address']>, municipality?: Maybe<ResolversParentTypes['Municipality']> }>;
  FulfilObligationInput: FulfilObligationInput;
  ObligationFilter: ObligationFilter;
  ObligationConnection: Given<Omit<ObligationConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['ObligationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Obligation']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  ObligationEdge: Given<Omit<ObligationEdge, 'node'> & { node: ResolversParentTypes['Obligation'] }>;
  CooperationPotential: Potential;
  CooperationFigures: Given<Omit<CooperationFigures, 'stock' | 'matrix'> & { stock: ResolversParentTypes['CooperationStock'], matrix: ResolversParentTypes['CooperationMatrix'] }>;
  CooperationStock: Given<Omit<CooperationStock, 'noReportByPhase'> & { noReportByPhase: ReadonlyArray<ResolversParentTypes['CooperationPhaseCount']> }>;
  CooperationPhaseCount: Given<CooperationPhaseCount>;
  CooperationMatrix: Given<Omit<CooperationMatrix, 'cells' | 'groups'> & { cells: ReadonlyArray<ResolversParentTypes['CooperationCell']>, groups: ReadonlyArray<ResolversParentTypes['CooperationGroupCount']> }>;
  CooperationCell: Given<CooperationCell>;
  CooperationGroupCount: Given<CooperationGroupCount>;
  CooperationFilter: CooperationFilter;
  CooperationCellInput: CooperationCellInput;
  AddressConnection: Given<Omit<AddressConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AddressEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Address']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AddressEdge: Given<Omit<AddressEdge, 'node'> & { node: ResolversParentTypes['Address'] }>;
  InformationRequest: InformationRequestRow;
  AssessmentAnswer: Given<AssessmentAnswer>;
  InformationRequestProposal: Given<Omit<InformationRequestProposal, 'categories'> & { categories: ReadonlyArray<ResolversParentTypes['ProposedCategory']> }>;
  ProposedCategory: Given<ProposedCategory>;
  InformationRequestConsent: Given<InformationRequestConsent>;
  InformationRequestAnswer: Given<InformationRequestAnswer>;
  InformationRequestFollowUp: Given<InformationRequestFollowUp>;
  BuddyLink: Given<Omit<BuddyLink, 'imgHandler' | 'ncgHandler'> & { imgHandler: ResolversParentTypes['BuddyHandler'], ncgHandler: ResolversParentTypes['BuddyHandler'] }>;
  BuddyHandler: Given<BuddyHandler>;
  InformationRequestStep: InformationRequestStepRow;
  InformationRequestFilter: InformationRequestFilter;
  InformationRequestConnection: Given<Omit<InformationRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['InformationRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['InformationRequest']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  InformationRequestEdge: Given<Omit<InformationRequestEdge, 'node'> & { node: ResolversParentTypes['InformationRequest'] }>;
  InformationRequestStatistics: Statistics;
  InformationRequestNumbers: Given<InformationRequestNumbers>;
  SubmitInformationRequestInput: SubmitInformationRequestInput;
  SupplementInformationRequestInput: SupplementInformationRequestInput;
  WithdrawInformationRequestInput: WithdrawInformationRequestInput;
  ReturnInformationRequestInput: ReturnInformationRequestInput;
  AssessInformationRequestInput: AssessInformationRequestInput;
  AssessmentTestInput: AssessmentTestInput;
  AssessmentAnswerInput: AssessmentAnswerInput;
  AskInformationRequestConsentInput: AskInformationRequestConsentInput;
  RecordInformationRequestConsentReplyInput: RecordInformationRequestConsentReplyInput;
  ForwardInformationRequestInput: ForwardInformationRequestInput;
  AnswerInformationRequestInput: AnswerInformationRequestInput;
  RecordInformationRequestFollowUpInput: RecordInformationRequestFollowUpInput;
  BuddyHandlerInput: BuddyHandlerInput;
  CloseInformationRequestInput: CloseInformationRequestInput;
  AssignInformationRequestInput: AssignInformationRequestInput;
  ExtendInformationRequestInput: ExtendInformationRequestInput;
  RevokeInformationRequestInput: RevokeInformationRequestInput;
  Disclosure: Given<Disclosure>;
  DisclosureConnection: Given<Omit<DisclosureConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DisclosureEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Disclosure']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  DisclosureEdge: Given<Omit<DisclosureEdge, 'node'> & { node: ResolversParentTypes['Disclosure'] }>;
  SubjectAccessRequest: Given<Omit<SubjectAccessRequest, 'address' | 'export'> & { address: ResolversParentTypes['Address'], export: ResolversParentTypes['SubjectAccessExport'] }>;
  SubjectAccessExport: Given<SubjectAccessExport>;
  SubjectAccessRequestFilter: SubjectAccessRequestFilter;
  SubjectAccessRequestConnection: Given<Omit<SubjectAccessRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['SubjectAccessRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['SubjectAccessRequest']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  SubjectAccessRequestEdge: Given<Omit<SubjectAccessRequestEdge, 'node'> & { node: ResolversParentTypes['SubjectAccessRequest'] }>;
  RegisterSubjectAccessRequestInput: RegisterSubjectAccessRequestInput;
  ExtendSubjectAccessRequestInput: ExtendSubjectAccessRequestInput;
  AnswerSubjectAccessRequestInput: AnswerSubjectAccessRequestInput;
  LegalHold: Given<Omit<LegalHold, 'address'> & { address?: Maybe<ResolversParentTypes['Address']> }>;
  LegalHoldOfOther: Given<Omit<LegalHoldOfOther, 'address'> & { address?: Maybe<ResolversParentTypes['Address']> }>;
  PlaceLegalHoldInput: PlaceLegalHoldInput;
  AddressSet: Given<Omit<AddressSet, 'figures' | 'members'> & { figures: ResolversParentTypes['AddressSetFigures'], members: ResolversParentTypes['AddressSetMemberConnection'] }>;
  AddressSetConnection: Given<Omit<AddressSetConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AddressSetEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AddressSet']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AddressSetEdge: Given<Omit<AddressSetEdge, 'node'> & { node: ResolversParentTypes['AddressSet'] }>;
  AddressSetFigures: Given<Omit<AddressSetFigures, 'outcomes'> & { outcomes: ReadonlyArray<ResolversParentTypes['AddressSetOutcomeCount']> }>;
  AddressSetOutcomeCount: Given<AddressSetOutcomeCount>;
  AddressSetMember: Given<Omit<AddressSetMember, 'address' | 'municipality' | 'outcomes'> & { address: ResolversParentTypes['Address'], municipality?: Maybe<ResolversParentTypes['Municipality']>, outcomes: ReadonlyArray<ResolversParentTypes['AddressSetOutcome']> }>;
  AddressSetOutcome: Given<AddressSetOutcome>;
  AddressSetMemberConnection: Given<Omit<AddressSetMemberConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AddressSetMemberEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AddressSetMember']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AddressSetMemberEdge: Given<Omit<AddressSetMemberEdge, 'node'> & { node: ResolversParentTypes['AddressSetMember'] }>;
  AddToAddressSetResult: Given<Omit<AddToAddressSetResult, 'set'> & { set: ResolversParentTypes['AddressSet'] }>;
  CreateAddressSetInput: CreateAddressSetInput;
  AddressSetMembersInput: AddressSetMembersInput;
  RecordAddressSetOutcomeInput: RecordAddressSetOutcomeInput;
  CloseAddressSetInput: CloseAddressSetInput;
  Query: unknown;
  Mutation: unknown;
  PageInfo: Given<PageInfo>;
  Signal: ShownSignal;
  SignalLink: Given<SignalLink>;
  SignalStep: ShownStep;
  SignalFilter: SignalFilter;
  SignalConnection: Given<Omit<SignalConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['SignalEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Signal']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  SignalEdge: Given<Omit<SignalEdge, 'node'> & { node: ResolversParentTypes['Signal'] }>;
  AcknowledgeSignalInput: AcknowledgeSignalInput;
  AssignSignalInput: AssignSignalInput;
  ActOnSignalInput: ActOnSignalInput;
  SignalLinkInput: SignalLinkInput;
  CloseSignalInput: CloseSignalInput;
  MarkSignalNotOpportuneInput: MarkSignalNotOpportuneInput;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type AcuteCaseResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteCase'] = ResolversParentTypes['AcuteCase']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['AcuteCaseState']>, ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  safeBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  madeSafeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  madeSafeInTime?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nomination?: Resolver<Maybe<ResolversTypes['AcuteNomination']>, ParentType, ContextType>;
  agreements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AcuteAgreement']>>, ParentType, ContextType>;
  aftercare?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AcuteCaseAction']>>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AcuteCaseStep']>>, ParentType, ContextType>;
};

export type AcuteNominationResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteNomination'] = ResolversParentTypes['AcuteNomination']> = {
  nominatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['AcuteNominationOutcome']>, ParentType, ContextType>;
  road?: Resolver<Maybe<ResolversTypes['AcuteNominationRoad']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AcuteAgreementResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteAgreement'] = ResolversParentTypes['AcuteAgreement']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  metOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  what?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responsible?: Resolver<Maybe<ResolversTypes['MeetingParty']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  doneOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  remarks?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedBy?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
};

export type AcuteCaseStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteCaseStep'] = ResolversParentTypes['AcuteCaseStep']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['AcuteCaseState']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AcuteCaseConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteCaseConnection'] = ResolversParentTypes['AcuteCaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AcuteCaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AcuteCase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AcuteCaseEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteCaseEdge'] = ResolversParentTypes['AcuteCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AcuteCase'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  houseNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  houseLetter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumberAddition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
  otherSide?: Resolver<ResolversTypes['OtherSide'], ParentType, ContextType>;
  access?: Resolver<ReadonlyArray<ResolversTypes['AccessDecision']>, ParentType, ContextType>;
  imgGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ncgGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  acuteCases?: Resolver<ReadonlyArray<ResolversTypes['AcuteCase']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['Consent']>, ParentType, ContextType>;
  objections?: Resolver<ReadonlyArray<ResolversTypes['Objection']>, ParentType, ContextType>;
  cooperation?: Resolver<Maybe<ResolversTypes['Cooperation']>, ParentType, ContextType>;
  informationRequests?: Resolver<ReadonlyArray<ResolversTypes['InformationRequest']>, ParentType, ContextType>;
  addressSets?: Resolver<ReadonlyArray<ResolversTypes['AddressSet']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<ResolversTypes['Signal']>, ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OtherSideResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['OtherSide'] = ResolversParentTypes['OtherSide']> = {
  img?: Resolver<Maybe<ResolversTypes['TrackSummary']>, ParentType, ContextType>;
  ncg?: Resolver<Maybe<ResolversTypes['TrackSummary']>, ParentType, ContextType>;
  concurrence?: Resolver<Maybe<ResolversTypes['Concurrence']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['CooperationGroup']>, ParentType, ContextType>;
  cooperation?: Resolver<Maybe<ResolversTypes['CooperationLikelihood']>, ParentType, ContextType>;
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TrackSummaryResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['TrackSummary'] = ResolversParentTypes['TrackSummary']> = {
  present?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  open?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phaseCode?: Resolver<Maybe<ResolversTypes['TrackPhase']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TrackPhaseResolvers = EnumResolverSignature<{ REPORTED?: any, SCOPE?: any, INSPECTION?: any, ASSESSMENT?: any, DECISION?: any, PLANNING?: any, EXECUTION?: any, COMPLETION?: any }, ResolversTypes['TrackPhase']>;

export type StrengtheningStatusResolvers = EnumResolverSignature<{ S1_2?: any, S2_1?: any, S3_1?: any, S4_1?: any, S4_2?: any, S5_1?: any, S5_2?: any }, ResolversTypes['StrengtheningStatus']>;

export type StrengtheningPhaseResolvers = EnumResolverSignature<{ SCOPE?: any, INSPECTION?: any, ASSESSMENT?: any, PLANNING?: any, EXECUTION?: any, COMPLETION?: any }, ResolversTypes['StrengtheningPhase']>;

export type DamageStatusResolvers = EnumResolverSignature<{ PREPARATION?: any, INSPECTION?: any, VIEWS?: any, DECISION?: any }, ResolversTypes['DamageStatus']>;

export type ConsentResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentState'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  givenBy?: Resolver<ResolversTypes['ConsentParty'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ConsentChannel'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnByRefusal?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  withdrawalMethod?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawalReceipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalReceipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WishResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Wish'] = ResolversParentTypes['Wish']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  integralApproach?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inspection?: Resolver<Maybe<ResolversTypes['InspectionWish']>, ParentType, ContextType>;
  process?: Resolver<Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  realisation?: Resolver<Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  askedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ConsentChannel'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ObjectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Objection'] = ResolversParentTypes['Objection']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ObjectionState'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ConsentChannel'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decideBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ObjectionConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['ObjectionConnection'] = ResolversParentTypes['ObjectionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ObjectionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Objection']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ObjectionEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['ObjectionEdge'] = ResolversParentTypes['ObjectionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Objection'], ParentType, ContextType>;
};

export type CooperationResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Cooperation'] = ResolversParentTypes['Cooperation']> = {
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  wishes?: Resolver<Maybe<ResolversTypes['CooperationWishes']>, ParentType, ContextType>;
  buddyLink?: Resolver<Maybe<ResolversTypes['CooperationBuddyLink']>, ParentType, ContextType>;
  coordinator?: Resolver<Maybe<ResolversTypes['CooperationCoordinator']>, ParentType, ContextType>;
  jointInspections?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JointInspection']>>, ParentType, ContextType>;
  integralPlans?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IntegralPlan']>>, ParentType, ContextType>;
};

export type CooperationWishesResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationWishes'] = ResolversParentTypes['CooperationWishes']> = {
  asked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  integralApproach?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inspection?: Resolver<Maybe<ResolversTypes['InspectionWish']>, ParentType, ContextType>;
  process?: Resolver<Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  realisation?: Resolver<Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  askedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CooperationWish']>>, ParentType, ContextType>;
};

export type CooperationWishResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationWish'] = ResolversParentTypes['CooperationWish']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  integralApproach?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inspection?: Resolver<Maybe<ResolversTypes['InspectionWish']>, ParentType, ContextType>;
  process?: Resolver<Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  realisation?: Resolver<Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  askedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CooperationBuddyLinkResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationBuddyLink'] = ResolversParentTypes['CooperationBuddyLink']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  imgHandler?: Resolver<Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
  ncgHandler?: Resolver<Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BuddyLinkChange']>>, ParentType, ContextType>;
};

export type CooperationHandlerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationHandler'] = ResolversParentTypes['CooperationHandler']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BuddyLinkChangeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['BuddyLinkChange'] = ResolversParentTypes['BuddyLinkChange']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imgHandler?: Resolver<Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
  ncgHandler?: Resolver<Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
};

export type CooperationCoordinatorResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationCoordinator'] = ResolversParentTypes['CooperationCoordinator']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['CoordinatingPerson']>, ParentType, ContextType>;
  history?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CoordinatorChange']>>, ParentType, ContextType>;
};

export type CoordinatingPersonResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CoordinatingPerson'] = ResolversParentTypes['CoordinatingPerson']> = {
  organisation?: Resolver<Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CoordinatorChangeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CoordinatorChange'] = ResolversParentTypes['CoordinatorChange']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['CoordinatingPerson']>, ParentType, ContextType>;
};

export type JointInspectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['JointInspection'] = ResolversParentTypes['JointInspection']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['JointInspectionState']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['InspectionForm']>, ParentType, ContextType>;
  imgOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ncgOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  imgPlannedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ncgPlannedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  delays?: Resolver<Maybe<ReadonlyArray<ResolversTypes['InspectionDelay']>>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  proposedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  residentAgreedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  residentChannel?: Resolver<Maybe<ResolversTypes['ConsentChannel']>, ParentType, ContextType>;
  heldOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JointInspectionAction']>>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>>, ParentType, ContextType>;
};

export type InspectionDelayResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InspectionDelay'] = ResolversParentTypes['InspectionDelay']> = {
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JointInspectionOutcomeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['JointInspectionOutcome'] = ResolversParentTypes['JointInspectionOutcome']> = {
  jointInspection?: Resolver<Maybe<ResolversTypes['JointInspection']>, ParentType, ContextType>;
  delays?: Resolver<ReadonlyArray<ResolversTypes['InspectionDelay']>, ParentType, ContextType>;
  confirmationNeeded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IntegralPlanResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['IntegralPlan'] = ResolversParentTypes['IntegralPlan']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['IntegralPlanState']>, ParentType, ContextType>;
  repair?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  worksFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  proposedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  carriedOutOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['IntegralPlanAction']>>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>>, ParentType, ContextType>;
};

export type CooperationStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationStep'] = ResolversParentTypes['CooperationStep']> = {
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessDecisionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AccessDecision'] = ResolversParentTypes['AccessDecision']> = {
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decisionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  requestedByRoles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  requestedByMunicipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['PolicyRule']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['DecisionFact']>, ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  registerShown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  fileShown?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reproducible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DecisionFactResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['DecisionFact'] = ResolversParentTypes['DecisionFact']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PolicyResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  placeholder?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['PolicyRule']>, ParentType, ContextType>;
};

export type PolicyRuleResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['PolicyRule'] = ResolversParentTypes['PolicyRule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  owners?: Resolver<ReadonlyArray<ResolversTypes['Owner']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmergencyAccessResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['EmergencyAccess'] = ResolversParentTypes['EmergencyAccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  brokenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validUntil?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reviewDueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['EmergencyVerdict']>, ParentType, ContextType>;
  remarks?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewedBy?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  releasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  releasedBy?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  releaseReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmergencyAccessConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['EmergencyAccessConnection'] = ResolversParentTypes['EmergencyAccessConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmergencyAccessEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['EmergencyAccess']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmergencyAccessEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['EmergencyAccessEdge'] = ResolversParentTypes['EmergencyAccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType>;
};

export type MonitoringMonthResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringMonth'] = ResolversParentTypes['MonitoringMonth']> = {
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['MonitoringRequests'], ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<ResolversTypes['MonitoringSignals']>, ParentType, ContextType>;
  jointInspections?: Resolver<ResolversTypes['MonitoringJointInspections'], ParentType, ContextType>;
  integralPlans?: Resolver<ResolversTypes['MonitoringIntegralPlans'], ParentType, ContextType>;
  acuteCases?: Resolver<ResolversTypes['MonitoringAcuteCases'], ParentType, ContextType>;
  leadTimes?: Resolver<ReadonlyArray<ResolversTypes['MonitoringLeadTimes']>, ParentType, ContextType>;
  potential?: Resolver<Maybe<ResolversTypes['MonitoringPotential']>, ParentType, ContextType>;
};

export type MonitoringRequestsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringRequests'] = ResolversParentTypes['MonitoringRequests']> = {
  submitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partlyGranted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MonitoringSignalsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringSignals'] = ResolversParentTypes['MonitoringSignals']> = {
  kind?: Resolver<Maybe<ResolversTypes['SignalKind']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MonitoringJointInspectionsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringJointInspections'] = ResolversParentTypes['MonitoringJointInspections']> = {
  proposed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  agreed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notHeld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MonitoringIntegralPlansResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringIntegralPlans'] = ResolversParentTypes['MonitoringIntegralPlans']> = {
  proposed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  agreed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  carriedOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stopped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  declined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withdrawn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MonitoringAcuteCasesResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringAcuteCases'] = ResolversParentTypes['MonitoringAcuteCases']> = {
  reported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  madeSafe?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  madeSafeLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MonitoringLeadTimesResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringLeadTimes'] = ResolversParentTypes['MonitoringLeadTimes']> = {
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  ended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  measured?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MonitoringPotentialResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringPotential'] = ResolversParentTypes['MonitoringPotential']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  noReport?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bothRunning?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  possible?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ObligationResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Obligation'] = ResolversParentTypes['Obligation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['ObligationCause'], ParentType, ContextType>;
  addressId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  instruction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ObligationState'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['ObligationResult']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fulfilledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ObligationConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['ObligationConnection'] = ResolversParentTypes['ObligationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ObligationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Obligation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ObligationEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['ObligationEdge'] = ResolversParentTypes['ObligationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Obligation'], ParentType, ContextType>;
};

export type CooperationPotentialResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationPotential'] = ResolversParentTypes['CooperationPotential']> = {
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  smallCountsHidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['CooperationFigures'], ParentType, ContextType>;
  overTime?: Resolver<ReadonlyArray<ResolversTypes['CooperationFigures']>, ParentType, ContextType, RequireFields<CooperationPotentialOverTimeArgs, 'from' | 'every'>>;
};

export type CooperationFiguresResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationFigures'] = ResolversParentTypes['CooperationFigures']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['CooperationStock'], ParentType, ContextType>;
  matrix?: Resolver<ResolversTypes['CooperationMatrix'], ParentType, ContextType>;
};

export type CooperationStockResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationStock'] = ResolversParentTypes['CooperationStock']> = {
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  noReport?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  handled?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bothRunning?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  noReportByPhase?: Resolver<ReadonlyArray<ResolversTypes['CooperationPhaseCount']>, ParentType, ContextType>;
  damageOnly?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationPhaseCountResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationPhaseCount'] = ResolversParentTypes['CooperationPhaseCount']> = {
  phase?: Resolver<ResolversTypes['StrengtheningPhase'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationMatrixResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationMatrix'] = ResolversParentTypes['CooperationMatrix']> = {
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cells?: Resolver<ReadonlyArray<ResolversTypes['CooperationCell']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['CooperationGroupCount']>, ParentType, ContextType>;
  outside?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationCellResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationCell'] = ResolversParentTypes['CooperationCell']> = {
  ncgStatus?: Resolver<ResolversTypes['StrengtheningStatus'], ParentType, ContextType>;
  ncgLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imgStatus?: Resolver<ResolversTypes['DamageStatus'], ParentType, ContextType>;
  imgLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['CooperationGroup']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationGroupCountResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationGroupCount'] = ResolversParentTypes['CooperationGroupCount']> = {
  group?: Resolver<ResolversTypes['CooperationGroup'], ParentType, ContextType>;
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AddressConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressConnection'] = ResolversParentTypes['AddressConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AddressEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Address']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AddressEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressEdge'] = ResolversParentTypes['AddressEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  expectedDamage?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InformationRequestResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequest'] = ResolversParentTypes['InformationRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InformationRequestKind'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  neededCategories?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DataCategory']>>, ParentType, ContextType>;
  necessity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requester?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InformationRequestState'], ParentType, ContextType>;
  assessingDesk?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['InformationRequestPlace']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assessment?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AssessmentAnswer']>>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['InformationRequestProposal']>, ParentType, ContextType>;
  consent?: Resolver<Maybe<ResolversTypes['InformationRequestConsent']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['InformationRequestAnswer']>, ParentType, ContextType>;
  followUp?: Resolver<Maybe<ResolversTypes['InformationRequestFollowUp']>, ParentType, ContextType>;
  buddyLink?: Resolver<Maybe<ResolversTypes['BuddyLink']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestStep']>, ParentType, ContextType>;
  whatNow?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestAction']>, ParentType, ContextType>;
};

export type AssessmentAnswerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AssessmentAnswer'] = ResolversParentTypes['AssessmentAnswer']> = {
  question?: Resolver<ResolversTypes['AssessmentQuestion'], ParentType, ContextType>;
  passes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InformationRequestProposalResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestProposal'] = ResolversParentTypes['InformationRequestProposal']> = {
  outcome?: Resolver<ResolversTypes['InformationRequestProposalOutcome'], ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['ProposedCategory']>, ParentType, ContextType>;
};

export type ProposedCategoryResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['ProposedCategory'] = ResolversParentTypes['ProposedCategory']> = {
  category?: Resolver<ResolversTypes['DataCategory'], ParentType, ContextType>;
  road?: Resolver<ResolversTypes['ProposalRoad'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InformationRequestConsentResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestConsent'] = ResolversParentTypes['InformationRequestConsent']> = {
  reply?: Resolver<ResolversTypes['ConsentReply'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  consentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type InformationRequestAnswerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestAnswer'] = ResolversParentTypes['InformationRequestAnswer']> = {
  outcome?: Resolver<ResolversTypes['InformationRequestOutcome'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answeredBy?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  onConsent?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InformationRequestFollowUpResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestFollowUp'] = ResolversParentTypes['InformationRequestFollowUp']> = {
  remarks?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priorityDecision?: Resolver<Maybe<ResolversTypes['PriorityDecision']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type BuddyLinkResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['BuddyLink'] = ResolversParentTypes['BuddyLink']> = {
  imgHandler?: Resolver<ResolversTypes['BuddyHandler'], ParentType, ContextType>;
  ncgHandler?: Resolver<ResolversTypes['BuddyHandler'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BuddyHandlerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['BuddyHandler'] = ResolversParentTypes['BuddyHandler']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InformationRequestStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestStep'] = ResolversParentTypes['InformationRequestStep']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['InformationRequestAction'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['InformationRequestState']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['InformationRequestState'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InformationRequestConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestConnection'] = ResolversParentTypes['InformationRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['InformationRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InformationRequestEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestEdge'] = ResolversParentTypes['InformationRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType>;
};

export type InformationRequestStatisticsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestStatistics'] = ResolversParentTypes['InformationRequestStatistics']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['InformationRequestNumbers'], ParentType, ContextType>;
  byKind?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestNumbers']>, ParentType, ContextType>;
  byOutcome?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestNumbers']>, ParentType, ContextType>;
  byDesk?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestNumbers']>, ParentType, ContextType>;
  byKindOutcomeAndDesk?: Resolver<ReadonlyArray<ResolversTypes['InformationRequestNumbers']>, ParentType, ContextType>;
};

export type InformationRequestNumbersResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestNumbers'] = ResolversParentTypes['InformationRequestNumbers']> = {
  kind?: Resolver<Maybe<ResolversTypes['InformationRequestKind']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['InformationRequestOutcome']>, ParentType, ContextType>;
  desk?: Resolver<Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  submitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DisclosureKind'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  recipientName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipientRoles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  reasonText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  articles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisclosureConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['DisclosureConnection'] = ResolversParentTypes['DisclosureConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisclosureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Disclosure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DisclosureEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['DisclosureEdge'] = ResolversParentTypes['DisclosureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Disclosure'], ParentType, ContextType>;
};

export type SubjectAccessRequestResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SubjectAccessRequest'] = ResolversParentTypes['SubjectAccessRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SubjectAccessState'], ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ConsentChannel'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  registeredBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  extendedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  extensionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['SubjectAccessOutcome']>, ParentType, ContextType>;
  answerChannel?: Resolver<Maybe<ResolversTypes['ConsentChannel']>, ParentType, ContextType>;
  answerEvidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  export?: Resolver<ResolversTypes['SubjectAccessExport'], ParentType, ContextType>;
};

export type SubjectAccessExportResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SubjectAccessExport'] = ResolversParentTypes['SubjectAccessExport']> = {
  schemaVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  generatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pdf?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubjectAccessRequestConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SubjectAccessRequestConnection'] = ResolversParentTypes['SubjectAccessRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SubjectAccessRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SubjectAccessRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubjectAccessRequestEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SubjectAccessRequestEdge'] = ResolversParentTypes['SubjectAccessRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType>;
};

export type LegalHoldResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['LegalHold'] = ResolversParentTypes['LegalHold']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  liftedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  liftReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalHoldOfOtherResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['LegalHoldOfOther'] = ResolversParentTypes['LegalHoldOfOther']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AddressSetResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSet'] = ResolversParentTypes['AddressSet']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AddressSetKind'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closingReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['AddressSetFigures'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['AddressSetMemberConnection'], ParentType, ContextType, RequireFields<AddressSetMembersArgs, 'first'>>;
};

export type AddressSetConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetConnection'] = ResolversParentTypes['AddressSetConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AddressSetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AddressSet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AddressSetEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetEdge'] = ResolversParentTypes['AddressSetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType>;
};

export type AddressSetFiguresResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetFigures'] = ResolversParentTypes['AddressSetFigures']> = {
  addresses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcomes?: Resolver<ReadonlyArray<ResolversTypes['AddressSetOutcomeCount']>, ParentType, ContextType>;
};

export type AddressSetOutcomeCountResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetOutcomeCount'] = ResolversParentTypes['AddressSetOutcomeCount']> = {
  outcome?: Resolver<ResolversTypes['AddressSetOutcomeKind'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AddressSetMemberResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetMember'] = ResolversParentTypes['AddressSetMember']> = {
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  putForwardBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcomes?: Resolver<ReadonlyArray<ResolversTypes['AddressSetOutcome']>, ParentType, ContextType>;
};

export type AddressSetOutcomeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetOutcome'] = ResolversParentTypes['AddressSetOutcome']> = {
  outcome?: Resolver<ResolversTypes['AddressSetOutcomeKind'], ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AddressSetMemberConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetMemberConnection'] = ResolversParentTypes['AddressSetMemberConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AddressSetMemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AddressSetMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AddressSetMemberEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetMemberEdge'] = ResolversParentTypes['AddressSetMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AddressSetMember'], ParentType, ContextType>;
};

export type AddToAddressSetResultResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddToAddressSetResult'] = ResolversParentTypes['AddToAddressSetResult']> = {
  set?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  acuteCase?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<QueryAcuteCaseArgs, 'id'>>;
  acuteCases?: Resolver<ResolversTypes['AcuteCaseConnection'], ParentType, ContextType, RequireFields<QueryAcuteCasesArgs, 'municipality' | 'first'>>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<QueryAddressArgs, 'id'>>;
  addresses?: Resolver<ReadonlyArray<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<QueryAddressesArgs, 'postcode'>>;
  objections?: Resolver<ResolversTypes['ObjectionConnection'], ParentType, ContextType, RequireFields<QueryObjectionsArgs, 'first'>>;
  decision?: Resolver<Maybe<ResolversTypes['Decision']>, ParentType, ContextType, RequireFields<QueryDecisionArgs, 'id'>>;
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType, Partial<QueryPolicyArgs>>;
  emergencyAccess?: Resolver<Maybe<ResolversTypes['EmergencyAccess']>, ParentType, ContextType, RequireFields<QueryEmergencyAccessArgs, 'id'>>;
  emergencyAccesses?: Resolver<ResolversTypes['EmergencyAccessConnection'], ParentType, ContextType, RequireFields<QueryEmergencyAccessesArgs, 'first'>>;
  monitoring?: Resolver<ReadonlyArray<ResolversTypes['MonitoringMonth']>, ParentType, ContextType, RequireFields<QueryMonitoringArgs, 'from'>>;
  obligations?: Resolver<ResolversTypes['ObligationConnection'], ParentType, ContextType, RequireFields<QueryObligationsArgs, 'first'>>;
  cooperationPotential?: Resolver<ResolversTypes['CooperationPotential'], ParentType, ContextType, Partial<QueryCooperationPotentialArgs>>;
  cooperationAddresses?: Resolver<ResolversTypes['AddressConnection'], ParentType, ContextType, RequireFields<QueryCooperationAddressesArgs, 'filter' | 'first'>>;
  informationRequest?: Resolver<Maybe<ResolversTypes['InformationRequest']>, ParentType, ContextType, RequireFields<QueryInformationRequestArgs, 'id'>>;
  informationRequests?: Resolver<ResolversTypes['InformationRequestConnection'], ParentType, ContextType, RequireFields<QueryInformationRequestsArgs, 'sort' | 'first'>>;
  informationRequestStatistics?: Resolver<ResolversTypes['InformationRequestStatistics'], ParentType, ContextType, Partial<QueryInformationRequestStatisticsArgs>>;
  disclosures?: Resolver<ResolversTypes['DisclosureConnection'], ParentType, ContextType, RequireFields<QueryDisclosuresArgs, 'addressId' | 'include' | 'first'>>;
  subjectAccessRequest?: Resolver<Maybe<ResolversTypes['SubjectAccessRequest']>, ParentType, ContextType, RequireFields<QuerySubjectAccessRequestArgs, 'id'>>;
  subjectAccessRequests?: Resolver<ResolversTypes['SubjectAccessRequestConnection'], ParentType, ContextType, RequireFields<QuerySubjectAccessRequestsArgs, 'first'>>;
  legalHolds?: Resolver<ReadonlyArray<ResolversTypes['LegalHold']>, ParentType, ContextType, Partial<QueryLegalHoldsArgs>>;
  legalHoldsOfOthers?: Resolver<ReadonlyArray<ResolversTypes['LegalHoldOfOther']>, ParentType, ContextType, Partial<QueryLegalHoldsOfOthersArgs>>;
  addressSet?: Resolver<Maybe<ResolversTypes['AddressSet']>, ParentType, ContextType, RequireFields<QueryAddressSetArgs, 'id'>>;
  addressSetList?: Resolver<ResolversTypes['AddressSetConnection'], ParentType, ContextType, RequireFields<QueryAddressSetListArgs, 'first'>>;
  addressSets?: Resolver<ReadonlyArray<ResolversTypes['AddressSet']>, ParentType, ContextType, Partial<QueryAddressSetsArgs>>;
  signal?: Resolver<Maybe<ResolversTypes['Signal']>, ParentType, ContextType, RequireFields<QuerySignalArgs, 'id'>>;
  signals?: Resolver<ResolversTypes['SignalConnection'], ParentType, ContextType, RequireFields<QuerySignalsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reportAcuteCase?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationReportAcuteCaseArgs, 'input'>>;
  recordAcuteCaseSafe?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationRecordAcuteCaseSafeArgs, 'input'>>;
  nominateAcuteCase?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationNominateAcuteCaseArgs, 'input'>>;
  skipAcuteNomination?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationSkipAcuteNominationArgs, 'input'>>;
  answerAcuteNomination?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationAnswerAcuteNominationArgs, 'input'>>;
  closeAcuteCase?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationCloseAcuteCaseArgs, 'input'>>;
  recordAcuteAgreement?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationRecordAcuteAgreementArgs, 'input'>>;
  completeAcuteAgreement?: Resolver<Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<MutationCompleteAcuteAgreementArgs, 'input'>>;
  recordConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationRecordConsentArgs, 'input'>>;
  refuseConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationRefuseConsentArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'id'>>;
  recordWish?: Resolver<ResolversTypes['Wish'], ParentType, ContextType, RequireFields<MutationRecordWishArgs, 'input'>>;
  recordObjection?: Resolver<ResolversTypes['Objection'], ParentType, ContextType, RequireFields<MutationRecordObjectionArgs, 'input'>>;
  setBuddyLink?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<MutationSetBuddyLinkArgs, 'input'>>;
  endBuddyLink?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<MutationEndBuddyLinkArgs, 'input'>>;
  setCoordinator?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<MutationSetCoordinatorArgs, 'input'>>;
  endCoordinator?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<MutationEndCoordinatorArgs, 'input'>>;
  proposeJointInspection?: Resolver<ResolversTypes['JointInspectionOutcome'], ParentType, ContextType, RequireFields<MutationProposeJointInspectionArgs, 'input'>>;
  answerJointInspection?: Resolver<ResolversTypes['JointInspectionOutcome'], ParentType, ContextType, RequireFields<MutationAnswerJointInspectionArgs, 'input'>>;
  withdrawJointInspection?: Resolver<ResolversTypes['JointInspection'], ParentType, ContextType, RequireFields<MutationWithdrawJointInspectionArgs, 'input'>>;
  recordJointInspectionReply?: Resolver<ResolversTypes['JointInspection'], ParentType, ContextType, RequireFields<MutationRecordJointInspectionReplyArgs, 'input'>>;
  recordJointInspectionResult?: Resolver<ResolversTypes['JointInspection'], ParentType, ContextType, RequireFields<MutationRecordJointInspectionResultArgs, 'input'>>;
  proposeIntegralPlan?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<MutationProposeIntegralPlanArgs, 'input'>>;
  answerIntegralPlan?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<MutationAnswerIntegralPlanArgs, 'input'>>;
  withdrawIntegralPlan?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<MutationWithdrawIntegralPlanArgs, 'input'>>;
  recordIntegralPlanResult?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<MutationRecordIntegralPlanResultArgs, 'input'>>;
  breakGlass?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<MutationBreakGlassArgs, 'input'>>;
  reviewEmergencyAccess?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<MutationReviewEmergencyAccessArgs, 'input'>>;
  releaseEmergencyAccess?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<MutationReleaseEmergencyAccessArgs, 'input'>>;
  fulfilObligation?: Resolver<ResolversTypes['Obligation'], ParentType, ContextType, RequireFields<MutationFulfilObligationArgs, 'input'>>;
  submitInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationSubmitInformationRequestArgs, 'input'>>;
  supplementInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationSupplementInformationRequestArgs, 'input'>>;
  withdrawInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationWithdrawInformationRequestArgs, 'input'>>;
  returnInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationReturnInformationRequestArgs, 'input'>>;
  assessInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationAssessInformationRequestArgs, 'input'>>;
  askInformationRequestConsent?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationAskInformationRequestConsentArgs, 'input'>>;
  recordInformationRequestConsentReply?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationRecordInformationRequestConsentReplyArgs, 'input'>>;
  forwardInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationForwardInformationRequestArgs, 'input'>>;
  answerInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationAnswerInformationRequestArgs, 'input'>>;
  recordInformationRequestFollowUp?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationRecordInformationRequestFollowUpArgs, 'input'>>;
  closeInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationCloseInformationRequestArgs, 'input'>>;
  assignInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationAssignInformationRequestArgs, 'input'>>;
  extendInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationExtendInformationRequestArgs, 'input'>>;
  revokeInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<MutationRevokeInformationRequestArgs, 'input'>>;
  registerSubjectAccessRequest?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType, RequireFields<MutationRegisterSubjectAccessRequestArgs, 'input'>>;
  extendSubjectAccessRequest?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType, RequireFields<MutationExtendSubjectAccessRequestArgs, 'input'>>;
  answerSubjectAccessRequest?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType, RequireFields<MutationAnswerSubjectAccessRequestArgs, 'input'>>;
  placeLegalHold?: Resolver<ResolversTypes['LegalHold'], ParentType, ContextType, RequireFields<MutationPlaceLegalHoldArgs, 'input'>>;
  liftLegalHold?: Resolver<ResolversTypes['LegalHold'], ParentType, ContextType, RequireFields<MutationLiftLegalHoldArgs, 'id' | 'reason'>>;
  createAddressSet?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<MutationCreateAddressSetArgs, 'input'>>;
  addToAddressSet?: Resolver<ResolversTypes['AddToAddressSetResult'], ParentType, ContextType, RequireFields<MutationAddToAddressSetArgs, 'input'>>;
  removeFromAddressSet?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<MutationRemoveFromAddressSetArgs, 'input'>>;
  recordAddressSetOutcome?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<MutationRecordAddressSetOutcomeArgs, 'input'>>;
  closeAddressSet?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<MutationCloseAddressSetArgs, 'input'>>;
  acknowledgeSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<MutationAcknowledgeSignalArgs, 'input'>>;
  assignSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<MutationAssignSignalArgs, 'input'>>;
  actOnSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<MutationActOnSignalArgs, 'input'>>;
  closeSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<MutationCloseSignalArgs, 'input'>>;
  markSignalNotOpportune?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<MutationMarkSignalNotOpportuneArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignalResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Signal'] = ResolversParentTypes['Signal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['SignalKind']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  advice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  team?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['SignalLink']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['SignalResult']>, ParentType, ContextType>;
  notOpportune?: Resolver<Maybe<ResolversTypes['NotOpportuneReason']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['SignalStep']>, ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['SignalAction']>, ParentType, ContextType>;
};

export type SignalLinkResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SignalLink'] = ResolversParentTypes['SignalLink']> = {
  kind?: Resolver<ResolversTypes['SignalLinkKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SignalStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SignalStep'] = ResolversParentTypes['SignalStep']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['SignalState']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employee?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remarks?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignalConnectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SignalConnection'] = ResolversParentTypes['SignalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SignalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Signal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SignalEdgeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SignalEdge'] = ResolversParentTypes['SignalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Signal'], ParentType, ContextType>;
};

export type Resolvers<ContextType = SvipContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  AcuteCase?: AcuteCaseResolvers<ContextType>;
  AcuteNomination?: AcuteNominationResolvers<ContextType>;
  AcuteAgreement?: AcuteAgreementResolvers<ContextType>;
  AcuteCaseStep?: AcuteCaseStepResolvers<ContextType>;
  AcuteCaseConnection?: AcuteCaseConnectionResolvers<ContextType>;
  AcuteCaseEdge?: AcuteCaseEdgeResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  OtherSide?: OtherSideResolvers<ContextType>;
  TrackSummary?: TrackSummaryResolvers<ContextType>;
  TrackPhase?: TrackPhaseResolvers;
  StrengtheningStatus?: StrengtheningStatusResolvers;
  StrengtheningPhase?: StrengtheningPhaseResolvers;
  DamageStatus?: DamageStatusResolvers;
  Consent?: ConsentResolvers<ContextType>;
  Wish?: WishResolvers<ContextType>;
  Objection?: ObjectionResolvers<ContextType>;
  ObjectionConnection?: ObjectionConnectionResolvers<ContextType>;
  ObjectionEdge?: ObjectionEdgeResolvers<ContextType>;
  Cooperation?: CooperationResolvers<ContextType>;
  CooperationWishes?: CooperationWishesResolvers<ContextType>;
  CooperationWish?: CooperationWishResolvers<ContextType>;
  CooperationBuddyLink?: CooperationBuddyLinkResolvers<ContextType>;
  CooperationHandler?: CooperationHandlerResolvers<ContextType>;
  BuddyLinkChange?: BuddyLinkChangeResolvers<ContextType>;
  CooperationCoordinator?: CooperationCoordinatorResolvers<ContextType>;
  CoordinatingPerson?: CoordinatingPersonResolvers<ContextType>;
  CoordinatorChange?: CoordinatorChangeResolvers<ContextType>;
  JointInspection?: JointInspectionResolvers<ContextType>;
  InspectionDelay?: InspectionDelayResolvers<ContextType>;
  JointInspectionOutcome?: JointInspectionOutcomeResolvers<ContextType>;
  IntegralPlan?: IntegralPlanResolvers<ContextType>;
  CooperationStep?: CooperationStepResolvers<ContextType>;
  AccessDecision?: AccessDecisionResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  DecisionFact?: DecisionFactResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyRule?: PolicyRuleResolvers<ContextType>;
  EmergencyAccess?: EmergencyAccessResolvers<ContextType>;
  EmergencyAccessConnection?: EmergencyAccessConnectionResolvers<ContextType>;
  EmergencyAccessEdge?: EmergencyAccessEdgeResolvers<ContextType>;
  MonitoringMonth?: MonitoringMonthResolvers<ContextType>;
  MonitoringRequests?: MonitoringRequestsResolvers<ContextType>;
  MonitoringSignals?: MonitoringSignalsResolvers<ContextType>;
  MonitoringJointInspections?: MonitoringJointInspectionsResolvers<ContextType>;
  MonitoringIntegralPlans?: MonitoringIntegralPlansResolvers<ContextType>;
  MonitoringAcuteCases?: MonitoringAcuteCasesResolvers<ContextType>;
  MonitoringLeadTimes?: MonitoringLeadTimesResolvers<ContextType>;
  MonitoringPotential?: MonitoringPotentialResolvers<ContextType>;
  Obligation?: ObligationResolvers<ContextType>;
  ObligationConnection?: ObligationConnectionResolvers<ContextType>;
  ObligationEdge?: ObligationEdgeResolvers<ContextType>;
  CooperationPotential?: CooperationPotentialResolvers<ContextType>;
  CooperationFigures?: CooperationFiguresResolvers<ContextType>;
  CooperationStock?: CooperationStockResolvers<ContextType>;
  CooperationPhaseCount?: CooperationPhaseCountResolvers<ContextType>;
  CooperationMatrix?: CooperationMatrixResolvers<ContextType>;
  CooperationCell?: CooperationCellResolvers<ContextType>;
  CooperationGroupCount?: CooperationGroupCountResolvers<ContextType>;
  AddressConnection?: AddressConnectionResolvers<ContextType>;
  AddressEdge?: AddressEdgeResolvers<ContextType>;
  InformationRequest?: InformationRequestResolvers<ContextType>;
  AssessmentAnswer?: AssessmentAnswerResolvers<ContextType>;
  InformationRequestProposal?: InformationRequestProposalResolvers<ContextType>;
  ProposedCategory?: ProposedCategoryResolvers<ContextType>;
  InformationRequestConsent?: InformationRequestConsentResolvers<ContextType>;
  InformationRequestAnswer?: InformationRequestAnswerResolvers<ContextType>;
  InformationRequestFollowUp?: InformationRequestFollowUpResolvers<ContextType>;
  BuddyLink?: BuddyLinkResolvers<ContextType>;
  BuddyHandler?: BuddyHandlerResolvers<ContextType>;
  InformationRequestStep?: InformationRequestStepResolvers<ContextType>;
  InformationRequestConnection?: InformationRequestConnectionResolvers<ContextType>;
  InformationRequestEdge?: InformationRequestEdgeResolvers<ContextType>;
  InformationRequestStatistics?: InformationRequestStatisticsResolvers<ContextType>;
  InformationRequestNumbers?: InformationRequestNumbersResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  DisclosureConnection?: DisclosureConnectionResolvers<ContextType>;
  DisclosureEdge?: DisclosureEdgeResolvers<ContextType>;
  SubjectAccessRequest?: SubjectAccessRequestResolvers<ContextType>;
  SubjectAccessExport?: SubjectAccessExportResolvers<ContextType>;
  SubjectAccessRequestConnection?: SubjectAccessRequestConnectionResolvers<ContextType>;
  SubjectAccessRequestEdge?: SubjectAccessRequestEdgeResolvers<ContextType>;
  LegalHold?: LegalHoldResolvers<ContextType>;
  LegalHoldOfOther?: LegalHoldOfOtherResolvers<ContextType>;
  AddressSet?: AddressSetResolvers<ContextType>;
  AddressSetConnection?: AddressSetConnectionResolvers<ContextType>;
  AddressSetEdge?: AddressSetEdgeResolvers<ContextType>;
  AddressSetFigures?: AddressSetFiguresResolvers<ContextType>;
  AddressSetOutcomeCount?: AddressSetOutcomeCountResolvers<ContextType>;
  AddressSetMember?: AddressSetMemberResolvers<ContextType>;
  AddressSetOutcome?: AddressSetOutcomeResolvers<ContextType>;
  AddressSetMemberConnection?: AddressSetMemberConnectionResolvers<ContextType>;
  AddressSetMemberEdge?: AddressSetMemberEdgeResolvers<ContextType>;
  AddToAddressSetResult?: AddToAddressSetResultResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Signal?: SignalResolvers<ContextType>;
  SignalLink?: SignalLinkResolvers<ContextType>;
  SignalStep?: SignalStepResolvers<ContextType>;
  SignalConnection?: SignalConnectionResolvers<ContextType>;
  SignalEdge?: SignalEdgeResolvers<ContextType>;
};
