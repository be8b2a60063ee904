import { z } from 'zod'
import { addressId, day, optional, type RowResult, text, wholeNumber } from '../../../kernel/import.ts'
import type { AddressStore } from './address-store.ts'
import { isKnownMunicipality } from './municipalities.ts'

/** The columns of a file with addresses, by their names in the BAG; docs/import.md explains them. */
export const addressRow = z.object({
  nummeraanduidingidentificatie: addressId,
  openbareruimtenaam: text,
  huisnummer: wholeNumber,
  huisletter: optional(z.string().regex(/^[a-zA-Z]$/, 'is geen letter')),
  huisnummertoevoeging: optional(
    z.string().regex(/^[a-zA-Z0-9]{1,4}$/, 'is geen toevoeging van 1 tot 4 tekens'),
  ),
  postcode: z
    .string('ontbreekt')
    .transform((value) => value.replaceAll(' ', '').toUpperCase())
    .pipe(z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/, 'is geen postcode: schrijf 9901AB')),
  woonplaatsnaam: text,
  gemeentecode: z
    .string('ontbreekt')
    .regex(/^\d{4}$/, 'is geen gemeentecode van 4 cijfers')
    .refine(isKnownMunicipality, 'is geen gemeente in het effectgebied'),
  /** Since when the address lies in that municipality; a reorganisation is a second row with another code and day. */
  gemeentevanaf: optional(day),
})
export type AddressRecord = z.infer<typeof addressRow>

const ALWAYS = '1900-01-01'

export async function importAddresses(
  store: AddressStore,
  rows: readonly AddressRecord[],
): Promise<readonly RowResult[]> {
  // Within a batch the last row of an address and day counts: a statement cannot write one row twice.
  const byKey = new Map(rows.map((row) => [`${row.nummeraanduidingidentificatie} ${row.gemeentevanaf}`, row]))
  const batches = splitByAddress([...byKey.values()])
  const changed = new Set<string>()
  for (const batch of batches) for (const id of await store.importAll(batch.map(toAddress))) changed.add(id)
  return rows.map((row) => (changed.has(row.nummeraanduidingidentificatie) ? 'loaded' : 'unchanged'))
}

/** Puts rows of the same address (its municipalities through time) in batches of their own, in order. */
function splitByAddress(rows: readonly AddressRecord[]): readonly AddressRecord[][] {
  const batches: AddressRecord[][] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const turn = seen.get(row.nummeraanduidingidentificatie) ?? 0
    seen.set(row.nummeraanduidingidentificatie, turn + 1)
    const batch = batches[turn] ?? []
    batches[turn] = batch
    batch.push(row)
  }
  return batches
}

const toAddress = (row: AddressRecord) => ({
  id: row.nummeraanduidingidentificatie,
  street: row.openbareruimtenaam,
  house_number: row.huisnummer,
  house_letter: row.huisletter,
  house_number_addition: row.huisnummertoevoeging,
  postcode: row.postcode,
  city: row.woonplaatsnaam,
  municipality: row.gemeentecode,
  municipality_since: row.gemeentevanaf ?? ALWAYS,
})
