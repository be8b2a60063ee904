import type { FastifyRequest } from 'fastify'
import { activity } from '../../../kernel/records/activities.ts'
import type { Party } from '../../../kernel/runtime/party.ts'

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
        activity: activity(agency, 'registermelding', 'v1'),
        addressId,
        recipient: 'SVIP',
      }),
    ),
  )
