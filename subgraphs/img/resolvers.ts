import { randomUUID } from 'node:crypto'
import type { References } from '../../kernel/graphql/given.ts'
import { optionalText, pastDay, requiredAddressId, requiredText } from '../../kernel/graphql/input.ts'
import { dateScalar, dateTimeScalar, dutchDay } from '../../kernel/graphql/scalars.ts'
import { ADDRESS_ID } from '../../kernel/vocabulary.ts'
import { handlerColumns } from '../agency/columns.ts'
import { readAddressReference } from '../agency/context.ts'
import { changeOwnFile, listOwnFiles, registerOwnFile } from '../agency/own-files.ts'
import { advance } from './advance.ts'
import type { ClaimContext, DamageClaim } from './claim.ts'
import { acuteSafety, structuralDamage } from './findings.ts'
import type { Resolvers } from './resolvers.generated.ts'
import type { RegisterDamageClaimInput } from './schema.generated.ts'

export const resolvers = {
  Date: dateScalar,
  DateTime: dateTimeScalar,
  Query: {
    damageClaim: (_root, { id }, context) => context.fileById(id),
    damageClaims: (_root, args, context) => listOwnFiles(context, args, 'Lijst van eigen schademeldingen'),
  },
  Address: {
    __resolveReference: (reference) => readAddressReference(reference, 'imgGrant', ADDRESS_ID),
    damage: async (address, _args, context, info) => {
      const { rows, ...container } = await context.atAddress(address, info)
      return { ...container, claims: rows }
    },
  },
  DamageClaim: {
    __resolveReference: ({ id }, context) => context.fileById(id),
  },
  Mutation: {
    registerDamageClaim: (_root, { input }, context) =>
      registerOwnFile(context, newClaim(input, dutchDay(new Date())), 'Schademelding geregistreerd'),

    advanceDamageClaim: (_root, { input }, context) =>
      changeOwnFile(context, input, `Schademelding naar ${input.to}`, (claim) =>
        advance(claim, input, dutchDay(new Date())),
      ),

    assignDamageHandler: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Zaakbegeleider toegewezen', () => handlerColumns(input.handler)),

    recordAcuteSafety: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Acuut onveilige situatie vastgelegd', (claim) =>
        acuteSafety(claim, input, new Date()),
      ),

    recordStructuralDamage: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Constructieve schade vastgelegd', (claim) =>
        structuralDamage(claim, input, dutchDay(new Date())),
      ),

    recordDamageOwnershipChange: (_root, { input }, context) =>
      changeOwnFile(context, input, 'Nieuwe eigenaar vastgelegd', () => ({
        ownership_changed_on: pastDay(
          input.changedOn,
          dutchDay(new Date()),
          'De dag van de overdracht (changedOn)',
        ),
      })),
  },
} satisfies Resolvers & References<'Address' | 'DamageClaim', ClaimContext>

/** Makes a new claim from the input. @throws {AppError} `BAD_USER_INPUT` when a text or the address is invalid. */
export function newClaim(input: RegisterDamageClaimInput, today: string): DamageClaim {
  const registeredAt = input.registeredAt ?? today
  return {
    id: randomUUID(),
    reference: requiredText(input.reference, 'Het zaaknummer (reference)'),
    address_id: requiredAddressId(input.addressId),
    kind: input.kind,
    phase: 'REPORTED',
    registered_at: registeredAt,
    closed_at: null,
    phase_since: registeredAt,
    ...handlerColumns(input.handler),
    inspection_planned_on: null,
    inspection_held_on: null,
    urgency: input.urgency,
    report_delivered_on: null,
    report_summary: null,
    structural_damage: null,
    award_decided_on: null,
    award_amount_cents: null,
    award_paid_on: null,
    acute_reported_at: null,
    acute_made_safe_at: null,
    acute_description: null,
    circumstances: optionalText(input.circumstances, 'De omstandigheden (circumstances)'),
    structural_found_on: null,
    structural_description: null,
    ownership_changed_on: null,
    revision: 1,
  }
}
