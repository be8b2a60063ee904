import { randomUUID } from 'node:crypto'
import type { GraphQLResolverMap } from '@apollo/subgraph'
import type { GraphQLResolveInfo } from 'graphql'
import { optionalText, pastDay, requiredAddressId, requiredText } from '../../kernel/graphql/input.ts'
import { dateScalar, dutchDay } from '../../kernel/graphql/scalars.ts'
import { ADDRESS_ID } from '../../kernel/vocabulary.ts'
import { type HandlerInput, handlerColumns } from '../agency/columns.ts'
import { type AddressReference, type OwnerContext, readAddressReference } from '../agency/context.ts'
import {
  changeOwnFile,
  type Edit,
  listOwnFiles,
  type PageArguments,
  registerOwnFile,
} from '../agency/own-files.ts'
import { advance, type ProjectStep } from './advance.ts'
import { type DamageFinding, foundDamage } from './findings.ts'
import type { ProjectFile, RiskProfile, StrengtheningProgramme, StrengtheningProject } from './project.ts'
import type { ProjectFilter } from './store/project-store.ts'

type Context = OwnerContext<StrengtheningProject, ProjectFile, ProjectFilter>

export const resolvers: GraphQLResolverMap<Context> = {
  Date: dateScalar,
  Query: {
    strengtheningProject: (_root, { id }: { id: string }, context) => context.fileById(id),
    strengtheningProjects: (_root, args: PageArguments<ProjectFilter>, context) =>
      listOwnFiles(context, args, 'Lijst van eigen versterkingsprojecten'),
  },
  Address: {
    __resolveReference: (reference: unknown) => readAddressReference(reference, 'ncgGrant', ADDRESS_ID),
    strengthening: async (address: AddressReference, _args, context, info: GraphQLResolveInfo) => {
      const { rows, ...container } = await context.atAddress(address, info)
      return { ...container, project: rows?.[0] ?? null }
    },
  },
  StrengtheningProject: {
    __resolveReference: ({ id }: { id: string }, context: Context) => context.fileById(id),
  },
  Mutation: {
    registerStrengtheningProject: (_root, { input }: { input: RegisterInput }, context) =>
      registerOwnFile(context, newProject(input, dutchDay(new Date())), 'Versterkingsproject geregistreerd'),

    advanceStrengtheningProject: (_root, { input }: { input: Edit & ProjectStep }, context) =>
      changeOwnFile(context, input, `Versterkingsproject naar ${input.to ?? 'afronding'}`, (project) =>
        advance(project, input, dutchDay(new Date())),
      ),

    assignStrengtheningHandler: (_root, { input }: { input: Edit & { handler: HandlerInput } }, context) =>
      changeOwnFile(context, input, 'Bewonersbegeleider toegewezen', () => handlerColumns(input.handler)),

    recordFoundDamage: (_root, { input }: { input: Edit & DamageFinding }, context) =>
      changeOwnFile(context, input, 'Gevonden schade vastgelegd', (project) =>
        foundDamage(project, input, dutchDay(new Date())),
      ),

    recordStrengtheningOwnershipChange: (
      _root,
      { input }: { input: Edit & { changedOn: string } },
      context,
    ) =>
      changeOwnFile(context, input, 'Nieuwe eigenaar vastgelegd', () => ({
        ownership_changed_on: pastDay(
          input.changedOn,
          dutchDay(new Date()),
          'De dag van de overdracht (changedOn)',
        ),
      })),
  },
}

type RegisterInput = {
  readonly addressId: string
  readonly reference: string
  readonly programme: StrengtheningProgramme
  readonly riskProfile?: RiskProfile | null
  readonly startedAt?: string | null
  readonly handler?: HandlerInput | null
  readonly circumstances?: string | null
}

/** A project as somebody registers it. @throws {AppError} `BAD_USER_INPUT` when a text or the address is not right. */
export function newProject(input: RegisterInput, today: string): StrengtheningProject {
  const startedAt = input.startedAt ?? today
  return {
    id: randomUUID(),
    reference: requiredText(input.reference, 'Het dossiernummer (reference)'),
    address_id: requiredAddressId(input.addressId),
    programme: input.programme,
    status: 'S1_2',
    status_since: startedAt,
    started_at: startedAt,
    completed_at: null,
    risk_profile: input.riskProfile ?? null,
    ...handlerColumns(input.handler),
    inspection_planned_on: null,
    inspection_held_on: null,
    advice_delivered_on: null,
    advice_summary: null,
    meets_standard: null,
    measures: [],
    estimated_cost_cents: null,
    contractor: null,
    contract_signed_on: null,
    circumstances: optionalText(input.circumstances, 'De omstandigheden (circumstances)'),
    found_damage: [],
    ownership_changed_on: null,
    revision: 1,
  }
}
