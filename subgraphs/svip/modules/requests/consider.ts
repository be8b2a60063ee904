import { AppError } from '../../../../kernel/errors.ts'
import type { DataCategory } from '../../../../kernel/vocabulary.ts'
import type { SvipContext } from '../../context.ts'
import { toFacts } from '../../decisions/decider.ts'
import { policyInForce } from '../../policy/versions/index.ts'
import { placeText } from '../addresses/place-text.ts'
import { type Proposal, propose } from './proposal.ts'
import type { InformationRequestRow } from './tables.ts'

/** The facts of the request's address as they are now. */

async function addressOf({ address_id }: InformationRequestRow, context: SvipContext) {
  const address = await context.address(address_id, null)
  if (!address) throw new AppError('INTERNAL', 'Het adres bij dit informatieverzoek is er niet meer.')
  return address.facts
}

/** The categories to decide on: those that the assessor found necessary, or all requested ones before the assessment. */
export const neededOf = ({ categories, needed_categories }: InformationRequestRow): readonly DataCategory[] =>
  needed_categories ?? categories

/** The proposal of the policy for a request now, decided as if its requester queried the data. */
export async function proposalFor(row: InformationRequestRow, context: SvipContext): Promise<Proposal> {
  const facts = await addressOf(row, context)
  const instant = context.now().toISOString()
  const said = (what: 'REFUSED' | 'WITHDRAWN') =>
    facts.consents.flatMap(({ state, owner, recipient, purposes, categories }) =>
      state === what &&
      owner === row.owner &&
      recipient === row.requester_organisation &&
      purposes.includes(row.purpose)
        ? categories
        : [],
    )
  return propose(
    {
      id: row.id,
      categories: neededOf(row),
      refusedByResident: said('REFUSED'),
      withdrawnByResident: said('WITHDRAWN'),
    },
    {
      caller: {
        subject: row.requester_subject,
        organisation: row.requester_organisation,
        roles: row.requester_roles,
        municipality: row.requester_municipality,
        team: row.requester_team,
      },
      owner: row.owner,
      addressId: row.address_id,
      addressMunicipality: facts.municipality,
      purpose: row.purpose,
      instant,
    },
    toFacts(facts),
    policyInForce(instant),
  )
}

/** The address in one line, for the form to the resident. */
export async function addressText(row: InformationRequestRow, context: SvipContext): Promise<string> {
  return placeText(await addressOf(row, context))
}
