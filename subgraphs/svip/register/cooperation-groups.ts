import { z } from 'zod'
import { faulty } from '../../../kernel/runtime/settings.ts'
import type { CooperationLikelihood } from '../schema.generated.ts'

/**
 * Figure 2 of the evaluation of 2021 as data: NCG status × IMG status → group. Its text fixes nineteen cells and strongly implies eight.
 * The cell 2.1 × Opname is ambiguous; it is B, because group E treats preparation and inspection alike as the statuses that IMG can still
 * move. A status that is not in the figure gives no group.
 */

export const GROUPS = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type CooperationGroup = (typeof GROUPS)[number]

export const NCG_STATUSES = ['S1_2', 'S2_1', 'S3_1', 'S4_1', 'S4_2', 'S5_1', 'S5_2'] as const
export const IMG_STATUSES = ['PREPARATION', 'INSPECTION', 'VIEWS', 'DECISION'] as const

/** The group of every cell. */
export type CooperationMatrix = Readonly<
  Record<(typeof NCG_STATUSES)[number], Readonly<Record<(typeof IMG_STATUSES)[number], CooperationGroup>>>
>

const row = (
  PREPARATION: CooperationGroup,
  INSPECTION: CooperationGroup,
  VIEWS: CooperationGroup,
  DECISION: CooperationGroup,
) => ({ PREPARATION, INSPECTION, VIEWS, DECISION })

export const FIGURE_2: CooperationMatrix = {
  S1_2: row('A', 'A', 'A', 'A'),
  S2_1: row('B', 'B', 'C', 'C'),
  S3_1: row('D', 'D', 'D', 'D'),
  S4_1: row('E', 'E', 'E', 'E'),
  S4_2: row('E', 'E', 'E', 'E'),
  S5_1: row('F', 'F', 'F', 'F'),
  S5_2: row('F', 'F', 'F', 'F'),
}

const [ncg, img, group] = [z.enum(NCG_STATUSES), z.enum(IMG_STATUSES), z.enum(GROUPS)] as const
const matrix = z.record(ncg, z.record(img, group))
const cells = z.partialRecord(ncg, z.partialRecord(img, group))

export const matrixSettings = z.object({
  /** The figure with the cells that are set otherwise, as in `{"S2_1":{"INSPECTION":"C"}}`. */
  COOPERATION_GROUPS: z
    .string()
    .default('{}')
    .transform((setting, context): CooperationMatrix => {
      const { data, error } = cells.safeParse(readJson(setting))
      if (error)
        return faulty(
          context,
          `COOPERATION_GROUPS must be JSON with groups per status of NCG and of IMG, like {"S2_1":{"INSPECTION":"C"}}; not right is: ${error.issues[0]?.path.join('.') || 'the whole'}`,
        )
      return matrix.parse(
        Object.fromEntries(NCG_STATUSES.map((status) => [status, { ...FIGURE_2[status], ...data[status] }])),
      )
    }),
})

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The group of two statuses; `null` when one of them is not in the figure. */
export function cooperationGroup(
  ncgStatus: string | null,
  imgStatus: string | null,
  matrix: CooperationMatrix = FIGURE_2,
): CooperationGroup | null {
  const ncg = NCG_STATUSES.find((status) => status === ncgStatus)
  const img = IMG_STATUSES.find((status) => status === imgStatus)
  return ncg && img ? matrix[ncg][img] : null
}

/** How likely working together is in a group. It says nothing of what may be shared: that is possible in every group. */
export const COOPERATION: Readonly<Record<CooperationGroup, CooperationLikelihood>> = {
  A: 'UNLIKELY',
  B: 'POSSIBLE',
  C: 'UNLIKELY',
  D: 'LIMITED',
  E: 'POSSIBLE',
  F: 'UNLIKELY',
}

/** The likely kind of cooperation, and what to do next. */
export const ADVICE: Readonly<Record<CooperationGroup, string>> = {
  A: 'Samen aanpakken is nu niet waarschijnlijk: het adres moet nog in een lokaal plan van aanpak komen. Houd elkaar op de hoogte. Kijk opnieuw als NCG de opname gaat plannen.',
  B: 'Een gezamenlijke opname is mogelijk: bij beide moet de opname nog plaatsvinden. Vraag de bewoner wat die wil. Stem daarna met de andere behandelaar een datum af.',
  C: 'Samen opnemen is niet waarschijnlijk: IMG is al verder. Deel wat er bekend is, zodat de bewoner niets dubbel hoeft te doen. Kijk opnieuw als NCG de maatregelen gaat uitwerken.',
  D: 'Samen aanpakken kan beperkt: NCG beoordeelt het gebouw. Kijk of het schaderapport daarbij helpt. Spreek met de andere behandelaar af wie de bewoner bijpraat.',
  E: 'Herstel van schade kan meegaan met de versterking: NCG werkt de maatregelen uit. Neem contact op met de andere behandelaar. Vraag de bewoner of die herstel en versterking samen wil.',
  F: 'Samen aanpakken is niet waarschijnlijk: de bouw is voorbereid of bezig. Stem af over planning en oplevering. Vindt de aannemer schade? Meld dat dan aan IMG.',
}
