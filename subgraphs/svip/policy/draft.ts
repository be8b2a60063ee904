import { z } from 'zod'
import type {
  DataCategory,
  LegalBasis,
  Organisation,
  Owner,
  Purpose,
  Role,
} from '../../../kernel/vocabulary.ts'
import type { Condition, PolicyVersion } from './policy.ts'
import { policyProblems } from './validate.ts'

// Only the form is checked here; `policyProblems` checks the terms, for drafts and published versions alike.
const word = <T extends string>() => z.custom<T>((value) => typeof value === 'string', 'must be a text')
const words = <T extends string>() => z.array(word<T>())

const rule = z.strictObject({
  id: z.string(),
  owners: words<Owner>(),
  recipients: z.array(z.strictObject({ organisation: word<Organisation>(), roles: words<Role>() })),
  purposes: words<Purpose>(),
  basis: word<LegalBasis>(),
  categories: words<DataCategory>(),
  conditions: words<Condition>(),
  article: z.string(),
  summary: z.string(),
})

const version = z.strictObject({
  id: z.string(),
  title: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  placeholder: z.boolean(),
  rules: z.array(rule),
}) satisfies z.ZodType<PolicyVersion>

export type DraftReading =
  | { readonly ok: true; readonly draft: PolicyVersion }
  /** All faults, as sentences. */
  | { readonly ok: false; readonly faults: readonly string[] }

/**
 * Reads a version of the policy from JSON, as `policyJson` writes it. It refuses unknown keys and anything that cannot be applied, so that
 * no rule is applied in part.
 */
export function readDraft(text: string): DraftReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return {
      ok: false,
      faults: [`this is no JSON: ${error instanceof Error ? error.message : String(error)}`],
    }
  }
  const parsed = version.safeParse(json)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(describe) }
  const faults = policyProblems([parsed.data])
  return faults.length > 0 ? { ok: false, faults } : { ok: true, draft: parsed.data }
}

/** A version as JSON, as the start of a draft. */
export const policyJson = (policy: PolicyVersion): string => `${JSON.stringify(policy, null, 2)}\n`

function describe({ path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const place = path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('')
  return place === '' ? message : `${place}: ${message}`
}
