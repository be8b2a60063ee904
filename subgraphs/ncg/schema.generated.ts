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

export type Query = {
  readonly strengtheningProject: Maybe<StrengtheningProject>;
  readonly strengtheningProjects: StrengtheningProjectConnection;
};


export type QueryStrengtheningProjectArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStrengtheningProjectsArgs = {
  filter?: InputMaybe<StrengtheningProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly registerStrengtheningProject: StrengtheningProject;
  readonly advanceStrengtheningProject: StrengtheningProject;
  readonly assignStrengtheningHandler: StrengtheningProject;
  readonly recordFoundDamage: StrengtheningProject;
  readonly recordStrengtheningOwnershipChange: StrengtheningProject;
};


export type MutationRegisterStrengtheningProjectArgs = {
  input: RegisterStrengtheningProjectInput;
};


export type MutationAdvanceStrengtheningProjectArgs = {
  input: AdvanceStrengtheningProjectInput;
};


export type MutationAssignStrengtheningHandlerArgs = {
  input: AssignStrengtheningHandlerInput;
};


export type MutationRecordFoundDamageArgs = {
  input: RecordFoundDamageInput;
};


export type MutationRecordStrengtheningOwnershipChangeArgs = {
  input: RecordStrengtheningOwnershipChangeInput;
};

export type Address = {
  readonly id: Scalars['ID']['output'];
  readonly ncgGrant: Maybe<Scalars['String']['output']>;
  readonly strengthening: Maybe<Strengthening>;
};

export type Strengthening = {
  readonly categories: ReadonlyArray<DataCategory>;
  readonly project: Maybe<StrengtheningProject>;
};

export type StrengtheningProject = {
  readonly id: Scalars['ID']['output'];
  readonly address: Maybe<Address>;
  readonly reference: Maybe<Scalars['String']['output']>;
  readonly programme: Maybe<StrengtheningProgramme>;
  readonly status: Maybe<StrengtheningStatus>;
  readonly phase: Maybe<StrengtheningPhase>;
  readonly startedAt: Maybe<Scalars['Date']['output']>;
  readonly completedAt: Maybe<Scalars['Date']['output']>;
  readonly handler: Maybe<Handler>;
  readonly inspection: Maybe<StrengtheningInspection>;
  readonly contract: Maybe<ContractorAgreement>;
  readonly contractSigned: Maybe<Scalars['Boolean']['output']>;
  readonly advice: Maybe<StrengtheningAdvice>;
  readonly measures: Maybe<ReadonlyArray<StrengtheningMeasure>>;
  readonly foundDamage: Maybe<ReadonlyArray<FoundDamage>>;
  readonly riskProfile: Maybe<RiskProfile>;
  readonly estimatedCostCents: Maybe<Scalars['Int']['output']>;
  readonly circumstances: Maybe<Scalars['String']['output']>;
  readonly ownershipChangedOn: Maybe<Scalars['Date']['output']>;
  readonly revision: Maybe<Scalars['Int']['output']>;
};

export type StrengtheningProgramme =
  | 'KOPLOPER'
  | 'BOUWIMPULS'
  | 'SPECIAL_SITUATIONS'
  | 'TYPOLOGY'
  | 'BATCH'
  | 'REGULAR';

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

export type RiskProfile =
  | 'RAISED'
  | 'SLIGHTLY_RAISED'
  | 'NORMAL';

export type Handler = {
  readonly name: Maybe<Scalars['String']['output']>;
  readonly phone: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly team: Maybe<Scalars['String']['output']>;
};

export type StrengtheningInspection = {
  readonly plannedOn: Maybe<Scalars['Date']['output']>;
  readonly heldOn: Maybe<Scalars['Date']['output']>;
};

export type ContractorAgreement = {
  readonly contractor: Maybe<Scalars['String']['output']>;
  readonly signedOn: Maybe<Scalars['Date']['output']>;
};

export type StrengtheningAdvice = {
  readonly deliveredOn: Maybe<Scalars['Date']['output']>;
  readonly summary: Maybe<Scalars['String']['output']>;
  readonly meetsStandard: Maybe<Scalars['Boolean']['output']>;
};

export type StrengtheningMeasure = {
  readonly description: Maybe<Scalars['String']['output']>;
  readonly done: Maybe<Scalars['Boolean']['output']>;
};

export type FoundDamage = {
  readonly foundOn: Maybe<Scalars['Date']['output']>;
  readonly moment: Maybe<FindingMoment>;
  readonly description: Maybe<Scalars['String']['output']>;
};

export type FindingMoment =
  | 'INSPECTION'
  | 'WORKS';

export type StrengtheningProjectFilter = {
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  readonly status?: InputMaybe<StrengtheningStatus>;
  readonly programme?: InputMaybe<StrengtheningProgramme>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  readonly handlerEmail?: InputMaybe<Scalars['String']['input']>;
};

export type StrengtheningProjectConnection = {
  readonly edges: ReadonlyArray<StrengtheningProjectEdge>;
  readonly nodes: ReadonlyArray<StrengtheningProject>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type StrengtheningProjectEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: StrengtheningProject;
};

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

export type RegisterStrengtheningProjectInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly reference: Scalars['String']['input'];
  readonly programme: StrengtheningProgramme;
  readonly riskProfile?: InputMaybe<RiskProfile>;
  readonly startedAt?: InputMaybe<Scalars['Date']['input']>;
  readonly handler?: InputMaybe<HandlerInput>;
  readonly circumstances?: InputMaybe<Scalars['String']['input']>;
};

export type HandlerInput = {
  readonly name: Scalars['String']['input'];
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly email: Scalars['String']['input'];
  readonly team?: InputMaybe<Scalars['String']['input']>;
};

export type AdvanceStrengtheningProjectInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly to?: InputMaybe<StrengtheningStatus>;
  readonly completedAt?: InputMaybe<Scalars['Date']['input']>;
  readonly inspectionPlannedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly inspectionHeldOn?: InputMaybe<Scalars['Date']['input']>;
  readonly advice?: InputMaybe<StrengtheningAdviceInput>;
  readonly measures?: InputMaybe<ReadonlyArray<StrengtheningMeasureInput>>;
  readonly estimatedCostCents?: InputMaybe<Scalars['Int']['input']>;
  readonly contract?: InputMaybe<ContractorAgreementInput>;
};

export type StrengtheningAdviceInput = {
  readonly deliveredOn: Scalars['Date']['input'];
  readonly summary: Scalars['String']['input'];
  readonly meetsStandard: Scalars['Boolean']['input'];
};

export type StrengtheningMeasureInput = {
  readonly description: Scalars['String']['input'];
  readonly done: Scalars['Boolean']['input'];
};

export type ContractorAgreementInput = {
  readonly contractor: Scalars['String']['input'];
  readonly signedOn: Scalars['Date']['input'];
};

export type AssignStrengtheningHandlerInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly handler: HandlerInput;
};

export type RecordFoundDamageInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly moment: FindingMoment;
  readonly foundOn?: InputMaybe<Scalars['Date']['input']>;
  readonly description: Scalars['String']['input'];
};

export type RecordStrengtheningOwnershipChangeInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly changedOn: Scalars['Date']['input'];
};
