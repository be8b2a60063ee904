import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'

/**
 * Replaces our modules by those of the bench in this process, so that the product needs no switch.
 * @throws {Error} for a missing module: nothing would be replaced, and the same would be measured twice.
 */
export function substitute(replacements: Readonly<Record<string, string>>): void {
  const bench = new URL('..', import.meta.url).href
  for (const path of Object.keys(replacements))
    if (!existsSync(new URL(`../..${path}`, import.meta.url)))
      throw new Error(`there is no ${path} to replace`)
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      // A replacement may import the module that it replaces.
      if (context.parentURL?.startsWith(bench)) return found
      const [, replacement] = Object.entries(replacements).find(([path]) => found.url.endsWith(path)) ?? []
      return replacement === undefined ? found : { ...found, url: new URL(replacement, import.meta.url).href }
    },
  })
}
