import type { AddressRow } from '../../store/tables.ts'

/** An address in one line, as on an envelope; without a postcode (the BAG has many such addresses) only with its town. */
export function placeText(address: Omit<AddressRow, 'id'>): string {
  const { street, house_number, house_letter, house_number_addition, postcode, city } = address
  const number = `${house_number}${house_letter ?? ''}${house_number_addition ? `-${house_number_addition}` : ''}`
  return `${street} ${number}, ${[postcode, city].filter((part) => part !== null).join(' ')}`
}
