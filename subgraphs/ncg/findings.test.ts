import { describe, expect, test } from '@jest/globals'
import { aProject } from '../../test/support/owner/ncg.ts'
import { foundDamage } from './findings.ts'

const today = '2026-11-22'
const description = 'Scheur naast het raam.'

describe('damage that NCG finds', () => {
  test('is added to earlier findings', () => {
    const project = aProject()
    expect(foundDamage(project, { moment: 'WORKS', description }, today)).toEqual({
      found_damage: [...project.found_damage, { foundOn: today, moment: 'WORKS', description }],
    })
  })

  test.each([
    ['in the future', aProject(), { foundOn: '2026-11-23' }, 'toekomst'],
    ['before the project began', aProject(), { foundOn: '2000-01-01' }, 'voordat'],
    ['during works without a contractor', aProject(1, { contract_signed_on: null }), {}, 'aannemer'],
    ['without a description', aProject(), { description: ' ' }, 'omschrijving'],
    [
      'after a hundred others',
      aProject(1, { found_damage: Array(100).fill({ foundOn: today, moment: 'WORKS', description }) }),
      {},
      '100 vondsten',
    ],
  ])('%s is BAD_USER_INPUT', (_name, project, input, message) => {
    expect(() => foundDamage(project, { moment: 'WORKS', description, ...input }, today)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }),
    )
  })
})
