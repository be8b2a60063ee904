import { z } from 'zod'
import { OWNERS, type Owner } from '../kernel/vocabulary.ts'
import { noticeShape, removedShape, sourceOf, stateShape } from '../subgraphs/svip/register/event-shapes.ts'

/** Generates the AsyncAPI 3 document of the events, from the shapes with which the SVIP validates them. */

export const ASYNCAPI_FILE = 'schema/events.asyncapi.json'

const AGENCIES = {
  IMG: 'Instituut Mijnbouwschade Groningen',
  NCG: 'Nationaal Coördinator Groningen',
} as const

const KINDS = {
  State: {
    shape: stateShape,
    title: 'How far a track is',
    summary:
      'A track started, moved or ended. It carries the whole state, so the newest says all; one that is not newer by its revision is ignored. No contents of the file.',
  },
  Removed: {
    shape: removedShape,
    title: 'A track is gone',
    summary:
      'The agency has no such track any more, after a backup was put back or a file went to the archive. Only the comparison of the register sends it (npm run register:reconcile).',
  },
  Notice: {
    shape: noticeShape,
    title: 'Something happened at a track',
    summary:
      'Something was reported, found or changed that others have to know of. What exactly stays in the file of the agency. The same fact has the same id, however often it is told.',
  },
} as const
type Kind = keyof typeof KINDS
const KIND_NAMES = Object.keys(KINDS) as Kind[]

const channelOf = (owner: Owner) => `${owner.toLowerCase()}Events`
const messageOf = (owner: Owner, kind: Kind) => `${owner.toLowerCase()}${kind}`

const payload = (owner: Owner, kind: Kind) => {
  // For these shapes this draft of JSON Schema equals the one that AsyncAPI uses.
  const { $schema: _draft, ...schema } = z.toJSONSchema(KINDS[kind].shape(owner), { io: 'input' })
  return schema
}

const message = (owner: Owner, kind: Kind) => ({
  name: messageOf(owner, kind),
  title: `${KINDS[kind].title} (${owner})`,
  summary: KINDS[kind].summary,
  contentType: 'application/cloudevents+json',
  payload: payload(owner, kind),
})

const channel = (owner: Owner) => ({
  address: '/events',
  title: `Events of ${owner}`,
  description: `What ${AGENCIES[owner]} tells the register of the SVIP, as CloudEvents 1.0 in the NL GOV profile, with source ${sourceOf(owner)}. At most 1000 in a batch (application/cloudevents-batch+json), in the order in which they happened, at least once. Answers: 204 taken; 400 or 413 something in the batch is not taken, now or ever; 401 or 403 the agency is not let in; anything else: later.`,
  servers: [{ $ref: '#/servers/svip' }],
  messages: Object.fromEntries(
    KIND_NAMES.map((kind) => {
      const name = messageOf(owner, kind)
      return [name, { $ref: `#/components/messages/${name}` }]
    }),
  ),
})

const operation = (owner: Owner) => ({
  action: 'send',
  channel: { $ref: `#/channels/${channelOf(owner)}` },
  title: `${owner} tells the register`,
  summary: 'By the relay of the outbox, with pauses that grow when the SVIP is away.',
  security: [{ $ref: '#/components/securitySchemes/serviceToken' }],
  bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
  messages: KIND_NAMES.map((kind) => ({
    $ref: `#/channels/${channelOf(owner)}/messages/${messageOf(owner, kind)}`,
  })),
})

const entries = <T>(of: (owner: Owner) => readonly (readonly [string, T])[]) =>
  Object.fromEntries(OWNERS.flatMap(of))

/** Returns the document. */
export function asyncapi() {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Events to the register of the SVIP',
      version: '1.0.0',
      description:
        'How IMG and NCG tell the SVIP what starts, moves, ends and happens at an address. Generated from the shapes that the SVIP checks; docs/events.md explains them.',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      svip: {
        host: '127.0.0.1:4003',
        protocol: 'http',
        description: 'The SVIP as `npm start` runs it; elsewhere at the origin of SVIP_URL, over https.',
      },
    },
    channels: entries((owner) => [[channelOf(owner), channel(owner)]]),
    operations: entries((owner) => [[`${owner.toLowerCase()}Tells`, operation(owner)]]),
    components: {
      messages: entries((owner) =>
        KIND_NAMES.map((kind) => [messageOf(owner, kind), message(owner, kind)] as const),
      ),
      securitySchemes: {
        serviceToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: "Access token of the agency's own service identity (OAuth 2.0 client credentials).",
        },
      },
    },
  }
}
