import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { fingerprint } from '../kernel/records/log/chain.ts'
import { openSettings, readSigningKey } from '../kernel/runtime/settings.ts'
import { type Layout, systemEnvironment } from './system.ts'

/**
 * Pins the keys with which the parties of a development system sign their logs, at the first start, so that a signature with another key is
 * noticed. In production the agencies publish the fingerprints.
 */

const PARTIES = ['img', 'ncg', 'svip'] as const

const fileOf = (directory: string): string => `${directory}/trusted-keys.json`

const pins = z.record(z.enum(PARTIES), z.string().regex(/^[0-9a-f]{32}$/))

const signing = z.object({ X_LOG_SIGNING_KEY: z.string().transform(readSigningKey) })

/** Writes the fingerprints of the three keys to the folder of the system, unless there are some: a pin is never replaced. */
export async function pinKeys(layout: Layout): Promise<void> {
  const file = fileOf(layout.directory)
  if (existsSync(file)) return
  const environment = await systemEnvironment(layout)
  const fingerprints = PARTIES.map((party) => {
    const { X_LOG_SIGNING_KEY } = openSettings([signing], environment, party)(signing)
    return [party, fingerprint(createPublicKey(X_LOG_SIGNING_KEY))] as const
  })
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(fingerprints), null, 2)}\n`)
}

/**
 * The pins of a system as `party=fingerprint`; `undefined` when it has none.
 * @throws {Error} when the file is damaged.
 */
export function readPins(directory: string): readonly string[] | undefined {
  const file = fileOf(directory)
  if (!existsSync(file)) return undefined
  try {
    const read = pins.parse(JSON.parse(readFileSync(file, 'utf8')))
    return Object.entries(read).map(([party, pinned]) => `${party}=${pinned}`)
  } catch {
    throw new Error(
      `${file} does not hold the fingerprints of the keys of the parties. Give them with --trust.`,
    )
  }
}
