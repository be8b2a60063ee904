import { type Html, html, securityHeaders, styleSource } from '../html.ts'

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 0.25rem solid #0b4a5e; font-weight: bold; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: 0 0 1rem; }
a { color: #0b4a5e; }
ul { margin: 0 0 1rem; padding: 0 0 0 1.25rem; }
li { margin: 0 0 0.5rem; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: 0.5rem 0 0; padding: 0.75rem; background: #f2f7f8; white-space: pre-wrap; }
form { margin: 0; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0 0 1rem; }
.button { display: inline-block; min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid #0b4a5e;
  border-radius: 0.25rem; background: #fff; color: #0b4a5e; font: inherit; text-decoration: none; cursor: pointer; }
.button:hover { background: #dcebef; }
.button.first { background: #0b4a5e; color: #fff; }
.button.first:hover { background: #083746; }
.examples { list-style: none; padding: 0; }
.examples li { margin: 0; padding: 1rem 0; border-top: 1px solid #c4d3d7; }
.examples p { margin: 0.25rem 0 0; }
/* For who hears the page: several links or buttons with one text need more to tell them apart. */
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { cursor: pointer; padding: 0.25rem 0; color: #0b4a5e; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 0.2rem solid #1b1b1b; outline-offset: 0.15rem; }
`

/** Headers of a page made with `page`: it runs no script and loads nothing. */
export const PAGE_HEADERS = securityHeaders([styleSource(STYLE), 'img-src data:', "form-action 'self'"])

/** A whole page in Dutch. The empty icon keeps browsers from asking for one. */
export const page = (title: string, main: Html): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${html`<title>${title} - Samenloop, ontwikkelomgeving</title>`}
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>Samenloop, ontwikkelomgeving</header>
<main>
${html`<h1>${title}</h1>`}
${main}
</main>
</body>
</html>
`
