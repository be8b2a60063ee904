/**
 * Compares the answers of two worlds. They must be equal to the letter, apart from what each of them generated or read from the clock since
 * the copy: an id that no earlier object has, the same one for the same object throughout an answer, and a moment.
 */

export type Difference = {
  /** The names of the fields on its path, with `*` for a place in a list. */
  readonly path: string
  readonly one: unknown
  readonly other: unknown
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const MOMENT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|\+00:00)/g
/** A moment in a letter to a resident, or in its table; a line may end in it. */
const DUTCH_MOMENT = /\d{1,2}\s+[a-z]+\s+\d{4}(?:\s+om|,)?\s+\d{1,2}[.:]\d{2}/g
const PAGE_END = /\.pageInfo\.(start|end)Cursor$/
const TRACE = /"traceId":"[0-9a-f]{32}"/g

/** @param parted the moment of the copy, since which the worlds differ. */
export function compare(one: string, other: string, parted: Date): Difference[] {
  let pairs = new Map<string, string>()
  const found: Difference[] = []

  const sameText = (a: string, b: string): boolean =>
    a === b || (withoutDrawn(a) === withoutDrawn(b) && sameIds(a, b) && sameMoments(a, b))
  /** The end of a page depends on the order of its rows, so its contents are compared as a list. */
  const same = (a: string, b: string, path: string): boolean =>
    sameText(a, b) || (PAGE_END.test(path) && withoutDrawn(a) === withoutDrawn(b) && sameMoments(a, b))
  const sameIds = (a: string, b: string): boolean => {
    const [left, right] = [a.match(ID) ?? [], b.match(ID) ?? []]
    return left.every((id, index) => {
      const twin = right[index] ?? ''
      const known = pairs.get(id) ?? twin
      pairs.set(id, twin)
      return known === twin
    })
  }
  const isNew = (moment: string) => new Date(moment) >= parted
  /** Whether an item was made after the copy: it has a moment since then, or an id that the other list does not have. */
  const isDrawn = (item: unknown, other: readonly unknown[]): boolean => {
    const text = textOf(item)
    const known = new Set(textOf(other).match(ID))
    return (text.match(MOMENT) ?? []).some(isNew) || (text.match(ID) ?? []).some((id) => !known.has(id))
  }
  const sameMoments = (a: string, b: string): boolean => {
    const right = b.match(MOMENT) ?? []
    return (a.match(MOMENT) ?? []).every(
      (moment, index) => moment === right[index] || (isNew(moment) && isNew(right[index] ?? '')),
    )
  }

  function walk(a: unknown, b: unknown, path: string): void {
    if (typeof a === 'string' && typeof b === 'string' && same(readable(a), readable(b), path)) return
    if (Array.isArray(a) && Array.isArray(b)) walkList(a, b, path)
    else if (isObject(a) && isObject(b) && Object.keys(a).join() === Object.keys(b).join())
      for (const [name, value] of Object.entries(a))
        walk(value, b[name], path === '' ? name : `${path}.${name}`)
    else if (a !== b) found.push({ path, one: a, other: b })
  }

  /**
   * Items that were made after the copy can be in another order: concurrent ones end in any order, and among equals the id decides. Earlier
   * items keep their order.
   */
  function walkList(a: readonly unknown[], b: readonly unknown[], path: string): void {
    if (a.length !== b.length) {
      found.push({ path: `${path} (${a.length} and ${b.length})`, one: beyond(a, b), other: beyond(b, a) })
      return
    }
    const before = found.length
    const known = new Map(pairs)
    const inPairs = (left: readonly unknown[], right: readonly unknown[]) => {
      for (const [index, item] of left.entries()) walk(item, right[index], `${path}.*`)
    }
    inPairs(a, b)
    if (found.length === before) return
    const [inA, inB] = [
      Map.groupBy(a, (item) => isDrawn(item, b)),
      Map.groupBy(b, (item) => isDrawn(item, a)),
    ]
    const [drawnA = [], drawnB = []] = [inA.get(true), inB.get(true)]
    if (drawnA.length === 0 || drawnA.length !== drawnB.length) return
    const inOrder = found.splice(before)
    pairs = known
    inPairs(inA.get(false) ?? [], inB.get(false) ?? [])
    inPairs(drawnA.toSorted(byText), drawnB.toSorted(byText))
    if (found.length > before) found.splice(before, found.length, ...inOrder)
  }
  walk(
    JSON.parse(one.replaceAll(TRACE, '"traceId":""')),
    JSON.parse(other.replaceAll(TRACE, '"traceId":""')),
    '',
  )
  return found
}

/** A value to the letter, with its cursors decoded. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, each) => (typeof each === 'string' ? readable(each) : each))

/** The items that a list has more often than another one, by their text. */
function beyond(list: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const left = other.map((item) => withoutDrawn(textOf(item)))
  return list.filter((item) => {
    const place = left.indexOf(withoutDrawn(textOf(item)))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}

const byText = (a: unknown, b: unknown): number => {
  const [left, right] = [withoutDrawn(textOf(a)), withoutDrawn(textOf(b))]
  return left < right ? -1 : left > right ? 1 : 0
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const withoutDrawn = (text: string): string =>
  text.replaceAll(ID, '<id>').replaceAll(MOMENT, '<moment>').replaceAll(DUTCH_MOMENT, '<moment>')

/** Decodes a cursor; another text stays as it is. */
function readable(text: string): string {
  if (!/^Wy[IJ][\w-]+$/.test(text)) return text
  return Buffer.from(text, 'base64url').toString()
}
