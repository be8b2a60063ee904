import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { FileFilter, FileRow, FileTable, OwnerTables } from './file-table.ts'
import { noticesOf, repeatedNotices } from './notices.ts'
import { type OutboxEvent, publish, type TrackState } from './outbox/outbox.ts'

/** What the register of the SVIP should have of an agency's files, and the repair of differences. */

export type OwnTrack = TrackState & {
  readonly addressId: string
  /** Its notices, by the id of the event. */
  readonly notices: readonly { readonly id: string; readonly occurredAt: string }[]
}

/** A track in the register; revision 0 when it has none. */
export type RegisteredTrack = {
  readonly reference: string
  readonly addressId: string
  readonly revision: number
}

export type RegisterState = {
  /** The files after a reference, in the byte order of their references, which is the same in every database. */
  page(after: string, limit: number): Promise<readonly OwnTrack[]>
  /** The current state of these files, and the references with a waiting event about their address. */
  look(
    tracks: readonly Omit<RegisteredTrack, 'revision'>[],
  ): Promise<{ readonly tracks: readonly OwnTrack[]; readonly underWay: readonly string[] }>
  /**
   * Repairs the register through the outbox: it resends the state of `tracks`, which differ there or should not exist, and the notices of
   * `notices`. Where the register is ahead of the file, after a restored backup, the file gets a higher revision, or the register would
   * ignore it.
   */
  publishAgain(tracks: readonly RegisteredTrack[], notices: readonly string[]): Promise<number>
}

/** Creates the view of one table of files. */
export function createRegisterState<Row extends FileRow, Filter extends FileFilter>(
  db: Kysely<OwnerTables>,
  definition: FileTable<Row, Filter>,
  now: () => Date = () => new Date(),
): RegisterState {
  const table = sql.table(definition.name)
  const select = async (condition: RawBuilder<unknown>, connection: Kysely<OwnerTables> = db) =>
    (await sql<Row>`select * from ${table} where ${condition}`.execute(connection)).rows
  const toTrack = (row: Row): OwnTrack => {
    const { addressId, data } = definition.toEvent(row, '')
    const notices = noticesOf(definition, row).map(({ id, occurredAt }) => ({ id, occurredAt }))
    return { ...data, addressId, notices }
  }

  return {
    page: async (after, limit) =>
      (
        await select(
          sql`reference collate "C" > ${after} order by reference collate "C" limit ${sql.lit(limit)}`,
        )
      ).map(toTrack),

    async look(tracks) {
      const references = tracks.map(({ reference }) => reference)
      // The outbox is read first: events that were delivered before this read are visible in the register afterwards.
      const waiting = await db
        .selectFrom('outbox')
        .select('address_id')
        .distinct()
        .where(
          'address_id',
          'in',
          tracks.map(({ addressId }) => addressId),
        )
        .execute()
      const addresses = new Set(waiting.map(({ address_id }) => address_id))
      const found = (await select(sql`reference = any(${references})`)).map(toTrack)
      const underWay = [...tracks, ...found].filter(({ addressId }) => addresses.has(addressId))
      return { tracks: found, underWay: [...new Set(underWay.map(({ reference }) => reference))] }
    },

    publishAgain: (tracks, notices) =>
      db.transaction().execute(async (transaction) => {
        const registered = new Map(tracks.map((track) => [track.reference, track]))
        const references = [...registered.keys(), ...notices]
        await sql`
          update ${table} file set revision = registered.revision + 1
          from json_to_recordset(${JSON.stringify(tracks)}::json) as registered(reference text, revision integer)
          where file.reference = registered.reference and file.revision <= registered.revision`.execute(
          transaction,
        )
        const rows = await select(sql`reference = any(${references}) for update`, transaction)
        const occurredAt = now().toISOString()
        const present = new Set(rows.map(({ reference }) => reference))
        const events: OutboxEvent[] = rows.flatMap((row) => [
          ...(registered.has(row.reference) ? [definition.toEvent(row, occurredAt)] : []),
          ...(notices.includes(row.reference) ? repeatedNotices(definition, row, occurredAt) : []),
        ])
        for (const { reference, addressId, revision } of tracks)
          if (!present.has(reference) && revision > 0)
            events.push({
              type: definition.removedType,
              addressId,
              occurredAt,
              data: { reference, revision: revision + 1 },
            })
        await publish(transaction, events)
        return events.length
      }),
  }
}
