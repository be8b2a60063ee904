import type { FastifyRequest } from 'fastify'
import { activity } from '../../../kernel/records/activities.ts'
import type { Party } from '../../../kernel/runtime/party.ts'

/** An agency, as far as the operator's doors to its events need it. */
export type AgencyParty = Pick<Party<never>, 'app' | 'processing' | 'line' | 'recordRefusal'> & {
  readonly agency: 'img' | 'ncg'
}

/** Puts on record what an operator looks at or has told to the SVIP again; `null` for a look at no address in particular. */
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
