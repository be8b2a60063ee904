import { randomInt, randomUUID } from 'node:crypto'
import type { client } from './system.ts'

/**
 * Adds addresses with an open claim and project to the shared system, under a new postcode, so that tests do not affect each other. With
 * `files: false` they have no files, with `safe: true` no acute danger was ever reported.
 * @returns the postcode; `addressIds(postcode)` gives the ids.
 */
export async function makeAddresses(
  system: ReturnType<typeof client>,
  count: number,
  options: { readonly municipality?: string; readonly files?: boolean; readonly safe?: boolean } = {},
): Promise<string> {
  const municipality = options.municipality ?? '1979'
  const take = async (postcode: string, from: number, until: number) =>
    await system.importRows(
      'addresses',
      addressIds(postcode, until)
        .slice(from)
        .map((id, index) => ({
          nummeraanduidingidentificatie: id,
          openbareruimtenaam: 'Proefstraat',
          huisnummer: String(from + index + 1),
          postcode,
          woonplaatsnaam: 'Loppersum',
          gemeentecode: municipality,
        })),
    )
  // Among hundreds of random postcodes two may be equal: the test that creates the first address owns the postcode.
  let postcode = drawPostcode()
  for (let first = await take(postcode, 0, 1); first.body.results[0] === 'unchanged'; ) {
    postcode = drawPostcode()
    first = await take(postcode, 0, 1)
  }
  const ids = addressIds(postcode, count)
  const run = randomUUID().slice(0, 8)
  const sent = [
    ...(count > 1 ? [await take(postcode, 1, count)] : []),
    ...(options.files === false
      ? []
      : [
          await system.importRows(
            'img',
            ids.map((id, index) => ({
              reference: `P-${run}-${index}`,
              address_id: id,
              kind: 'PHYSICAL',
              phase: 'INSPECTION',
              registered_at: '2026-01-05',
              handler_name: 'Proef Behandelaar',
              handler_email: `proef-${run}@img.example`,
              inspection_planned_on: '2026-12-01',
              circumstances: 'GEHEIM-omstandigheden',
              ...(options.safe
                ? {}
                : { acute_reported_at: '2026-01-06T10:00:00Z', acute_description: 'GEHEIM-veiligheid' }),
              award_decided_on: '2026-02-01',
              award_amount_cents: '123456',
              report_delivered_on: '2026-01-20',
              report_summary: 'GEHEIM-bevinding',
            })),
          ),
          await system.importRows(
            'ncg',
            ids.map((id, index) => ({
              reference: `V-${run}-${index}`,
              address_id: id,
              programme: 'BATCH',
              status: 'S2_1',
              started_at: '2024-03-01',
              handler_name: 'Proef Begeleider',
              handler_email: `proef-${run}@ncg.example`,
              risk_profile: 'RAISED',
              circumstances: 'GEHEIM-omstandigheden',
              advice_delivered_on: '2025-01-01',
              advice_summary: 'GEHEIM-advies',
              meets_standard: 'nee',
              inspection_planned_on: '2026-12-02',
            })),
          ),
        ]),
  ]
  const results = sent.flatMap(({ body }) => body.results)
  if (results.some((result) => result !== 'loaded'))
    throw new Error(
      `the test data were refused: ${JSON.stringify(sent.map(({ body }) => body)).slice(0, 500)}`,
    )
  return postcode
}

function drawPostcode(): string {
  const letter = () => String.fromCharCode(65 + randomInt(26))
  return `${randomInt(1000, 9000)}${letter()}${letter()}`
}

/** Ids of a test's addresses, in a range that the synthetic world does not use. */
export function addressIds(postcode: string, count: number): readonly string[] {
  const letters = (postcode.charCodeAt(4) - 65) * 26 + (postcode.charCodeAt(5) - 65)
  const number = `${postcode.slice(0, 4)}${String(letters).padStart(3, '0')}`
  return Array.from({ length: count }, (_, index) => `001020${number}${String(index).padStart(3, '0')}`)
}

/** One address with a claim and a project. */
export async function makeAddress(
  system: ReturnType<typeof client>,
  options: { readonly municipality?: string; readonly files?: boolean; readonly safe?: boolean } = {},
): Promise<string> {
  const [id = ''] = addressIds(await makeAddresses(system, 1, options), 1)
  return id
}
