import { type Html, html } from '../../kernel/runtime/html.ts'
import type { Example, ExampleGroup } from './examples/example.ts'
import { page } from './page.ts'
import type { SignInFailure } from './sign-in.ts'

/** What a page says about who is signed in. */
export type Visitor = { readonly subject: string; readonly name: string; readonly until: Date }

const clock = new Intl.DateTimeFormat('nl-NL', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' })

const signedOut = html`<p>U bent niet ingelogd. Om vragen te stellen logt u in als een van de verzonnen medewerkers. Een
wachtwoord is niet nodig.</p>
<p class="actions"><a class="button first" href="/login">Inloggen</a></p>`

const signedIn = ({
  name,
  subject,
  until,
}: Visitor): Html => html`<p>U bent ingelogd als <strong>${name}</strong>
(${subject}), tot ${clock.format(until)} uur.</p>
<div class="actions">
<a class="button first" href="/graphiql">Vragen stellen in GraphiQL</a>
<a class="button" href="/login">Inloggen als iemand anders</a>
<form method="post" action="/logout"><button class="button">Uitloggen</button></form>
</div>`

// The title is the link: in a list of links, "openen" alone says nothing (WCAG 2.4.4).
const exampleItem = ({
  id,
  title,
  explanation,
  persona,
  query,
  variables,
  headers,
}: Example): Html => html`<li>
<h4><a href="/graphiql?vraag=${id}">${title}</a></h4>
<p>${explanation}</p>
<p>Stel deze vraag als <code>${persona}</code>.</p>
<details>
<summary>Tekst van de vraag<span class="unseen">: ${title}</span></summary>
<pre><code lang="en">${query}</code></pre>
${Object.keys(variables).length > 0 ? html`<pre><code lang="en">${JSON.stringify(variables, null, 2)}</code></pre>` : ''}
${Object.entries(headers ?? {}).map(([name, value]) => html`<pre><code lang="en">${name}: ${value}</code></pre>`)}
</details>
</li>`

const exampleGroup = ({ heading, examples }: ExampleGroup): Html => html`<h3>${heading}</h3>
<ul class="examples">
${examples.map(exampleItem)}
</ul>
`

/** The start page: what this is, who is signed in, and the examples. */
export const startPage = (visitor: Visitor | null, groups: readonly ExampleGroup[]): string =>
  page(
    'Eén adres, één vraag',
    html`<p>Met Samenloop ziet u op één adres wat er speelt bij het Instituut Mijnbouwschade Groningen (IMG) en bij de Nationaal
Coördinator Groningen (NCG). U ziet alleen wat voor uw doel mag, en u ziet waarom.</p>
<p>Dit is een oefenomgeving op uw eigen computer. De adressen en de mensen bestaan niet.</p>
<h2>Inloggen</h2>
${visitor ? signedIn(visitor) : signedOut}
<h2>Voorbeeldvragen</h2>
<p>Kies een vraag. Die staat dan klaar in GraphiQL; u hoeft hem alleen nog te versturen.</p>
${groups.map(exampleGroup)}
<h2>Voor ontwikkelaars</h2>
<ul>
<li>Vragen gaan met een toegangsbewijs naar <code>POST /graphql</code>. Een toegangsbewijs op de opdrachtregel:
<code>npm run --silent token -- ncg.handler</code></li>
<li>De toestand van de gateway: <a href="/healthz">draait hij</a>, <a href="/readyz">kan hij antwoorden</a>,
<a href="/metrics">meetwaarden</a>.</li>
<li>Wat er met persoonsgegevens gebeurt, en waarom dat mag: het
<a href="/verwerkingsregister">register van verwerkingsactiviteiten</a>, ook <a href="/verwerkingsregister.json">als JSON</a>.</li>
<li>De documentatie staat in de map <code>docs/</code>; alle velden staan ook in GraphiQL, met uitleg in het Engels.</li>
</ul>`,
  )

const FAILURES: Readonly<Record<SignInFailure, { readonly status: number; readonly text: Html }>> = {
  cancelled: {
    status: 403,
    text: html`<p>U hebt het inloggen afgebroken. U bent niet ingelogd.</p>`,
  },
  stale: {
    status: 400,
    text: html`<p>Het inloggen duurde te lang, was al klaar, of begon in een ander venster.</p>
<p>Log opnieuw in.</p>`,
  },
  refused: {
    status: 400,
    text: html`<p>De identiteitsprovider gaf een antwoord dat niet klopt. U bent niet ingelogd.</p>
<p>Log opnieuw in. Lukt het dan nog niet, kijk dan in het logboek van de gateway en van de identiteitsprovider.</p>`,
  },
  unavailable: {
    status: 503,
    text: html`<p>De identiteitsprovider antwoordt niet. U bent niet ingelogd.</p>
<p>Kijk of hij draait; <code>npm start</code> start hem mee. Probeer het daarna opnieuw.</p>`,
  },
}

/** The page that explains in plain Dutch why signing in failed, and what to do; the code is for developers. */
export const signInFailurePage = (
  failure: SignInFailure,
  code: string,
): { status: number; body: string } => ({
  status: FAILURES[failure].status,
  body: page(
    'Inloggen is niet gelukt',
    html`${FAILURES[failure].text}
<p class="actions"><a class="button first" href="/login">Opnieuw inloggen</a> <a class="button" href="/">Naar de startpagina</a></p>
<p>Voor ontwikkelaars: <code lang="en">${code}</code></p>`,
  ),
})

/** The page for a request with a `Host` that is not ours. */
export const foreignHostPage = (origin: string): string =>
  page('Dit adres klopt niet', html`<p>Open deze oefenomgeving op <a href="${origin}/">${origin}</a>.</p>`)

/** The page for a form that was not sent from one of our pages. */
export const foreignFormPage = (): string =>
  page(
    'Dit is niet gelukt',
    html`<p>Dit formulier kwam niet van deze oefenomgeving. Er is niets veranderd.</p>
<p><a href="/">Naar de startpagina</a></p>`,
  )

/** The page for an unexpected error. */
export const brokenPage = (traceId: string): string =>
  page(
    'Er ging iets mis',
    html`<p>Er ging iets mis aan onze kant. Probeer het opnieuw.</p>
<p><a href="/">Naar de startpagina</a></p>
<p>Voor ontwikkelaars: <code lang="en">${traceId}</code></p>`,
  )
