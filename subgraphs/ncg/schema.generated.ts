/** Written by `npm run schema`. */
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddressReference } from '../agency/context.ts';
import type { Given } from '../../kernel/graphql/given.ts';
import type { ProjectFile } from './project.ts';
import type { Context } from './resolvers.ts';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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
  Query: ResolverTypeWrapper<unknown>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<unknown>;
  Address: ResolverTypeWrapper<AddressReference>;
  Strengthening: ResolverTypeWrapper<Given<Omit<Strengthening, 'project'> & { project?: Maybe<ResolversTypes['StrengtheningProject']> }>>;
  StrengtheningProject: ResolverTypeWrapper<ProjectFile>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  StrengtheningProgramme: StrengtheningProgramme;
  StrengtheningStatus: StrengtheningStatus;
  StrengtheningPhase: StrengtheningPhase;
  RiskProfile: RiskProfile;
  Handler: ResolverTypeWrapper<Given<Handler>>;
  StrengtheningInspection: ResolverTypeWrapper<Given<StrengtheningInspection>>;
  ContractorAgreement: ResolverTypeWrapper<Given<ContractorAgreement>>;
  StrengtheningAdvice: ResolverTypeWrapper<Given<StrengtheningAdvice>>;
  StrengtheningMeasure: ResolverTypeWrapper<Given<StrengtheningMeasure>>;
  FoundDamage: ResolverTypeWrapper<Given<FoundDamage>>;
  FindingMoment: FindingMoment;
  StrengtheningProjectFilter: StrengtheningProjectFilter;
  StrengtheningProjectConnection: ResolverTypeWrapper<Given<Omit<StrengtheningProjectConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['StrengtheningProjectEdge']>, nodes: ReadonlyArray<ResolversTypes['StrengtheningProject']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  StrengtheningProjectEdge: ResolverTypeWrapper<Given<Omit<StrengtheningProjectEdge, 'node'> & { node: ResolversTypes['StrengtheningProject'] }>>;
  PageInfo: ResolverTypeWrapper<Given<PageInfo>>;
  RegisterStrengtheningProjectInput: RegisterStrengtheningProjectInput;
  HandlerInput: HandlerInput;
  AdvanceStrengtheningProjectInput: AdvanceStrengtheningProjectInput;
  StrengtheningAdviceInput: StrengtheningAdviceInput;
  StrengtheningMeasureInput: StrengtheningMeasureInput;
  ContractorAgreementInput: ContractorAgreementInput;
  AssignStrengtheningHandlerInput: AssignStrengtheningHandlerInput;
  RecordFoundDamageInput: RecordFoundDamageInput;
  RecordStrengtheningOwnershipChangeInput: RecordStrengtheningOwnershipChangeInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Query: unknown;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  Mutation: unknown;
  Address: AddressReference;
  Strengthening: Given<Omit<Strengthening, 'project'> & { project?: Maybe<ResolversParentTypes['StrengtheningProject']> }>;
  StrengtheningProject: ProjectFile;
  Boolean: Scalars['Boolean']['output'];
  Handler: Given<Handler>;
  StrengtheningInspection: Given<StrengtheningInspection>;
  ContractorAgreement: Given<ContractorAgreement>;
  StrengtheningAdvice: Given<StrengtheningAdvice>;
  StrengtheningMeasure: Given<StrengtheningMeasure>;
  FoundDamage: Given<FoundDamage>;
  StrengtheningProjectFilter: StrengtheningProjectFilter;
  StrengtheningProjectConnection: Given<Omit<StrengtheningProjectConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['StrengtheningProjectEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StrengtheningProject']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  StrengtheningProjectEdge: Given<Omit<StrengtheningProjectEdge, 'node'> & { node: ResolversParentTypes['StrengtheningProject'] }>;
  PageInfo: Given<PageInfo>;
  RegisterStrengtheningProjectInput: RegisterStrengtheningProjectInput;
  HandlerInput: HandlerInput;
  AdvanceStrengtheningProjectInput: AdvanceStrengtheningProjectInput;
  StrengtheningAdviceInput: StrengtheningAdviceInput;
  StrengtheningMeasureInput: StrengtheningMeasureInput;
  ContractorAgreementInput: ContractorAgreementInput;
  AssignStrengtheningHandlerInput: AssignStrengtheningHandlerInput;
  RecordFoundDamageInput: RecordFoundDamageInput;
  RecordStrengtheningOwnershipChangeInput: RecordStrengtheningOwnershipChangeInput;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  strengtheningProject?: Resolver<Maybe<ResolversTypes['StrengtheningProject']>, ParentType, ContextType, RequireFields<QueryStrengtheningProjectArgs, 'id'>>;
  strengtheningProjects?: Resolver<ResolversTypes['StrengtheningProjectConnection'], ParentType, ContextType, RequireFields<QueryStrengtheningProjectsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerStrengtheningProject?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<MutationRegisterStrengtheningProjectArgs, 'input'>>;
  advanceStrengtheningProject?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<MutationAdvanceStrengtheningProjectArgs, 'input'>>;
  assignStrengtheningHandler?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<MutationAssignStrengtheningHandlerArgs, 'input'>>;
  recordFoundDamage?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<MutationRecordFoundDamageArgs, 'input'>>;
  recordStrengtheningOwnershipChange?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<MutationRecordStrengtheningOwnershipChangeArgs, 'input'>>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ncgGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strengthening?: Resolver<Maybe<ResolversTypes['Strengthening']>, ParentType, ContextType>;
};

export type StrengtheningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Strengthening'] = ResolversParentTypes['Strengthening']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['StrengtheningProject']>, ParentType, ContextType>;
};

export type StrengtheningProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrengtheningProject'] = ResolversParentTypes['StrengtheningProject']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  programme?: Resolver<Maybe<ResolversTypes['StrengtheningProgramme']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['StrengtheningStatus']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['StrengtheningPhase']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handler?: Resolver<Maybe<ResolversTypes['Handler']>, ParentType, ContextType>;
  inspection?: Resolver<Maybe<ResolversTypes['StrengtheningInspection']>, ParentType, ContextType>;
  contract?: Resolver<Maybe<ResolversTypes['ContractorAgreement']>, ParentType, ContextType>;
  contractSigned?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  advice?: Resolver<Maybe<ResolversTypes['StrengtheningAdvice']>, ParentType, ContextType>;
  measures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['StrengtheningMeasure']>>, ParentType, ContextType>;
  foundDamage?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FoundDamage']>>, ParentType, ContextType>;
  riskProfile?: Resolver<Maybe<ResolversTypes['RiskProfile']>, ParentType, ContextType>;
  estimatedCostCents?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  circumstances?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownershipChangedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HandlerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Handler'] = ResolversParentTypes['Handler']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  team?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StrengtheningInspectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrengtheningInspection'] = ResolversParentTypes['StrengtheningInspection']> = {
  plannedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  heldOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ContractorAgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContractorAgreement'] = ResolversParentTypes['ContractorAgreement']> = {
  contractor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type StrengtheningAdviceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrengtheningAdvice'] = ResolversParentTypes['StrengtheningAdvice']> = {
  deliveredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meetsStandard?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type StrengtheningMeasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrengtheningMeasure'] = ResolversParentTypes['StrengtheningMeasure']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  done?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type FoundDamageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FoundDamage'] = ResolversParentTypes['FoundDamage']> = {
  foundOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  moment?: Resolver<Maybe<ResolversTypes['FindingMoment']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StrengtheningProjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrengtheningProjectConnection'] = ResolversParentTypes['StrengtheningProjectConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StrengtheningProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StrengtheningProject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StrengtheningProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StrengtheningProjectEdge'] = ResolversParentTypes['StrengtheningProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Strengthening?: StrengtheningResolvers<ContextType>;
  StrengtheningProject?: StrengtheningProjectResolvers<ContextType>;
  Handler?: HandlerResolvers<ContextType>;
  StrengtheningInspection?: StrengtheningInspectionResolvers<ContextType>;
  ContractorAgreement?: ContractorAgreementResolvers<ContextType>;
  StrengtheningAdvice?: StrengtheningAdviceResolvers<ContextType>;
  StrengtheningMeasure?: StrengtheningMeasureResolvers<ContextType>;
  FoundDamage?: FoundDamageResolvers<ContextType>;
  StrengtheningProjectConnection?: StrengtheningProjectConnectionResolvers<ContextType>;
  StrengtheningProjectEdge?: StrengtheningProjectEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
};
