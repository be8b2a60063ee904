/** Written by `npm run schema`. */
import type * as Schema from './schema.generated.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Given } from '../../kernel/graphql/given.ts';
import type { AddressNode, SvipContext } from './context.ts';
import type { Potential } from './modules/potential/potential.ts';
import type { InformationRequestRow, InformationRequestStepRow } from './modules/requests/tables.ts';
import type { Statistics } from './modules/requests/statistics.ts';
import type { ShownSignal, ShownStep } from './modules/signals/show.ts';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
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
  AcuteCase: ResolverTypeWrapper<Given<Omit<Schema.AcuteCase, 'address' | 'nomination' | 'agreements' | 'steps'> & { address: ResolversTypes['Address'], nomination?: Schema.Maybe<ResolversTypes['AcuteNomination']>, agreements?: Schema.Maybe<ReadonlyArray<ResolversTypes['AcuteAgreement']>>, steps?: Schema.Maybe<ReadonlyArray<ResolversTypes['AcuteCaseStep']>> }>>;
  ID: ResolverTypeWrapper<Schema.Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Schema.Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Schema.Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Schema.Scalars['String']['output']>;
  AcuteCaseState: Schema.AcuteCaseState;
  AcuteCaseAction: Schema.AcuteCaseAction;
  AcuteNomination: ResolverTypeWrapper<Given<Schema.AcuteNomination>>;
  AcuteNominationOutcome: Schema.AcuteNominationOutcome;
  AcuteNominationRoad: Schema.AcuteNominationRoad;
  AcuteAgreement: ResolverTypeWrapper<Given<Schema.AcuteAgreement>>;
  MeetingParty: Schema.MeetingParty;
  AcuteCaseStep: ResolverTypeWrapper<Given<Schema.AcuteCaseStep>>;
  AcuteCaseConnection: ResolverTypeWrapper<Given<Omit<Schema.AcuteCaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AcuteCaseEdge']>, nodes: ReadonlyArray<ResolversTypes['AcuteCase']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AcuteCaseEdge: ResolverTypeWrapper<Given<Omit<Schema.AcuteCaseEdge, 'node'> & { node: ResolversTypes['AcuteCase'] }>>;
  ReportAcuteCaseInput: Schema.ReportAcuteCaseInput;
  RecordAcuteCaseSafeInput: Schema.RecordAcuteCaseSafeInput;
  AcuteCaseReasonInput: Schema.AcuteCaseReasonInput;
  AnswerAcuteNominationInput: Schema.AnswerAcuteNominationInput;
  CloseAcuteCaseInput: Schema.CloseAcuteCaseInput;
  RecordAcuteAgreementInput: Schema.RecordAcuteAgreementInput;
  CompleteAcuteAgreementInput: Schema.CompleteAcuteAgreementInput;
  Address: ResolverTypeWrapper<AddressNode>;
  Municipality: ResolverTypeWrapper<Given<Schema.Municipality>>;
  OtherSide: ResolverTypeWrapper<Given<Omit<Schema.OtherSide, 'img' | 'ncg'> & { img?: Schema.Maybe<ResolversTypes['TrackSummary']>, ncg?: Schema.Maybe<ResolversTypes['TrackSummary']> }>>;
  TrackSummary: ResolverTypeWrapper<Given<Omit<Schema.TrackSummary, 'phaseCode'> & { phaseCode?: Schema.Maybe<ResolversTypes['TrackPhase']> }>>;
  TrackPhase: ResolverTypeWrapper<string>;
  Concurrence: Schema.Concurrence;
  CooperationGroup: Schema.CooperationGroup;
  CooperationLikelihood: Schema.CooperationLikelihood;
  StrengtheningStatus: ResolverTypeWrapper<string>;
  StrengtheningPhase: ResolverTypeWrapper<string>;
  DamageStatus: ResolverTypeWrapper<string>;
  Consent: ResolverTypeWrapper<Given<Omit<Schema.Consent, 'address'> & { address: ResolversTypes['Address'] }>>;
  ConsentState: Schema.ConsentState;
  ConsentParty: Schema.ConsentParty;
  ConsentChannel: Schema.ConsentChannel;
  RecordConsentInput: Schema.RecordConsentInput;
  RefuseConsentInput: Schema.RefuseConsentInput;
  Wish: ResolverTypeWrapper<Given<Omit<Schema.Wish, 'address'> & { address: ResolversTypes['Address'] }>>;
  RecordWishInput: Schema.RecordWishInput;
  InspectionWish: Schema.InspectionWish;
  TogetherWish: Schema.TogetherWish;
  Objection: ResolverTypeWrapper<Given<Omit<Schema.Objection, 'address'> & { address: ResolversTypes['Address'] }>>;
  ObjectionState: Schema.ObjectionState;
  RecordObjectionInput: Schema.RecordObjectionInput;
  ObjectionFilter: Schema.ObjectionFilter;
  ObjectionConnection: ResolverTypeWrapper<Given<Omit<Schema.ObjectionConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['ObjectionEdge']>, nodes: ReadonlyArray<ResolversTypes['Objection']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  ObjectionEdge: ResolverTypeWrapper<Given<Omit<Schema.ObjectionEdge, 'node'> & { node: ResolversTypes['Objection'] }>>;
  Cooperation: ResolverTypeWrapper<Given<Omit<Schema.Cooperation, 'wishes' | 'buddyLink' | 'coordinator' | 'jointInspections' | 'integralPlans'> & { wishes?: Schema.Maybe<ResolversTypes['CooperationWishes']>, buddyLink?: Schema.Maybe<ResolversTypes['CooperationBuddyLink']>, coordinator?: Schema.Maybe<ResolversTypes['CooperationCoordinator']>, jointInspections?: Schema.Maybe<ReadonlyArray<ResolversTypes['JointInspection']>>, integralPlans?: Schema.Maybe<ReadonlyArray<ResolversTypes['IntegralPlan']>> }>>;
  CooperationWishes: ResolverTypeWrapper<Given<Omit<Schema.CooperationWishes, 'history'> & { history?: Schema.Maybe<ReadonlyArray<ResolversTypes['CooperationWish']>> }>>;
  CooperationWish: ResolverTypeWrapper<Given<Schema.CooperationWish>>;
  CooperationBuddyLink: ResolverTypeWrapper<Given<Omit<Schema.CooperationBuddyLink, 'imgHandler' | 'ncgHandler' | 'history'> & { imgHandler?: Schema.Maybe<ResolversTypes['CooperationHandler']>, ncgHandler?: Schema.Maybe<ResolversTypes['CooperationHandler']>, history?: Schema.Maybe<ReadonlyArray<ResolversTypes['BuddyLinkChange']>> }>>;
  CooperationHandler: ResolverTypeWrapper<Given<Schema.CooperationHandler>>;
  BuddyLinkChange: ResolverTypeWrapper<Given<Omit<Schema.BuddyLinkChange, 'imgHandler' | 'ncgHandler'> & { imgHandler?: Schema.Maybe<ResolversTypes['CooperationHandler']>, ncgHandler?: Schema.Maybe<ResolversTypes['CooperationHandler']> }>>;
  CooperationCoordinator: ResolverTypeWrapper<Given<Omit<Schema.CooperationCoordinator, 'person' | 'history'> & { person?: Schema.Maybe<ResolversTypes['CoordinatingPerson']>, history?: Schema.Maybe<ReadonlyArray<ResolversTypes['CoordinatorChange']>> }>>;
  CoordinatingPerson: ResolverTypeWrapper<Given<Schema.CoordinatingPerson>>;
  CoordinatorChange: ResolverTypeWrapper<Given<Omit<Schema.CoordinatorChange, 'person'> & { person?: Schema.Maybe<ResolversTypes['CoordinatingPerson']> }>>;
  JointInspection: ResolverTypeWrapper<Given<Omit<Schema.JointInspection, 'delays' | 'steps'> & { delays?: Schema.Maybe<ReadonlyArray<ResolversTypes['InspectionDelay']>>, steps?: Schema.Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>> }>>;
  InspectionForm: Schema.InspectionForm;
  JointInspectionState: Schema.JointInspectionState;
  JointInspectionAction: Schema.JointInspectionAction;
  InspectionDelay: ResolverTypeWrapper<Given<Schema.InspectionDelay>>;
  JointInspectionOutcome: ResolverTypeWrapper<Given<Omit<Schema.JointInspectionOutcome, 'jointInspection' | 'delays'> & { jointInspection?: Schema.Maybe<ResolversTypes['JointInspection']>, delays: ReadonlyArray<ResolversTypes['InspectionDelay']> }>>;
  IntegralPlan: ResolverTypeWrapper<Given<Omit<Schema.IntegralPlan, 'steps'> & { steps?: Schema.Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>> }>>;
  IntegralPlanState: Schema.IntegralPlanState;
  IntegralPlanAction: Schema.IntegralPlanAction;
  CooperationStep: ResolverTypeWrapper<Given<Schema.CooperationStep>>;
  SetBuddyLinkInput: Schema.SetBuddyLinkInput;
  SetCoordinatorInput: Schema.SetCoordinatorInput;
  EndCooperationInput: Schema.EndCooperationInput;
  ProposeJointInspectionInput: Schema.ProposeJointInspectionInput;
  AnswerJointInspectionInput: Schema.AnswerJointInspectionInput;
  WithdrawProposalInput: Schema.WithdrawProposalInput;
  RecordJointInspectionReplyInput: Schema.RecordJointInspectionReplyInput;
  RecordJointInspectionResultInput: Schema.RecordJointInspectionResultInput;
  ProposeIntegralPlanInput: Schema.ProposeIntegralPlanInput;
  AnswerIntegralPlanInput: Schema.AnswerIntegralPlanInput;
  RecordIntegralPlanResultInput: Schema.RecordIntegralPlanResultInput;
  AccessOutcome: Schema.AccessOutcome;
  AccessReason: Schema.AccessReason;
  AccessDecision: ResolverTypeWrapper<Given<Schema.AccessDecision>>;
  Decision: ResolverTypeWrapper<Given<Omit<Schema.Decision, 'address' | 'requestedByMunicipality' | 'rules' | 'facts'> & { address?: Schema.Maybe<ResolversTypes['Address']>, requestedByMunicipality?: Schema.Maybe<ResolversTypes['Municipality']>, rules: ReadonlyArray<ResolversTypes['PolicyRule']>, facts: ReadonlyArray<ResolversTypes['DecisionFact']> }>>;
  DecisionFact: ResolverTypeWrapper<Given<Schema.DecisionFact>>;
  Policy: ResolverTypeWrapper<Given<Omit<Schema.Policy, 'rules'> & { rules: ReadonlyArray<ResolversTypes['PolicyRule']> }>>;
  PolicyRule: ResolverTypeWrapper<Given<Schema.PolicyRule>>;
  EmergencyAccess: ResolverTypeWrapper<Given<Omit<Schema.EmergencyAccess, 'address'> & { address: ResolversTypes['Address'] }>>;
  EmergencyVerdict: Schema.EmergencyVerdict;
  BreakGlassInput: Schema.BreakGlassInput;
  ReviewEmergencyAccessInput: Schema.ReviewEmergencyAccessInput;
  ReleaseEmergencyAccessInput: Schema.ReleaseEmergencyAccessInput;
  EmergencyAccessFilter: Schema.EmergencyAccessFilter;
  EmergencyAccessConnection: ResolverTypeWrapper<Given<Omit<Schema.EmergencyAccessConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['EmergencyAccessEdge']>, nodes: ReadonlyArray<ResolversTypes['EmergencyAccess']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  EmergencyAccessEdge: ResolverTypeWrapper<Given<Omit<Schema.EmergencyAccessEdge, 'node'> & { node: ResolversTypes['EmergencyAccess'] }>>;
  EnumLabels: ResolverTypeWrapper<Given<Omit<Schema.EnumLabels, 'values'> & { values: ReadonlyArray<ResolversTypes['ValueLabel']> }>>;
  ValueLabel: ResolverTypeWrapper<Given<Schema.ValueLabel>>;
  MonitoringMonth: ResolverTypeWrapper<Given<Omit<Schema.MonitoringMonth, 'requests' | 'signals' | 'jointInspections' | 'integralPlans' | 'acuteCases' | 'leadTimes' | 'potential'> & { requests: ResolversTypes['MonitoringRequests'], signals: ReadonlyArray<ResolversTypes['MonitoringSignals']>, jointInspections: ResolversTypes['MonitoringJointInspections'], integralPlans: ResolversTypes['MonitoringIntegralPlans'], acuteCases: ResolversTypes['MonitoringAcuteCases'], leadTimes: ReadonlyArray<ResolversTypes['MonitoringLeadTimes']>, potential?: Schema.Maybe<ResolversTypes['MonitoringPotential']> }>>;
  MonitoringRequests: ResolverTypeWrapper<Given<Schema.MonitoringRequests>>;
  Float: ResolverTypeWrapper<Schema.Scalars['Float']['output']>;
  MonitoringSignals: ResolverTypeWrapper<Given<Schema.MonitoringSignals>>;
  MonitoringJointInspections: ResolverTypeWrapper<Given<Schema.MonitoringJointInspections>>;
  MonitoringIntegralPlans: ResolverTypeWrapper<Given<Schema.MonitoringIntegralPlans>>;
  MonitoringAcuteCases: ResolverTypeWrapper<Given<Schema.MonitoringAcuteCases>>;
  MonitoringLeadTimes: ResolverTypeWrapper<Given<Schema.MonitoringLeadTimes>>;
  MonitoringPotential: ResolverTypeWrapper<Given<Schema.MonitoringPotential>>;
  Obligation: ResolverTypeWrapper<Given<Omit<Schema.Obligation, 'address' | 'municipality'> & { address?: Schema.Maybe<ResolversTypes['Address']>, municipality?: Schema.Maybe<ResolversTypes['Municipality']> }>>;
  ObligationCause: Schema.ObligationCause;
  ObligationState: Schema.ObligationState;
  ObligationResult: Schema.ObligationResult;
  FulfilObligationInput: Schema.FulfilObligationInput;
  ObligationFilter: Schema.ObligationFilter;
  ObligationConnection: ResolverTypeWrapper<Given<Omit<Schema.ObligationConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['ObligationEdge']>, nodes: ReadonlyArray<ResolversTypes['Obligation']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  ObligationEdge: ResolverTypeWrapper<Given<Omit<Schema.ObligationEdge, 'node'> & { node: ResolversTypes['Obligation'] }>>;
  CooperationPotential: ResolverTypeWrapper<Potential>;
  CooperationInterval: Schema.CooperationInterval;
  CooperationFigures: ResolverTypeWrapper<Given<Omit<Schema.CooperationFigures, 'stock' | 'matrix'> & { stock: ResolversTypes['CooperationStock'], matrix: ResolversTypes['CooperationMatrix'] }>>;
  CooperationStock: ResolverTypeWrapper<Given<Omit<Schema.CooperationStock, 'noReportByPhase'> & { noReportByPhase: ReadonlyArray<ResolversTypes['CooperationPhaseCount']> }>>;
  CooperationPhaseCount: ResolverTypeWrapper<Given<Omit<Schema.CooperationPhaseCount, 'phase'> & { phase: ResolversTypes['StrengtheningPhase'] }>>;
  CooperationMatrix: ResolverTypeWrapper<Given<Omit<Schema.CooperationMatrix, 'cells' | 'groups'> & { cells: ReadonlyArray<ResolversTypes['CooperationCell']>, groups: ReadonlyArray<ResolversTypes['CooperationGroupCount']> }>>;
  CooperationCell: ResolverTypeWrapper<Given<Omit<Schema.CooperationCell, 'ncgStatus' | 'imgStatus'> & { ncgStatus: ResolversTypes['StrengtheningStatus'], imgStatus: ResolversTypes['DamageStatus'] }>>;
  CooperationGroupCount: ResolverTypeWrapper<Given<Schema.CooperationGroupCount>>;
  CooperationSituation: Schema.CooperationSituation;
  CooperationFilter: Schema.CooperationFilter;
  CooperationCellInput: Schema.CooperationCellInput;
  AddressConnection: ResolverTypeWrapper<Given<Omit<Schema.AddressConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AddressEdge']>, nodes: ReadonlyArray<ResolversTypes['Address']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AddressEdge: ResolverTypeWrapper<Given<Omit<Schema.AddressEdge, 'node'> & { node: ResolversTypes['Address'] }>>;
  InformationRequest: ResolverTypeWrapper<InformationRequestRow>;
  InformationRequestKind: Schema.InformationRequestKind;
  InformationRequestState: Schema.InformationRequestState;
  InformationRequestPlace: Schema.InformationRequestPlace;
  InformationRequestAction: Schema.InformationRequestAction;
  AssessmentAnswer: ResolverTypeWrapper<Given<Schema.AssessmentAnswer>>;
  AssessmentQuestion: Schema.AssessmentQuestion;
  InformationRequestProposal: ResolverTypeWrapper<Given<Omit<Schema.InformationRequestProposal, 'categories'> & { categories: ReadonlyArray<ResolversTypes['ProposedCategory']> }>>;
  InformationRequestProposalOutcome: Schema.InformationRequestProposalOutcome;
  ProposedCategory: ResolverTypeWrapper<Given<Schema.ProposedCategory>>;
  ProposalRoad: Schema.ProposalRoad;
  InformationRequestConsent: ResolverTypeWrapper<Given<Schema.InformationRequestConsent>>;
  ConsentReply: Schema.ConsentReply;
  InformationRequestAnswer: ResolverTypeWrapper<Given<Schema.InformationRequestAnswer>>;
  InformationRequestOutcome: Schema.InformationRequestOutcome;
  InformationRequestFollowUp: ResolverTypeWrapper<Given<Schema.InformationRequestFollowUp>>;
  PriorityDecision: Schema.PriorityDecision;
  BuddyLink: ResolverTypeWrapper<Given<Omit<Schema.BuddyLink, 'imgHandler' | 'ncgHandler'> & { imgHandler: ResolversTypes['BuddyHandler'], ncgHandler: ResolversTypes['BuddyHandler'] }>>;
  BuddyHandler: ResolverTypeWrapper<Given<Schema.BuddyHandler>>;
  InformationRequestStep: ResolverTypeWrapper<InformationRequestStepRow>;
  InformationRequestFilter: Schema.InformationRequestFilter;
  InformationRequestSort: Schema.InformationRequestSort;
  InformationRequestConnection: ResolverTypeWrapper<Given<Omit<Schema.InformationRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['InformationRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['InformationRequest']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  InformationRequestEdge: ResolverTypeWrapper<Given<Omit<Schema.InformationRequestEdge, 'node'> & { node: ResolversTypes['InformationRequest'] }>>;
  InformationRequestStatistics: ResolverTypeWrapper<Statistics>;
  InformationRequestNumbers: ResolverTypeWrapper<Given<Schema.InformationRequestNumbers>>;
  SubmitInformationRequestInput: Schema.SubmitInformationRequestInput;
  SupplementInformationRequestInput: Schema.SupplementInformationRequestInput;
  WithdrawInformationRequestInput: Schema.WithdrawInformationRequestInput;
  ReturnInformationRequestInput: Schema.ReturnInformationRequestInput;
  AssessInformationRequestInput: Schema.AssessInformationRequestInput;
  AssessmentTestInput: Schema.AssessmentTestInput;
  AssessmentAnswerInput: Schema.AssessmentAnswerInput;
  AskInformationRequestConsentInput: Schema.AskInformationRequestConsentInput;
  RecordInformationRequestConsentReplyInput: Schema.RecordInformationRequestConsentReplyInput;
  ForwardInformationRequestInput: Schema.ForwardInformationRequestInput;
  AnswerInformationRequestInput: Schema.AnswerInformationRequestInput;
  RecordInformationRequestFollowUpInput: Schema.RecordInformationRequestFollowUpInput;
  BuddyHandlerInput: Schema.BuddyHandlerInput;
  CloseInformationRequestInput: Schema.CloseInformationRequestInput;
  AssignInformationRequestInput: Schema.AssignInformationRequestInput;
  ExtendInformationRequestInput: Schema.ExtendInformationRequestInput;
  RevokeInformationRequestInput: Schema.RevokeInformationRequestInput;
  DisclosureKind: Schema.DisclosureKind;
  Disclosure: ResolverTypeWrapper<Given<Schema.Disclosure>>;
  DisclosureConnection: ResolverTypeWrapper<Given<Omit<Schema.DisclosureConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['DisclosureEdge']>, nodes: ReadonlyArray<ResolversTypes['Disclosure']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  DisclosureEdge: ResolverTypeWrapper<Given<Omit<Schema.DisclosureEdge, 'node'> & { node: ResolversTypes['Disclosure'] }>>;
  SubjectAccessState: Schema.SubjectAccessState;
  SubjectAccessOutcome: Schema.SubjectAccessOutcome;
  SubjectAccessRequest: ResolverTypeWrapper<Given<Omit<Schema.SubjectAccessRequest, 'address' | 'export'> & { address: ResolversTypes['Address'], export: ResolversTypes['SubjectAccessExport'] }>>;
  SubjectAccessExport: ResolverTypeWrapper<Given<Schema.SubjectAccessExport>>;
  SubjectAccessRequestFilter: Schema.SubjectAccessRequestFilter;
  SubjectAccessRequestConnection: ResolverTypeWrapper<Given<Omit<Schema.SubjectAccessRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['SubjectAccessRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['SubjectAccessRequest']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  SubjectAccessRequestEdge: ResolverTypeWrapper<Given<Omit<Schema.SubjectAccessRequestEdge, 'node'> & { node: ResolversTypes['SubjectAccessRequest'] }>>;
  RegisterSubjectAccessRequestInput: Schema.RegisterSubjectAccessRequestInput;
  ExtendSubjectAccessRequestInput: Schema.ExtendSubjectAccessRequestInput;
  AnswerSubjectAccessRequestInput: Schema.AnswerSubjectAccessRequestInput;
  LegalHold: ResolverTypeWrapper<Given<Omit<Schema.LegalHold, 'address'> & { address?: Schema.Maybe<ResolversTypes['Address']> }>>;
  LegalHoldOfOther: ResolverTypeWrapper<Given<Omit<Schema.LegalHoldOfOther, 'address'> & { address?: Schema.Maybe<ResolversTypes['Address']> }>>;
  PlaceLegalHoldInput: Schema.PlaceLegalHoldInput;
  AddressSet: ResolverTypeWrapper<Given<Omit<Schema.AddressSet, 'figures' | 'members'> & { figures: ResolversTypes['AddressSetFigures'], members: ResolversTypes['AddressSetMemberConnection'] }>>;
  AddressSetConnection: ResolverTypeWrapper<Given<Omit<Schema.AddressSetConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AddressSetEdge']>, nodes: ReadonlyArray<ResolversTypes['AddressSet']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AddressSetEdge: ResolverTypeWrapper<Given<Omit<Schema.AddressSetEdge, 'node'> & { node: ResolversTypes['AddressSet'] }>>;
  AddressSetKind: Schema.AddressSetKind;
  AddressSetFigures: ResolverTypeWrapper<Given<Omit<Schema.AddressSetFigures, 'outcomes'> & { outcomes: ReadonlyArray<ResolversTypes['AddressSetOutcomeCount']> }>>;
  AddressSetOutcomeCount: ResolverTypeWrapper<Given<Schema.AddressSetOutcomeCount>>;
  AddressSetMember: ResolverTypeWrapper<Given<Omit<Schema.AddressSetMember, 'address' | 'municipality' | 'outcomes'> & { address: ResolversTypes['Address'], municipality?: Schema.Maybe<ResolversTypes['Municipality']>, outcomes: ReadonlyArray<ResolversTypes['AddressSetOutcome']> }>>;
  AddressSetOutcome: ResolverTypeWrapper<Given<Schema.AddressSetOutcome>>;
  AddressSetOutcomeKind: Schema.AddressSetOutcomeKind;
  AddressSetMemberConnection: ResolverTypeWrapper<Given<Omit<Schema.AddressSetMemberConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['AddressSetMemberEdge']>, nodes: ReadonlyArray<ResolversTypes['AddressSetMember']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  AddressSetMemberEdge: ResolverTypeWrapper<Given<Omit<Schema.AddressSetMemberEdge, 'node'> & { node: ResolversTypes['AddressSetMember'] }>>;
  AddToAddressSetResult: ResolverTypeWrapper<Given<Omit<Schema.AddToAddressSetResult, 'set'> & { set: ResolversTypes['AddressSet'] }>>;
  CreateAddressSetInput: Schema.CreateAddressSetInput;
  AddressSetMembersInput: Schema.AddressSetMembersInput;
  RecordAddressSetOutcomeInput: Schema.RecordAddressSetOutcomeInput;
  CloseAddressSetInput: Schema.CloseAddressSetInput;
  Query: ResolverTypeWrapper<unknown>;
  Mutation: ResolverTypeWrapper<unknown>;
  Owner: Schema.Owner;
  Organisation: Schema.Organisation;
  LegalBasis: Schema.LegalBasis;
  Purpose: Schema.Purpose;
  PageInfo: ResolverTypeWrapper<Given<Schema.PageInfo>>;
  Signal: ResolverTypeWrapper<ShownSignal>;
  SignalKind: Schema.SignalKind;
  SignalState: Schema.SignalState;
  SignalResult: Schema.SignalResult;
  NotOpportuneReason: Schema.NotOpportuneReason;
  SignalAction: Schema.SignalAction;
  SignalLink: ResolverTypeWrapper<Given<Schema.SignalLink>>;
  SignalLinkKind: Schema.SignalLinkKind;
  SignalStep: ResolverTypeWrapper<ShownStep>;
  SignalDirection: Schema.SignalDirection;
  SignalFilter: Schema.SignalFilter;
  SignalConnection: ResolverTypeWrapper<Given<Omit<Schema.SignalConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversTypes['SignalEdge']>, nodes: ReadonlyArray<ResolversTypes['Signal']>, pageInfo: ResolversTypes['PageInfo'] }>>;
  SignalEdge: ResolverTypeWrapper<Given<Omit<Schema.SignalEdge, 'node'> & { node: ResolversTypes['Signal'] }>>;
  AcknowledgeSignalInput: Schema.AcknowledgeSignalInput;
  AssignSignalInput: Schema.AssignSignalInput;
  SignalAssignee: Schema.SignalAssignee;
  ActOnSignalInput: Schema.ActOnSignalInput;
  SignalLinkInput: Schema.SignalLinkInput;
  CloseSignalInput: Schema.CloseSignalInput;
  MarkSignalNotOpportuneInput: Schema.MarkSignalNotOpportuneInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Schema.Scalars['Date']['output'];
  DateTime: Schema.Scalars['DateTime']['output'];
  AcuteCase: Given<Omit<Schema.AcuteCase, 'address' | 'nomination' | 'agreements' | 'steps'> & { address: ResolversParentTypes['Address'], nomination?: Schema.Maybe<ResolversParentTypes['AcuteNomination']>, agreements?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['AcuteAgreement']>>, steps?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['AcuteCaseStep']>> }>;
  ID: Schema.Scalars['ID']['output'];
  Int: Schema.Scalars['Int']['output'];
  Boolean: Schema.Scalars['Boolean']['output'];
  String: Schema.Scalars['String']['output'];
  AcuteNomination: Given<Schema.AcuteNomination>;
  AcuteAgreement: Given<Schema.AcuteAgreement>;
  AcuteCaseStep: Given<Schema.AcuteCaseStep>;
  AcuteCaseConnection: Given<Omit<Schema.AcuteCaseConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AcuteCaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AcuteCase']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AcuteCaseEdge: Given<Omit<Schema.AcuteCaseEdge, 'node'> & { node: ResolversParentTypes['AcuteCase'] }>;
  ReportAcuteCaseInput: Schema.ReportAcuteCaseInput;
  RecordAcuteCaseSafeInput: Schema.RecordAcuteCaseSafeInput;
  AcuteCaseReasonInput: Schema.AcuteCaseReasonInput;
  AnswerAcuteNominationInput: Schema.AnswerAcuteNominationInput;
  CloseAcuteCaseInput: Schema.CloseAcuteCaseInput;
  RecordAcuteAgreementInput: Schema.RecordAcuteAgreementInput;
  CompleteAcuteAgreementInput: Schema.CompleteAcuteAgreementInput;
  Address: AddressNode;
  Municipality: Given<Schema.Municipality>;
  OtherSide: Given<Omit<Schema.OtherSide, 'img' | 'ncg'> & { img?: Schema.Maybe<ResolversParentTypes['TrackSummary']>, ncg?: Schema.Maybe<ResolversParentTypes['TrackSummary']> }>;
  TrackSummary: Given<Schema.TrackSummary>;
  Consent: Given<Omit<Schema.Consent, 'address'> & { address: ResolversParentTypes['Address'] }>;
  RecordConsentInput: Schema.RecordConsentInput;
  RefuseConsentInput: Schema.RefuseConsentInput;
  Wish: Given<Omit<Schema.Wish, 'address'> & { address: ResolversParentTypes['Address'] }>;
  RecordWishInput: Schema.RecordWishInput;
  Objection: Given<Omit<Schema.Objection, 'address'> & { address: ResolversParentTypes['Address'] }>;
  RecordObjectionInput: Schema.RecordObjectionInput;
  ObjectionFilter: Schema.ObjectionFilter;
  ObjectionConnection: Given<Omit<Schema.ObjectionConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['ObjectionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Objection']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  ObjectionEdge: Given<Omit<Schema.ObjectionEdge, 'node'> & { node: ResolversParentTypes['Objection'] }>;
  Cooperation: Given<Omit<Schema.Cooperation, 'wishes' | 'buddyLink' | 'coordinator' | 'jointInspections' | 'integralPlans'> & { wishes?: Schema.Maybe<ResolversParentTypes['CooperationWishes']>, buddyLink?: Schema.Maybe<ResolversParentTypes['CooperationBuddyLink']>, coordinator?: Schema.Maybe<ResolversParentTypes['CooperationCoordinator']>, jointInspections?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['JointInspection']>>, integralPlans?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['IntegralPlan']>> }>;
  CooperationWishes: Given<Omit<Schema.CooperationWishes, 'history'> & { history?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['CooperationWish']>> }>;
  CooperationWish: Given<Schema.CooperationWish>;
  CooperationBuddyLink: Given<Omit<Schema.CooperationBuddyLink, 'imgHandler' | 'ncgHandler' | 'history'> & { imgHandler?: Schema.Maybe<ResolversParentTypes['CooperationHandler']>, ncgHandler?: Schema.Maybe<ResolversParentTypes['CooperationHandler']>, history?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['BuddyLinkChange']>> }>;
  CooperationHandler: Given<Schema.CooperationHandler>;
  BuddyLinkChange: Given<Omit<Schema.BuddyLinkChange, 'imgHandler' | 'ncgHandler'> & { imgHandler?: Schema.Maybe<ResolversParentTypes['CooperationHandler']>, ncgHandler?: Schema.Maybe<ResolversParentTypes['CooperationHandler']> }>;
  CooperationCoordinator: Given<Omit<Schema.CooperationCoordinator, 'person' | 'history'> & { person?: Schema.Maybe<ResolversParentTypes['CoordinatingPerson']>, history?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['CoordinatorChange']>> }>;
  CoordinatingPerson: Given<Schema.CoordinatingPerson>;
  CoordinatorChange: Given<Omit<Schema.CoordinatorChange, 'person'> & { person?: Schema.Maybe<ResolversParentTypes['CoordinatingPerson']> }>;
  JointInspection: Given<Omit<Schema.JointInspection, 'delays' | 'steps'> & { delays?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['InspectionDelay']>>, steps?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['CooperationStep']>> }>;
  InspectionDelay: Given<Schema.InspectionDelay>;
  JointInspectionOutcome: Given<Omit<Schema.JointInspectionOutcome, 'jointInspection' | 'delays'> & { jointInspection?: Schema.Maybe<ResolversParentTypes['JointInspection']>, delays: ReadonlyArray<ResolversParentTypes['InspectionDelay']> }>;
  IntegralPlan: Given<Omit<Schema.IntegralPlan, 'steps'> & { steps?: Schema.Maybe<ReadonlyArray<ResolversParentTypes['CooperationStep']>> }>;
  CooperationStep: Given<Schema.CooperationStep>;
  SetBuddyLinkInput: Schema.SetBuddyLinkInput;
  SetCoordinatorInput: Schema.SetCoordinatorInput;
  EndCooperationInput: Schema.EndCooperationInput;
  ProposeJointInspectionInput: Schema.ProposeJointInspectionInput;
  AnswerJointInspectionInput: Schema.AnswerJointInspectionInput;
  WithdrawProposalInput: Schema.WithdrawProposalInput;
  RecordJointInspectionReplyInput: Schema.RecordJointInspectionReplyInput;
  RecordJointInspectionResultInput: Schema.RecordJointInspectionResultInput;
  ProposeIntegralPlanInput: Schema.ProposeIntegralPlanInput;
  AnswerIntegralPlanInput: Schema.AnswerIntegralPlanInput;
  RecordIntegralPlanResultInput: Schema.RecordIntegralPlanResultInput;
  AccessDecision: Given<Schema.AccessDecision>;
  Decision: Given<Omit<Schema.Decision, 'address' | 'requestedByMunicipality' | 'rules' | 'facts'> & { address?: Schema.Maybe<ResolversParentTypes['Address']>, requestedByMunicipality?: Schema.Maybe<ResolversParentTypes['Municipality']>, rules: ReadonlyArray<ResolversParentTypes['PolicyRule']>, facts: ReadonlyArray<ResolversParentTypes['DecisionFact']> }>;
  DecisionFact: Given<Schema.DecisionFact>;
  Policy: Given<Omit<Schema.Policy, 'rules'> & { rules: ReadonlyArray<ResolversParentTypes['PolicyRule']> }>;
  PolicyRule: Given<Schema.PolicyRule>;
  EmergencyAccess: Given<Omit<Schema.EmergencyAccess, 'address'> & { address: ResolversParentTypes['Address'] }>;
  BreakGlassInput: Schema.BreakGlassInput;
  ReviewEmergencyAccessInput: Schema.ReviewEmergencyAccessInput;
  ReleaseEmergencyAccessInput: Schema.ReleaseEmergencyAccessInput;
  EmergencyAccessFilter: Schema.EmergencyAccessFilter;
  EmergencyAccessConnection: Given<Omit<Schema.EmergencyAccessConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['EmergencyAccessEdge']>, nodes: ReadonlyArray<ResolversParentTypes['EmergencyAccess']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  EmergencyAccessEdge: Given<Omit<Schema.EmergencyAccessEdge, 'node'> & { node: ResolversParentTypes['EmergencyAccess'] }>;
  EnumLabels: Given<Omit<Schema.EnumLabels, 'values'> & { values: ReadonlyArray<ResolversParentTypes['ValueLabel']> }>;
  ValueLabel: Given<Schema.ValueLabel>;
  MonitoringMonth: Given<Omit<Schema.MonitoringMonth, 'requests' | 'signals' | 'jointInspections' | 'integralPlans' | 'acuteCases' | 'leadTimes' | 'potential'> & { requests: ResolversParentTypes['MonitoringRequests'], signals: ReadonlyArray<ResolversParentTypes['MonitoringSignals']>, jointInspections: ResolversParentTypes['MonitoringJointInspections'], integralPlans: ResolversParentTypes['MonitoringIntegralPlans'], acuteCases: ResolversParentTypes['MonitoringAcuteCases'], leadTimes: ReadonlyArray<ResolversParentTypes['MonitoringLeadTimes']>, potential?: Schema.Maybe<ResolversParentTypes['MonitoringPotential']> }>;
  MonitoringRequests: Given<Schema.MonitoringRequests>;
  Float: Schema.Scalars['Float']['output'];
  MonitoringSignals: Given<Schema.MonitoringSignals>;
  MonitoringJointInspections: Given<Schema.MonitoringJointInspections>;
  MonitoringIntegralPlans: Given<Schema.MonitoringIntegralPlans>;
  MonitoringAcuteCases: Given<Schema.MonitoringAcuteCases>;
  MonitoringLeadTimes: Given<Schema.MonitoringLeadTimes>;
  MonitoringPotential: Given<Schema.MonitoringPotential>;
  Obligation: Given<Omit<Schema.Obligation, 'address' | 'municipality'> & { address?: Schema.Maybe<ResolversParentTypes['Address']>, municipality?: Schema.Maybe<ResolversParentTypes['Municipality']> }>;
  FulfilObligationInput: Schema.FulfilObligationInput;
  ObligationFilter: Schema.ObligationFilter;
  ObligationConnection: Given<Omit<Schema.ObligationConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['ObligationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Obligation']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  ObligationEdge: Given<Omit<Schema.ObligationEdge, 'node'> & { node: ResolversParentTypes['Obligation'] }>;
  CooperationPotential: Potential;
  CooperationFigures: Given<Omit<Schema.CooperationFigures, 'stock' | 'matrix'> & { stock: ResolversParentTypes['CooperationStock'], matrix: ResolversParentTypes['CooperationMatrix'] }>;
  CooperationStock: Given<Omit<Schema.CooperationStock, 'noReportByPhase'> & { noReportByPhase: ReadonlyArray<ResolversParentTypes['CooperationPhaseCount']> }>;
  CooperationPhaseCount: Given<Schema.CooperationPhaseCount>;
  CooperationMatrix: Given<Omit<Schema.CooperationMatrix, 'cells' | 'groups'> & { cells: ReadonlyArray<ResolversParentTypes['CooperationCell']>, groups: ReadonlyArray<ResolversParentTypes['CooperationGroupCount']> }>;
  CooperationCell: Given<Schema.CooperationCell>;
  CooperationGroupCount: Given<Schema.CooperationGroupCount>;
  CooperationFilter: Schema.CooperationFilter;
  CooperationCellInput: Schema.CooperationCellInput;
  AddressConnection: Given<Omit<Schema.AddressConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AddressEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Address']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AddressEdge: Given<Omit<Schema.AddressEdge, 'node'> & { node: ResolversParentTypes['Address'] }>;
  InformationRequest: InformationRequestRow;
  AssessmentAnswer: Given<Schema.AssessmentAnswer>;
  InformationRequestProposal: Given<Omit<Schema.InformationRequestProposal, 'categories'> & { categories: ReadonlyArray<ResolversParentTypes['ProposedCategory']> }>;
  ProposedCategory: Given<Schema.ProposedCategory>;
  InformationRequestConsent: Given<Schema.InformationRequestConsent>;
  InformationRequestAnswer: Given<Schema.InformationRequestAnswer>;
  InformationRequestFollowUp: Given<Schema.InformationRequestFollowUp>;
  BuddyLink: Given<Omit<Schema.BuddyLink, 'imgHandler' | 'ncgHandler'> & { imgHandler: ResolversParentTypes['BuddyHandler'], ncgHandler: ResolversParentTypes['BuddyHandler'] }>;
  BuddyHandler: Given<Schema.BuddyHandler>;
  InformationRequestStep: InformationRequestStepRow;
  InformationRequestFilter: Schema.InformationRequestFilter;
  InformationRequestConnection: Given<Omit<Schema.InformationRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['InformationRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['InformationRequest']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  InformationRequestEdge: Given<Omit<Schema.InformationRequestEdge, 'node'> & { node: ResolversParentTypes['InformationRequest'] }>;
  InformationRequestStatistics: Statistics;
  InformationRequestNumbers: Given<Schema.InformationRequestNumbers>;
  SubmitInformationRequestInput: Schema.SubmitInformationRequestInput;
  SupplementInformationRequestInput: Schema.SupplementInformationRequestInput;
  WithdrawInformationRequestInput: Schema.WithdrawInformationRequestInput;
  ReturnInformationRequestInput: Schema.ReturnInformationRequestInput;
  AssessInformationRequestInput: Schema.AssessInformationRequestInput;
  AssessmentTestInput: Schema.AssessmentTestInput;
  AssessmentAnswerInput: Schema.AssessmentAnswerInput;
  AskInformationRequestConsentInput: Schema.AskInformationRequestConsentInput;
  RecordInformationRequestConsentReplyInput: Schema.RecordInformationRequestConsentReplyInput;
  ForwardInformationRequestInput: Schema.ForwardInformationRequestInput;
  AnswerInformationRequestInput: Schema.AnswerInformationRequestInput;
  RecordInformationRequestFollowUpInput: Schema.RecordInformationRequestFollowUpInput;
  BuddyHandlerInput: Schema.BuddyHandlerInput;
  CloseInformationRequestInput: Schema.CloseInformationRequestInput;
  AssignInformationRequestInput: Schema.AssignInformationRequestInput;
  ExtendInformationRequestInput: Schema.ExtendInformationRequestInput;
  RevokeInformationRequestInput: Schema.RevokeInformationRequestInput;
  Disclosure: Given<Schema.Disclosure>;
  DisclosureConnection: Given<Omit<Schema.DisclosureConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['DisclosureEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Disclosure']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  DisclosureEdge: Given<Omit<Schema.DisclosureEdge, 'node'> & { node: ResolversParentTypes['Disclosure'] }>;
  SubjectAccessRequest: Given<Omit<Schema.SubjectAccessRequest, 'address' | 'export'> & { address: ResolversParentTypes['Address'], export: ResolversParentTypes['SubjectAccessExport'] }>;
  SubjectAccessExport: Given<Schema.SubjectAccessExport>;
  SubjectAccessRequestFilter: Schema.SubjectAccessRequestFilter;
  SubjectAccessRequestConnection: Given<Omit<Schema.SubjectAccessRequestConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['SubjectAccessRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['SubjectAccessRequest']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  SubjectAccessRequestEdge: Given<Omit<Schema.SubjectAccessRequestEdge, 'node'> & { node: ResolversParentTypes['SubjectAccessRequest'] }>;
  RegisterSubjectAccessRequestInput: Schema.RegisterSubjectAccessRequestInput;
  ExtendSubjectAccessRequestInput: Schema.ExtendSubjectAccessRequestInput;
  AnswerSubjectAccessRequestInput: Schema.AnswerSubjectAccessRequestInput;
  LegalHold: Given<Omit<Schema.LegalHold, 'address'> & { address?: Schema.Maybe<ResolversParentTypes['Address']> }>;
  LegalHoldOfOther: Given<Omit<Schema.LegalHoldOfOther, 'address'> & { address?: Schema.Maybe<ResolversParentTypes['Address']> }>;
  PlaceLegalHoldInput: Schema.PlaceLegalHoldInput;
  AddressSet: Given<Omit<Schema.AddressSet, 'figures' | 'members'> & { figures: ResolversParentTypes['AddressSetFigures'], members: ResolversParentTypes['AddressSetMemberConnection'] }>;
  AddressSetConnection: Given<Omit<Schema.AddressSetConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AddressSetEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AddressSet']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AddressSetEdge: Given<Omit<Schema.AddressSetEdge, 'node'> & { node: ResolversParentTypes['AddressSet'] }>;
  AddressSetFigures: Given<Omit<Schema.AddressSetFigures, 'outcomes'> & { outcomes: ReadonlyArray<ResolversParentTypes['AddressSetOutcomeCount']> }>;
  AddressSetOutcomeCount: Given<Schema.AddressSetOutcomeCount>;
  AddressSetMember: Given<Omit<Schema.AddressSetMember, 'address' | 'municipality' | 'outcomes'> & { address: ResolversParentTypes['Address'], municipality?: Schema.Maybe<ResolversParentTypes['Municipality']>, outcomes: ReadonlyArray<ResolversParentTypes['AddressSetOutcome']> }>;
  AddressSetOutcome: Given<Schema.AddressSetOutcome>;
  AddressSetMemberConnection: Given<Omit<Schema.AddressSetMemberConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['AddressSetMemberEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AddressSetMember']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  AddressSetMemberEdge: Given<Omit<Schema.AddressSetMemberEdge, 'node'> & { node: ResolversParentTypes['AddressSetMember'] }>;
  AddToAddressSetResult: Given<Omit<Schema.AddToAddressSetResult, 'set'> & { set: ResolversParentTypes['AddressSet'] }>;
  CreateAddressSetInput: Schema.CreateAddressSetInput;
  AddressSetMembersInput: Schema.AddressSetMembersInput;
  RecordAddressSetOutcomeInput: Schema.RecordAddressSetOutcomeInput;
  CloseAddressSetInput: Schema.CloseAddressSetInput;
  Query: unknown;
  Mutation: unknown;
  PageInfo: Given<Schema.PageInfo>;
  Signal: ShownSignal;
  SignalLink: Given<Schema.SignalLink>;
  SignalStep: ShownStep;
  SignalFilter: Schema.SignalFilter;
  SignalConnection: Given<Omit<Schema.SignalConnection, 'edges' | 'nodes' | 'pageInfo'> & { edges: ReadonlyArray<ResolversParentTypes['SignalEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Signal']>, pageInfo: ResolversParentTypes['PageInfo'] }>;
  SignalEdge: Given<Omit<Schema.SignalEdge, 'node'> & { node: ResolversParentTypes['Signal'] }>;
  AcknowledgeSignalInput: Schema.AcknowledgeSignalInput;
  AssignSignalInput: Schema.AssignSignalInput;
  ActOnSignalInput: Schema.ActOnSignalInput;
  SignalLinkInput: Schema.SignalLinkInput;
  CloseSignalInput: Schema.CloseSignalInput;
  MarkSignalNotOpportuneInput: Schema.MarkSignalNotOpportuneInput;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type AcuteCaseResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteCase'] = ResolversParentTypes['AcuteCase']> = {
  id?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  state?: Resolver<Schema.Maybe<ResolversTypes['AcuteCaseState']>, ParentType, ContextType>;
  reportedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  safeBy?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  madeSafeAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  madeSafeInTime?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reference?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nomination?: Resolver<Schema.Maybe<ResolversTypes['AcuteNomination']>, ParentType, ContextType>;
  agreements?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['AcuteAgreement']>>, ParentType, ContextType>;
  aftercare?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actions?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['AcuteCaseAction']>>, ParentType, ContextType>;
  steps?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['AcuteCaseStep']>>, ParentType, ContextType>;
};

export type AcuteNominationResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteNomination'] = ResolversParentTypes['AcuteNomination']> = {
  nominatedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Schema.Maybe<ResolversTypes['AcuteNominationOutcome']>, ParentType, ContextType>;
  road?: Resolver<Schema.Maybe<ResolversTypes['AcuteNominationRoad']>, ParentType, ContextType>;
  answeredAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answer?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AcuteAgreementResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteAgreement'] = ResolversParentTypes['AcuteAgreement']> = {
  id?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  metOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  what?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responsible?: Resolver<Schema.Maybe<ResolversTypes['MeetingParty']>, ParentType, ContextType>;
  dueOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  doneOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  remarks?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedBy?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
};

export type AcuteCaseStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AcuteCaseStep'] = ResolversParentTypes['AcuteCaseStep']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Schema.Maybe<ResolversTypes['AcuteCaseState']>, ParentType, ContextType>;
  organisation?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  houseLetter?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumberAddition?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['Municipality'], ParentType, ContextType>;
  otherSide?: Resolver<ResolversTypes['OtherSide'], ParentType, ContextType>;
  access?: Resolver<ReadonlyArray<ResolversTypes['AccessDecision']>, ParentType, ContextType>;
  imgGrant?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ncgGrant?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  acuteCases?: Resolver<ReadonlyArray<ResolversTypes['AcuteCase']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['Consent']>, ParentType, ContextType>;
  objections?: Resolver<ReadonlyArray<ResolversTypes['Objection']>, ParentType, ContextType>;
  cooperation?: Resolver<Schema.Maybe<ResolversTypes['Cooperation']>, ParentType, ContextType>;
  informationRequests?: Resolver<ReadonlyArray<ResolversTypes['InformationRequest']>, ParentType, ContextType>;
  addressSets?: Resolver<ReadonlyArray<ResolversTypes['AddressSet']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<ResolversTypes['Signal']>, ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OtherSideResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['OtherSide'] = ResolversParentTypes['OtherSide']> = {
  img?: Resolver<Schema.Maybe<ResolversTypes['TrackSummary']>, ParentType, ContextType>;
  ncg?: Resolver<Schema.Maybe<ResolversTypes['TrackSummary']>, ParentType, ContextType>;
  concurrence?: Resolver<Schema.Maybe<ResolversTypes['Concurrence']>, ParentType, ContextType>;
  group?: Resolver<Schema.Maybe<ResolversTypes['CooperationGroup']>, ParentType, ContextType>;
  cooperation?: Resolver<Schema.Maybe<ResolversTypes['CooperationLikelihood']>, ParentType, ContextType>;
  advice?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asOf?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type TrackSummaryResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['TrackSummary'] = ResolversParentTypes['TrackSummary']> = {
  present?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  open?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  phase?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phaseCode?: Resolver<Schema.Maybe<ResolversTypes['TrackPhase']>, ParentType, ContextType>;
  status?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  validUntil?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnByRefusal?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  withdrawalMethod?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawalReceipt?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalReceipt?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WishResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Wish'] = ResolversParentTypes['Wish']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  integralApproach?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  inspection?: Resolver<Schema.Maybe<ResolversTypes['InspectionWish']>, ParentType, ContextType>;
  process?: Resolver<Schema.Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  realisation?: Resolver<Schema.Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  askedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ConsentChannel'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ObjectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Objection'] = ResolversParentTypes['Objection']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  owner?: Resolver<Schema.Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ObjectionState'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ConsentChannel'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decideBy?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  wishes?: Resolver<Schema.Maybe<ResolversTypes['CooperationWishes']>, ParentType, ContextType>;
  buddyLink?: Resolver<Schema.Maybe<ResolversTypes['CooperationBuddyLink']>, ParentType, ContextType>;
  coordinator?: Resolver<Schema.Maybe<ResolversTypes['CooperationCoordinator']>, ParentType, ContextType>;
  jointInspections?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['JointInspection']>>, ParentType, ContextType>;
  integralPlans?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['IntegralPlan']>>, ParentType, ContextType>;
};

export type CooperationWishesResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationWishes'] = ResolversParentTypes['CooperationWishes']> = {
  asked?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  integralApproach?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inspection?: Resolver<Schema.Maybe<ResolversTypes['InspectionWish']>, ParentType, ContextType>;
  process?: Resolver<Schema.Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  realisation?: Resolver<Schema.Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  askedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  history?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['CooperationWish']>>, ParentType, ContextType>;
};

export type CooperationWishResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationWish'] = ResolversParentTypes['CooperationWish']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  integralApproach?: Resolver<Schema.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  inspection?: Resolver<Schema.Maybe<ResolversTypes['InspectionWish']>, ParentType, ContextType>;
  process?: Resolver<Schema.Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  realisation?: Resolver<Schema.Maybe<ResolversTypes['TogetherWish']>, ParentType, ContextType>;
  askedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  recordedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CooperationBuddyLinkResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationBuddyLink'] = ResolversParentTypes['CooperationBuddyLink']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  imgHandler?: Resolver<Schema.Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
  ncgHandler?: Resolver<Schema.Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
  linkedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['BuddyLinkChange']>>, ParentType, ContextType>;
};

export type CooperationHandlerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationHandler'] = ResolversParentTypes['CooperationHandler']> = {
  name?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BuddyLinkChangeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['BuddyLinkChange'] = ResolversParentTypes['BuddyLinkChange']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imgHandler?: Resolver<Schema.Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
  ncgHandler?: Resolver<Schema.Maybe<ResolversTypes['CooperationHandler']>, ParentType, ContextType>;
};

export type CooperationCoordinatorResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationCoordinator'] = ResolversParentTypes['CooperationCoordinator']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  person?: Resolver<Schema.Maybe<ResolversTypes['CoordinatingPerson']>, ParentType, ContextType>;
  history?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['CoordinatorChange']>>, ParentType, ContextType>;
};

export type CoordinatingPersonResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CoordinatingPerson'] = ResolversParentTypes['CoordinatingPerson']> = {
  organisation?: Resolver<Schema.Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  name?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CoordinatorChangeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CoordinatorChange'] = ResolversParentTypes['CoordinatorChange']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Schema.Maybe<ResolversTypes['CoordinatingPerson']>, ParentType, ContextType>;
};

export type JointInspectionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['JointInspection'] = ResolversParentTypes['JointInspection']> = {
  id?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Schema.Maybe<ResolversTypes['JointInspectionState']>, ParentType, ContextType>;
  form?: Resolver<Schema.Maybe<ResolversTypes['InspectionForm']>, ParentType, ContextType>;
  imgOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ncgOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  imgPlannedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ncgPlannedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  delays?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['InspectionDelay']>>, ParentType, ContextType>;
  proposedBy?: Resolver<Schema.Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  proposedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  residentAgreedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  residentChannel?: Resolver<Schema.Maybe<ResolversTypes['ConsentChannel']>, ParentType, ContextType>;
  heldOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actions?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['JointInspectionAction']>>, ParentType, ContextType>;
  steps?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>>, ParentType, ContextType>;
};

export type InspectionDelayResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InspectionDelay'] = ResolversParentTypes['InspectionDelay']> = {
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type JointInspectionOutcomeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['JointInspectionOutcome'] = ResolversParentTypes['JointInspectionOutcome']> = {
  jointInspection?: Resolver<Schema.Maybe<ResolversTypes['JointInspection']>, ParentType, ContextType>;
  delays?: Resolver<ReadonlyArray<ResolversTypes['InspectionDelay']>, ParentType, ContextType>;
  confirmationNeeded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  message?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type IntegralPlanResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['IntegralPlan'] = ResolversParentTypes['IntegralPlan']> = {
  id?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Schema.Maybe<ResolversTypes['IntegralPlanState']>, ParentType, ContextType>;
  repair?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  worksFrom?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  proposedBy?: Resolver<Schema.Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  proposedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  carriedOutOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actions?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['IntegralPlanAction']>>, ParentType, ContextType>;
  steps?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['CooperationStep']>>, ParentType, ContextType>;
};

export type CooperationStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationStep'] = ResolversParentTypes['CooperationStep']> = {
  revision?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  action?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  at?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessDecisionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AccessDecision'] = ResolversParentTypes['AccessDecision']> = {
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  purpose?: Resolver<Schema.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  policyVersion?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decisionId?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  requestedByRoles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  requestedByMunicipality?: Resolver<Schema.Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  purpose?: Resolver<Schema.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  policyVersion?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  until?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  verdict?: Resolver<Schema.Maybe<ResolversTypes['EmergencyVerdict']>, ParentType, ContextType>;
  remarks?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reviewedBy?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  releasedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  releasedBy?: Resolver<Schema.Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  releaseReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type EnumLabelsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['EnumLabels'] = ResolversParentTypes['EnumLabels']> = {
  enum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['ValueLabel']>, ParentType, ContextType>;
};

export type ValueLabelResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['ValueLabel'] = ResolversParentTypes['ValueLabel']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MonitoringMonthResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringMonth'] = ResolversParentTypes['MonitoringMonth']> = {
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  requests?: Resolver<ResolversTypes['MonitoringRequests'], ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<ResolversTypes['MonitoringSignals']>, ParentType, ContextType>;
  jointInspections?: Resolver<ResolversTypes['MonitoringJointInspections'], ParentType, ContextType>;
  integralPlans?: Resolver<ResolversTypes['MonitoringIntegralPlans'], ParentType, ContextType>;
  acuteCases?: Resolver<ResolversTypes['MonitoringAcuteCases'], ParentType, ContextType>;
  leadTimes?: Resolver<ReadonlyArray<ResolversTypes['MonitoringLeadTimes']>, ParentType, ContextType>;
  potential?: Resolver<Schema.Maybe<ResolversTypes['MonitoringPotential']>, ParentType, ContextType>;
};

export type MonitoringRequestsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringRequests'] = ResolversParentTypes['MonitoringRequests']> = {
  submitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partlyGranted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianDays?: Resolver<Schema.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MonitoringSignalsResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['MonitoringSignals'] = ResolversParentTypes['MonitoringSignals']> = {
  kind?: Resolver<Schema.Maybe<ResolversTypes['SignalKind']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanDays?: Resolver<Schema.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  meanDays?: Resolver<Schema.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianDays?: Resolver<Schema.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
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
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Schema.Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  purposes?: Resolver<ReadonlyArray<ResolversTypes['Purpose']>, ParentType, ContextType>;
  instruction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ObligationState'], ParentType, ContextType>;
  result?: Resolver<Schema.Maybe<ResolversTypes['ObligationResult']>, ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fulfilledAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  municipality?: Resolver<Schema.Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  smallCountsHidden?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['CooperationFigures'], ParentType, ContextType>;
  overTime?: Resolver<ReadonlyArray<ResolversTypes['CooperationFigures']>, ParentType, ContextType, RequireFields<Schema.CooperationPotentialOverTimeArgs, 'from' | 'every'>>;
};

export type CooperationFiguresResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationFigures'] = ResolversParentTypes['CooperationFigures']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['CooperationStock'], ParentType, ContextType>;
  matrix?: Resolver<ResolversTypes['CooperationMatrix'], ParentType, ContextType>;
};

export type CooperationStockResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationStock'] = ResolversParentTypes['CooperationStock']> = {
  total?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  noReport?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  handled?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bothRunning?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  noReportByPhase?: Resolver<ReadonlyArray<ResolversTypes['CooperationPhaseCount']>, ParentType, ContextType>;
  damageOnly?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationPhaseCountResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationPhaseCount'] = ResolversParentTypes['CooperationPhaseCount']> = {
  phase?: Resolver<ResolversTypes['StrengtheningPhase'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationMatrixResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationMatrix'] = ResolversParentTypes['CooperationMatrix']> = {
  total?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cells?: Resolver<ReadonlyArray<ResolversTypes['CooperationCell']>, ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['CooperationGroupCount']>, ParentType, ContextType>;
  outside?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationCellResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationCell'] = ResolversParentTypes['CooperationCell']> = {
  ncgStatus?: Resolver<ResolversTypes['StrengtheningStatus'], ParentType, ContextType>;
  ncgLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imgStatus?: Resolver<ResolversTypes['DamageStatus'], ParentType, ContextType>;
  imgLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<Schema.Maybe<ResolversTypes['CooperationGroup']>, ParentType, ContextType>;
  count?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CooperationGroupCountResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['CooperationGroupCount'] = ResolversParentTypes['CooperationGroupCount']> = {
  group?: Resolver<ResolversTypes['CooperationGroup'], ParentType, ContextType>;
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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
  expectedDamage?: Resolver<Schema.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InformationRequestResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequest'] = ResolversParentTypes['InformationRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InformationRequestKind'], ParentType, ContextType>;
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  neededCategories?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['DataCategory']>>, ParentType, ContextType>;
  necessity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requester?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InformationRequestState'], ParentType, ContextType>;
  assessingDesk?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  place?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestPlace']>, ParentType, ContextType>;
  assignee?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assessment?: Resolver<Schema.Maybe<ReadonlyArray<ResolversTypes['AssessmentAnswer']>>, ParentType, ContextType>;
  proposal?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestProposal']>, ParentType, ContextType>;
  consent?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestConsent']>, ParentType, ContextType>;
  answer?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestAnswer']>, ParentType, ContextType>;
  followUp?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestFollowUp']>, ParentType, ContextType>;
  buddyLink?: Resolver<Schema.Maybe<ResolversTypes['BuddyLink']>, ParentType, ContextType>;
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
  policyVersion?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  consentId?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type InformationRequestAnswerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestAnswer'] = ResolversParentTypes['InformationRequestAnswer']> = {
  outcome?: Resolver<ResolversTypes['InformationRequestOutcome'], ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  answeredBy?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  onConsent?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  until?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revokedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type InformationRequestFollowUpResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestFollowUp'] = ResolversParentTypes['InformationRequestFollowUp']> = {
  remarks?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priorityDecision?: Resolver<Schema.Maybe<ResolversTypes['PriorityDecision']>, ParentType, ContextType>;
  decidedOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type BuddyLinkResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['BuddyLink'] = ResolversParentTypes['BuddyLink']> = {
  imgHandler?: Resolver<ResolversTypes['BuddyHandler'], ParentType, ContextType>;
  ncgHandler?: Resolver<ResolversTypes['BuddyHandler'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BuddyHandlerResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['BuddyHandler'] = ResolversParentTypes['BuddyHandler']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InformationRequestStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['InformationRequestStep'] = ResolversParentTypes['InformationRequestStep']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['InformationRequestAction'], ParentType, ContextType>;
  from?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestState']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['InformationRequestState'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  employee?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  kind?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestKind']>, ParentType, ContextType>;
  outcome?: Resolver<Schema.Maybe<ResolversTypes['InformationRequestOutcome']>, ParentType, ContextType>;
  desk?: Resolver<Schema.Maybe<ResolversTypes['Owner']>, ParentType, ContextType>;
  submitted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanDays?: Resolver<Schema.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianDays?: Resolver<Schema.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DisclosureKind'], ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  recipientName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipientRoles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Schema.Maybe<ResolversTypes['Purpose']>, ParentType, ContextType>;
  categories?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  withheld?: Resolver<ReadonlyArray<ResolversTypes['DataCategory']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AccessOutcome'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AccessReason'], ParentType, ContextType>;
  reasonText?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<ReadonlyArray<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  articles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  policyVersion?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notice?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  extendedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  extensionReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answeredOn?: Resolver<Schema.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  outcome?: Resolver<Schema.Maybe<ResolversTypes['SubjectAccessOutcome']>, ParentType, ContextType>;
  answerChannel?: Resolver<Schema.Maybe<ResolversTypes['ConsentChannel']>, ParentType, ContextType>;
  answerEvidence?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  liftedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  liftReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LegalHoldOfOtherResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['LegalHoldOfOther'] = ResolversParentTypes['LegalHoldOfOther']> = {
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
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
  closedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closingReason?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['AddressSetFigures'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['AddressSetMemberConnection'], ParentType, ContextType, RequireFields<Schema.AddressSetMembersArgs, 'first'>>;
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
  municipality?: Resolver<Schema.Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcomes?: Resolver<ReadonlyArray<ResolversTypes['AddressSetOutcome']>, ParentType, ContextType>;
};

export type AddressSetOutcomeResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['AddressSetOutcome'] = ResolversParentTypes['AddressSetOutcome']> = {
  outcome?: Resolver<ResolversTypes['AddressSetOutcomeKind'], ParentType, ContextType>;
  occurredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  note?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  acuteCase?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.QueryAcuteCaseArgs, 'id'>>;
  acuteCases?: Resolver<ResolversTypes['AcuteCaseConnection'], ParentType, ContextType, RequireFields<Schema.QueryAcuteCasesArgs, 'municipality' | 'first'>>;
  address?: Resolver<Schema.Maybe<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<Schema.QueryAddressArgs, 'id'>>;
  addresses?: Resolver<ReadonlyArray<ResolversTypes['Address']>, ParentType, ContextType, RequireFields<Schema.QueryAddressesArgs, 'postcode'>>;
  objections?: Resolver<ResolversTypes['ObjectionConnection'], ParentType, ContextType, RequireFields<Schema.QueryObjectionsArgs, 'first'>>;
  decision?: Resolver<Schema.Maybe<ResolversTypes['Decision']>, ParentType, ContextType, RequireFields<Schema.QueryDecisionArgs, 'id'>>;
  policy?: Resolver<Schema.Maybe<ResolversTypes['Policy']>, ParentType, ContextType, Partial<Schema.QueryPolicyArgs>>;
  emergencyAccess?: Resolver<Schema.Maybe<ResolversTypes['EmergencyAccess']>, ParentType, ContextType, RequireFields<Schema.QueryEmergencyAccessArgs, 'id'>>;
  emergencyAccesses?: Resolver<ResolversTypes['EmergencyAccessConnection'], ParentType, ContextType, RequireFields<Schema.QueryEmergencyAccessesArgs, 'first'>>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['EnumLabels']>, ParentType, ContextType, Partial<Schema.QueryLabelsArgs>>;
  monitoring?: Resolver<ReadonlyArray<ResolversTypes['MonitoringMonth']>, ParentType, ContextType, RequireFields<Schema.QueryMonitoringArgs, 'from'>>;
  obligations?: Resolver<ResolversTypes['ObligationConnection'], ParentType, ContextType, RequireFields<Schema.QueryObligationsArgs, 'first'>>;
  cooperationPotential?: Resolver<ResolversTypes['CooperationPotential'], ParentType, ContextType, Partial<Schema.QueryCooperationPotentialArgs>>;
  cooperationAddresses?: Resolver<ResolversTypes['AddressConnection'], ParentType, ContextType, RequireFields<Schema.QueryCooperationAddressesArgs, 'filter' | 'first'>>;
  informationRequest?: Resolver<Schema.Maybe<ResolversTypes['InformationRequest']>, ParentType, ContextType, RequireFields<Schema.QueryInformationRequestArgs, 'id'>>;
  informationRequests?: Resolver<ResolversTypes['InformationRequestConnection'], ParentType, ContextType, RequireFields<Schema.QueryInformationRequestsArgs, 'sort' | 'first'>>;
  informationRequestStatistics?: Resolver<ResolversTypes['InformationRequestStatistics'], ParentType, ContextType, Partial<Schema.QueryInformationRequestStatisticsArgs>>;
  disclosures?: Resolver<ResolversTypes['DisclosureConnection'], ParentType, ContextType, RequireFields<Schema.QueryDisclosuresArgs, 'addressId' | 'include' | 'first'>>;
  subjectAccessRequest?: Resolver<Schema.Maybe<ResolversTypes['SubjectAccessRequest']>, ParentType, ContextType, RequireFields<Schema.QuerySubjectAccessRequestArgs, 'id'>>;
  subjectAccessRequests?: Resolver<ResolversTypes['SubjectAccessRequestConnection'], ParentType, ContextType, RequireFields<Schema.QuerySubjectAccessRequestsArgs, 'first'>>;
  legalHolds?: Resolver<ReadonlyArray<ResolversTypes['LegalHold']>, ParentType, ContextType, Partial<Schema.QueryLegalHoldsArgs>>;
  legalHoldsOfOthers?: Resolver<ReadonlyArray<ResolversTypes['LegalHoldOfOther']>, ParentType, ContextType, Partial<Schema.QueryLegalHoldsOfOthersArgs>>;
  addressSet?: Resolver<Schema.Maybe<ResolversTypes['AddressSet']>, ParentType, ContextType, RequireFields<Schema.QueryAddressSetArgs, 'id'>>;
  addressSetList?: Resolver<ResolversTypes['AddressSetConnection'], ParentType, ContextType, RequireFields<Schema.QueryAddressSetListArgs, 'first'>>;
  addressSets?: Resolver<ReadonlyArray<ResolversTypes['AddressSet']>, ParentType, ContextType, Partial<Schema.QueryAddressSetsArgs>>;
  signal?: Resolver<Schema.Maybe<ResolversTypes['Signal']>, ParentType, ContextType, RequireFields<Schema.QuerySignalArgs, 'id'>>;
  signals?: Resolver<ResolversTypes['SignalConnection'], ParentType, ContextType, RequireFields<Schema.QuerySignalsArgs, 'first'>>;
};

export type MutationResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  reportAcuteCase?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationReportAcuteCaseArgs, 'input'>>;
  recordAcuteCaseSafe?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationRecordAcuteCaseSafeArgs, 'input'>>;
  nominateAcuteCase?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationNominateAcuteCaseArgs, 'input'>>;
  skipAcuteNomination?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationSkipAcuteNominationArgs, 'input'>>;
  answerAcuteNomination?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationAnswerAcuteNominationArgs, 'input'>>;
  closeAcuteCase?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationCloseAcuteCaseArgs, 'input'>>;
  recordAcuteAgreement?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationRecordAcuteAgreementArgs, 'input'>>;
  completeAcuteAgreement?: Resolver<Schema.Maybe<ResolversTypes['AcuteCase']>, ParentType, ContextType, RequireFields<Schema.MutationCompleteAcuteAgreementArgs, 'input'>>;
  recordConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<Schema.MutationRecordConsentArgs, 'input'>>;
  refuseConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<Schema.MutationRefuseConsentArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType, RequireFields<Schema.MutationWithdrawConsentArgs, 'id'>>;
  recordWish?: Resolver<ResolversTypes['Wish'], ParentType, ContextType, RequireFields<Schema.MutationRecordWishArgs, 'input'>>;
  recordObjection?: Resolver<ResolversTypes['Objection'], ParentType, ContextType, RequireFields<Schema.MutationRecordObjectionArgs, 'input'>>;
  setBuddyLink?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<Schema.MutationSetBuddyLinkArgs, 'input'>>;
  endBuddyLink?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<Schema.MutationEndBuddyLinkArgs, 'input'>>;
  setCoordinator?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<Schema.MutationSetCoordinatorArgs, 'input'>>;
  endCoordinator?: Resolver<ResolversTypes['Cooperation'], ParentType, ContextType, RequireFields<Schema.MutationEndCoordinatorArgs, 'input'>>;
  proposeJointInspection?: Resolver<ResolversTypes['JointInspectionOutcome'], ParentType, ContextType, RequireFields<Schema.MutationProposeJointInspectionArgs, 'input'>>;
  answerJointInspection?: Resolver<ResolversTypes['JointInspectionOutcome'], ParentType, ContextType, RequireFields<Schema.MutationAnswerJointInspectionArgs, 'input'>>;
  withdrawJointInspection?: Resolver<ResolversTypes['JointInspection'], ParentType, ContextType, RequireFields<Schema.MutationWithdrawJointInspectionArgs, 'input'>>;
  recordJointInspectionReply?: Resolver<ResolversTypes['JointInspection'], ParentType, ContextType, RequireFields<Schema.MutationRecordJointInspectionReplyArgs, 'input'>>;
  recordJointInspectionResult?: Resolver<ResolversTypes['JointInspection'], ParentType, ContextType, RequireFields<Schema.MutationRecordJointInspectionResultArgs, 'input'>>;
  proposeIntegralPlan?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<Schema.MutationProposeIntegralPlanArgs, 'input'>>;
  answerIntegralPlan?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<Schema.MutationAnswerIntegralPlanArgs, 'input'>>;
  withdrawIntegralPlan?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<Schema.MutationWithdrawIntegralPlanArgs, 'input'>>;
  recordIntegralPlanResult?: Resolver<ResolversTypes['IntegralPlan'], ParentType, ContextType, RequireFields<Schema.MutationRecordIntegralPlanResultArgs, 'input'>>;
  breakGlass?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<Schema.MutationBreakGlassArgs, 'input'>>;
  reviewEmergencyAccess?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<Schema.MutationReviewEmergencyAccessArgs, 'input'>>;
  releaseEmergencyAccess?: Resolver<ResolversTypes['EmergencyAccess'], ParentType, ContextType, RequireFields<Schema.MutationReleaseEmergencyAccessArgs, 'input'>>;
  fulfilObligation?: Resolver<ResolversTypes['Obligation'], ParentType, ContextType, RequireFields<Schema.MutationFulfilObligationArgs, 'input'>>;
  submitInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationSubmitInformationRequestArgs, 'input'>>;
  supplementInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationSupplementInformationRequestArgs, 'input'>>;
  withdrawInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationWithdrawInformationRequestArgs, 'input'>>;
  returnInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationReturnInformationRequestArgs, 'input'>>;
  assessInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationAssessInformationRequestArgs, 'input'>>;
  askInformationRequestConsent?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationAskInformationRequestConsentArgs, 'input'>>;
  recordInformationRequestConsentReply?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationRecordInformationRequestConsentReplyArgs, 'input'>>;
  forwardInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationForwardInformationRequestArgs, 'input'>>;
  answerInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationAnswerInformationRequestArgs, 'input'>>;
  recordInformationRequestFollowUp?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationRecordInformationRequestFollowUpArgs, 'input'>>;
  closeInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationCloseInformationRequestArgs, 'input'>>;
  assignInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationAssignInformationRequestArgs, 'input'>>;
  extendInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationExtendInformationRequestArgs, 'input'>>;
  revokeInformationRequest?: Resolver<ResolversTypes['InformationRequest'], ParentType, ContextType, RequireFields<Schema.MutationRevokeInformationRequestArgs, 'input'>>;
  registerSubjectAccessRequest?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType, RequireFields<Schema.MutationRegisterSubjectAccessRequestArgs, 'input'>>;
  extendSubjectAccessRequest?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType, RequireFields<Schema.MutationExtendSubjectAccessRequestArgs, 'input'>>;
  answerSubjectAccessRequest?: Resolver<ResolversTypes['SubjectAccessRequest'], ParentType, ContextType, RequireFields<Schema.MutationAnswerSubjectAccessRequestArgs, 'input'>>;
  placeLegalHold?: Resolver<ResolversTypes['LegalHold'], ParentType, ContextType, RequireFields<Schema.MutationPlaceLegalHoldArgs, 'input'>>;
  liftLegalHold?: Resolver<ResolversTypes['LegalHold'], ParentType, ContextType, RequireFields<Schema.MutationLiftLegalHoldArgs, 'id' | 'reason'>>;
  createAddressSet?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<Schema.MutationCreateAddressSetArgs, 'input'>>;
  addToAddressSet?: Resolver<ResolversTypes['AddToAddressSetResult'], ParentType, ContextType, RequireFields<Schema.MutationAddToAddressSetArgs, 'input'>>;
  removeFromAddressSet?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<Schema.MutationRemoveFromAddressSetArgs, 'input'>>;
  recordAddressSetOutcome?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<Schema.MutationRecordAddressSetOutcomeArgs, 'input'>>;
  closeAddressSet?: Resolver<ResolversTypes['AddressSet'], ParentType, ContextType, RequireFields<Schema.MutationCloseAddressSetArgs, 'input'>>;
  acknowledgeSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<Schema.MutationAcknowledgeSignalArgs, 'input'>>;
  assignSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<Schema.MutationAssignSignalArgs, 'input'>>;
  actOnSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<Schema.MutationActOnSignalArgs, 'input'>>;
  closeSignal?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<Schema.MutationCloseSignalArgs, 'input'>>;
  markSignalNotOpportune?: Resolver<ResolversTypes['Signal'], ParentType, ContextType, RequireFields<Schema.MutationMarkSignalNotOpportuneArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignalResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['Signal'] = ResolversParentTypes['Signal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<Schema.Maybe<ResolversTypes['SignalKind']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  advice?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['Purpose'], ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['Owner'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  municipality?: Resolver<Schema.Maybe<ResolversTypes['Municipality']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  assignee?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  team?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['SignalLink']>, ParentType, ContextType>;
  result?: Resolver<Schema.Maybe<ResolversTypes['SignalResult']>, ParentType, ContextType>;
  notOpportune?: Resolver<Schema.Maybe<ResolversTypes['NotOpportuneReason']>, ParentType, ContextType>;
  endedAt?: Resolver<Schema.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['SignalStep']>, ParentType, ContextType>;
  actions?: Resolver<ReadonlyArray<ResolversTypes['SignalAction']>, ParentType, ContextType>;
};

export type SignalLinkResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SignalLink'] = ResolversParentTypes['SignalLink']> = {
  kind?: Resolver<ResolversTypes['SignalLinkKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SignalStepResolvers<ContextType = SvipContext, ParentType extends ResolversParentTypes['SignalStep'] = ResolversParentTypes['SignalStep']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Schema.Maybe<ResolversTypes['SignalState']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['SignalState'], ParentType, ContextType>;
  organisation?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
  role?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employee?: Resolver<Schema.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remarks?: Resolver<Schema.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  EnumLabels?: EnumLabelsResolvers<ContextType>;
  ValueLabel?: ValueLabelResolvers<ContextType>;
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
