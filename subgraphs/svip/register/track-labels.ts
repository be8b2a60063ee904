import type { Owner } from '../../../kernel/vocabulary.ts'

/** The phases and statuses of the register, with their Dutch names. The endpoint refuses any other value. */

export const PHASE_LABELS: Readonly<Record<Owner, ReadonlyMap<string, string>>> = {
  IMG: new Map([
    ['REPORTED', 'Schademelding'],
    ['INSPECTION', 'Opname'],
    ['ASSESSMENT', 'Beoordeling'],
    ['DECISION', 'Besluit'],
    ['EXECUTION', 'Uitvoering'],
    ['COMPLETION', 'Afronding'],
  ]),
  NCG: new Map([
    ['SCOPE', 'Versterkingsopgave'],
    ['INSPECTION', 'Opname'],
    ['ASSESSMENT', 'Beoordeling'],
    ['PLANNING', 'Planvorming'],
    ['EXECUTION', 'Uitvoering'],
    ['COMPLETION', 'Afronding'],
  ]),
}

export const STATUS_LABELS: Readonly<Record<Owner, ReadonlyMap<string, string>>> = {
  IMG: new Map([
    ['PREPARATION', 'Voorbereiding'],
    ['INSPECTION', 'Opname'],
    ['VIEWS', 'Zienswijze'],
    ['DECISION', 'Beschikking'],
  ]),
  NCG: new Map([
    ['S1_2', '1.2 Op te nemen in lokaal plan van aanpak'],
    ['S2_1', '2.1 Opname plannen'],
    ['S3_1', '3.1 Beoordeling opstellen'],
    ['S4_1', '4.1 Planvorming voorbereiden'],
    ['S4_2', '4.2 Uitvoeringsplan opstellen'],
    ['S5_1', '5.1 Bouw voorbereiden'],
    ['S5_2', '5.2 Bouw uitvoeren'],
  ]),
}
