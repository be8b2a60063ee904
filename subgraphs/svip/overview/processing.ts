import { sql } from 'kysely'
import { z } from 'zod'
import { DATA_CATEGORIES, ORGANISATIONS, PURPOSES } from '../../../kernel/vocabulary.ts'
import { ORGANISATION_LABELS } from '../policy/labels.ts'
import { perDay, type Section, text } from './section.ts'
import { dutchDate } from './texts.ts'

const line = z.object({
  name: z.string(),
  start_time: z.number(),
  attributes: z.object({
    'dpl.core.processing_activity_id': z.string(),
    'samenloop.recipient': z.enum(ORGANISATIONS).nullable(),
    'samenloop.purpose': z.enum(PURPOSES).nullable().optional(),
    'samenloop.categories': z.array(z.enum(DATA_CATEGORIES)).optional(),
    'samenloop.refusal': z.string().optional(),
  }),
})

/** What the SVIP itself did with data about the address, from its processing log, which names no employee. */
export const processingSection: Section = {
  name: 'processing',
  place: 15,
  title: 'Wat het SVIP zelf heeft gedaan',
  async collect(transaction, { pseudonym, party }) {
    const { rows } = await sql<{ content: unknown }>`
      select c.content::json as content from log_content c
      where c.chain = 'svip/processing' and c.subject = ${pseudonym}
        and (${party}::text is null or c.content::json #>> '{attributes,samenloop.recipient}' = ${party})
      order by c.seq desc`.execute(transaction)
    const lines = rows.map(({ content }) => line.parse(content))
    return {
      data: lines.map(({ name, start_time, attributes }) => ({
        at: new Date(start_time).toISOString(),
        name,
        activity: attributes['dpl.core.processing_activity_id'],
        organisation: attributes['samenloop.recipient'],
        purpose: attributes['samenloop.purpose'] ?? null,
        categories: attributes['samenloop.categories'] ?? [],
        refusal: attributes['samenloop.refusal'] ?? null,
      })),
      blocks:
        lines.length === 0
          ? [text('Het SVIP heeft niets over uw adres laten zien of vastgelegd.')]
          : [
              text('Het SVIP schrijft zelf op wat het over uw adres laat zien, vastlegt of weigert.'),
              {
                kind: 'table',
                head: ['Wanneer', 'Wat', 'Voor wie'],
                widths: [3, 6, 4],
                rows: perDay(
                  lines.map(({ name, start_time, attributes }) => [
                    dutchDate(new Date(start_time).toISOString()),
                    name,
                    attributes['samenloop.recipient'] === null
                      ? 'het SVIP zelf'
                      : ORGANISATION_LABELS[attributes['samenloop.recipient']],
                  ]),
                ),
              },
            ],
    }
  },
}
