import { createHash } from 'node:crypto'

/** Markup that may go into a page unescaped. Only `html` makes it. */
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

/** Makes markup; everything that is filled in is escaped, unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(parts.map((part, index) => part + escapeText(contents[index] ?? '')).join(''))

/** The source of an inline style sheet in a content security policy: no other style is applied. */
export const styleSource = (style: string): string =>
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Headers of a page: it is not cached, no other site may use or frame it, and it loads only what `policy` allows. */
export const securityHeaders = (policy: readonly string[]): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    ...policy,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
  // Not `no-referrer`: that would also hide from us which page sent a form.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
})
