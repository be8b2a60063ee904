/** Written by `npm run schema`. */
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
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

export type EnumLabels = {
  readonly enum: Scalars['String']['output'];
  readonly values: ReadonlyArray<ValueLabel>;
};

export type ValueLabel = {
  readonly value: Scalars['String']['output'];
  readonly label: Scalars['String']['output'];
  readonly explanation: Scalars['String']['output'];
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
  readonly labels: ReadonlyArray<EnumLabels>;
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


export type QueryLabelsArgs = {
  enums?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
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
