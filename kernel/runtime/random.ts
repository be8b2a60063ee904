import { randomFillSync } from 'node:crypto'

/** Drawn so much at a time: a call for eight bytes costs as much as one for all of these. */
const pool = Buffer.allocUnsafe(4096)
let used = pool.length

/** So many random bytes in hexadecimal, from the same source as `randomBytes`; none is given twice. */
export function randomHex(bytes: number): string {
  if (bytes > pool.length) throw new RangeError(`at most ${pool.length} bytes at a time`)
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const from = used
  used += bytes
  const text = pool.toString('hex', from, used)
  // What was given away must not be readable in memory any longer.
  pool.fill(0, from, used)
  return text
}
