import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/** Every change of casework goes through the step machine: no other code records or writes it. */

const MODULES = ['acute', 'cooperation', 'requests', 'resident', 'signals']

/** The variable names of the stores in the modules. */
const STORES: Readonly<Record<string, string>> = {
  acuteStore: 'acute',
  cooperationStore: 'cooperation',
  requestStore: 'requests',
  signalStore: 'signals',
}

/** The functions that write a step to the database: methods of the stores, and functions of the access requests. */
const WRITERS = [
  'acute.report',
  'acute.step',
  'acute.agree',
  'acute.complete',
  'cooperation.propose',
  'cooperation.step',
  'cooperation.link',
  'cooperation.unlink',
  'cooperation.coordinate',
  'requests.submit',
  'requests.step',
  'signals.step',
  'registerAccessRequest',
  'changeAccessRequest',
] as const

type Source = { readonly file: string; readonly text: string }

const sources: readonly Source[] = MODULES.flatMap((name) =>
  globSync(`subgraphs/svip/modules/${name}/**/*.ts`)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => ({
      file,
      text: readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
        .replace(/\b(\w+Store)\(context\)\./g, (call, store: string) =>
          STORES[store] ? `${STORES[store]}.` : call,
        ),
    })),
)

/** The calls of a function, with the text of each. */
const callsOf = (name: string) =>
  sources.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(`(?<!function )\\b${name.replace('.', '\\.')}\\(`, 'g'))].map(
      ({ index }) => ({
        file,
        text,
        index,
      }),
    ),
  )

/** The properties of the object literals that enclose a position in a file, innermost first. */
function propertiesAround({ text, index }: { readonly text: string; readonly index: number }): string[] {
  const properties: string[] = []
  let depth = 0
  let isNamed = false
  for (let at = index - 1; at >= 0; at -= 1) {
    const character = text.charAt(at)
    const opens = depth === 0 && '([{'.includes(character)
    if (depth === 0 && !isNamed && (opens || character === ',')) {
      properties.push(/^\s*(\w+):/.exec(text.slice(at + 1))?.[1] ?? '')
      isNamed = true
    }
    if (opens) isNamed = false
    else if ('([{'.includes(character)) depth -= 1
    else if (')]}'.includes(character)) depth += 1
  }
  return properties
}

test.each(WRITERS)('%s is called, and only by the step machine', (name) => {
  const calls = callsOf(name)
  expect(calls.length).toBeGreaterThan(0)
  const others = calls.filter((call) => !propertiesAround(call).includes('write'))
  expect(others.map(({ file }) => file)).toEqual([])
})

test('a call outside the machine is found', () => {
  const around = (text: string) => propertiesAround({ text, index: text.indexOf('store.step(') })
  expect(around('take(context, { find: () => null, write: (row) => store.step(row) })')).toContain('write')
  expect(around('take({ write: async ({ row }) => {\n await store.step(row)\n return row } })')).toContain(
    'write',
  )
  expect(around('take({ write: () => 1, change: async () => { await store.step(1) } })')).not.toContain(
    'write',
  )
  expect(around('await take({ write: () => 1 })\n await store.step(1)')).not.toContain('write')
})

test('outside the step machine only reads are put on record', () => {
  const calls = callsOf('recordOwn')
  expect(calls.length).toBeGreaterThan(8)
  const others = calls.filter(({ text, index }) => {
    const [, what = ''] = /'([A-Z][^']+)'/.exec(text.slice(index, index + 250)) ?? []
    return !/ (getoond|gemaakt)$/.test(what)
  })
  // `show` records what its caller passes: a list, a signal, or a signal after a step.
  expect(others.map(({ file }) => file)).toEqual(['subgraphs/svip/modules/signals/show.ts'])
})
