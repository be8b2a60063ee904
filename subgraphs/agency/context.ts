import DataLoader from 'dataloader'
import type { GraphQLNamedType, GraphQLResolveInfo } from 'graphql'
import type { RefusalRecord } from '../../kernel/graphql/refused-mutations.ts'
import type { Categories } from '../../kernel/graphql/schema.ts'
import type { RequestContext } from '../../kernel/graphql/subgraph.ts'
import type { GrantKeys } from '../../kernel/identity/grant.ts'
import { asServed, minimise, type Served } from '../../kernel/minimise/minimise.ts'
import { ownCategories } from '../../kernel/minimise/own-side.ts'
import { commonActivity } from '../../kernel/records/activities.ts'
import type { Log } from '../../kernel/records/log/log.ts'
import type { SubgraphConfig } from '../../kernel/runtime/config.ts'
import type { Party } from '../../kernel/runtime/party.ts'
import type { DataCategory, Owner } from '../../kernel/vocabulary.ts'
import { createDiscloser, type Disclosed } from './disclose.ts'
import type { FileStore } from './file-store.ts'
import type { FileRow, OwnerTables } from './file-table.ts'
import type { Relay } from './outbox/relay.ts'
import { requestedFields, servedFields } from './requested-fields.ts'

/** The context of an agency's resolvers; one per request, with nothing that outlives it. */
export type OwnerContext<Row extends FileRow, File extends object, Filter> = RequestContext &
  RefusalRecord & {
    readonly store: FileStore<Row, Filter>
    /** The categories that the caller sees as this agency's own staff; empty for other callers. */
    readonly own: ReadonlySet<DataCategory>
    /** Resolves to what may be shared about an address with this caller, once that is on record. */
    atAddress(address: AddressReference, info: GraphQLResolveInfo): Promise<Disclosed<File & Served> & Served>
    /** Finds a file by the unvalidated id of a reference, for own staff only; `null` for other callers and for an unknown id. */
    fileById(id: unknown): Promise<(File & Served) | null>
    /** Puts the reading of these files by own staff on record, and returns what their role may see. */
    ownReading(rows: readonly Row[], what: string): Promise<readonly (File & Served)[]>
    /** Puts a change on record; call it after all checks, and before the change is made. */
    recordChange(addressId: string | null, what: string): Promise<void>
    /** Tries to deliver a change to the SVIP at once; if that fails, the relay retries. */
    announce(): Promise<void>
    /** Whether this process saw the SVIP refuse this urgent event. */
    hasRefused(eventId: string): boolean
  }

/** The reference to an address in a request of the gateway or any other caller. */
export type AddressReference = { readonly id: string; readonly grant: string | null | undefined }

/** Replaces a grant that is not a text; it is refused as malformed. */
const NO_TEXT = ''

/** What a context needs of the process. */
type OwnParty = Pick<Party<OwnerTables>, 'line' | 'metrics' | 'recordRefusal'> & {
  readonly processing: Pick<Log, 'append'>
  readonly config: Pick<SubgraphConfig, 'name'>
}

type Options<Row extends FileRow, File extends object, Filter> = {
  readonly party: OwnParty
  /** Verify the grants that the SVIP makes for this agency. */
  readonly grantKeys: GrantKeys
  /** Of the agency's definition: what tells its files from those of the other. */
  readonly definition: {
    readonly owner: Owner
    readonly typeName: string
    readonly toGraphql: (row: Row) => File
  }
  readonly store: FileStore<Row, Filter>
  readonly relay: Pick<Relay, 'flush' | 'hasRefused'>
  readonly categories: Categories
  /** The name of the type with the files of an address. */
  readonly container: GraphQLNamedType
  readonly now?: () => Date
}

/** How long a mutation waits for the delivery of its event, so that its answer can show the new state on both sides. */
const ANNOUNCE_MS = 2000

export function createOwnerContext<Row extends FileRow, File extends object, Filter>(
  options: Options<Row, File, Filter>,
): (base: RequestContext) => OwnerContext<Row, File, Filter> {
  const { party, store, relay, now = () => new Date() } = options
  const { owner, typeName, toGraphql } = options.definition
  const shape = (row: Row, allowed: Parameters<typeof minimise>[3]) =>
    minimise(options.categories, typeName, toGraphql(row), allowed)

  return (base) => {
    const { caller, trace } = base
    const own = new Set(ownCategories(caller, owner))

    const disclosures = createDiscloser<Row>({
      owner,
      keys: options.grantKeys,
      caller,
      trace,
      log: party.processing,
      line: party.line,
      load: store.byAddresses,
      served: (fields, shared) => servedFields(fields, options.container, options.categories, shared),
      onRefusal: (refusal) => party.metrics.refusedGrants.inc({ refusal }),
      now,
    })

    const ownReading = async (rows: readonly Row[], what: string) => {
      const startedAt = now()
      const categories = [...own]
      const lines = rows.map(({ address_id }) =>
        party.line(trace, startedAt, {
          name: what,
          activity: commonActivity(party.config.name, 'eigen-taak'),
          addressId: address_id,
          recipient: caller.organisation,
          categories,
        }),
      )
      await party.processing.append(lines)
      return rows.map((row) => shape(row, own))
    }

    let refusals = 0
    const refused = (what: string) => {
      refusals += 1
      return party.recordRefusal({ trace, caller }, what)
    }

    const files = new DataLoader<string, (File & Served) | null>(async (ids) => {
      if (own.size === 0) {
        await refused(`${typeName} op identificatie`)
        return ids.map(() => null)
      }
      const found = await store.byIds(ids)
      const rows = ids.flatMap((id) => found.get(id) ?? [])
      const shaped = await ownReading(rows, `Inzage door eigen medewerker van ${owner}`)
      const byId = new Map(rows.map((row, index) => [row.id, shaped[index] ?? null]))
      return ids.map((id) => byId.get(id) ?? null)
    })

    return {
      ...base,
      store,
      own,
      async atAddress({ id, grant }, info) {
        const { categories, rows } = await disclosures.load({
          addressId: id,
          grant,
          fields: requestedFields(info),
        })
        const allowed = new Set(categories)
        // The container is of category PRESENCE: when presence may not be known, not even an empty container is returned.
        const shown = rows && allowed.has('PRESENCE') ? rows.map((row) => shape(row, allowed)) : null
        return asServed({ categories, rows: shown }, allowed)
      },
      fileById: (id) => files.load(typeof id === 'string' ? id : NO_TEXT),
      ownReading,
      refused,
      refusals: () => refusals,
      recordChange: (addressId, what) =>
        party.processing.append([
          party.line(trace, now(), {
            name: what,
            activity: commonActivity(party.config.name, 'eigen-taak'),
            addressId,
            recipient: caller.organisation,
          }),
        ]),
      async announce() {
        await Promise.race([
          relay.flush(),
          new Promise((resolve) => setTimeout(resolve, ANNOUNCE_MS).unref()),
        ])
      },
      hasRefused: relay.hasRefused,
    }
  }
}

/** Reads an unvalidated reference; `null` when it is not an address. */
export function readAddressReference(
  reference: unknown,
  grantField: string,
  addressForm: RegExp,
): AddressReference | null {
  const { id, [grantField]: grant } = reference as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || !addressForm.test(id)) return null
  const isText = grant === null || grant === undefined || typeof grant === 'string'
  return { id, grant: isText ? grant : NO_TEXT }
}
