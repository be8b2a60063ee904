import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { REQUEST_ACTIONS, TRANSITIONS } from '../subgraphs/svip/modules/requests/transitions.ts'
import { ROLES } from '../subgraphs/svip/permissions.ts'
import { RELATION_ROLES, STEP_MUTATIONS } from './access-matrix.ts'

describe('the steps of an information request', () => {
  test.each(REQUEST_ACTIONS)(
    '%s: the roles of its mutation are those that can be what the step asks for',
    (action) => {
      const by = action === 'SUBMIT' ? (['REQUESTER'] as const) : TRANSITIONS[action].by
      const groups = ROLES[`Mutation.${STEP_MUTATIONS[action]}`] ?? []
      expect(new Set(groups.flatMap(({ roles }) => roles))).toEqual(
        new Set(by.flatMap((relation) => RELATION_ROLES[relation])),
      )
    },
  )

  test('are all the mutations of information requests', () => {
    const present = Object.keys(ROLES).filter((field) => /^Mutation\..*InformationRequest/.test(field))
    expect(present.toSorted()).toEqual(
      Object.values(STEP_MUTATIONS)
        .map((name) => `Mutation.${name}`)
        .toSorted(),
    )
  })

  test('are in the access matrix, every step with every role', () => {
    const matrix = readFileSync('schema/access.md', 'utf8')
    for (const action of REQUEST_ACTIONS) expect(matrix).toContain(`| \`${action}\` |`)
  })
})
