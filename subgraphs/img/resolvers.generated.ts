/** Written by `npm run schema`. */
import type * as Schema from './schema.generated.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AddressReference } from '../agency/context.ts';
import type { Given } from '../../kernel/graphql/given.ts';
import type { ClaimFile, ClaimContext } from './claim.ts';
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
  Damage: ResolverTypeWrapper<Given<Omit<Schema.Damage, 'claims'> & { claims?: Schema.Maybe<ReadonlyArray<ResolversTypes['DamageClaim']>> }>>;
  DamageClaim: ResolverTypeWrapper<ClaimFile>;
  Boolean: ResolverTypeWrapper<Schema.Scalars['Boolean']['output']>;
  DamageKind: Schema.DamageKind;
  DamagePhase: Schema.DamagePhase;
  DamageStatus: Schema.DamageStatus;
  Urgency: Schema.Urgency;
  Handler: ResolverTypeWrapper<Given<Schema.Handler>>;
  DamageInspection: ResolverTypeWrapper<Given<Schema.DamageInspection>>;
  DamageReport: ResolverTypeWrapper<Given<Schema.DamageReport>>;
  AcuteSafety: ResolverTypeWrapper<Given<Schema.AcuteSafety>>;
  StructuralDamage: ResolverTypeWrapper<Given<Schema.StructuralDamage>>;
  Award: ResolverTypeWrapper<Given<Schema.Award>>;
  DamageClaimFilter: Schema.DamageClaimFilter;
  DamageClaimConnection: ResolverTypeWrapper<Given<Omit<Schema.DamageClaimConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DamageClaimEdge']>, nodes: ReadonlyArray<ResolversTypes['DamageClaim']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  DamageClaimEdge: ResolverTypeWrapper<Given<Omit<Schema.DamageClaimEdge, 'node'> & { node: ResolversTypes['DamageClaim'] }>>;
  PageInfo: ResolverTypeWrapper<Given<Schema.PageInfo>>;
  RegisterDamageClaimInput: Schema.RegisterDamageClaimInput;
  HandlerInput: Schema.HandlerInput;
  AdvanceDamageClaimInput: Schema.AdvanceDamageClaimInput;
  DamageReportInput: Schema.DamageReportInput;
  AwardInput: Schema.AwardInput;
  AssignDamageHandlerInput: Schema.AssignDamageHandlerInput;
  RecordAcuteSafetyInput: Schema.RecordAcuteSafetyInput;
  RecordStructuralDamageInput: Schema.RecordStructuralDamageInput;
  RecordDamageOwnershipChangeInput: Schema.RecordDamageOwnershipChangeInput;
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
  Damage: Given<Omit<Schema.Damage, 'claims'> & { claims?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['DamageClaim']>> }>;
  DamageClaim: ClaimFile;
  Boolean: Schema.Scalars['Boolean']['output'];
  Handler: Given<Schema.Handler>;
  DamageInspection: Given<Schema.DamageInspection>;
  DamageReport: Given<Schema.DamageReport>;
  AcuteSafety: Given<Schema.AcuteSafety>;
  StructuralDamage: Given<Schema.StructuralDamage>;
  Award: Given<Schema.Award>;
  DamageClaimFilter: Schema.DamageClaimFilter;
  DamageClaimConnection: Given<Omit<Schema.DamageClaimConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DamageClaimEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DamageClaim']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  DamageClaimEdge: Given<Omit<Schema.DamageClaimEdge, 'node'> & { node: ResolversParentTypes['DamageClaim'] }>;
  PageInfo: Given<Schema.PageInfo>;
  RegisterDamageClaimInput: Schema.RegisterDamageClaimInput;
  HandlerInput: Schema.HandlerInput;
  AdvanceDamageClaimInput: Schema.AdvanceDamageClaimInput;
  DamageReportInput: Schema.DamageReportInput;
  AwardInput: Schema.AwardInput;
  AssignDamageHandlerInput: Schema.AssignDamageHandlerInput;
  RecordAcuteSafetyInput: Schema.RecordAcuteSafetyInput;
  RecordStructuralDamageInput: Schema.RecordStructuralDamageInput;
  RecordDamageOwnershipChangeInput: Schema.RecordDamageOwnershipChangeInput;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  damageClaim?: Resolver<Schema.Maybe<ResolversTypes['DamageClaim']>, ParentType, ContextType, RequireFields<Schema.QueryDamageClaimArgs, 'id'>>;
  damageClaims?: Resolver<ResolversTypes['DamageClaimConnection'], ParentType, ContextType, RequireFields<Schema.QueryDamageClaimsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  registerDamageClaim?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<Schema.MutationRegisterDamageClaimArgs, 'input'>>;
  advanceDamageClaim?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<Schema.MutationAdvanceDamageClaimArgs, 'input'>>;
  assignDamageHandler?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<Schema.MutationAssignDamageHandlerArgs, 'input'>>;
  recordAcuteSafety?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<Schema.MutationRecordAcuteSafetyArgs, 'input'>>;
  recordStructuralDamage?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<Schema.MutationRecordStructuralDamageArgs, 'input'>>;
  recordDamageOwnershipChange?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType, RequireFields<Schema.MutationRecordDamageOwnershipChangeArgs, 'input'>>;
};

export type AddressResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imgGrant?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  damage?: Resolver<Schema.Maybe<ResolversTypes['Damage']>, ParentType, ContextType>;
};

export type DamageResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['Damage'] = ResolversParentTypes['Damage']> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  claims?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['DamageClaim']>>, ParentType, ContextType>;
};

export type DamageClaimResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['DamageClaim'] = ResolversParentTypes['DamageClaim']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  reference?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Schema.Maybe<ResolversTypes['DamageKind']>, ParentType, ContextType>;
  phase?: Resolver<Schema.Maybe<ResolversTypes['DamagePhase']>, ParentType, ContextType>;
  status?: Resolver<Schema.Maybe<ResolversTypes['DamageStatus']>, ParentType, ContextType>;
  registeredAt?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  closedAt?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  handler?: Resolver<Schema.Maybe<ResolversTypes['Handler']>, ParentType, ContextType>;
  inspection?: Resolver<Schema.Maybe<ResolversTypes['DamageInspection']>, ParentType, ContextType>;
  urgency?: Resolver<Schema.Maybe<ResolversTypes['Urgency']>, ParentType, ContextType>;
  report?: Resolver<Schema.Maybe<ResolversTypes['DamageReport']>, ParentType, ContextType>;
  acutelyUnsafe?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  acuteSafety?: Resolver<Schema.Maybe<ResolversTypes['AcuteSafety']>, ParentType, ContextType>;
  structuralDamage?: Resolver<Schema.Maybe<ResolversTypes['StructuralDamage']>, ParentType, ContextType>;
  award?: Resolver<Schema.Maybe<ResolversTypes['Award']>, ParentType, ContextType>;
  circumstances?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownershipChangedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type HandlerResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['Handler'] = ResolversParentTypes['Handler']> = {
  name?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  team?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DamageInspectionResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['DamageInspection'] = ResolversParentTypes['DamageInspection']> = {
  plannedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  heldOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DamageReportResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['DamageReport'] = ResolversParentTypes['DamageReport']> = {
  deliveredOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  summary?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  structuralDamage?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type AcuteSafetyResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['AcuteSafety'] = ResolversParentTypes['AcuteSafety']> = {
  reportedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  madeSafeAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StructuralDamageResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['StructuralDamage'] = ResolversParentTypes['StructuralDamage']> = {
  foundOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  description?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AwardResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  decidedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  amountCents?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  paidOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DamageClaimConnectionResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['DamageClaimConnection'] = ResolversParentTypes['DamageClaimConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DamageClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DamageClaim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DamageClaimEdgeResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['DamageClaimEdge'] = ResolversParentTypes['DamageClaimEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DamageClaim'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ClaimContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ClaimContext> = {
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
