import { type DataCategory, OWNERS, type Owner, type Purpose } from '../../kernel/vocabulary.ts'
import type { ClaimFile } from '../../subgraphs/img/claim.ts'
import type { ProjectFile } from '../../subgraphs/ncg/project.ts'
import type { RecordedDecision } from '../../subgraphs/svip/decisions/decision-log.ts'
import type { AddressFacts } from '../../subgraphs/svip/modules/addresses/address-store.ts'
import { municipality } from '../../subgraphs/svip/modules/addresses/municipalities.ts'
import { FIGURE_2 } from '../../subgraphs/svip/register/cooperation-groups.ts'
import { otherSide } from '../../subgraphs/svip/register/other-side.ts'

/** The answer of the hand-written service, in the form of the unified query. */

/** An address with its decisions. */
export type Seen = {
  readonly facts: AddressFacts
  readonly purpose: Purpose
  /** `null` on the caller's own side. */
  readonly decision: Readonly<Record<Owner, RecordedDecision | null>>
  readonly visible: Readonly<Record<Owner, ReadonlySet<DataCategory>>>
}

type Partly<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

const pick = (value: object | null | undefined, ...names: readonly string[]) =>
  value ? Object.fromEntries(names.map((name) => [name, Reflect.get(value, name) ?? null])) : null

/** The answer for an address, its claims and its project. */
export function view(seen: Seen, claims: readonly Partly<ClaimFile>[], project: Partly<ProjectFile> | null) {
  const { facts, visible } = seen
  const { img, ncg, concurrence, group, advice } = otherSide(facts.tracks, visible, FIGURE_2)
  const side = (part: object | null) => pick(part, 'present', 'open', 'phase', 'status')
  return {
    street: facts.street,
    houseNumber: facts.house_number,
    city: facts.city,
    municipality: { name: municipality(facts.municipality).name },
    otherSide: { img: side(img), ncg: side(ncg), concurrence, group, advice },
    access: OWNERS.map((owner) => access(owner, seen)),
    damage: {
      categories: [...visible.IMG],
      claims: visible.IMG.has('PRESENCE')
        ? claims.map((claim) => ({
            ...pick(claim, 'reference', 'phase', 'status'),
            handler: pick(claim.handler, 'name', 'phone'),
            inspection: pick(claim.inspection, 'plannedOn', 'heldOn'),
            report: pick(claim.report, 'summary'),
          }))
        : null,
    },
    strengthening: {
      categories: [...visible.NCG],
      project:
        project && visible.NCG.has('PRESENCE')
          ? {
              ...pick(project, 'reference', 'phase', 'status'),
              handler: pick(project.handler, 'name', 'phone'),
              inspection: pick(project.inspection, 'plannedOn', 'heldOn'),
              advice: pick(project.advice, 'summary'),
            }
          : null,
    },
  }
}

function access(owner: Owner, { decision, visible }: Seen) {
  const recorded = decision[owner]
  if (!recorded)
    return {
      owner,
      outcome: 'PERMITTED',
      reason: 'PERMITTED',
      legalBasis: ['PUBLIC_TASK'],
      categories: [...visible[owner]],
      withheld: [],
      explanation: 'Dit zijn gegevens van uw eigen organisatie. U ziet wat bij uw rol hoort.',
      decisionId: null,
    }
  const { outcome, reason, legalBases, categories, withheld, explanation } = recorded.decision
  return {
    owner,
    outcome,
    reason,
    legalBasis: legalBases,
    categories,
    withheld,
    explanation,
    decisionId: recorded.id,
  }
}
