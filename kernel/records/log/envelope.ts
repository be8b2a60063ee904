import { createHash, type KeyObject, sign, verify } from 'node:crypto'
import { fingerprint, readPublicKey } from './chain.ts'
import type { ExportLine } from './export.ts'

/**
 * The signed envelope of an export: its first line has the party and the moment, its last line signs a digest of all lines before it.
 * Without the key of the party nothing in an export can be changed: not the moment, which distinguishes later seals from a tail that was
 * cut off, and not where the chains end.
 */

export type Opening = Extract<ExportLine, { type: 'export' }>
export type Signature = Extract<ExportLine, { type: 'signature' }>

/** The signed text has a prefix, so that no other signature of the same key can be used here. */
const statement = (digest: string): Buffer => Buffer.from(`samenloop export\n${digest}`)

function createDigest(opening: Opening) {
  const hash = createHash('sha256')
  // Hashes the parsed line, so that the digest is the same for the network and a file.
  const add = (line: ExportLine) => hash.update(`${JSON.stringify(line)}\n`)
  add(opening)
  return { add, finish: () => hash.digest('hex') }
}

/** Passes lines on between an opening and a signature over all of them. */
export async function* signExport(
  key: KeyObject,
  opening: Opening,
  lines: AsyncIterable<ExportLine>,
): AsyncGenerator<ExportLine> {
  const digest = createDigest(opening)
  yield opening
  for await (const line of lines) {
    digest.add(line)
    yield line
  }
  const finished = digest.finish()
  yield {
    type: 'signature',
    digest: finished,
    signature: sign(null, statement(finished), key).toString('base64url'),
  }
}

/** Verifies an envelope after all lines are read. */
export type Envelope = {
  readonly opening: Opening
  add(line: ExportLine): void
  /** Verifies the signature. @returns the fault, in which case the opening cannot be trusted. */
  close(line: Signature): readonly string[]
  /** The moment of the export in milliseconds, once the signature is verified; `null` otherwise. */
  readonly signedAt: number | null
}

/** Reads an envelope. The key in it proves nothing by itself: only a pinned key, or seals stored elsewhere, show whose key it is. */
export function openEnvelope(opening: Opening): Envelope {
  const digest = createDigest(opening)
  const key = readPublicKey(opening.publicKey)
  const moment = Date.parse(opening.exportedAt)
  const missing = new Set(opening.chains)
  const faults: string[] = Number.isNaN(moment) ? ['the moment of the export cannot be read'] : []
  let signedAt: number | null = null
  return {
    opening,
    add(line) {
      digest.add(line)
      if (line.type !== 'chain') return
      missing.delete(line.chain)
      if (line.chain.split('/')[0] !== opening.party)
        faults.push(`the export of ${opening.party} holds ${line.chain}`)
      if (fingerprint(readPublicKey(line.publicKey)) !== fingerprint(key))
        faults.push(`the export is signed with another key than ${line.chain}`)
    },
    close(line) {
      for (const chain of missing) faults.push(`the export says that it holds ${chain}, which is not in it`)
      const finished = digest.finish()
      if (line.digest !== finished) faults.push('a line of the export was changed, moved, added or left out')
      else if (!verify(null, statement(finished), key, Buffer.from(line.signature, 'base64url')))
        faults.push('the signature of the export is false')
      if (faults.length === 0) signedAt = moment
      return faults
    },
    get signedAt() {
      return signedAt
    },
  }
}
