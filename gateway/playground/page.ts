import { DEVELOPMENT_BRAND, pageKind } from '../../kernel/runtime/page.ts'

const STYLE = `
h3 { font-size: 1.125rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 0; }
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
/* For screen readers: several links or buttons with the same text need more to distinguish them. */
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
summary { padding: 0.25rem 0; }
`

const { headers, page } = pageKind(DEVELOPMENT_BRAND, STYLE)

export { page }
/** Headers of a page made with `page`. */
export const PAGE_HEADERS = headers(["'self'"])
