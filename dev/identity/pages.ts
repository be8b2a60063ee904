import { type Html, html } from '../../kernel/runtime/html.ts'
import { DEVELOPMENT_BRAND, pageKind } from '../../kernel/runtime/page.ts'
import type { Organisation } from '../../kernel/vocabulary.ts'
import { PERSONAS, type Persona } from './personas.ts'

const STYLE = `
.people { list-style: none; padding: 0; }
button { width: 100%; min-height: 2.75rem; padding: 0.75rem 1rem; border: 1px solid #595959; border-radius: 0.25rem;
  background: #f2f7f8; color: #0b4a5e; font: inherit; text-align: left; cursor: pointer; }
button:hover { background: #dcebef; }
button strong, button span { display: block; }
button span { color: #1b1b1b; }
.cancel { width: auto; margin-top: 2rem; background: #fff; }
`

const { headers, page } = pageKind(DEVELOPMENT_BRAND, STYLE)

/**
 * The headers of every page. `submitsTo` are the origins where the form may end up: browsers check every redirect after a form too.
 */
export const pageHeaders = (submitsTo: readonly string[] = []): Record<string, string> =>
  headers(submitsTo.length > 0 ? ["'self'", ...submitsTo] : [])

const GROUPS: Readonly<Record<Organisation, string>> = {
  IMG: 'Instituut Mijnbouwschade Groningen (IMG)',
  NCG: 'Nationaal Coördinator Groningen (NCG)',
  GEMEENTE: 'Gemeenten',
  SVIP: 'SVIP',
}

const button = ({ id, name, description }: Persona): Html =>
  html`<li><button name="persona" value="${id}"><strong>${name} (${id})</strong> <span>${description}</span></button></li>`

const group = ([organisation, heading]: [string, string]): Html => {
  const members = PERSONAS.filter((persona) => persona.organisation === organisation)
  return html`<h2>${heading}</h2>\n<ul class="people">${members.map(button)}</ul>`
}

/** The page on which somebody chooses who to be; posts `persona` or `cancel` to `action`. */
export const personaPage = (action: string): string =>
  page(
    'Kies wie u bent',
    html`<p>Dit is een oefenomgeving. Deze mensen bestaan niet. U hebt geen wachtwoord nodig.</p>
<p>Kies een persoon. U ziet daarna wat deze persoon mag zien.</p>
<form method="post" action="${action}">
${Object.entries(GROUPS).map(group)}
<button class="cancel" name="cancel" value="yes">Annuleren</button>
</form>`,
  )

const EXPLANATIONS: Readonly<Record<string, string>> = {
  invalid_client: 'De toepassing waarmee u wilt inloggen is hier niet bekend.',
  invalid_redirect_uri: 'De toepassing wil u terugsturen naar een adres dat hier niet bekend is.',
  not_found: 'Deze pagina bestaat niet.',
  server_error: 'Er ging iets mis bij ons.',
  session_not_found: 'Het inloggen duurde te lang, of is al klaar.',
  unknown_persona: 'Deze persoon bestaat niet. Kies een persoon uit de lijst.',
}

/** The page that says in plain Dutch why logging in failed; the code and description are for developers. */
export const errorPage = (code: string, description?: string): string =>
  page(
    'Inloggen is niet gelukt',
    html`<p>${EXPLANATIONS[code] ?? 'De toepassing vroeg iets dat hier niet kan.'}</p>
<p>Ga terug naar de toepassing en log opnieuw in.</p>
<p>Voor ontwikkelaars: <code lang="en">${description ? `${code}: ${description}` : code}</code></p>`,
  )
