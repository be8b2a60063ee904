import { expect, test } from '@jest/globals'
import { DATA_CATEGORIES, type DataCategory } from '../../../../kernel/vocabulary.ts'
import type { WishRow } from '../../store/tables.ts'
import type { CooperationFile } from './cooperation-store.ts'
import { toCooperation } from './file.ts'

/** Every value in the file describes itself, so that a leak is found wherever it is. */

const AT = '2026-03-01T10:00:00+01:00'
const person = (name: string) => ({ name, phone: null, email: null })
const agreement = {
  address_id: 'a',
  revision: 1,
  proposed_by: 'IMG',
  proposer: 'EMPLOYEE',
  proposed_at: AT,
  accepted_at: null,
  ended_reason: 'PLANNING-OF-BOTH',
  ended_at: AT,
} as const
const FILE: CooperationFile = {
  address_id: 'a',
  cooperation: {
    address_id: 'a',
    changed_at: AT,
    coordinator: { ...person('HANDLER-OF-BOTH'), organisation: 'NCG', since: AT },
    coordinator_revision: 1,
  },
  link: {
    address_id: 'a',
    revision: 1,
    request_id: null,
    img_handler: person('HANDLER-OF-IMG'),
    ncg_handler: person('HANDLER-OF-NCG'),
    linked_at: AT,
    ended_at: null,
  },
  inspections: [
    {
      ...agreement,
      id: 'j',
      state: 'DECLINED',
      form: 'SIMULTANEOUS',
      img_on: '2026-03-10',
      ncg_on: '2026-03-10',
      img_planned_on: null,
      ncg_planned_on: null,
      delay_confirmed: [],
      resident_agreed_on: null,
      resident_channel: null,
      resident_evidence: 'EVIDENCE',
      held_on: null,
    },
  ],
  plans: [
    {
      ...agreement,
      id: 'p',
      state: 'STOPPED',
      repair: 'PLANNING-OF-BOTH',
      works_from: null,
      carried_out_on: null,
    },
  ],
  steps: [
    {
      address_id: 'a',
      kind: 'BUDDY_LINK',
      subject_id: 'a',
      revision: 1,
      action: 'UNLINK',
      state: 'ENDED',
      organisation: 'NCG',
      subject: 'EMPLOYEE',
      at: AT,
      reason: 'HANDLER-OF-BOTH',
      content: null,
    },
  ],
  wishes: [{ revision: 1, content: '{"integral_approach":true}', recorded_at: AT, recorded_by: 'NCG' }],
}
const WISH: WishRow = {
  id: 'w',
  revision: 1,
  address_id: 'a',
  evidence: 'EVIDENCE',
  recorded_by: 'NCG',
  recorded_at: AT,
  integral_approach: true,
  inspection: 'SIMULTANEOUS',
  process: null,
  realisation: null,
  asked_on: null,
  channel: 'FORM',
  ended_at: null,
}
const read = (
  img: readonly DataCategory[],
  ncg: readonly DataCategory[],
  organisation: 'IMG' | 'NCG' = 'IMG',
) =>
  toCooperation(FILE, WISH, {
    caller: { organisation, subject: 'reader' },
    sight: { IMG: new Set(img), NCG: new Set(ncg) },
    maxDelayDays: 14,
  })

test('shows each part to readers who may know its category of its side, in every combination', () => {
  const some: readonly (readonly DataCategory[])[] = [
    [],
    ['STATUS'],
    ['HANDLER'],
    ['PLANNING'],
    ['PRESENCE', 'HANDLER'],
    ['PRESENCE'],
    DATA_CATEGORIES,
  ]
  for (const img of some)
    for (const ncg of some) {
      const text = JSON.stringify(read(img, ncg))
      const both = (category: DataCategory) => img.includes(category) && ncg.includes(category)
      expect({
        img: text.includes('HANDLER-OF-IMG'),
        ncg: text.includes('HANDLER-OF-NCG'),
        handlers: text.includes('HANDLER-OF-BOTH'),
        planning: text.includes('PLANNING-OF-BOTH'),
        wish: text.includes('SIMULTANEOUS","process'),
      }).toEqual({
        // A link reveals that both agencies have a file.
        img: img.includes('HANDLER') && both('PRESENCE'),
        ncg: ncg.includes('HANDLER') && both('PRESENCE'),
        handlers: both('HANDLER'),
        planning: both('PLANNING'),
        wish: both('STATUS'),
      })
      expect(text).not.toMatch(/EMPLOYEE|EVIDENCE/)
    }
})

test('a wish that only the own agency recorded can always be read; others need the status of both', () => {
  expect(read([], ['STATUS'], 'NCG').wishes).toMatchObject({ asked: true, inspection: 'SIMULTANEOUS' })
  expect(read(['STATUS'], [], 'IMG').wishes).toBeNull()
  // A file without a wish looks the same as one whose wish may not be known.
  const none = toCooperation({ ...FILE, wishes: [] }, null, {
    caller: { organisation: 'IMG', subject: 'r' },
    sight: { IMG: new Set(['STATUS']), NCG: new Set() },
    maxDelayDays: 14,
  })
  expect(none.wishes).toBeNull()
})
