import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestSystem } from './test-system.ts'

/** For tests of the whole: one system of five processes with a small world, shared by all test files. */
export default async function setup(): Promise<void> {
  const system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-system-')), { world: true })
  process.env.TEST_SYSTEM = JSON.stringify(system.layout)
  Object.assign(globalThis, { stopTestSystem: system.remove })
}
