/** What spreadsheets do to a cell: they pad it, shorten numbers, and evaluate anything that looks like a formula (CWE-1236). */

/** Whitespace, direction and byte order marks, and control characters, at the ends of a text. */
const EDGES = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu
/** The apostrophe that makes a spreadsheet treat a number or a formula as text. */
const TEXT_MARK = /^'(?='*(?:[=+\-@\t\r]|\d+$))/
/** A text that a spreadsheet evaluates. */
const FORMULA = /^'*[=+\-@\t\r]/

/** The original contents of a cell that a spreadsheet wrote: without padding, apostrophe or `="…"`. */
export function bareCell(cell: string): string {
  const trimmed = cell.replace(EDGES, '')
  const quoted = /^="([^"]*)"$/.exec(trimmed)?.[1]
  return quoted === undefined ? trimmed.replace(TEXT_MARK, '') : quoted.replace(EDGES, '')
}

/** A cell that a spreadsheet shows and never evaluates; `bareCell` is the inverse. */
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

/** What a spreadsheet did to a rejected cell, and what to do about it; the text never repeats the cell. */
export const spreadsheetHabit = (cell: string): string | null =>
  HABITS.find(([looks]) => looks.test(cell))?.[1] ?? null
