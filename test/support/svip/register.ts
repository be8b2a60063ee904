import { randomUUID } from 'node:crypto'
import type { NoticeRow, RegisterEvent } from '../../../subgraphs/svip/register/event.ts'
import type { TrackRow } from '../../../subgraphs/svip/store/tables.ts'

/** A track at a test address, by number. */
export const aTrack = (changes: Partial<TrackRow> = {}): TrackRow => ({
  owner: 'IMG',
  reference: 'R-1',
  address_id: '0010200000000001',
  phase: 'INSPECTION',
  status: 'INSPECTION',
  open: true,
  since: '2026-11-01',
  started_on: null,
  physical: true,
  revision: 1,
  as_of: '2026-11-22T10:00:00.000Z',
  ...changes,
})

export const stateEvent = (changes: Partial<TrackRow> = {}): RegisterEvent => ({
  id: randomUUID(),
  track: aTrack(changes),
})

export const removed = (changes: Partial<TrackRow> = {}): RegisterEvent => ({
  id: randomUUID(),
  track: aTrack({ open: false, phase: 'COMPLETION', status: null, ...changes }),
  removed: true,
})

export function noticed(changes: Partial<NoticeRow> = {}): RegisterEvent {
  const id = changes.id ?? randomUUID()
  return {
    id,
    notice: {
      id,
      owner: 'IMG',
      kind: 'STRUCTURAL_DAMAGE_FOUND',
      address_id: '0010200000000001',
      reference: 'R-1',
      occurred_at: '2026-11-22T10:00:00.000Z',
      ...changes,
    },
  }
}
