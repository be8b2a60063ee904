import { expect, test } from '@jest/globals'
import { isEnumType } from 'graphql'
import { readTypeDefs } from '../../kernel/graphql/schema.ts'
import { buildSchema } from '../../kernel/graphql/subgraph.ts'
import { CONSENT_CHANNELS, CONSENT_PARTIES } from './modules/consent/consent.ts'
import { OBJECTION_STATES } from './modules/consent/objection.ts'
import {
  INSPECTION_FORMS,
  INSPECTION_STATES,
  INSPECTION_WISHES,
  PLAN_STATES,
  TOGETHER_WISHES,
} from './modules/cooperation/tables.ts'
import { SITUATIONS } from './modules/potential/situation.ts'
import { REQUEST_SORTS } from './modules/requests/list.ts'
import { REQUEST_KINDS, REQUEST_STATES } from './modules/requests/tables.ts'
import { REQUEST_ACTIONS } from './modules/requests/transitions.ts'
import { DISCLOSURE_KINDS } from './modules/resident/disclosure.ts'
import { SIGNAL_KINDS, SIGNAL_STATES } from './modules/signals/tables.ts'
import { SIGNAL_ACTIONS } from './modules/signals/transitions.ts'
import { GROUPS } from './register/cooperation-groups.ts'

const { schema } = buildSchema(readTypeDefs('svip'), {})

test.each<[string, readonly string[]]>([
  ['ConsentChannel', CONSENT_CHANNELS],
  ['ConsentParty', CONSENT_PARTIES],
  ['CooperationGroup', GROUPS],
  ['CooperationSituation', SITUATIONS],
  ['DisclosureKind', DISCLOSURE_KINDS],
  ['InformationRequestAction', REQUEST_ACTIONS],
  ['InformationRequestKind', REQUEST_KINDS],
  ['InformationRequestSort', REQUEST_SORTS],
  ['InformationRequestState', REQUEST_STATES],
  ['InspectionForm', INSPECTION_FORMS],
  ['InspectionWish', INSPECTION_WISHES],
  ['IntegralPlanState', PLAN_STATES],
  ['JointInspectionState', INSPECTION_STATES],
  ['ObjectionState', OBJECTION_STATES],
  ['SignalAction', SIGNAL_ACTIONS],
  ['SignalKind', SIGNAL_KINDS],
  ['SignalState', SIGNAL_STATES],
  ['TogetherWish', TOGETHER_WISHES],
])('the list of %s equals that of the schema', (name, words) => {
  const type = schema.getType(name)
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : []
  expect(words.toSorted()).toEqual(values.toSorted())
})
