/**
 * What spreadsheets do to a cell: they pad it, take a number for less than it is, and carry out what looks like a formula (CWE-1236).
 */

/** Spaces of every sort, marks of direction and order, and control characters, at the ends of a text. */
const EDGES = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu
/** The apostrophe by which a spreadsheet is told that a number, or what looks like a formula, is a text. */
const TEXT_MARK = /^'(?='*(?:[=+\-@\t\r]|\d+$))/
/** What a spreadsheet carries out. */
const FORMULA = /^'*[=+\-@\t\r]/

/** The contents of a cell, as they were before a spreadsheet wrote them: without padding, mark or `="…"`. */
export function bareCell(cell: string): string {
  const trimmed = cell.replace(EDGES, '')
  const quoted = /^="([^"]*)"$/.exec(trimmed)?.[1]
  return quoted === undefined ? trimmed.replace(TEXT_MARK, '') : quoted.replace(EDGES, '')
}

/** A cell that a spreadsheet shows and never carries out; `bareCell` takes it back. */
export const harmlessCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

const HABITS: readonly (readonly [looks: RegExp, says: string])[] = [
  [
    /^\d+([.,]\d+)?E[+-]?\d+$/i,
    'een rekenblad heeft dit nummer als getal geschreven en cijfers weggelaten: maak de kolom in het rekenblad eerst tekst, en vul de nummers opnieuw in',
  ],
  [/^[=+@]/, 'hier staat een formule: bewaar de waarde in plaats van de formule'],
  [/^#+$/, 'de kolom was in het rekenblad te smal: maak de kolom breder en bewaar het bestand opnieuw'],
  [/^#\p{Lu}/u, 'het rekenblad kon deze cel niet uitrekenen: vul de waarde zelf in'],
  [
    /^\d+[.,]0+$/,
    'een rekenblad heeft dit nummer met decimalen geschreven: maak de kolom in het rekenblad tekst',
  ],
  [
    /^\d{12,15}$/,
    'een rekenblad heeft de nullen aan het begin weggelaten: maak de kolom in het rekenblad eerst tekst, en vul de nummers opnieuw in',
  ],
]

/** What a spreadsheet did to a cell that could not be taken, and what to do about it; never the cell itself. */
export const spreadsheetHabit = (cell: string): string | null =>
  HABITS.find(([looks]) => looks.test(cell))?.[1] ?? null
