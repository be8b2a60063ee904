import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPeers } from '../../bench/peers/install.ts'
import { startTestSystem } from '../support/test-system.ts'
import { startHiveGateway } from './hive-gateway.ts'

/** The system of `setup-system.ts`, with another gateway on the same supergraph instead of ours. */
export default async function setup(): Promise<void> {
  await installPeers((text) => console.log(text))
  const system = await startTestSystem(mkdtempSync(join(tmpdir(), 'samenloop-portability-')), {
    world: true,
    gateway: startHiveGateway,
  })
  process.env.TEST_GATEWAY = 'another'
  process.env.TEST_SYSTEM = JSON.stringify(system.layout)
  Object.assign(globalThis, { stopTestSystem: system.remove })
}
