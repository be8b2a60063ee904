import { type Html, html, securityHeaders, styleSource } from './html.ts'

/** What all pages share: the style, a frame in Dutch, and headers that forbid scripts and loading. */

const LOOK = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 0.25rem solid #0b4a5e; font-weight: bold; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 2.5rem 0 0.5rem; }
p { margin: 0 0 1rem; }
a { color: #0b4a5e; }
ul { margin: 0 0 1rem; padding: 0 0 0 1.25rem; }
li { margin: 0 0 0.5rem; }
code, pre { font: 0.875rem/1.5 ui-monospace, monospace; }
summary { cursor: pointer; color: #0b4a5e; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 0.2rem solid #1b1b1b; outline-offset: 0.15rem; }
`

/**
 * A kind of page.
 * @param brand the name above every page and after its title.
 * @param own style sheet in addition to the common style.
 */
export function pageKind(brand: string, own: string) {
  const style = `${LOOK}${own}`
  return {
    /** @param formTargets the allowed targets of its forms, including redirects; none by default. */
    headers: (formTargets: readonly string[] = []): Record<string, string> =>
      securityHeaders([
        styleSource(style),
        'img-src data:',
        `form-action ${formTargets.length > 0 ? formTargets.join(' ') : "'none'"}`,
      ]),
    // The empty icon keeps browsers from requesting one.
    page: (title: string, main: Html): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${html`<title>${title} - ${brand}</title>`}
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${html`<header>${brand}</header>`}
<main>
${html`<h1>${title}</h1>`}
${main}
</main>
</body>
</html>
`,
  }
}

/** The name above pages that are for development only. */
export const DEVELOPMENT_BRAND = 'Samenloop, ontwikkelomgeving'
