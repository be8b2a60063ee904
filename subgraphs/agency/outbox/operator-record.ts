import type { FastifyRequest } from 'fastify'
import type { Party } from '../../../kernel/runtime/party.ts'
import { AGENCY_ACTIVITIES } from '../activities.ts'

/** What the operator's endpoints for events need of an agency. */
export type AgencyParty = Pick<Party<never>, 'app' | 'processing' | 'line' | 'recordRefusal'> & {
  readonly agency: 'img' | 'ncg'
}

/** Records what an operator reads or resends to the SVIP; `null` for a read that concerns no particular address. */
export const recordForOperator = (
  { agency, line, processing }: AgencyParty,
  { trace }: Pick<FastifyRequest, 'trace'>,
  name: string,
  addressIds: readonly (string | null)[],
): Promise<void> =>
  processing.append(
    addressIds.map((addressId) =>
      line(trace, new Date(), {
        name,
        activity: AGENCY_ACTIVITIES[agency].reporting.id,
        addressId,
        recipient: 'SVIP',
      }),
    ),
  )
