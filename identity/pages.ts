import { createHash } from 'node:crypto'
import type { Organisation } from '../kernel/vocabulary.ts'
import { PERSONAS, type Persona } from './personas.ts'

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 0.25rem solid #0b4a5e; font-weight: bold; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 0.5rem; }
button { width: 100%; min-height: 2.75rem; padding: 0.75rem 1rem; border: 1px solid #595959; border-radius: 0.25rem;
  background: #f2f7f8; color: #0b4a5e; font: inherit; text-align: left; cursor: pointer; }
button:hover { background: #dcebef; }
button:focus-visible { outline: 0.2rem solid #1b1b1b; outline-offset: 0.15rem; }
button strong, button span { display: block; }
button span { color: #1b1b1b; }
.cancel { width: auto; margin-top: 2rem; background: #fff; }
code { overflow-wrap: anywhere; }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/**
 * The headers of every page: no script and nothing from elsewhere can run in it, and it shows in no frame.
 * `submitsTo` are the origins where the form may end up: browsers check every redirect after a form too.
 */
export const pageHeaders = (submitsTo: readonly string[] = []): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    'img-src data:',
    `form-action ${submitsTo.length > 0 ? ["'self'", ...submitsTo].join(' ') : "'none'"}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
})

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')

// The empty icon keeps browsers from asking for /favicon.ico.
const page = (title: string, main: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - Samenloop, ontwikkelomgeving</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>Samenloop, ontwikkelomgeving</header>
<main>
<h1>${escapeHtml(title)}</h1>
${main}
</main>
</body>
</html>
`

const GROUPS: Readonly<Record<Organisation, string>> = {
  IMG: 'Instituut Mijnbouwschade Groningen (IMG)',
  NCG: 'Nationaal Coördinator Groningen (NCG)',
  GEMEENTE: 'Gemeenten',
  SVIP: 'SVIP',
}

const button = ({ id, name, description }: Persona): string =>
  `<li><button name="persona" value="${escapeHtml(id)}"><strong>${escapeHtml(name)} (${escapeHtml(id)})</strong> ` +
  `<span>${escapeHtml(description)}</span></button></li>`

const group = ([organisation, heading]: [string, string]): string => {
  const members = PERSONAS.filter((persona) => persona.organisation === organisation)
  return `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${members.map(button).join('\n')}\n</ul>`
}

/** The page on which somebody chooses who to be; posts `persona` or `cancel` to `action`. */
export const personaPage = (action: string): string =>
  page(
    'Kies wie u bent',
    `<p>Dit is een oefenomgeving. Deze mensen bestaan niet. U hebt geen wachtwoord nodig.</p>
<p>Kies een persoon. U ziet daarna wat deze persoon mag zien.</p>
<form method="post" action="${escapeHtml(action)}">
${Object.entries(GROUPS).map(group).join('\n')}
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
    `<p>${escapeHtml(EXPLANATIONS[code] ?? 'De toepassing vroeg iets dat hier niet kan.')}</p>
<p>Ga terug naar de toepassing en log opnieuw in.</p>
<p>Voor ontwikkelaars: <code lang="en">${escapeHtml(description ? `${code}: ${description}` : code)}</code></p>`,
  )
