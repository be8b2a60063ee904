import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/**
 * No test asserts how long something takes, because such a test fails on a slow machine and passes on a fast one. A test asserts what
 * happens and in which order; benchmarks measure how fast it is (bench/).
 */
const CLOCKS: Readonly<Record<string, RegExp>> = {
  'reads a clock that is only good for durations': /performance\.now|hrtime|timeOrigin|console\.time/,
  'reads the time that a process used': /cpuUsage|process_cpu_|resourceUsage/,
  'compares a duration':
    /expect\([^\n]*(?:Date\.now\(\)|milliseconds|elapsed|took|duration)[^\n]*\)\s*\.(?:not\.)?toBe(?:Less|Greater)/i,
  'has its own timeout': /Date\.now\(\) [<>]=? ?(?:deadline|until|end)\b/,
}

const testFiles = ['bench', 'dev', 'gateway', 'kernel', 'subgraphs', 'test', 'tools'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        !file.includes('node_modules') &&
        file.endsWith('.ts') &&
        (folder === 'test' || file.endsWith('test.ts')),
    )
    .map((file) => `${folder}/${file}`),
)

const faultsOf = (text: string): readonly string[] =>
  Object.entries(CLOCKS).flatMap(([fault, pattern]) => (pattern.test(text) ? [fault] : []))

test('the patterns match', () => {
  for (const text of [
    'const started = performance.now()',
    "const before = await system.metric('gateway', 'process_cpu_seconds_total')",
    'expect(Date.now() - started).toBeLessThan(2000)',
    'expect(doubled.milliseconds).toBeLessThan(usual.milliseconds * 4)',
    'while (!done && Date.now() < deadline) await sleep(10)',
  ])
    expect([text, faultsOf(text).length]).toEqual([text, 1])
})

test('no test asserts on a clock', () => {
  expect(testFiles.length).toBeGreaterThan(150)
  const faults = testFiles
    .filter((file) => file !== 'tools/timed-tests.test.ts')
    .map((file) => [file, faultsOf(readFileSync(file, 'utf8'))] as const)
  expect(faults.filter(([, found]) => found.length > 0)).toEqual([])
})
