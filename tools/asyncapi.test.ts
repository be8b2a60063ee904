import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import type { Owner } from '../kernel/vocabulary.ts'
import { noticesOf } from '../subgraphs/agency/notices.ts'
import { toCloudEvent } from '../subgraphs/agency/outbox/deliver.ts'
import type { OutboxEvent } from '../subgraphs/agency/outbox/outbox.ts'
import * as claim from '../subgraphs/img/claim.ts'
import * as project from '../subgraphs/ncg/project.ts'
import { noticeTypes, removedType, sourceOf, stateTypes } from '../subgraphs/svip/register/event-shapes.ts'
import { readEvents } from '../subgraphs/svip/register/read-events.ts'
import { aClaim } from '../test/support/owner/img.ts'
import { aProject } from '../test/support/owner/ncg.ts'
import { asyncapi } from './asyncapi.ts'

const document = asyncapi()

/** Every value of a key, at any depth of a document. */
function valuesOf(key: string, part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, value]) =>
    name === key ? [value, ...valuesOf(key, value)] : valuesOf(key, value),
  )
}

const at = (reference: string): unknown =>
  reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((part, name) => Object(part)[name], document)

/** Validates a document against the schema of AsyncAPI, which includes its own copy of the meta-schema. */
const isAsyncApi = new Ajv({
  strict: false,
  meta: false,
  validateSchema: false,
  validateFormats: false,
}).compile(JSON.parse(readFileSync('node_modules/@asyncapi/specs/schemas/3.0.0.json', 'utf8')) as object)

describe('the description of the events', () => {
  test('is a valid AsyncAPI 3 document', () => {
    expect([isAsyncApi(document), isAsyncApi.errors]).toEqual([true, null])
    expect(isAsyncApi({ ...document, channels: { events: { address: 1 } } })).toBe(false)
    expect(isAsyncApi({ ...document, operations: { tell: { action: 'shout' } } })).toBe(false)
  })

  test('has no dangling references', () => {
    const references = valuesOf('$ref', document)
    expect(references.length).toBeGreaterThan(10)
    for (const reference of references) expect(at(String(reference))).toBeDefined()
  })

  test('has every type of both agencies, each in one message', () => {
    const described = valuesOf('type', document.components.messages).flatMap((type) =>
      typeof type === 'object' && type !== null && ('enum' in type || 'const' in type)
        ? (('enum' in type ? type.enum : [type.const]) as string[])
        : [],
    )
    const types = (['IMG', 'NCG'] as const).flatMap((owner) => [
      ...stateTypes(owner),
      removedType(owner),
      ...noticeTypes(owner),
    ])
    expect(described.toSorted()).toEqual(types.toSorted())
  })
})

/** Serialises events as the relay does, and reads them as the SVIP does. */
function arrive(owner: Owner, events: readonly OutboxEvent[]) {
  const sent = events.map(({ id, type, addressId, occurredAt, data }, seq) =>
    toCloudEvent(
      {
        seq,
        id: id ?? '9f8d4a1e-0000-4000-8000-000000000001',
        type,
        address_id: addressId,
        data: JSON.stringify(data),
        occurred_at: occurredAt,
      },
      sourceOf(owner),
    ),
  )
  return readEvents(owner, JSON.parse(JSON.stringify(sent)))
}

describe('the SVIP reads what the agencies send', () => {
  const now = '2026-11-22T10:00:00.000Z'

  test('of a claim in every phase, with all its notices', () => {
    const full = aClaim()
    const events = [
      ...claim.DAMAGE_PHASES.map((phase) => claim.toEvent({ ...full, phase }, now)),
      ...noticesOf({ toNotices: claim.toNotices }, full),
    ]
    expect(events).toHaveLength(10)
    expect(arrive('IMG', events)).toEqual({ events: events.map(() => expect.anything()) })
  })

  test('of a project in every status, with all its notices', () => {
    const found = (['INSPECTION', 'WORKS'] as const).map((moment) => ({
      foundOn: '2026-01-01',
      moment,
      description: 'x',
    }))
    const full = aProject(1, { found_damage: found })
    const events = [
      ...[...project.STRENGTHENING_STATUSES, null].map((status) => project.toEvent({ ...full, status }, now)),
      ...noticesOf({ toNotices: project.toNotices }, full),
    ]
    expect(events).toHaveLength(11)
    expect(arrive('NCG', events)).toEqual({ events: events.map(() => expect.anything()) })
  })
})
