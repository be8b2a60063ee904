import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, securityHeaders } from '../../kernel/runtime/html.ts'
import type { Example } from './examples/example.ts'
import type { Visitor } from './pages.ts'

/** A file that GraphiQL needs in the browser. */
export type Asset = { readonly type: string; readonly body: string; readonly etag: string }

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'

/**
 * The headers of the GraphiQL page. The page loads separate files instead of having everything inline, so that it can forbid inline scripts
 * and the browser caches the nine megabytes. The editor creates style elements, hence `unsafe-inline` for styles.
 */
export const GRAPHIQL_HEADERS = securityHeaders([
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
])

/** A worker has the content security policy of its own file; it only computes, and needs no network. */
export const ASSET_HEADERS = { ...securityHeaders([]), 'cache-control': 'no-cache' }

/** The headers of the answer with the session and its token, which must not be cached. */
export const SESSION_HEADERS = { ...securityHeaders([]), 'content-type': 'application/json; charset=utf-8' }

/** Reads the files of GraphiQL, by name. They are loaded on the first request: they are large, and no other process needs them. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const parts = await import('@graphql-yoga/render-graphiql/graphiql')
  const asset = (type: string, body: string): Asset => ({
    type,
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
  })
  return new Map([
    ['app.css', asset(STYLE, parts.css)],
    ['frame.css', asset(STYLE, FRAME_STYLE)],
    ['boot.js', asset(SCRIPT, readFileSync(new URL('boot.js', import.meta.url), 'utf8'))],
    ['app.js', asset(SCRIPT, parts.js)],
    // The names that the editor gives its workers.
    ['editorWorkerService.worker.js', asset(SCRIPT, parts.editorWorkerService)],
    ['graphql.worker.js', asset(SCRIPT, parts.graphqlWorker)],
    ['json.worker.js', asset(SCRIPT, parts.jsonWorker)],
  ])
}

const FRAME_STYLE = `
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }
body > header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; padding: 0.25rem 1rem;
  border-bottom: 0.25rem solid #0b4a5e; }
body > header h1 { margin: 0; font-size: 1rem; }
#visitor { margin: 0 auto 0 0; }
#visitor p { margin: 0; }
#signed-out a { display: inline; }
[hidden] { display: none; }
.skip { position: absolute; left: 1rem; top: 0.25rem; z-index: 10; padding: 0.5rem 1rem; background: #fff; color: #0b4a5e; }
.skip:not(:focus) { transform: translateY(-150%); }
body > header ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; }
body > header a, body > header button { display: block; padding: 0.375rem 0; border: 0; background: none; color: #0b4a5e;
  font: inherit; text-decoration: underline; cursor: pointer; }
body > header :focus-visible, .skip:focus, #graphiql :is(a, button, [role=button], [tabindex], input, textarea, select):focus-visible { outline: 0.2rem solid #1b1b1b; outline-offset: 0.1rem; }
/* The editor is as tall as all its lines; the overflow must not become blank space below the page. */
#graphiql { position: relative; flex: 1; min-height: 30rem; overflow: clip; }
#graphiql > p { padding: 0 1rem; }
#graphiql .graphiql-container { width: 100%; height: 100%; min-height: inherit; }
/* GraphiQL follows the system's colour scheme, so the page around it does too. */
@media (prefers-color-scheme: dark) {
  body, .skip { background: #1c2530; color: #f2f4f5; }
  body > header { border-bottom-color: #9fd3e3; }
  body > header a, body > header button, .skip { color: #9fd3e3; }
  body > header :focus-visible, .skip:focus, #graphiql :is(a, button, [role=button], [tabindex], input, textarea, select):focus-visible {
    outline-color: #f2f4f5; }
}
/* On a phone the answer goes below the operation: beside it there is no width left. */
@media (max-width: 45rem) {
  #graphiql { min-height: 64rem; }
  #graphiql #graphiql-session { flex-direction: column; }
  #graphiql .graphiql-horizontal-drag-bar, #graphiql .graphiql-logo { display: none; }
}
`

/**
 * The GraphiQL page for the signed-in user, with the examples in tabs and the chosen one open. The token is not in the page, which fetches
 * it for each operation (`boot.js`).
 */
export function graphiqlPage(visitor: Visitor, examples: readonly Example[], chosen: Example | null): string {
  const tabs = examples.map(({ title, query, variables, headers }) => ({
    title,
    query,
    variables: JSON.stringify(variables, null, 2),
    headers: headers ? JSON.stringify(headers, null, 2) : '',
  }))
  const options = { tabs, chosen: chosen && examples.indexOf(chosen) }
  return `<!doctype html>
<html lang="nl">
${html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL - Samenloop, ontwikkelomgeving</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/app.css">
<link rel="stylesheet" href="/graphiql/frame.css">
<script defer src="/graphiql/boot.js"></script>
<script defer src="/graphiql/app.js"></script>
</head>
<body>
<a class="skip" href="#graphiql">Naar de vraag</a>
<header>
<h1>Samenloop</h1>
<div id="visitor" role="status">
<p id="signed-in">Ingelogd als <strong>${visitor.name}</strong> (<span>${visitor.subject}</span>)</p>
<p id="signed-out" hidden>U bent niet ingelogd. <a href="/login">Inloggen</a></p>
</div>
<nav aria-label="Samenloop">
<ul>
<li><a href="/">Startpagina</a></li>
<li><a href="/login">Iemand anders</a></li>
<li id="sign-out"><form method="post" action="/logout"><button>Uitloggen</button></form></li>
</ul>
</nav>
</header>
<main id="graphiql" lang="en" tabindex="-1" data-options="${JSON.stringify(options)}">
<p lang="nl">GraphiQL wordt geladen. Dit werkt alleen met JavaScript.</p>
</main>
</body>`}
</html>
`
}
