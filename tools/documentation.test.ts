import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'

const pages = globSync('**/*.md', {
  exclude: (name) => ['node_modules', '.data', '.git'].includes(name),
})

/** The targets of the links of a page to files of this repository. */
const linkedFrom = (page: string): readonly string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
    join(dirname(page), path),
  )

test('every link between pages has an existing target', () => {
  const links = pages.flatMap((page) => linkedFrom(page).map((path) => ({ page, path })))
  expect(links.length).toBeGreaterThan(150)
  expect(links.filter(({ path }) => !existsSync(path))).toEqual([])
})

test('the index names every page of docs', () => {
  const linked = new Set(linkedFrom('docs/README.md'))
  const own = pages.filter((page) => dirname(page) === 'docs' && page !== 'docs/README.md')
  expect(own.length).toBeGreaterThan(20)
  expect(own.filter((page) => !linked.has(page))).toEqual([])
})

test('the README of a folder names source files that are in it', () => {
  // Files that each module has; a README outside the modules may name them.
  const ofModules = ['module.ts', 'activity.ts']
  const named = pages
    .filter((page) => page.endsWith('README.md') && dirname(page) !== 'docs')
    .flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/`([\w./-]+\.(?:ts|mjs|graphql))`/g)].map(([, path = '']) => ({
        page,
        path,
      })),
    )
  expect(named.length).toBeGreaterThan(100)
  const isThere = ({ page, path }: (typeof named)[number]) =>
    ofModules.includes(path) ||
    [path, join('test', path)].some((each) => existsSync(each)) ||
    globSync(join(dirname(page), '**', path)).length > 0
  expect(named.filter((each) => !isThere(each))).toEqual([])
})
