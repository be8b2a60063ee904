import DataLoader from 'dataloader'
import { checkGrant, type GrantKeys } from '../../kernel/identity/grant.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import { commonActivity, PARTY_OF, sharingActivity } from '../../kernel/records/activities.ts'
import type { Log } from '../../kernel/records/log/log.ts'
import type { Processing, ProcessingLine } from '../../kernel/records/log/processing.ts'
import type { Trace } from '../../kernel/trace.ts'
import type { Caller, DataCategory, Owner } from '../../kernel/vocabulary.ts'
import { AGENCY_ACTIVITIES } from './activities.ts'

/** What an owner shares of one address: `rows` is `null` when nothing may be shared. */
export type Disclosed<Row> = {
  readonly categories: readonly DataCategory[]
  readonly rows: readonly Row[] | null
}

export type DisclosureRequest = {
  readonly addressId: string
  /** The unvalidated grant from the reference. */
  readonly grant: unknown
  /** The fields that the operation selects below the address. */
  readonly fields: readonly string[]
}

type Options<Row> = {
  readonly owner: Owner
  readonly keys: GrantKeys
  readonly caller: Caller
  readonly trace: Trace
  readonly log: Pick<Log, 'append'>
  readonly line: ProcessingLine
  /** Loads the files at these addresses, in one statement. */
  readonly load: (addressIds: readonly string[]) => Promise<ReadonlyMap<string, readonly Row[]>>
  /** The fields that are returned when these categories are shared. */
  readonly served: (fields: readonly string[], shared: ReadonlySet<DataCategory>) => readonly string[]
  readonly onRefusal: (refusal: string) => void
  readonly now: () => Date
}

/**
 * The only path by which an agency's data about an address leave it: for own staff by role, for other callers with a grant that this agency
 * verifies itself. All addresses of a request share one statement and one commit of the log, and nothing is returned before that commit.
 */
export function createDiscloser<Row>(
  options: Options<Row>,
): DataLoader<DisclosureRequest, Disclosed<Row>, string> {
  const { owner, caller, now } = options
  const party = PARTY_OF[owner]

  function assess(
    request: DisclosureRequest,
  ): Omit<Processing, 'name'> & { categories: readonly DataCategory[] } {
    const common = { addressId: request.addressId, recipient: caller.organisation }
    const servedOf = (categories: readonly DataCategory[]) =>
      options.served(request.fields, new Set(categories))
    if (caller.organisation === owner) {
      const categories = ownCategories(caller, owner)
      return {
        ...common,
        categories,
        activity: commonActivity(party, 'eigen-taak'),
        ...(categories.length === 0 ? { refusal: 'ROLE' } : { fields: servedOf(categories) }),
      }
    }
    const check = checkGrant(options.keys, request.grant, {
      owner,
      addressId: request.addressId,
      caller,
      now: now(),
    })
    if (!check.ok) {
      options.onRefusal(check.refusal)
      return {
        ...common,
        categories: [],
        activity: AGENCY_ACTIVITIES[party].refusedSharing.id,
        refusal: check.refusal,
      }
    }
    const { purpose, pol, cats, dec } = check.grant
    return {
      ...common,
      categories: cats,
      fields: servedOf(cats),
      purpose,
      decisionId: dec,
      activity: sharingActivity(party, 'verstrekking', purpose, pol),
    }
  }

  return new DataLoader(
    async (requests) => {
      const startedAt = now()
      const assessed = requests.map(assess)
      const allowed = assessed.filter(({ refusal }) => !refusal).flatMap(({ addressId }) => addressId ?? [])
      const rows =
        allowed.length > 0 ? await options.load([...new Set(allowed)]) : new Map<string, readonly Row[]>()
      await options.log.append(
        assessed.map((processing) =>
          options.line(options.trace, startedAt, { ...processing, name: describe(owner, processing) }),
        ),
      )
      return assessed.map(({ addressId, categories, refusal }) =>
        refusal ? { categories: [], rows: null } : { categories, rows: rows.get(addressId ?? '') ?? [] },
      )
    },
    { cacheKeyFn: ({ addressId, grant, fields }) => JSON.stringify([addressId, grant, fields]) },
  )
}

function describe(owner: Owner, { recipient, refusal }: Omit<Processing, 'name'>): string {
  if (refusal) return `Verstrekking door ${owner} geweigerd`
  return recipient === owner
    ? `Inzage door eigen medewerker van ${owner}`
    : `Verstrekking door ${owner} aan ${recipient}`
}
