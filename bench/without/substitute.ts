import { registerHooks } from 'node:module'

/** Puts modules of the bench in the place of ours in this process, so that the product needs no switch to do without them. */
export function substitute(replacements: Readonly<Record<string, string>>): void {
  const bench = new URL('..', import.meta.url).href
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      // A replacement may use what it replaces.
      if (context.parentURL?.startsWith(bench)) return found
      const [, replacement] = Object.entries(replacements).find(([path]) => found.url.endsWith(path)) ?? []
      return replacement === undefined ? found : { ...found, url: new URL(replacement, import.meta.url).href }
    },
  })
}
