import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, securityHeaders } from '../../kernel/html.ts'
import type { Example } from './examples/example.ts'
import type { Visitor } from './pages.ts'

/** A file that GraphiQL needs in the browser. */
export type Asset = { readonly type: string; readonly body: string; readonly etag: string }

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'

/**
 * The page of GraphiQL. Its parts come from files of our own instead of one page with everything inline: so no inline script
 * may run here, and the nine megabytes are fetched once. The editor makes its own style elements, hence `unsafe-inline` there.
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

/** Workers live by the policy of their own file; they compute and reach nothing. */
export const ASSET_HEADERS = { ...securityHeaders([]), 'cache-control': 'no-cache' }

/** Reads the files of GraphiQL, by name. Only when somebody asks: they are large, and no other process needs them. */
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
body > header p { margin: 0 auto 0 0; }
body > header ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; }
body > header a, body > header button { display: block; padding: 0.375rem 0; border: 0; background: none; color: #0b4a5e;
  font: inherit; text-decoration: underline; cursor: pointer; }
body > header :focus-visible { outline: 0.2rem solid #1b1b1b; outline-offset: 0.1rem; }
#graphiql { flex: 1; min-height: 30rem; }
#graphiql > p { padding: 0 1rem; }
#graphiql .graphiql-container { width: 100%; height: 100%; min-height: inherit; }
/* On a telephone the answer goes below the question: beside it, it has no width left. */
@media (max-width: 45rem) {
  #graphiql { min-height: 64rem; }
  #graphiql #graphiql-session { flex-direction: column; }
  #graphiql .graphiql-horizontal-drag-bar, #graphiql .graphiql-logo { display: none; }
}
`

/**
 * GraphiQL for who is signed in, with the examples in tabs and the chosen one open. The token is part of an attribute, where
 * everything is text to the browser: nothing in it can begin or end a script.
 */
export function graphiqlPage(
  visitor: Visitor,
  token: string,
  examples: readonly Example[],
  chosen: Example | null,
): string {
  const tabs = examples.map(({ query, variables, headers }) => ({
    query,
    variables: JSON.stringify(variables, null, 2),
    headers: headers ? JSON.stringify(headers, null, 2) : '',
  }))
  const options = { token, tabs, chosen: chosen && examples.indexOf(chosen) }
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
<header>
<h1>Samenloop</h1>
<p>Ingelogd als <strong>${visitor.name}</strong> (${visitor.subject})</p>
<nav aria-label="Samenloop">
<ul>
<li><a href="/">Startpagina</a></li>
<li><a href="/login">Iemand anders</a></li>
<li><form method="post" action="/logout"><button>Uitloggen</button></form></li>
</ul>
</nav>
</header>
<main id="graphiql" lang="en" data-options="${JSON.stringify(options)}">
<p lang="nl">GraphiQL wordt geladen. Dit werkt alleen met JavaScript.</p>
</main>
</body>`}
</html>
`
}
