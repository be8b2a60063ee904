import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/**
 * The hash chain of the logs, without a database. An entry commits to its content by a salted hash, so that the content can be erased after
 * its retention term (AVG art. 5(1)(e)) while the chain stays verifiable.
 */

export type Entry = {
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly at: number
  /** SHA-256 over salt and content. */
  readonly commitment: string
  /** Hash of the entry before this one. */
  readonly previous: string
  readonly hash: string
}

/** The signed end of a chain at a moment: it exposes a tail that was cut off later. */
export type Seal = {
  readonly chain: string
  readonly seq: number
  readonly hash: string
  readonly at: number
  /** Ed25519, base64url. */
  readonly signature: string
}

/** The previous hash of the first entry of every chain. */
export const GENESIS = '0'.repeat(64)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const commit = (salt: string, content: string): string => sha256(`${salt}\n${content}`)

/** The entry that follows `previous` in `chain`. */
export function link(
  chain: string,
  previous: Pick<Entry, 'seq' | 'hash'>,
  at: number,
  commitment: string,
): Entry {
  const seq = previous.seq + 1
  return {
    seq,
    at,
    commitment,
    previous: previous.hash,
    hash: sha256(`${chain}\n${seq}\n${at}\n${commitment}\n${previous.hash}`),
  }
}

const statement = (seal: Omit<Seal, 'signature'>): Buffer =>
  Buffer.from(`samenloop log\n${seal.chain}\n${seal.seq}\n${seal.hash}\n${seal.at}`)

export function signSeal(key: KeyObject, seal: Omit<Seal, 'signature'>): Seal {
  return { ...seal, signature: sign(null, statement(seal), key).toString('base64url') }
}

export function isSealGenuine(publicKey: KeyObject, seal: Seal): boolean {
  return verify(null, statement(seal), publicKey, Buffer.from(seal.signature, 'base64url'))
}

/** The fingerprint of a key, to compare with the one that the agency published. */
export function fingerprint(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32)
}

/** Reads an SPKI key in base64, as in an export. */
export const readPublicKey = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
