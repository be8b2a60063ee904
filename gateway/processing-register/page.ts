import type { ActivityVersion, ProcessingRegister } from '../../kernel/records/processing-register.ts'
import { type Html, html } from '../../kernel/runtime/html.ts'
import { pageKind } from '../../kernel/runtime/page.ts'

const STYLE = `
/* The one long word has to fit on a phone. */
h1 { font-size: clamp(1.125rem, 6vw, 1.75rem); }
h2 { font-size: 1.375rem; margin: 3rem 0 0.5rem; }
h3 { display: inline; font-size: 1rem; margin: 0; }
h4 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
.notice { padding: 0.75rem 1rem; border-left: 0.25rem solid #8a5a00; background: #fff6e5; }
details { border-top: 1px solid #c4d3d7; }
summary { padding: 0.75rem 0; }
summary small { display: block; padding-left: 1rem; color: #454545; }
.activity { padding: 0 0 1rem 1rem; scroll-margin-top: 6rem; }
.rules li { margin: 0 0 0.75rem; }
`

const { headers, page } = pageKind('Samenloop', STYLE)

/** Headers of the page: it runs no script and loads nothing. Caching is allowed: the page has no personal data. */
export const REGISTER_PAGE_HEADERS = {
  ...headers(),
  'cache-control': 'public, max-age=300',
}

/** The register of processing activities as a page in plain Dutch, with everything that AVG art. 30(1) requires. */
export function registerPage({ title, placeholder, activities }: ProcessingRegister): string {
  const byController = [...Map.groupBy(activities, ({ controller }) => controller.entityId)]
  return page(
    title,
    html`<p>Hier staat wat het IMG, de NCG, het SVIP en de gemeenten via Samenloop met persoonsgegevens doen, waarvoor, en waarom dat mag.
De wet vraagt zo'n register (AVG art. 30).</p>
${placeholder ? html`<p class="notice"><strong>Dit is voorlopig.</strong> Juristen moeten de grondslagen, artikelen en ontvangers nog bevestigen.</p>` : ''}
<p>Elke keer dat gegevens worden gedeeld, komt dat in een logboek. In dat logboek staat de code die u hieronder bij de activiteit
ziet. Veranderen de regels, dan krijgt de activiteit een nieuwe code; de oude blijft hier staan.</p>
<p>Gegevens gaan nergens naar een land buiten de Europese Unie. Hoe lang gegevens bewaard blijven, stelt elke organisatie zelf in.</p>
<p><a href="/verwerkingsregister.json">Dit register als JSON</a></p>
<h2>Wie</h2>
<ul>
${byController.map(([entityId, own]) => html`<li><a href="#${entityId}">${nameOf(own)}</a>: ${own.length} activiteiten</li>`)}
</ul>
${byController.map(([entityId, own]) => section(entityId, own))}`,
  )
}

const nameOf = (activities: readonly ActivityVersion[]): string =>
  capital(activities[0]?.controller.name ?? '')

const section = (
  entityId: string,
  activities: readonly ActivityVersion[],
): Html => html`<h2 id="${entityId}">${nameOf(activities)}</h2>
<p>Contact: ${activities[0]?.controller.contact ?? ''}.</p>
${activities.map(details)}
`

/** The fragment of a link to an activity; the anchor is inside the activity, so that the link opens it. */
const anchorOf = ({ id }: ActivityVersion): string => id.split(':').slice(3).join('.')

const details = (activity: ActivityVersion): Html => html`<details>
<summary><h3>${activity.name}</h3><small>${periodOf(activity)}</small></summary>
<div class="activity" id="${anchorOf(activity)}">
<h4>Code</h4>
<p><code>${activity.id}</code></p>
<h4>Waarvoor</h4>
<p>${capital(activity.purpose)}.</p>
<h4>Waarom het mag</h4>
${activity.rules.length > 0 ? html`<ul class="rules">${activity.rules.map((rule) => rulesItem(rule, activity.sources.length > 0))}</ul>` : items(activity.articles)}
<h4>Over wie</h4>
${items(activity.dataSubjects)}
<h4>Welke gegevens</h4>
${items(activity.personalData.categories.map(({ description }) => description))}
${activity.sources.length > 0 ? html`<h4>Van wie</h4>${items(activity.sources.map(({ name }) => name))}` : ''}
<h4>Wie krijgt de gegevens</h4>
${
  activity.recipients.length > 0
    ? items(activity.recipients.map(({ name, roles }) => `${name}: ${roles.join(', ')}`))
    : html`<p>Niemand buiten de organisatie.</p>`
}
<h4>Buiten de Europese Unie</h4>
<p>${activity.transfers.join(', ') || 'Nee'}.</p>
<h4>Hoe lang bewaard</h4>
${
  activity.personalData.retentionPeriod.length > 0
    ? items(activity.personalData.retentionPeriod.map((what) => `zo lang als is ingesteld voor ${what}`))
    : html`<p>Samenloop bewaart hiervan niets.</p>`
}
<h4>Beveiliging</h4>
${items(activity.measures)}
</div>
</details>
`

const rulesItem = (
  rule: ActivityVersion['rules'][number],
  receiving: boolean,
): Html => html`<li>${rule.summary}
<br>Gegevens: ${rule.categories.join(', ')}.
<br>${receiving ? 'Van' : 'Aan'}: ${rule.parties.join(', ')}.
<br>Grondslag: ${rule.basis} (${rule.article}).
${rule.conditions.length > 0 ? html`<br>Alleen als ${rule.conditions.join(', en ')}.` : ''}</li>`

const items = (texts: readonly string[]): Html =>
  html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`

const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })
const written = (text: string): string => day.format(new Date(`${text}T00:00:00Z`))

const periodOf = ({ version, validFrom, validUntil }: ActivityVersion): string =>
  validUntil === null
    ? `Versie ${version}, sinds ${written(validFrom)}`
    : `Versie ${version}, van ${written(validFrom)} tot en met ${written(validUntil)}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
