import { type GraphQLSchema, isObjectType } from 'graphql'
import { forbidden } from '../../kernel/errors.ts'
import { allow, type IRules, rule } from '../../kernel/shield.ts'
import type { Organisation, Role } from '../../kernel/vocabulary.ts'
import type { SvipContext } from './context.ts'

/**
 * Who may ask and change what at the SVIP. Which addresses someone sees, and what of them, is decided per address in
 * `context.ts` and the policy; here stand the roles. What has no rule is refused, and a field without one stops the start.
 */

type Who = { readonly organisations: readonly Organisation[]; readonly roles: readonly Role[] }

const AGENCY_STAFF: Who = {
  organisations: ['IMG', 'NCG'],
  roles: ['case_handler', 'svip_officer', 'safety_officer'],
}

/** Roles per root field and per field of an address that is not for everybody. */
export const ROLES: Readonly<Record<string, readonly Who[]>> = {
  'Address.consents': [AGENCY_STAFF, { organisations: ['IMG', 'NCG', 'SVIP'], roles: ['privacy_officer'] }],
  'Mutation.recordConsent': [AGENCY_STAFF],
  'Mutation.withdrawConsent': [AGENCY_STAFF],
  'Mutation.recordWish': [{ organisations: ['IMG', 'NCG'], roles: ['case_handler', 'svip_officer'] }],
  'Mutation.recordObjection': [
    { organisations: ['IMG', 'NCG'], roles: ['svip_officer'] },
    { organisations: ['IMG', 'NCG', 'SVIP'], roles: ['privacy_officer'] },
  ],
}

const byRole = rule('by role')(async (_parent, _args, context: SvipContext, info) => {
  const { organisation, roles } = context.caller
  const who = ROLES[`${info.parentType.name}.${info.fieldName}`] ?? []
  if (
    who.some(
      (group) =>
        group.organisations.includes(organisation) && group.roles.some((role) => roles.includes(role)),
    )
  )
    return true
  await context.refused(info.fieldName)
  return forbidden()
})

/** Someone with a role, whatever it is; which addresses that gives is a matter of scope. */
const staff = rule('staff')(async (_parent, _args, context: SvipContext, info) => {
  if (context.caller.roles.length > 0) return true
  await context.refused(info.fieldName)
  return forbidden()
})

const ROOT: Readonly<Record<string, unknown>> = {
  'Query.address': staff,
  'Query.addresses': staff,
  'Query.decision': staff,
  'Query.policy': staff,
  'Query._service': allow,
  'Query._entities': allow,
}

/**
 * The rules of the SVIP's subgraph. The `@open` and `@category` fields of objects are reached through a guarded root field or a
 * reference that was checked for scope, and `otherSide` leaves out what may not be known.
 */
export function svipRules(schema: GraphQLSchema): IRules {
  const rules: Record<string, Record<string, unknown>> = { _Service: { sdl: allow } }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue
    const isRoot = type.name === 'Query' || type.name === 'Mutation'
    const fields = Object.keys(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field}`
      const own = name in ROLES ? byRole : (ROOT[name] ?? (isRoot ? undefined : allow))
      return own === undefined ? [] : [[field, own] as const]
    })
    rules[type.name] = Object.fromEntries(fields)
  }
  return rules as IRules
}
