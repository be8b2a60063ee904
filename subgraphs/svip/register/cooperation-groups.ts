/**
 * Figure 2 of the evaluation of 2021 as data: NCG status × IMG status → group. Nineteen cells are fixed by its text, eight are
 * strongly implied by it, and 2.1 × Opname is ambiguous: B, because group E treats preparation and inspection alike as the
 * statuses that IMG can still move. A status that is not in the figure gives no group, never a guess.
 */

export type CooperationGroup = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

const ROWS: ReadonlyMap<string | null, readonly CooperationGroup[]> = new Map([
  //        PREPARATION, INSPECTION, VIEWS, DECISION
  ['S1_2', ['A', 'A', 'A', 'A']],
  ['S2_1', ['B', 'B', 'C', 'C']],
  ['S3_1', ['D', 'D', 'D', 'D']],
  ['S4_1', ['E', 'E', 'E', 'E']],
  ['S4_2', ['E', 'E', 'E', 'E']],
  ['S5_1', ['F', 'F', 'F', 'F']],
  ['S5_2', ['F', 'F', 'F', 'F']],
])

const COLUMNS: readonly (string | null)[] = ['PREPARATION', 'INSPECTION', 'VIEWS', 'DECISION']

export function cooperationGroup(
  ncgStatus: string | null,
  imgStatus: string | null,
): CooperationGroup | null {
  const column = COLUMNS.indexOf(imgStatus)
  // -1 for a status the figure does not know: no such column, so no group.
  return ROWS.get(ncgStatus)?.[column] ?? null
}

export const ADVICE: Readonly<Record<CooperationGroup, string>> = {
  A: 'Samen aanpakken is nu niet waarschijnlijk: het adres moet nog in een lokaal plan van aanpak komen. Houd elkaar op de hoogte.',
  B: 'Een gezamenlijke opname is mogelijk: bij beide moet de opname nog plaatsvinden. Vraag de bewoner wat die wil en stem een datum af.',
  C: 'Samen opnemen is niet waarschijnlijk: IMG is al verder. Deel wat er bekend is, zodat de bewoner niets dubbel hoeft te doen.',
  D: 'Samen aanpakken kan beperkt: NCG beoordeelt het gebouw. Kijk of het schaderapport daarbij helpt.',
  E: 'Herstel van schade kan meegaan met de versterking: NCG werkt de maatregelen uit. Neem contact op met de andere behandelaar.',
  F: 'Samen aanpakken is niet waarschijnlijk: de bouw is voorbereid of bezig. Stem af over planning en oplevering.',
}
