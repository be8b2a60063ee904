import { describe, expect, test } from '@jest/globals'
import { buildASTSchema, isEnumType } from 'graphql'
import { readTypeDefs } from '../../../kernel/graphql/schema.ts'
import { type DataCategory, OWNERS } from '../../../kernel/vocabulary.ts'
import { aTrack } from '../../../test/support/svip/register.ts'
import type { TrackRow } from '../store/tables.ts'
import { FIGURE_2 } from './cooperation-groups.ts'
import { otherSide } from './other-side.ts'
import { PHASE_LABELS } from './track-labels.ts'

const ALL = new Set<DataCategory>(['PRESENCE', 'STATUS'])
const project = aTrack({ owner: 'NCG', reference: 'N-1', phase: 'PLANNING', status: 'S4_1' })
const at = (...tracks: readonly TrackRow[]) => otherSide(tracks, { IMG: ALL, NCG: ALL }, FIGURE_2)

test('the phase is an enum value next to its label, and withheld with it', () => {
  const { TrackPhase } = buildASTSchema(readTypeDefs('svip'), {
    assumeValid: true,
  }).getTypeMap()
  const phases = new Set(OWNERS.flatMap((owner) => [...PHASE_LABELS[owner].keys()]))
  expect(isEnumType(TrackPhase) && new Set(TrackPhase.getValues().map(({ name }) => name))).toEqual(phases)
  expect(at(project).ncg).toMatchObject({ phase: 'Planvorming', phaseCode: 'PLANNING' })
  const presence = new Set<DataCategory>(['PRESENCE'])
  expect(otherSide([project], { IMG: presence, NCG: presence }, FIGURE_2).ncg).toMatchObject({
    present: true,
    phase: null,
    phaseCode: null,
  })
})

describe('a claim that is not about damage to the building', () => {
  const valueLoss = aTrack({ reference: 'I-2', phase: 'REPORTED', status: 'PREPARATION', physical: false })

  test('is present, but makes no concurrence, no group and no advice', () => {
    expect(at(project, valueLoss)).toMatchObject({
      img: { present: true, phase: 'Schademelding', phaseCode: 'REPORTED' },
      concurrence: 'ONE_SIDE',
      group: null,
      cooperation: null,
      advice: null,
    })
    expect(at(valueLoss).concurrence).toBe('NONE')
  })

  test('never precedes one that is about the building, however old', () => {
    const closed = aTrack({ phase: 'COMPLETION', status: null, open: false, since: '2020-01-01' })
    expect(at(project, valueLoss, closed)).toMatchObject({
      img: { phase: 'Afronding', open: false },
      concurrence: 'BOTH',
    })
    expect(at(project, valueLoss, aTrack())).toMatchObject({ concurrence: 'BOTH_OPEN', group: 'E' })
  })
})
