import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readSettings } from '../../dev/identity/settings.ts'
import { readGatewayConfig } from '../../gateway/settings.ts'
import { readAgencyConfig } from '../../subgraphs/agency/config.ts'
import { readImgConfig } from '../../subgraphs/img/server.ts'
import { readSvipConfig } from '../../subgraphs/svip/server.ts'
import type { Environment } from './settings.ts'

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
const [ofProcesses = ''] = page.split('## Commands and tests')

/** `IMG_PORT` and the `X_PORT` of the page are one setting of three processes. */
const general = (names: Iterable<string>) =>
  [...new Set([...names].map((name) => name.replace(/^(IMG|NCG|SVIP|X)_/, 'X_')))].toSorted()

/** The names of the first column of the tables, several in a row included. */
const documented = general(
  ofProcesses
    .split('\n')
    .flatMap(
      (line) =>
        /^\| (`.*?) +\|/
          .exec(line)?.[1]
          ?.matchAll(/`([A-Z][A-Z_]+)`/g)
          ?.toArray() ?? [],
    )
    .flatMap(([, name]) => name ?? []),
)

/** What a process asks its environment for when nothing is set; it then says everything that is missing. */
function asked(read: (environment: Environment) => unknown): string[] {
  const names: string[] = []
  const environment = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, name) => {
        if (typeof name === 'string') names.push(name)
        // Production, which is meant otherwise, has no development identity provider.
        return name === 'NODE_ENV' ? 'test' : undefined
      },
    },
  )
  try {
    read(environment)
  } catch {
    // Which settings are missing is not what this is about.
  }
  return names
}

test('the page names every setting that a process reads, and no other', () => {
  const read = general([
    ...asked(readGatewayConfig),
    ...asked(readImgConfig),
    ...asked((environment) => readAgencyConfig('ncg', environment)),
    ...asked(readSvipConfig),
    ...asked(readSettings),
  ])
  expect(read.length).toBeGreaterThan(50)
  expect(documented).toEqual(read)
})
