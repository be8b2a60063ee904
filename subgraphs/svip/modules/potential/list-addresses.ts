import { AppError, badInput } from '../../../../kernel/errors.ts'
import { connection, readPage, wrongCursor } from '../../../../kernel/graphql/connection.ts'
import { ADDRESS_ID, DATA_CATEGORIES, OWNERS, type Purpose } from '../../../../kernel/vocabulary.ts'
import type { ListArguments } from '../../casework/list.ts'
import type { AddressNode, SvipContext } from '../../context.ts'
import { potentialActivity } from './activity.ts'
import { type CooperationFilter, matches, mayList, type Revealed, revealedBy } from './filter.ts'
import { cooperationMatrix, potentialStore } from './parts.ts'
import { scopeOf } from './potential.ts'
import type { Hit, Place } from './potential-store.ts'
import { fromKey } from './situation.ts'

type Listed = Hit & { readonly address: AddressNode }

/**
 * Returns a page of the addresses that match a filter. The purpose must have a basis that lets the caller know what the filter says, and
 * each address is decided on and put on record before it is returned. Hits and their number include only addresses in scope without an
 * objection.
 * @throws {AppError} `BAD_USER_INPUT` without a purpose or a criterion, `FORBIDDEN` when the purpose does not allow the filter.
 */
export async function listAddresses(
  context: SvipContext,
  filter: CooperationFilter,
  purpose: Purpose | null,
  args: ListArguments,
) {
  const { caller, now } = context
  const potential = potentialStore(context)
  const page = readPage(args, 3)
  const after = page.after && readPlace(page.after)
  const revealed = revealedBy(filter)
  if (purpose === null)
    throw badInput('Geef een doel (purpose): waar u de adressen voor nodig hebt, bepaalt wat u mag weten.')
  const municipality = await scopeOf(context, filter.municipality ?? null, WHAT)
  if (!mayList(caller, purpose, filter, now().toISOString())) {
    await context.refused(WHAT)
    throw new AppError(
      'FORBIDDEN',
      'Voor dit doel mag u deze adressen niet als lijst opvragen. Kies een doel dat erbij past, of een filter dat minder vertelt.',
    )
  }
  await potential.settle()
  const counts = await potential.listable(municipality)
  const situations = [...counts.keys()].filter((key) =>
    matches(filter, fromKey(key), cooperationMatrix(context)),
  )
  const hits = await potential.page(situations, municipality, { first: page.first, after })
  const listed = await show(context, hits.slice(0, page.first), purpose, revealed)
  const total = situations.reduce((sum, key) => sum + (counts.get(key) ?? 0), 0)
  const list = connection(
    listed,
    page,
    () => total,
    ({ address }) => address,
    keysOf,
  )
  return {
    ...list,
    edges: list.edges.map((edge, index) => ({ ...edge, expectedDamage: listed[index]?.expected ?? null })),
    pageInfo: { ...list.pageInfo, hasNextPage: hits.length > page.first && listed.length > 0 },
  }
}

/** Decides on each hit and puts on record that it is shown; leaves out a hit that the caller may not know after all. */
async function show(
  context: SvipContext,
  hits: readonly Hit[],
  purpose: Purpose,
  revealed: Revealed,
): Promise<readonly Listed[]> {
  const categories = DATA_CATEGORIES.filter((category) =>
    OWNERS.some((owner) => revealed[owner].includes(category)),
  )
  const decided = await Promise.all(
    hits.map(async (hit): Promise<Listed | null> => {
      const address = await context.address(hit.address_id, purpose)
      return address && (await isKnown(context, address, revealed)) ? { ...hit, address } : null
    }),
  )
  const listed = decided.filter((each) => each !== null)
  if (listed.length === 0) await context.recordOwn([], LIST, potentialActivity)
  await Promise.all(listed.map(({ address }) => context.recordShown(address, LIST, categories)))
  return listed
}

async function isKnown(context: SvipContext, address: AddressNode, revealed: Revealed): Promise<boolean> {
  const known = await Promise.all(
    OWNERS.filter((owner) => revealed[owner].length > 0).map(async (owner) => {
      const visible = await context.visibleWith(revealed[owner], address, owner, 'REGISTER')
      return revealed[owner].every((category) => visible.has(category))
    }),
  )
  return known.every(Boolean)
}

const WHAT = 'cooperationAddresses'
const LIST = 'Adres getoond in een lijst van het samenwerkingspotentieel'

const keysOf = ({ expected, area, address_id }: Hit): readonly string[] => [
  String(expected ?? 0),
  area,
  address_id,
]

const EXPECTED = /^(0|[1-9]0|100)$/
/** Empty for an address without a postcode. */
const AREA = /^([1-9]\d{3})?$/

/** Anyone can make up a cursor; it only determines where the page begins. */
function readPlace([expected = '', area = '', addressId = '']: readonly string[]): Place {
  if (!EXPECTED.test(expected) || !AREA.test(area) || !ADDRESS_ID.test(addressId)) throw wrongCursor()
  return { expected: Number(expected), area, addressId }
}
