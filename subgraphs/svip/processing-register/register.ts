import { type FixedActivity, fixedActivities, type LoggingParty } from '../../../kernel/records/activities.ts'
import type { ActivityVersion, ProcessingRegister } from '../../../kernel/records/processing-register.ts'
import { type DataCategory, ORGANISATIONS, type Organisation } from '../../../kernel/vocabulary.ts'
import { CATEGORY_LABELS } from '../policy/labels.ts'
import type { PolicyVersion } from '../policy/policy.ts'
import { controllerOf } from './controllers.ts'
import { FIXED_DESCRIPTIONS, FIXED_SINCE, type FixedDescription } from './fixed.ts'
import { sharingActivities } from './sharing.ts'
import { DPV_BASES, MEASURES } from './terms.ts'

/**
 * The register of processing activities (AVG art. 30(1)): every activity that a line of a processing log can name, and what is
 * received, in every version. By controller; what no policy changes first, then the newest policy before older ones.
 */
export function processingRegister(versions: readonly PolicyVersion[]): ProcessingRegister {
  const activities = [
    ...fixedActivities().map(toActivity),
    ...versions.toReversed().flatMap(sharingActivities),
  ]
  return {
    title: 'Register van verwerkingsactiviteiten',
    placeholder: versions.some(({ placeholder }) => placeholder),
    activities: ORGANISATIONS.flatMap((party) =>
      activities.filter(({ controller }) => controller.entityId === party),
    ),
  }
}

const ORGANISATION_OF = { img: 'IMG', ncg: 'NCG', svip: 'SVIP' } as const satisfies Readonly<
  Record<LoggingParty, Organisation>
>
/** By party: the same descriptions, for who does not know beforehand which parties an activity has. */
const DESCRIPTIONS: Readonly<
  Record<FixedActivity, Readonly<Partial<Record<LoggingParty, FixedDescription>>>>
> = FIXED_DESCRIPTIONS

function toActivity({
  party,
  name,
  version,
  id,
}: ReturnType<typeof fixedActivities>[number]): ActivityVersion {
  const description = DESCRIPTIONS[name][party]
  if (!description) throw new Error(`${id} has no description`)
  return {
    id,
    version,
    validFrom: FIXED_SINCE,
    validUntil: null,
    name: description.name,
    controller: controllerOf(ORGANISATION_OF[party]),
    purpose: description.purpose,
    legalBasis: [DPV_BASES[description.basis]],
    articles: [...description.articles],
    dataSubjects: [...description.subjects],
    personalData: {
      categories: description.data.map((each) =>
        typeof each === 'string' ? category(each) : other(each.what),
      ),
      retentionPeriod: [...description.records],
    },
    sources: [],
    recipients: [],
    transfers: [],
    measures: [...MEASURES],
    rules: [],
  }
}

const category = (code: DataCategory) => ({ code, description: CATEGORY_LABELS[code] })
const other = (description: string) => ({ code: null, description })
