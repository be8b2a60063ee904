import { randomUUID } from 'node:crypto'
import type { References } from '../../kernel/graphql/given.ts'
import { optionalText, pastDay, requiredAddressId, requiredText } from '../../kernel/graphql/input.ts'
import { dateScalar, dutchDay } from '../../kernel/graphql/scalars.ts'
import { ADDRESS_ID } from '../../kernel/vocabulary.ts'
import { handlerColumns } from '../agency/columns.ts'
import { readAddressReference } from '../agency/context.ts'
import { changeOwnFile, listOwnFiles, registerOwnFile } from '../agency/own-files.ts'
import { advance } from './advance.ts'
import { foundDamage } from './findings.ts'
import type { ProjectContext, StrengtheningProject } from './project.ts'
import type { Resolvers } from './resolvers.generated.ts'
import type { RegisterStrengtheningProjectInput } from './schema.generated.ts'

export const resolvers = {
  Date: dateScalar,
  Query: {
    strengtheningProject: (_root, { id }, context) => context.fileById(id),
    strengtheningProjects: (_root, args, context) =>
      listOwnFiles(context, args, 'Lijst van eigen versterkingsprojecten'),
  },
  Address: {
    __resolveReference: (reference) => readAddressReference(reference, 'ncgGrant', ADDRESS_ID),
    strengthening: async (address, _args, context, info) => {
      const { rows, ...container } = await context.atAddress(address, info)
      return { ...container, project: rows?.[0] ?? null }
    },
  },
  StrengtheningProject: {
    __resolveReference: ({ id }, context) => context.fileById(id),
  },
  Mutation: {
    registerStrengtheningProject: (_root, { input }, context) =>
      registerOwnFile(context, newProject(input, dutchDay(new Date())), 'Versterkingsproject geregistreerd'),

    advanceStrengtheningProject: (_root, { input }, context) =>
      changeOwnFile(context, input, `Versterkingsproject naar ${input.to ?? 'afronding'}`, (project) =>
        advance(project, input, dutchDay(new Date())),
      ),

    assignStrengtheningHandler: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Bewonersbegeleider toegewezen', () => handlerColumns(input.handler)),

    recordFoundDamage: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Gevonden schade vastgelegd', (project) =>
        foundDamage(project, input, dutchDay(new Date())),
      ),

    recordStrengtheningOwnershipChange: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Nieuwe eigenaar vastgelegd', () => ({
        ownership_changed_on: pastDay(
          input.changedOn,
          dutchDay(new Date()),
          'De dag van de overdracht (changedOn)',
        ),
      })),
  },
} satisfies Resolvers & References<'Address' | 'StrengtheningProject', ProjectContext>

/** Makes a new project from the input. @throws {AppError} `BAD_USER_INPUT` when a text or the address is invalid. */
export function newProject(input: RegisterStrengtheningProjectInput, today: string): StrengtheningProject {
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
