/** Written by `npm run schema`. */
import type * as Schema from './schema.generated.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddressReference } from '../agency/context.ts';
import type { Given } from '../../kernel/graphql/given.ts';
import type { ProjectFile, ProjectContext } from './project.ts';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: T[P] };


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
) => Schema.Maybe<TTypes> | Promise<Schema.Maybe<TTypes>>;

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
  Date: ResolverTypeWrapper<Schema.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Schema.Scalars['DateTime']['output']>;
  DataCategory: Schema.DataCategory;
  Query: ResolverTypeWrapper<unknown>;
  ID: ResolverTypeWrapper<Schema.Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Schema.Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Schema.Scalars['String']['output']>;
  Mutation: ResolverTypeWrapper<unknown>;
  Address: ResolverTypeWrapper<AddressReference>;
  Strengthening: ResolverTypeWrapper<Given<Omit<Schema.Strengthening, 'project'> & { project?: Schema.Maybe<ResolversTypes['StrengtheningProject']> }>>;
  StrengtheningProject: ResolverTypeWrapper<ProjectFile>;
  Boolean: ResolverTypeWrapper<Schema.Scalars['Boolean']['output']>;
  StrengtheningProgramme: Schema.StrengtheningProgramme;
  StrengtheningStatus: Schema.StrengtheningStatus;
  StrengtheningPhase: Schema.StrengtheningPhase;
  RiskProfile: Schema.RiskProfile;
  Handler: ResolverTypeWrapper<Given<Schema.Handler>>;
  StrengtheningInspection: ResolverTypeWrapper<Given<Schema.StrengtheningInspection>>;
  ContractorAgreement: ResolverTypeWrapper<Given<Schema.ContractorAgreement>>;
  StrengtheningAdvice: ResolverTypeWrapper<Given<Schema.StrengtheningAdvice>>;
  StrengtheningMeasure: ResolverTypeWrapper<Given<Schema.StrengtheningMeasure>>;
  FoundDamage: ResolverTypeWrapper<Given<Schema.FoundDamage>>;
  FindingMoment: Schema.FindingMoment;
  StrengtheningProjectFilter: Schema.StrengtheningProjectFilter;
  StrengtheningProjectConnection: ResolverTypeWrapper<Given<Omit<Schema.StrengtheningProjectConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['StrengtheningProjectEdge']>, nodes: ReadonlyArray<ResolversTypes['StrengtheningProject']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  StrengtheningProjectEdge: ResolverTypeWrapper<Given<Omit<Schema.StrengtheningProjectEdge, 'node'> & { node: ResolversTypes['StrengtheningProject'] }>>;
  PageInfo: ResolverTypeWrapper<Given<Schema.PageInfo>>;
  RegisterStrengtheningProjectInput: Schema.RegisterStrengtheningProjectInput;
  HandlerInput: Schema.HandlerInput;
  AdvanceStrengtheningProjectInput: Schema.AdvanceStrengtheningProjectInput;
  StrengtheningAdviceInput: Schema.StrengtheningAdviceInput;
  StrengtheningMeasureInput: Schema.StrengtheningMeasureInput;
  ContractorAgreementInput: Schema.ContractorAgreementInput;
  AssignStrengtheningHandlerInput: Schema.AssignStrengtheningHandlerInput;
  RecordFoundDamageInput: Schema.RecordFoundDamageInput;
  RecordStrengtheningOwnershipChangeInput: Schema.RecordStrengtheningOwnershipChangeInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Schema.Scalars['Date']['output'];
  DateTime: Schema.Scalars['DateTime']['output'];
  Query: unknown;
  ID: Schema.Scalars['ID']['output'];
  Int: Schema.Scalars['Int']['output'];
  String: Schema.Scalars['String']['output'];
  Mutation: unknown;
  Address: AddressReference;
  Strengthening: Given<Omit<Schema.Strengthening, 'project'> & { project?: Schema.Maybe<ResolversParentTypes['StrengtheningProject']> }>;
  StrengtheningProject: ProjectFile;
  Boolean: Schema.Scalars['Boolean']['output'];
  Handler: Given<Schema.Handler>;
  StrengtheningInspection: Given<Schema.StrengtheningInspection>;
  ContractorAgreement: Given<Schema.ContractorAgreement>;
  StrengtheningAdvice: Given<Schema.StrengtheningAdvice>;
  StrengtheningMeasure: Given<Schema.StrengtheningMeasure>;
  FoundDamage: Given<Schema.FoundDamage>;
  StrengtheningProjectFilter: Schema.StrengtheningProjectFilter;
  StrengtheningProjectConnection: Given<Omit<Schema.StrengtheningProjectConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['StrengtheningProjectEdge']>, nodes: ReadonlyArray<ResolversParentTypes['StrengtheningProject']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  StrengtheningProjectEdge: Given<Omit<Schema.StrengtheningProjectEdge, 'node'> & { node: ResolversParentTypes['StrengtheningProject'] }>;
  PageInfo: Given<Schema.PageInfo>;
  RegisterStrengtheningProjectInput: Schema.RegisterStrengtheningProjectInput;
  HandlerInput: Schema.HandlerInput;
  AdvanceStrengtheningProjectInput: Schema.AdvanceStrengtheningProjectInput;
  StrengtheningAdviceInput: Schema.StrengtheningAdviceInput;
  StrengtheningMeasureInput: Schema.StrengtheningMeasureInput;
  ContractorAgreementInput: Schema.ContractorAgreementInput;
  AssignStrengtheningHandlerInput: Schema.AssignStrengtheningHandlerInput;
  RecordFoundDamageInput: Schema.RecordFoundDamageInput;
  RecordStrengtheningOwnershipChangeInput: Schema.RecordStrengtheningOwnershipChangeInput;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  strengtheningProject?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningProject']>, ParentType, ContextType, RequireFields<Schema.QueryStrengtheningProjectArgs, 'id'>>;
  strengtheningProjects?: Resolver<ResolversTypes['StrengtheningProjectConnection'], ParentType, ContextType, RequireFields<Schema.QueryStrengtheningProjectsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerStrengtheningProject?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<Schema.MutationRegisterStrengtheningProjectArgs, 'input'>>;
  advanceStrengtheningProject?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<Schema.MutationAdvanceStrengtheningProjectArgs, 'input'>>;
  assignStrengtheningHandler?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<Schema.MutationAssignStrengtheningHandlerArgs, 'input'>>;
  recordFoundDamage?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<Schema.MutationRecordFoundDamageArgs, 'input'>>;
  recordStrengtheningOwnershipChange?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType, RequireFields<Schema.MutationRecordStrengtheningOwnershipChangeArgs, 'input'>>;
};

export type AddressResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ncgGrant?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strengthening?: Resolver<Schema.Maybe<ResolversTypes['Strengthening']>, ParentType, ContextType>;
};

export type StrengtheningResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['Strengthening'] = ResolversParentTypes['Strengthening']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  project?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningProject']>, ParentType, ContextType>;
};

export type StrengtheningProjectResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['StrengtheningProject'] = ResolversParentTypes['StrengtheningProject']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  reference?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  programme?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningProgramme']>, ParentType, ContextType>;
  status?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningStatus']>, ParentType, ContextType>;
  phase?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningPhase']>, ParentType, ContextType>;
  startedAt?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  completedAt?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handler?: Resolver<Schema.Maybe<ResolversTypes['Handler']>, ParentType, ContextType>;
  inspection?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningInspection']>, ParentType, ContextType>;
  contract?: Resolver<Schema.Maybe<ResolversTypes['ContractorAgreement']>, ParentType, ContextType>;
  contractSigned?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  advice?: Resolver<Schema.Maybe<ResolversTypes['StrengtheningAdvice']>, ParentType, ContextType>;
  measures?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['StrengtheningMeasure']>>, ParentType, ContextType>;
  foundDamage?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['FoundDamage']>>, ParentType, ContextType>;
  riskProfile?: Resolver<Schema.Maybe<ResolversTypes['RiskProfile']>, ParentType, ContextType>;
  estimatedCostCents?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  circumstances?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownershipChangedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HandlerResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['Handler'] = ResolversParentTypes['Handler']> = {
  name?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  team?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StrengtheningInspectionResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['StrengtheningInspection'] = ResolversParentTypes['StrengtheningInspection']> = {
  plannedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  heldOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ContractorAgreementResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['ContractorAgreement'] = ResolversParentTypes['ContractorAgreement']> = {
  contractor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type StrengtheningAdviceResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['StrengtheningAdvice'] = ResolversParentTypes['StrengtheningAdvice']> = {
  deliveredOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  summary?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  meetsStandard?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type StrengtheningMeasureResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['StrengtheningMeasure'] = ResolversParentTypes['StrengtheningMeasure']> = {
  description?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  done?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type FoundDamageResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['FoundDamage'] = ResolversParentTypes['FoundDamage']> = {
  foundOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  moment?: Resolver<Schema.Maybe<ResolversTypes['FindingMoment']>, ParentType, ContextType>;
  description?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StrengtheningProjectConnectionResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['StrengtheningProjectConnection'] = ResolversParentTypes['StrengtheningProjectConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StrengtheningProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['StrengtheningProject']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StrengtheningProjectEdgeResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['StrengtheningProjectEdge'] = ResolversParentTypes['StrengtheningProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StrengtheningProject'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ProjectContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ProjectContext> = {
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
