import type { Activity, LoggingParty } from '../../../kernel/records/activities.ts'
import { PROCESSING_LOG } from '../../../kernel/records/common-activities.ts'
import type { ActivityVersion, ProcessingRegister } from '../../../kernel/records/processing-register.ts'
import { type DataCategory, ORGANISATIONS, type Organisation } from '../../../kernel/vocabulary.ts'
import { CATEGORY_LABELS } from '../policy/labels.ts'
import type { PolicyVersion } from '../policy/policy.ts'
import { controllerOf } from './controllers.ts'
import { sharingActivities } from './sharing.ts'
import { DPV_BASES, MEASURES } from './terms.ts'

/**
 * The register of processing activities (AVG art. 30(1)): every activity that a line of a processing log can name, and what is
 * received, in every version. By controller; what no policy changes first, then the newest policy before older ones.
 * @param declared what the parties do under every version of the policy.
 */
export function processingRegister(
  versions: readonly PolicyVersion[],
  declared: readonly Activity[],
): ProcessingRegister {
  const activities = [...declared.map(toActivity), ...versions.toReversed().flatMap(sharingActivities)]
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

/** The day from which lines name activities. */
const FIRST_DAY = '2026-11-22'

const toActivity = (activity: Activity): ActivityVersion => ({
  id: activity.id,
  version: activity.version,
  validFrom: activity.since ?? FIRST_DAY,
  validUntil: null,
  name: activity.title,
  controller: controllerOf(ORGANISATION_OF[activity.party]),
  purpose: activity.purpose,
  legalBasis: [DPV_BASES[activity.basis]],
  articles: [...activity.articles],
  dataSubjects: [...activity.subjects],
  personalData: {
    categories: activity.data.map((each) => (typeof each === 'string' ? category(each) : other(each.what))),
    retentionPeriod: [...(activity.leaves ?? []), PROCESSING_LOG],
  },
  sources: [],
  recipients: [],
  transfers: [],
  measures: [...MEASURES],
  rules: [],
})

const category = (code: DataCategory) => ({ code, description: CATEGORY_LABELS[code] })
const other = (description: string) => ({ code: null, description })
