import { z } from 'zod'
import { addressId, day, optional, type RowResult, text, wholeNumber } from '../../../../kernel/import.ts'
import type { AddressImport, AddressStore } from './address-store.ts'
import { isKnownMunicipality, type MunicipalityStore } from './municipalities.ts'

const municipalityCode = z.string('ontbreekt').regex(/^\d{4}$/, 'is geen gemeentecode van 4 cijfers')

/** The columns of a file with addresses, by their names in the BAG; docs/import.md explains them. */
export const addressRow = z.object({
  nummeraanduidingidentificatie: addressId,
  openbareruimtenaam: text,
  huisnummer: wholeNumber,
  huisletter: optional(z.string().regex(/^[a-zA-Z]$/, 'is geen letter')),
  huisnummertoevoeging: optional(
    z.string().regex(/^[a-zA-Z0-9]{1,4}$/, 'is geen toevoeging van 1 tot 4 tekens'),
  ),
  postcode: optional(
    z
      .string()
      .transform((value) => value.replace(/\s/g, '').toUpperCase())
      .pipe(z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/, 'is geen postcode: schrijf 9901AB')),
  ),
  woonplaatsnaam: text,
  gemeentecode: municipalityCode,
  /** Since when the address is in that municipality; a reorganisation is a second row with another code and day. */
  gemeentevanaf: optional(day),
})
export type AddressRecord = z.infer<typeof addressRow>

/**
 * Stores addresses. A row with an unknown municipality is refused, unless its day is in the future: addresses may be imported before the
 * name of a new municipality.
 */
export async function importAddresses(
  store: AddressStore,
  rows: readonly AddressRecord[],
  today: string,
): Promise<readonly RowResult[]> {
  const isRefused = ({ gemeentecode, gemeentevanaf }: AddressRecord) =>
    !isKnownMunicipality(gemeentecode) && (gemeentevanaf ?? '') <= today
  const good = rows.filter((row) => !isRefused(row)).map(toAddress)
  const loaded = await store.importAll(good, today)
  let position = 0
  return rows.map((row) => {
    if (isRefused(row))
      return {
        rejected:
          'gemeentecode: is geen gemeente die hier bekend is; lees een nieuwe gemeente eerst in met npm run import -- municipalities',
      }
    const address = good[position++]
    return address && loaded.has(address) ? 'loaded' : 'unchanged'
  })
}

const toAddress = (row: AddressRecord): AddressImport => ({
  id: row.nummeraanduidingidentificatie,
  street: row.openbareruimtenaam,
  house_number: row.huisnummer,
  house_letter: row.huisletter,
  house_number_addition: row.huisnummertoevoeging,
  postcode: row.postcode,
  city: row.woonplaatsnaam,
  municipality: row.gemeentecode,
  since: row.gemeentevanaf,
})

/** The columns of a file with municipalities; docs/import.md explains them. */
export const municipalityRow = z
  .object({
    gemeentecode: municipalityCode,
    gemeentenaam: text.pipe(z.string().max(100, 'is langer dan 100 tekens')),
    geldigvanaf: optional(day),
    geldigtot: optional(day),
  })
  .refine(({ geldigvanaf, geldigtot }) => !geldigvanaf || !geldigtot || geldigvanaf < geldigtot, {
    path: ['geldigtot'],
    message: 'is niet later dan geldigvanaf',
  })

export async function importMunicipalities(
  store: MunicipalityStore,
  rows: readonly z.infer<typeof municipalityRow>[],
): Promise<readonly RowResult[]> {
  const changed = await store.importAll(
    rows.map((row) => ({
      code: row.gemeentecode,
      name: row.gemeentenaam,
      valid_from: row.geldigvanaf,
      valid_until: row.geldigtot,
    })),
  )
  return rows.map(({ gemeentecode }) => (changed.has(gemeentecode) ? 'loaded' : 'unchanged'))
}
