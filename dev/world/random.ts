/** A stream of numbers that is the same on every machine, every time. Whole numbers only: no rounding anywhere. */
export type Random = {
  /** The next 32 bits. */
  next(): number
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  /** A whole number from `first` up to and including `last`. */
  between(first: number, last: number): number
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean
  pick<T>(choices: readonly T[]): T
  /** Picks by weight; the weights are whole numbers. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  /** The same elements in another order (Fisher-Yates). */
  shuffle<T>(elements: Iterable<T>): T[]
}

/**
 * Streams with different numbers are independent, so that each address has its own: the records of one address do not
 * depend on those of another, nor on the order in which they are made.
 */
export function createRandom(seed: number, stream: number): Random {
  const scatter = splitMix32(Math.imul(seed, 0x9e3779b1) ^ stream)
  return fromState([scatter(), scatter(), scatter(), scatter()])
}

type State = [number, number, number, number]

/** xoshiro128** 1.1 of Blackman and Vigna (https://prng.di.unimi.it/xoshiro128starstar.c). */
export function fromState(state: State): Random {
  let [a, b, c, d] = state
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  // Multiply-shift instead of a remainder: it stays below 2^53, so it is exact.
  const below = (limit: number): number => Math.floor((next() * limit) / 0x1_0000_0000)
  const pick = <T>(choices: readonly T[]): T => at(choices, below(choices.length))
  return {
    next,
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (percent) => below(100) < percent,
    pick,
    weighted: (choices) => {
      let left = below(choices.reduce((sum, [, weight]) => sum + weight, 0))
      for (const [choice, weight] of choices) {
        if (left < weight) return choice
        left -= weight
      }
      throw new Error('no choice has a weight')
    },
    shuffle: (elements) => {
      const order = [...elements]
      for (let last = order.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const moved = at(order, last)
        order[last] = at(order, other)
        order[other] = moved
      }
      return order
    },
  }
}

/** The element at a place that is known to exist. */
export function at<T>(elements: readonly T[], index: number): T {
  if (index < 0 || index >= elements.length) throw new RangeError(`no element ${index} of ${elements.length}`)
  return elements[index] as T
}

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits))

/** Spreads a small seed over the state, as the authors of xoshiro advise. */
function splitMix32(seed: number): () => number {
  let counter = seed | 0
  return () => {
    counter = (counter + 0x9e3779b9) | 0
    let word = counter ^ (counter >>> 16)
    word = Math.imul(word, 0x21f0aaad)
    word ^= word >>> 15
    word = Math.imul(word, 0x735a2d97)
    return word ^ (word >>> 15)
  }
}
