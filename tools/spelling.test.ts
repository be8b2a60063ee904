import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'

/** The words that the spelling check does not know in a text of a file with this name. */
function unknownWords(file: string, text: string): readonly string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/cspell/bin.mjs',
      'lint',
      '--no-progress',
      '--no-summary',
      '--words-only',
      `stdin://${file}`,
    ],
    { input: text, encoding: 'utf8' },
  )
  return stdout.split('\n').filter((word) => word !== '')
}

test('finds a wrong word in a comment and a name, in English and in Dutch', () => {
  const code = `/** Refuses what the polciy does not allow. */\nexport const decisionRecieved = 'Het adrse is onbekedn.'\n`
  expect(unknownWords('kernel/x.ts', code)).toEqual(['polciy', 'Recieved', 'adrse', 'onbekedn'])
})

test('finds a wrong word on a page, and knows the words of the project and Dutch', () => {
  const page =
    'The muncipality asks the supergraph: de verwerkingsverantwoordelijke geeft geen toestemming.\n'
  expect(unknownWords('docs/x.md', page)).toEqual(['muncipality'])
})
