import type { Random } from '../../dev/world/random.ts'
import type { DataCategory } from '../../kernel/vocabulary.ts'
import { DAMAGE_PHASES } from '../../subgraphs/img/claim.ts'
import type { ClaimRow } from '../../subgraphs/img/import.ts'
import type { DamagePhase } from '../../subgraphs/img/schema.generated.ts'
import type { ProjectRow } from '../../subgraphs/ncg/import.ts'
import { STRENGTHENING_STATUSES } from '../../subgraphs/ncg/project.ts'
import type { StrengtheningStatus } from '../../subgraphs/ncg/schema.generated.ts'

/** Random files of the agencies as rows of an import, and the category of each column. */

type Columns<Row> = Readonly<Record<keyof Row, DataCategory>>
export type Cells = Readonly<Record<string, string>>

/** As in schema/img.graphql. A new column has to be added here before this compiles. */
export const CLAIM_COLUMNS: Columns<ClaimRow> = {
  reference: 'PRESENCE',
  address_id: 'PRESENCE',
  kind: 'STATUS',
  phase: 'STATUS',
  phase_since: 'STATUS',
  registered_at: 'STATUS',
  closed_at: 'STATUS',
  handler_name: 'HANDLER',
  handler_phone: 'HANDLER',
  handler_email: 'HANDLER',
  handler_team: 'HANDLER',
  inspection_planned_on: 'PLANNING',
  inspection_held_on: 'PLANNING',
  urgency: 'PLANNING',
  report_delivered_on: 'FINDINGS',
  report_summary: 'FINDINGS',
  structural_damage: 'FINDINGS',
  award_decided_on: 'FINANCIAL',
  award_amount_cents: 'FINANCIAL',
  award_paid_on: 'FINANCIAL',
  acute_reported_at: 'SAFETY',
  acute_made_safe_at: 'SAFETY',
  acute_description: 'SAFETY',
  circumstances: 'CIRCUMSTANCES',
}

/** As in schema/ncg.graphql. */
export const PROJECT_COLUMNS: Columns<ProjectRow> = {
  reference: 'PRESENCE',
  address_id: 'PRESENCE',
  programme: 'STATUS',
  status: 'STATUS',
  status_since: 'STATUS',
  started_at: 'STATUS',
  completed_at: 'STATUS',
  handler_name: 'HANDLER',
  handler_phone: 'HANDLER',
  handler_email: 'HANDLER',
  handler_team: 'HANDLER',
  inspection_planned_on: 'PLANNING',
  inspection_held_on: 'PLANNING',
  contractor: 'PLANNING',
  contract_signed_on: 'PLANNING',
  advice_delivered_on: 'FINDINGS',
  advice_summary: 'FINDINGS',
  meets_standard: 'FINDINGS',
  measures: 'FINDINGS',
  risk_profile: 'SAFETY',
  estimated_cost_cents: 'FINANCIAL',
  circumstances: 'CIRCUMSTANCES',
}

/** A different day for each address, so that the order of lists does not depend on random values. */
const registered = (addressId: string): string =>
  `2025-0${1 + (Number(addressId.slice(-3)) % 7)}-${String(1 + (Number(addressId.slice(-3)) % 28)).padStart(2, '0')}`

/** A claim in an open phase, with a value in every column. */
export function claim(random: Random, addressId: string, phase?: DamagePhase): Cells {
  const { amount, maybe, text, words } = values(random)
  return {
    reference: `S-${addressId}`,
    address_id: addressId,
    kind: 'PHYSICAL',
    phase: phase ?? random.pick(DAMAGE_PHASES.slice(0, 5)),
    registered_at: registered(addressId),
    closed_at: '',
    ...handler(random),
    inspection_planned_on: day(random),
    inspection_held_on: maybe(day(random)),
    urgency: random.pick(['NORMAL', 'PRIORITY']),
    report_delivered_on: day(random),
    report_summary: words(),
    structural_damage: random.pick(['ja', 'nee']),
    award_decided_on: '2025-08-01',
    award_amount_cents: amount(),
    award_paid_on: maybe(day(random)),
    acute_reported_at: '',
    acute_made_safe_at: '',
    acute_description: text(),
    circumstances: text(),
  }
}

export function project(random: Random, addressId: string, status?: StrengtheningStatus): Cells {
  const { amount, maybe, text } = values(random)
  return {
    reference: `V-${addressId}`,
    address_id: addressId,
    programme: 'BATCH',
    status: status ?? random.pick(STRENGTHENING_STATUSES),
    started_at: registered(addressId),
    completed_at: '',
    ...handler(random),
    inspection_planned_on: maybe(day(random)),
    inspection_held_on: maybe(day(random)),
    contractor: text(),
    contract_signed_on: maybe(day(random)),
    advice_delivered_on: maybe(day(random)),
    advice_summary: text(),
    meets_standard: random.pick(['ja', 'nee']),
    measures: random.pick(['', 'Muren verankeren', 'Muren verankeren|Dak lichter maken']),
    risk_profile: random.pick(['', 'RAISED', 'SLIGHTLY_RAISED', 'NORMAL']),
    estimated_cost_cents: maybe(amount()),
    circumstances: text(),
  }
}

/** The cells of another file in the columns of one category. */
export function otherwise(
  cells: Cells,
  other: Cells,
  columns: Columns<never>,
  category: DataCategory,
): Cells {
  const changed = Object.entries(columns).filter(([, of]) => of === category)
  return { ...cells, ...Object.fromEntries(changed.map(([column]) => [column, other[column] ?? ''])) }
}

/** After the file began and the decision on a claim, and long enough ago to be no news. */
const day = (random: Random): string =>
  `2025-${String(random.between(8, 12)).padStart(2, '0')}-${String(random.between(10, 28))}`

function handler(random: Random): Cells {
  const number = random.between(100, 999)
  return {
    handler_name: `Behandelaar ${number}`,
    handler_phone: `050-1234${number}`,
    handler_email: `behandelaar-${number}@agency.example`,
    handler_team: `Team ${number}`,
  }
}

function values(random: Random) {
  const words = () => `GEHEIM-${random.between(1000, 9999)}`
  const maybe = (value: string) => (random.chance(70) ? value : '')
  return { words, maybe, amount: () => String(random.between(1000, 90_000)), text: () => maybe(words()) }
}
