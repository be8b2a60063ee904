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
