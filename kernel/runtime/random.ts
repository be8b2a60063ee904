import { randomFillSync } from 'node:crypto'

/** Random bytes are generated in blocks of this size: a call for eight bytes costs as much. */
const pool = Buffer.allocUnsafe(4096)
let used = pool.length

/** Returns random bytes in hexadecimal, from the same source as `randomBytes`; each byte is used once. */
export function randomHex(bytes: number): string {
  if (bytes > pool.length) throw new RangeError(`at most ${pool.length} bytes at a time`)
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const from = used
  used += bytes
  const text = pool.toString('hex', from, used)
  // Used bytes must not stay readable in memory.
  pool.fill(0, from, used)
  return text
}
