import type { Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { findShared } from './create.ts'

/** How long a decision that was under way can take to go on record: far longer than any request or statement may last. */
const SETTLED_AFTER_MS = 60 * 60 * 1000

/**
 * Looks again at what was withdrawn lately. A decision that had read its facts before the withdrawal was committed can go on
 * record just after it, and the withdrawal itself cannot have seen that one. So each cause is kept, through a restart as well,
 * until a look that began an hour after it: whatever was under way then is on record, or will never be.
 */
export async function sweepObligations(db: Kysely<Tables>, now: Date): Promise<void> {
  const causes = await db.selectFrom('obligation_cause').selectAll().execute()
  if (causes.length === 0) return
  await findShared(db, causes)
  await db
    .deleteFrom('obligation_cause')
    .where('at', '<', new Date(now.getTime() - SETTLED_AFTER_MS).toISOString())
    // Not what arrived after the look began.
    .where(
      'cause_id',
      'in',
      causes.map(({ cause_id }) => cause_id),
    )
    .execute()
}
