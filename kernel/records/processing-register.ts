import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { ORGANISATIONS } from '../vocabulary.ts'

/**
 * The form of the register of processing activities (AVG art. 30(1)), after the draft RvVA of Logius (ProcessingActivityVersion). `npm run
 * schema` generates it.
 */

/** The generated register, relative to the folder in which the processes are started. */
export const REGISTER_FILE = 'schema/processing-register.json'

const party = z.strictObject({ entityId: z.enum(ORGANISATIONS), name: z.string() })

const activityVersion = z.strictObject({
  /** The id that lines of the processing logs refer to. */
  id: z.string().startsWith('urn:samenloop:verwerkingsactiviteit:'),
  version: z.string(),
  /** First and last calendar day in the Netherlands, both included; `null` while no end is known. */
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  name: z.string(),
  /** AVG art. 30(1)(a). */
  controller: party.extend({ contact: z.string() }),
  /** (b). */
  purpose: z.string(),
  /** In the terms of the Data Privacy Vocabulary. */
  legalBasis: z.array(z.string()),
  articles: z.array(z.string()),
  /** (c). */
  dataSubjects: z.array(z.string()),
  personalData: z.strictObject({
    categories: z.array(z.strictObject({ code: z.string().nullable(), description: z.string() })),
    /** (f): the terms, which the controller sets. */
    retentionPeriod: z.array(z.string()),
  }),
  /** The source of the data, when it is not the data subject or the controller itself (AVG art. 14(2)(f)). */
  sources: z.array(party),
  /** (d). */
  recipients: z.array(party.extend({ legalRole: z.string(), roles: z.array(z.string()) })),
  /** (e). */
  transfers: z.array(z.string()),
  /** (g). */
  measures: z.array(z.string()),
  /** The rules of the policy that the activity follows from; empty for other activities. */
  rules: z.array(
    z.strictObject({
      id: z.string(),
      parties: z.array(z.string()),
      basis: z.string(),
      article: z.string(),
      categories: z.array(z.string()),
      conditions: z.array(z.string()),
      summary: z.string(),
    }),
  ),
})
export type ActivityVersion = z.infer<typeof activityVersion>

const register = z.strictObject({
  title: z.string(),
  /** True until lawyers have confirmed the policy and the descriptions. */
  placeholder: z.boolean(),
  activities: z.array(activityVersion),
})
export type ProcessingRegister = z.infer<typeof register>

/** @throws {Error} when the file is missing or invalid. */
export const readProcessingRegister = (file: string = REGISTER_FILE): ProcessingRegister =>
  register.parse(JSON.parse(readFileSync(file, 'utf8')))
