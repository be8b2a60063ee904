import { type RawBuilder, sql } from 'kysely'
import type { Caller } from '../../../../kernel/vocabulary.ts'

/**
 * The condition on `information_request r` for the requests that the caller may see. It is part of each statement, so that other requests
 * are not counted or paged over, and cannot be distinguished from requests that do not exist.
 */
export function visibleTo({ subject, organisation, roles, municipality, team }: Caller): RawBuilder<boolean> {
  // Municipalities share the organisation `GEMEENTE`, so their code is compared too: two may have a team with the same name.
  const own =
    organisation === 'GEMEENTE'
      ? sql`r.requester_organisation = 'GEMEENTE' and r.requester_municipality = ${municipality}`
      : sql`r.requester_organisation = ${organisation}`
  const conditions: RawBuilder<unknown>[] = []
  if (roles.length > 0) conditions.push(sql`(${own} and r.requester_subject = ${subject})`)
  if (team !== null && roles.length > 0) conditions.push(sql`(${own} and r.requester_team = ${team})`)
  if (organisation === 'GEMEENTE' && roles.includes('municipal_officer')) conditions.push(sql`(${own})`)
  const isAgency = organisation === 'IMG' || organisation === 'NCG'
  if (isAgency && roles.includes('svip_officer')) {
    conditions.push(sql`r.assessing_desk = ${organisation}`)
    conditions.push(sql`(r.owner = ${organisation} and r.forwarded_at is not null)`)
  }
  if (isAgency && roles.includes('priority_team'))
    conditions.push(
      sql`(r.owner = ${organisation} and r.kind = 'ACCELERATION' and r.outcome in ('GRANTED', 'PARTLY_GRANTED'))`,
    )
  if (roles.includes('privacy_officer')) {
    if (organisation === 'SVIP') return sql`true`
    if (isAgency) conditions.push(sql`(r.owner = ${organisation} or (${own}))`)
  }
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}
