import type { CsvRecord } from '../../tools/csv/csv.ts'
import { day, isoInstant } from './calendar.ts'
import type { Location } from './locations.ts'
import { createRandom } from './random.ts'
import type { Situation } from './situation.ts'

const COMBINATIONS = [
  ['COOPERATION', 'PLANNING|FINDINGS', 40],
  ['JOINT_INSPECTION', 'FINDINGS', 20],
  ['COOPERATION|JOINT_INSPECTION', 'FINDINGS', 10],
  ['STATUS_EXCHANGE', 'HANDLER|PLANNING', 15],
  ['INTEGRAL_APPROACH', 'FINDINGS|FINANCIAL', 10],
  ['STUCK_CASE', 'PLANNING|FINDINGS|SAFETY|FINANCIAL|CIRCUMSTANCES', 5],
] as const

/** The consent of one address as a row of the `consents` import; none where nobody was asked. */
export function consentRecords(location: Location, { consent }: Situation): CsvRecord[] {
  if (!consent) return []
  const random = createRandom(6, location.sequence)
  const [purposes, categories] = random.weighted(COMBINATIONS.map((each) => [each, each[2]] as const))
  const owner = random.pick(['IMG', 'NCG'])
  const given = random.between(FIRST_DAY, LAST_DAY)
  const minutes = random.between(7 * 60, 15 * 60)
  const midnight = 23 * 60
  return [
    {
      address_id: location.id,
      given_by: random.weighted(PARTIES),
      owner,
      recipient: purposes === 'STUCK_CASE' ? 'SVIP' : owner === 'IMG' ? 'NCG' : 'IMG',
      purposes,
      categories,
      channel: random.pick(['FORM', 'LETTER', 'EMAIL', 'PHONE', 'VISIT', 'ONLINE']),
      evidence: `TOESTEMMING-${String(location.sequence).padStart(6, '0')}`,
      notice: 'privacyverklaring-svip-1',
      valid_from: isoInstant(given, minutes),
      valid_until:
        consent === 'EXPIRED'
          ? isoInstant(random.between(given + 30, EXPIRED_BEFORE), midnight)
          : random.chance(40)
            ? isoInstant(day('2029-12-31'), midnight)
            : '',
      withdrawn_at: consent === 'WITHDRAWN' ? isoInstant(given + random.between(3, 300), minutes) : '',
    },
  ]
}

const PARTIES = [
  ['OWNER', 85],
  ['RESIDENT', 10],
  ['REPRESENTATIVE', 5],
] as const

/** From the day the present policy has been in force; early enough for everything to have happened since. */
const FIRST_DAY = day('2023-07-03')
const LAST_DAY = day('2025-06-30')
const EXPIRED_BEFORE = day('2025-12-31')
