/** Written by `npm run schema`. */
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddressReference } from '../agency/context.ts';
import type { Given } from '../../kernel/graphql/given.ts';
import type { ClaimFile } from './claim.ts';
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
  readonly damageClaim: Maybe<DamageClaim>;
  readonly damageClaims: DamageClaimConnection;
};


export type QueryDamageClaimArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDamageClaimsArgs = {
  filter?: InputMaybe<DamageClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly registerDamageClaim: DamageClaim;
  readonly advanceDamageClaim: DamageClaim;
  readonly assignDamageHandler: DamageClaim;
  readonly recordAcuteSafety: DamageClaim;
  readonly recordStructuralDamage: DamageClaim;
  readonly recordDamageOwnershipChange: DamageClaim;
};


export type MutationRegisterDamageClaimArgs = {
  input: RegisterDamageClaimInput;
};


export type MutationAdvanceDamageClaimArgs = {
  input: AdvanceDamageClaimInput;
};


export type MutationAssignDamageHandlerArgs = {
  input: AssignDamageHandlerInput;
};


export type MutationRecordAcuteSafetyArgs = {
  input: RecordAcuteSafetyInput;
};


export type MutationRecordStructuralDamageArgs = {
  input: RecordStructuralDamageInput;
};


export type MutationRecordDamageOwnershipChangeArgs = {
  input: RecordDamageOwnershipChangeInput;
};

export type Address = {
  readonly id: Scalars['ID']['output'];
  readonly imgGrant: Maybe<Scalars['String']['output']>;
  readonly damage: Maybe<Damage>;
};

export type Damage = {
  readonly categories: ReadonlyArray<DataCategory>;
  readonly claims: Maybe<ReadonlyArray<DamageClaim>>;
};

export type DamageClaim = {
  readonly id: Scalars['ID']['output'];
  readonly address: Maybe<Address>;
  readonly reference: Maybe<Scalars['String']['output']>;
  readonly kind: Maybe<DamageKind>;
  readonly phase: Maybe<DamagePhase>;
  readonly status: Maybe<DamageStatus>;
  readonly registeredAt: Maybe<Scalars['Date']['output']>;
  readonly closedAt: Maybe<Scalars['Date']['output']>;
  readonly handler: Maybe<Handler>;
  readonly inspection: Maybe<DamageInspection>;
  readonly urgency: Maybe<Urgency>;
  readonly report: Maybe<DamageReport>;
  readonly acutelyUnsafe: Maybe<Scalars['Boolean']['output']>;
  readonly acuteSafety: Maybe<AcuteSafety>;
  readonly structuralDamage: Maybe<StructuralDamage>;
  readonly award: Maybe<Award>;
  readonly circumstances: Maybe<Scalars['String']['output']>;
  readonly ownershipChangedOn: Maybe<Scalars['Date']['output']>;
  readonly revision: Maybe<Scalars['Int']['output']>;
};

export type DamageKind =
  | 'PHYSICAL'
  | 'VALUE_LOSS'
  | 'IMMATERIAL';

export type DamagePhase =
  | 'REPORTED'
  | 'INSPECTION'
  | 'ASSESSMENT'
  | 'DECISION'
  | 'EXECUTION'
  | 'COMPLETION';

export type DamageStatus =
  | 'PREPARATION'
  | 'INSPECTION'
  | 'VIEWS'
  | 'DECISION';

export type Urgency =
  | 'NORMAL'
  | 'PRIORITY';

export type Handler = {
  readonly name: Maybe<Scalars['String']['output']>;
  readonly phone: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly team: Maybe<Scalars['String']['output']>;
};

export type DamageInspection = {
  readonly plannedOn: Maybe<Scalars['Date']['output']>;
  readonly heldOn: Maybe<Scalars['Date']['output']>;
};

export type DamageReport = {
  readonly deliveredOn: Maybe<Scalars['Date']['output']>;
  readonly summary: Maybe<Scalars['String']['output']>;
  readonly structuralDamage: Maybe<Scalars['Boolean']['output']>;
};

export type AcuteSafety = {
  readonly reportedAt: Maybe<Scalars['DateTime']['output']>;
  readonly madeSafeAt: Maybe<Scalars['DateTime']['output']>;
  readonly description: Maybe<Scalars['String']['output']>;
};

export type StructuralDamage = {
  readonly foundOn: Maybe<Scalars['Date']['output']>;
  readonly description: Maybe<Scalars['String']['output']>;
};

export type Award = {
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  readonly amountCents: Maybe<Scalars['Int']['output']>;
  readonly paidOn: Maybe<Scalars['Date']['output']>;
};

export type DamageClaimFilter = {
  readonly addressId?: InputMaybe<Scalars['ID']['input']>;
  readonly phase?: InputMaybe<DamagePhase>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  readonly handlerEmail?: InputMaybe<Scalars['String']['input']>;
};

export type DamageClaimConnection = {
  readonly edges: ReadonlyArray<DamageClaimEdge>;
  readonly nodes: ReadonlyArray<DamageClaim>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DamageClaimEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: DamageClaim;
};

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

export type RegisterDamageClaimInput = {
  readonly addressId: Scalars['ID']['input'];
  readonly reference: Scalars['String']['input'];
  readonly kind: DamageKind;
  readonly registeredAt?: InputMaybe<Scalars['Date']['input']>;
  readonly handler?: InputMaybe<HandlerInput>;
  readonly urgency: Urgency;
  readonly circumstances?: InputMaybe<Scalars['String']['input']>;
};

export type HandlerInput = {
  readonly name: Scalars['String']['input'];
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly email: Scalars['String']['input'];
  readonly team?: InputMaybe<Scalars['String']['input']>;
};

export type AdvanceDamageClaimInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly to: DamagePhase;
  readonly inspectionPlannedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly inspectionHeldOn?: InputMaybe<Scalars['Date']['input']>;
  readonly report?: InputMaybe<DamageReportInput>;
  readonly award?: InputMaybe<AwardInput>;
  readonly closedAt?: InputMaybe<Scalars['Date']['input']>;
};

export type DamageReportInput = {
  readonly deliveredOn: Scalars['Date']['input'];
  readonly summary: Scalars['String']['input'];
  readonly structuralDamage: Scalars['Boolean']['input'];
};

export type AwardInput = {
  readonly decidedOn: Scalars['Date']['input'];
  readonly amountCents: Scalars['Int']['input'];
  readonly paidOn?: InputMaybe<Scalars['Date']['input']>;
};

export type AssignDamageHandlerInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly handler: HandlerInput;
};

export type RecordAcuteSafetyInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly reportedAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly madeSafeAt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly description: Scalars['String']['input'];
};

export type RecordStructuralDamageInput = {
  readonly id: Scalars['ID']['input'];
  readonly revision: Scalars['Int']['input'];
  readonly foundOn?: InputMaybe<Scalars['Date']['input']>;
  readonly description: Scalars['String']['input'];
};

export type RecordDamageOwnershipChangeInput = {
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
  Damage: ResolverTypeWrapper<Given<Omit<Damage, 'claims'> & { claims?: Maybe<ReadonlyArray<ResolversTypes['DamageClaim']>> }>>;
  DamageClaim: ResolverTypeWrapper<ClaimFile>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DamageKind: DamageKind;
  DamagePhase: DamagePhase;
  DamageStatus: DamageStatus;
  Urgency: Urgency;
  Handler: ResolverTypeWrapper<Given<Handler>>;
  DamageInspection: ResolverTypeWrapper<Given<DamageInspection>>;
  DamageReport: ResolverTypeWrapper<Given<DamageReport>>;
  AcuteSafety: ResolverTypeWrapper<Given<AcuteSafety>>;
  StructuralDamage: ResolverTypeWrapper<Given<StructuralDamage>>;
  Award: ResolverTypeWrapper<Given<Award>>;
  DamageClaimFilter: DamageClaimFilter;
  DamageClaimConnection: ResolverTypeWrapper<Given<Omit<DamageClaimConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DamageClaimEdge']>, nodes: ReadonlyArray<ResolversTypes['DamageClaim']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  DamageClaimEdge: ResolverTypeWrapper<Given<Omit<DamageClaimEdge, 'node'> & { node: ResolversTypes['DamageClaim'] }>>;
  PageInfo: ResolverTypeWrapper<Given<PageInfo>>;
  RegisterDamageClaimInput: RegisterDamageClaimInput;
  HandlerInput: HandlerInput;
  AdvanceDamageClaimInput: AdvanceDamageClaimInput;
  DamageReportInput: DamageReportInput;
  AwardInput: AwardInput;
  AssignDamageHandlerInput: AssignDamageHandlerInput;
  RecordAcuteSafetyInput: RecordAcuteSafetyInput;
  RecordStructuralDamageInput: RecordStructuralDamageInput;
  RecordDamageOwnershipChangeInput: RecordDamageOwnershipChangeInput;
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
  Damage: Given<Omit<Damage, 'claims'> & { claims?: Maybe<ReadonlyArray<ResolversParentTypes['DamageClaim']>> }>;
  DamageClaim: ClaimFile;
  Boolean: Scalars['Boolean']['output'];
  Handler: Given<Handler>;
  DamageInspection: Given<DamageInspection>;
  DamageReport: Given<DamageReport>;
  AcuteSafety: Given<AcuteSafety>;
  StructuralDamage: Given<StructuralDamage>;
  Award: Given<Award>;
  DamageClaimFilter: DamageClaimFilter;
  DamageClaimConnection: Given<Omit<DamageClaimConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DamageClaimEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DamageClaim']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  DamageClaimEdge: Given<Omit<DamageClaimEdge, 'node'> & { node: ResolversParentTypes['DamageClaim'] }>;
  PageInfo: Given<PageInfo>;
  RegisterDamageClaimInput: RegisterDamageClaimInput;
  HandlerInput: HandlerInput;
  AdvanceDamageClaimInput: AdvanceDamageClaimInput;
  DamageReportInput: DamageReportInput;
  AwardInput: AwardInput;
  AssignDamageHandlerInput: AssignDamageHandlerInput;
  RecordAcuteSafetyInput: RecordAcuteSafetyInput;
  RecordStructuralDamageInput: RecordStructuralDamageInput;
  RecordDamageOwnershipChangeInput: RecordDamageOwnershipChangeInput;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  damageClaim?: Resolver<Maybe<ResolversTypes['DamageClaim']>, ParentType, ContextType, RequireFields<QueryDamageClaimArgs, 'id'>>;
  damageClaims?: Resolver<ResolversTypes['DamageClaimConnection'], ParentType, ContextType, RequireFields<QueryDamageClaimsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerDamageClaim?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<MutationRegisterDamageClaimArgs, 'input'>>;
  advanceDamageClaim?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<MutationAdvanceDamageClaimArgs, 'input'>>;
  assignDamageHandler?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<MutationAssignDamageHandlerArgs, 'input'>>;
  recordAcuteSafety?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<MutationRecordAcuteSafetyArgs, 'input'>>;
  recordStructuralDamage?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<MutationRecordStructuralDamageArgs, 'input'>>;
  recordDamageOwnershipChange?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<MutationRecordDamageOwnershipChangeArgs, 'input'>>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imgGrant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  damage?: Resolver<Maybe<ResolversTypes['Damage']>, ParentType, ContextType>;
};

export type DamageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Damage'] = ResolversParentTypes['Damage']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  claims?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DamageClaim']>>, ParentType, ContextType>;
};

export type DamageClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DamageClaim'] = ResolversParentTypes['DamageClaim']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['DamageKind']>, ParentType, ContextType>;
  phase?: Resolver<Maybe<ResolversTypes['DamagePhase']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DamageStatus']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handler?: Resolver<Maybe<ResolversTypes['Handler']>, ParentType, ContextType>;
  inspection?: Resolver<Maybe<ResolversTypes['DamageInspection']>, ParentType, ContextType>;
  urgency?: Resolver<Maybe<ResolversTypes['Urgency']>, ParentType, ContextType>;
  report?: Resolver<Maybe<ResolversTypes['DamageReport']>, ParentType, ContextType>;
  acutelyUnsafe?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  acuteSafety?: Resolver<Maybe<ResolversTypes['AcuteSafety']>, ParentType, ContextType>;
  structuralDamage?: Resolver<Maybe<ResolversTypes['StructuralDamage']>, ParentType, ContextType>;
  award?: Resolver<Maybe<ResolversTypes['Award']>, ParentType, ContextType>;
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

export type DamageInspectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DamageInspection'] = ResolversParentTypes['DamageInspection']> = {
  plannedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  heldOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DamageReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DamageReport'] = ResolversParentTypes['DamageReport']> = {
  deliveredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  structuralDamage?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type AcuteSafetyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcuteSafety'] = ResolversParentTypes['AcuteSafety']> = {
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  madeSafeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StructuralDamageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StructuralDamage'] = ResolversParentTypes['StructuralDamage']> = {
  foundOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AwardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  amountCents?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DamageClaimConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DamageClaimConnection'] = ResolversParentTypes['DamageClaimConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DamageClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DamageClaim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DamageClaimEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DamageClaimEdge'] = ResolversParentTypes['DamageClaimEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType>;
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
  Damage?: DamageResolvers<ContextType>;
  DamageClaim?: DamageClaimResolvers<ContextType>;
  Handler?: HandlerResolvers<ContextType>;
  DamageInspection?: DamageInspectionResolvers<ContextType>;
  DamageReport?: DamageReportResolvers<ContextType>;
  AcuteSafety?: AcuteSafetyResolvers<ContextType>;
  StructuralDamage?: StructuralDamageResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  DamageClaimConnection?: DamageClaimConnectionResolvers<ContextType>;
  DamageClaimEdge?: DamageClaimEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
};
