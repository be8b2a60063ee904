import { createHash } from 'node:crypto'

/** Markup that may go into a page as it is. Only `html` makes it. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

type Content = string | number | Html | readonly Html[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (content: Content): string => {
  if (content instanceof Html) return content.text
  if (typeof content === 'object') return content.map(escapeText).join('')
  return String(content).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}

/** Makes markup; everything that is filled in becomes text, unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(parts.map((part, index) => part + escapeText(contents[index] ?? '')).join(''))

/** What a style sheet in a page is called in a content security policy: nothing else is applied. */
export const styleSource = (style: string): string =>
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Headers of a page: nobody keeps it, nobody else may use it or show it in a frame, and it loads what `policy` allows. */
export const securityHeaders = (policy: readonly string[]): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    ...policy,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
  // Not `no-referrer`: with it a browser hides from us as well which page a form was sent from.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})
