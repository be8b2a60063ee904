import { type RawBuilder, sql } from 'kysely'
import type { Caller } from '../../../../kernel/vocabulary.ts'

/**
 * Which requests somebody sees, as a condition on `information_request r`: in the statement itself, so that what is not theirs
 * is not counted, paged over or told apart from what does not exist.
 */
export function visibleTo({ subject, organisation, roles, municipality, team }: Caller): RawBuilder<boolean> {
  // Municipalities are one organisation to us, and each its own to the others: also where two have a team of the same name.
  const own =
    organisation === 'GEMEENTE'
      ? sql`r.requester_organisation = 'GEMEENTE' and r.requester_municipality = ${municipality}`
      : sql`r.requester_organisation = ${organisation}`
  const roads: RawBuilder<unknown>[] = []
  if (roles.length > 0) roads.push(sql`(${own} and r.requester_subject = ${subject})`)
  if (team !== null && roles.length > 0) roads.push(sql`(${own} and r.requester_team = ${team})`)
  if (organisation === 'GEMEENTE' && roles.includes('municipal_officer')) roads.push(sql`(${own})`)
  const isAgency = organisation === 'IMG' || organisation === 'NCG'
  if (isAgency && roles.includes('svip_officer')) {
    roads.push(sql`r.assessing_desk = ${organisation}`)
    roads.push(sql`(r.owner = ${organisation} and r.forwarded_at is not null)`)
  }
  if (isAgency && roles.includes('priority_team'))
    roads.push(
      sql`(r.owner = ${organisation} and r.kind = 'ACCELERATION' and r.outcome in ('GRANTED', 'PARTLY_GRANTED'))`,
    )
  if (roles.includes('privacy_officer')) {
    if (organisation === 'SVIP') return sql`true`
    if (isAgency) roads.push(sql`(r.owner = ${organisation} or (${own}))`)
  }
  return roads.length === 0 ? sql`false` : sql`(${sql.join(roads, sql` or `)})`
}
