import type { Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { findShared } from './create.ts'

/** How long after its cause a decision can still be recorded: far longer than any request or statement may last. */
const SETTLED_AFTER_MS = 60 * 60 * 1000

/**
 * Checks recent causes again. A decision that read its facts before a withdrawal was committed can be recorded just after it, so the
 * withdrawal itself did not see that decision. So each cause stays stored, also through a restart, until a check that began an hour after
 * it: by then every decision of that time is recorded, or never will be.
 */
export async function sweepObligations(db: Kysely<Tables>, now: Date): Promise<void> {
  const causes = await db.selectFrom('obligation_cause').selectAll().execute()
  if (causes.length === 0) return
  await findShared(db, causes)
  await db
    .deleteFrom('obligation_cause')
    .where('at', '<', new Date(now.getTime() - SETTLED_AFTER_MS).toISOString())
    // Keeps causes that arrived after the check began.
    .where(
      'cause_id',
      'in',
      causes.map(({ cause_id }) => cause_id),
    )
    .execute()
}
