import { describe, expect, test } from '@jest/globals'
import { DATA_CATEGORIES, type DataCategory, ORGANISATIONS, OWNERS, ROLES, type Role } from '../vocabulary.ts'
import { ownCategories } from './own-side.ts'

const SEEN: Readonly<Record<Role, readonly DataCategory[]>> = {
  case_handler: [
    'PRESENCE',
    'STATUS',
    'HANDLER',
    'PLANNING',
    'FINDINGS',
    'SAFETY',
    'FINANCIAL',
    'CIRCUMSTANCES',
  ],
  svip_officer: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY'],
  safety_officer: ['PRESENCE', 'STATUS', 'HANDLER', 'PLANNING', 'FINDINGS', 'SAFETY', 'CIRCUMSTANCES'],
  priority_team: ['PRESENCE', 'STATUS', 'PLANNING', 'FINDINGS', 'SAFETY', 'CIRCUMSTANCES'],
  municipal_officer: [],
  intervention_team: [],
  privacy_officer: [],
  service: [],
}

describe('what staff see of their own agency', () => {
  test.each(ROLES)('as %s', (role) => {
    for (const owner of OWNERS)
      expect(ownCategories({ organisation: owner, roles: [role] }, owner)).toEqual(SEEN[role])
  })

  test('with several roles is the union, in the order of the policy', () => {
    const both = ownCategories({ organisation: 'NCG', roles: ['priority_team', 'svip_officer'] }, 'NCG')
    expect(both).toEqual(DATA_CATEGORIES.filter((category) => category !== 'FINANCIAL'))
    expect(ownCategories({ organisation: 'NCG', roles: ['svip_officer', 'priority_team'] }, 'NCG')).toEqual(
      both,
    )
  })

  test('without a role is nothing', () => {
    expect(ownCategories({ organisation: 'IMG', roles: [] }, 'IMG')).toEqual([])
  })

  test('of another organisation is nothing, whatever the roles', () => {
    for (const owner of OWNERS) {
      for (const organisation of ORGANISATIONS.filter((each) => each !== owner)) {
        expect(ownCategories({ organisation, roles: ROLES }, owner)).toEqual([])
      }
    }
  })
})
