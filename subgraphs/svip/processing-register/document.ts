import type { ActivityVersion, ProcessingRegister } from '../../../kernel/records/processing-register.ts'

/** The register as a page of the documentation, in Dutch: it is for privacy officers and the supervisory authority. */
export function registerMarkdown({ title, placeholder, activities }: ProcessingRegister): string {
  const byController = Map.groupBy(activities, ({ controller }) => controller.entityId)
  return [
    `# ${title}`,
    '',
    'Gemaakt met `npm run schema` uit het beleid (`subgraphs/svip/policy/versions`) en `subgraphs/svip/processing-register`; verander',
    'het daar. Hetzelfde register staat leesbaar op de gateway (`/verwerkingsregister`) en als JSON in',
    '`schema/processing-register.json` (`/verwerkingsregister.json`), met per activiteit alles wat AVG art. 30 lid 1 vraagt. Elke regel',
    'van een verwerkingslogboek verwijst naar een identificatie hieronder (`dpl.core.processing_activity_id`). Een andere versie van het',
    'beleid geeft andere identificaties; oude blijven staan.',
    '',
    ...(placeholder
      ? ['> **Voorlopig.** Juristen moeten de grondslagen, artikelen en ontvangers nog bevestigen.', '']
      : []),
    'Buiten de Europese Unie wordt niets doorgegeven. De bewaartermijnen stelt elke organisatie zelf in.',
    '',
    ...[...byController.values()].flatMap(section),
  ].join('\n')
}

function section(activities: readonly ActivityVersion[]): string[] {
  const controller = activities[0]?.controller
  return [
    `## ${controller?.entityId}: ${controller?.name}`,
    '',
    `Contact: ${controller?.contact}.`,
    '',
    '| activiteit | geldig | grondslag | gegevens | van of aan | bewaard in |',
    '| --- | --- | --- | --- | --- | --- |',
    ...activities.map((activity) => `| ${row(activity).map(cell).join(' | ')} |`),
    '',
  ]
}

const row = ({ name, id, validFrom, validUntil, ...activity }: ActivityVersion): string[] => [
  `${name}<br>\`${id}\``,
  `${validFrom} – ${validUntil ?? ''}`,
  activity.articles.join('<br>'),
  activity.personalData.categories.map(({ description }) => description).join(', '),
  [...activity.sources, ...activity.recipients].map(({ entityId }) => entityId).join(', ') || '–',
  activity.personalData.retentionPeriod.join(', ') || '–',
]

const cell = (text: string): string => text.replaceAll('|', '\\|').trim()
