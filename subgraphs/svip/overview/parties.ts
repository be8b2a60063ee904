import type { Caller, Organisation, Role } from '../../../kernel/vocabulary.ts'
import { municipality } from '../modules/addresses/municipalities.ts'
import { ORGANISATION_LABELS } from '../policy/labels.ts'

/** A recipient as a resident may know it: organisation and kind of work, never the employee (CJEU C-579/21). */
export type Recipient = Pick<Caller, 'organisation' | 'roles' | 'municipality'>

/** The organisation by name, inside a sentence: the actual recipient, not a kind of recipient (CJEU C-154/21). */
export function recipientName({ organisation, roles, municipality: code }: Recipient): string {
  if (organisation === 'GEMEENTE' && code !== null) return `de gemeente ${municipality(code).name}`
  if (organisation === 'SVIP' && roles.includes('intervention_team')) return 'het interventieteam'
  return ORGANISATION_LABELS[organisation]
}

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  case_handler: 'begeleider',
  svip_officer: 'medewerker van het SVIP',
  safety_officer: 'medewerker acuut onveilige situaties',
  priority_team: 'prioriteringsteam',
  municipal_officer: 'medewerker van de gemeente',
  intervention_team: 'lid van het interventieteam',
  privacy_officer: 'functionaris gegevensbescherming',
  service: 'computersysteem',
}

/** The kind of work of a role, in Dutch, with the agency's own term. */
export function roleLabel(organisation: Organisation, role: Role): string {
  if (role !== 'case_handler') return ROLE_LABELS[role]
  return organisation === 'IMG'
    ? 'zaakbegeleider'
    : organisation === 'NCG'
      ? 'bewonersbegeleider'
      : 'begeleider'
}

export const roleLabels = ({ organisation, roles }: Recipient): readonly string[] =>
  roles.map((role) => roleLabel(organisation, role))
