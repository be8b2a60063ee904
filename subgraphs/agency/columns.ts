import { optionalText, requiredText } from '../../kernel/graphql/input.ts'
import { day, optional, text } from '../../kernel/import.ts'

/** The columns that the files of both agencies have: the handler, and the inspection of the building. */

export type HandlerColumns = {
  readonly handler_name: string | null
  readonly handler_phone: string | null
  readonly handler_email: string | null
  readonly handler_team: string | null
}
export type InspectionColumns = {
  readonly inspection_planned_on: string | null
  readonly inspection_held_on: string | null
}

/** The columns as cells of an imported file. */
export const handlerCells = {
  handler_name: optional(text),
  handler_phone: optional(text),
  handler_email: optional(text),
  handler_team: optional(text),
}
export const inspectionCells = { inspection_planned_on: optional(day), inspection_held_on: optional(day) }

/** `HandlerInput` of the schema. */
export type HandlerInput = {
  readonly name: string
  readonly phone?: string | null
  readonly email: string
  readonly team?: string | null
}

/** @throws {AppError} `BAD_USER_INPUT` when the name or the e-mail address is empty. */
export function handlerColumns(handler: HandlerInput | null | undefined): HandlerColumns {
  if (!handler) return { handler_name: null, handler_phone: null, handler_email: null, handler_team: null }
  return {
    handler_name: requiredText(handler.name, 'De naam van de behandelaar (name)'),
    handler_phone: optionalText(handler.phone, 'Het telefoonnummer (phone)'),
    handler_email: requiredText(handler.email, 'Het e-mailadres (email)'),
    handler_team: optionalText(handler.team, 'Het team (team)'),
  }
}

/** Returns a part of a file, or `null` when all its values are. */
export const unlessEmpty = <T extends object>(part: T): T | null =>
  Object.values(part).some((value) => value !== null) ? part : null

export const toHandler = (row: HandlerColumns) =>
  unlessEmpty({
    name: row.handler_name,
    phone: row.handler_phone,
    email: row.handler_email,
    team: row.handler_team,
  })

export const toInspection = (row: InspectionColumns) =>
  unlessEmpty({ plannedOn: row.inspection_planned_on, heldOn: row.inspection_held_on })
