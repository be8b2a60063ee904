import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commit, fingerprint, GENESIS, link, type Seal, signSeal } from './chain.ts'
import { signExport } from './envelope.ts'
import type { ExportLine } from './export.ts'
import { type VerifyOptions, verifyLogs } from './verify.ts'

/** What an export proves with a pinned key, with seals stored elsewhere, with both or with neither; and attacks on it. */

const CHAINS = ['img/processing', 'img/access'] as const
const HOUR = 3_600_000
const key = generateKeyPairSync('ed25519').privateKey
/** Hours ago, so that sealed entries lie before the margin around the moment of an export. */
const START = Date.now() - 10 * HOUR
const NOW = START + 10 * HOUR

type Made = { readonly lines: readonly ExportLine[]; readonly seals: readonly Seal[] }

/** A chain with one entry per hour, and seals at some of them. */
function makeChain(signingKey: KeyObject, chain: string, entries: number, sealedAt: readonly number[]): Made {
  const publicKey = publicKeyOf(signingKey)
  const seals: Seal[] = []
  const lines: ExportLine[] = []
  let last: { seq: number; hash: string } = { seq: 0, hash: GENESIS }
  let head: Seal | null = null
  for (let number = 1; number <= entries; number++) {
    const at = START + number * HOUR
    const content = JSON.stringify({ number })
    const entry = link(chain, last, at, commit('salt', content))
    head = signSeal(signingKey, { chain, seq: entry.seq, hash: entry.hash, at })
    if (sealedAt.includes(number)) seals.push(head)
    lines.push({ type: 'entry', ...entry, salt: 'salt', content })
    last = entry
  }
  if (!head) throw new Error('a chain has an entry')
  const exportedAt = new Date(NOW).toISOString()
  const own = seals.map((seal) => ({ type: 'seal', ...seal }) as const)
  return {
    lines: [
      { type: 'chain', chain, publicKey, exportedAt, head },
      ...own,
      ...lines,
      { type: 'end', chain, entries },
    ],
    seals,
  }
}

const publicKeyOf = (signingKey: KeyObject): string =>
  createPublicKey(signingKey).export({ type: 'spki', format: 'der' }).toString('base64')

async function makeExport(signingKey: KeyObject, chains: readonly Made[]): Promise<ExportLine[]> {
  async function* all() {
    for (const { lines } of chains) yield* lines
  }
  const opening = {
    type: 'export',
    party: 'img',
    publicKey: publicKeyOf(signingKey),
    exportedAt: new Date(NOW).toISOString(),
    chains: CHAINS,
    id: null,
  } as const
  return await Array.fromAsync(signExport(signingKey, opening, all()))
}

/** Seven entries in each chain, of which the third and the sixth are sealed. */
const whole = (signingKey: KeyObject) => CHAINS.map((chain) => makeChain(signingKey, chain, 7, [3, 6]))
const honestly = whole(key)
const seals = honestly.flatMap((made) => made.seals)
const honest = await makeExport(key, honestly)
const pins = [`img=${fingerprint(createPublicKey(key))}`]

const whats = (problems: readonly { what: string }[]) => problems.map(({ what }) => what)
async function verdict(lines: readonly ExportLine[], options: VerifyOptions) {
  const { problems, unproven } = await verifyLogs(lines, options)
  return { problems: whats(problems), unproven: whats(unproven) }
}
const RIGHT = { problems: [], unproven: [] }

/** The same lines with those of one type changed, or left out when the change returns `null`. */
const change = <Type extends ExportLine['type']>(
  lines: readonly ExportLine[],
  type: Type,
  to: (line: Extract<ExportLine, { type: Type }>) => ExportLine | null,
): ExportLine[] =>
  lines.flatMap((line) =>
    line.type === type ? (to(line as Extract<ExportLine, { type: Type }>) ?? []) : line,
  )

/** Cuts the first chain off after its first seal, which becomes its signed end. */
function cutToSeal(lines: readonly ExportLine[]): ExportLine[] {
  const [first] = seals as [Seal]
  let inside = false
  return lines.flatMap((line): ExportLine | [] => {
    if (line.type === 'chain') inside = line.chain === 'img/processing'
    if (!inside) return line
    if (line.type === 'chain') return { ...line, head: first }
    if (line.type === 'end') return { ...line, entries: first.seq }
    if (line.type === 'entry' || line.type === 'seal') return line.seq > first.seq ? [] : line
    return line
  })
}
/** Sets the moment of the export to right after the first seal. */
function setBack(lines: readonly ExportLine[]): ExportLine[] {
  const at = new Date((seals[0]?.at ?? 0) + 1000).toISOString()
  return change(
    change(lines, 'chain', (line) => ({ ...line, exportedAt: at })),
    'export',
    (line) => ({ ...line, exportedAt: at }),
  )
}
/** An export without its envelope, as earlier versions made it. */
const bare = (lines: readonly ExportLine[]) =>
  lines.filter(({ type }) => type !== 'export' && type !== 'signature')

/** All options with evidence from outside the export. */
const anchored = () =>
  [
    ['a pinned key', { trustedFingerprints: pins }],
    ['seals kept elsewhere', { outsideSeals: seals, sealsAreKept: true }],
    ['both', { outsideSeals: seals, sealsAreKept: true, trustedFingerprints: pins }],
  ] as const

describe('an unchanged export', () => {
  test('is proven by a pinned key, by seals stored elsewhere, and by both', async () => {
    for (const [name, options] of anchored())
      expect([name, await verdict(honest, options)]).toEqual([name, RIGHT])
  })

  test('is not proven by itself: anyone can make one', async () => {
    const { problems, unproven } = await verdict(honest, {})
    expect(problems).toEqual([])
    expect(unproven).toEqual(CHAINS.map(() => expect.stringMatching(/nothing shows whose key .* is/)))
  })

  test('is proven later too: seals from after its signed moment are counted, those from before it must be present', async () => {
    const longer = makeChain(key, 'img/access', 9, [8])
    const later = longer.seals.map((seal) => signSeal(key, { ...seal, at: NOW + HOUR }))
    const { problems, unproven, chains } = await verifyLogs(honest, { outsideSeals: [...seals, ...later] })
    expect([problems, unproven]).toEqual([[], []])
    expect(chains).toMatchObject([
      { chain: 'img/processing', outsideSeals: 2, laterSeals: 0, signedAt: NOW },
      { chain: 'img/access', outsideSeals: 2, laterSeals: 1, signedAt: NOW },
    ])
    expect((await verdict(honest, { outsideSeals: [...seals, ...longer.seals] })).problems).toEqual([
      'the tail is missing: the log was sealed up to 8',
    ])
    // In a running system the seals were read before the logs, so all of them must be present.
    expect(
      (await verdict(honest, { outsideSeals: [...seals, ...later], askedAt: NOW + HOUR / 120 })).problems,
    ).toEqual(['the tail is missing: the log was sealed up to 8'])
  })

  test('from before the request is not accepted from a running system', async () => {
    const { problems } = await verifyLogs(honest, {
      trustedFingerprints: pins,
      askedAt: NOW + HOUR,
    })
    expect(whats(problems)).toEqual(CHAINS.map(() => expect.stringContaining('not of now')))
  })
})

describe('an attacker with an export but without the key of the party', () => {
  const CHANGED = 'a line of the export was changed, moved, added or left out'
  const attacks: readonly (readonly [string, (lines: readonly ExportLine[]) => ExportLine[]])[] = [
    ['cuts the tail back to a seal', cutToSeal],
    ['cuts the tail back to a seal and sets the moment back', (lines) => setBack(cutToSeal(lines))],
    [
      'cuts the tail between two seals',
      (lines) => change(lines, 'entry', (line) => (line.seq > 4 ? null : line)),
    ],
    ['changes the moment', setBack],
    [
      'breaks the moment',
      (lines) => change(lines, 'export', (line) => ({ ...line, exportedAt: 'yesterday' })),
    ],
    [
      'breaks the moment of a chain',
      (lines) => change(lines, 'chain', (line) => ({ ...line, exportedAt: '' })),
    ],
    ['moves an entry', (lines) => lines.toSorted((a, b) => rank(a) - rank(b))],
    ['leaves the seals out', (lines) => lines.filter(({ type }) => type !== 'seal')],
    ['leaves a whole chain out', (lines) => withoutChain(lines, 'img/access')],
    [
      'leaves a whole chain out and does not list it',
      (lines) =>
        change(withoutChain(lines, 'img/access'), 'export', (line) => ({
          ...line,
          chains: ['img/processing'],
        })),
    ],
    ['changes the party', (lines) => change(lines, 'export', (line) => ({ ...line, party: 'ncg' }))],
    ['cuts the signature off', (lines) => lines.filter(({ type }) => type !== 'signature')],
  ]
  test.each(attacks)('%s: it is found, with any evidence', async (_name, attack) => {
    for (const [, options] of [...anchored(), ['nothing', {}] as const])
      expect((await verdict(attack(honest), options)).problems).not.toEqual([])
  })

  test('leaves out a chain: the report names it', async () => {
    expect((await verdict(setBack(honest), {})).problems).toEqual([CHANGED])
    expect((await verdict(withoutChain(honest, 'img/access'), {})).problems).toContain(
      'the export says that it holds img/access, which is not in it',
    )
  })

  test('removes the envelope: the export is never proven', async () => {
    for (const attack of [bare, (lines: readonly ExportLine[]) => bare(setBack(cutToSeal(lines)))])
      for (const [, options] of anchored()) {
        const { unproven } = await verdict(attack(honest), options)
        expect(unproven).toContainEqual(
          expect.stringContaining('whether the log went on after that is not proven'),
        )
      }
  })

  test('changes any character of any line: the export is never proven', async () => {
    const texts = honest.map((line) => JSON.stringify(line))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(texts.length - 1),
        fc.nat(),
        fc.constantFrom('a', '0', 'Z', '9'),
        async (at, position, character) => {
          const text = texts[at] ?? ''
          const place = position % text.length
          const changed = `${text.slice(0, place)}${character}${text.slice(place + 1)}`
          let lines: ExportLine[]
          try {
            lines = texts.map((line, index) => JSON.parse(index === at ? changed : line) as ExportLine)
          } catch {
            // No longer JSON, which the reader of the file reports.
            return
          }
          if (JSON.stringify(lines[at]) === text) return
          const found = await verdict(lines, { trustedFingerprints: pins }).catch(() => null)
          expect(found).not.toEqual(RIGHT)
        },
      ),
      { numRuns: 300 },
    )
  })
})

const rank = (line: ExportLine): number =>
  line.type === 'entry' && (line.seq === 2 || line.seq === 3) ? (line.seq === 2 ? 1 : 0) : 0
function withoutChain(lines: readonly ExportLine[], name: string): ExportLine[] {
  let inside = false
  return lines.filter((line) => {
    if (line.type === 'chain') inside = line.chain === name
    if (line.type === 'signature') inside = false
    return !inside
  })
}

describe('an export of an earlier version, without an envelope', () => {
  test('has no faults, but is not proven to be complete', async () => {
    const { problems, unproven } = await verdict(bare(honest), {
      outsideSeals: seals,
      trustedFingerprints: pins,
    })
    expect(problems).toEqual([])
    expect(unproven).toEqual(
      CHAINS.map(() => expect.stringContaining('entries 1 to 6 of 7 are as they were sealed; whether')),
    )
  })

  test('cut off after a seal with its moment set back reports seals of entries after its end', async () => {
    const { problems, unproven } = await verdict(bare(setBack(cutToSeal(honest))), {
      outsideSeals: seals,
      trustedFingerprints: pins,
    })
    expect(problems).toEqual([])
    expect(unproven).toContainEqual(
      expect.stringContaining('1 seals kept outside are of entries after its end'),
    )
  })

  test('cut off after a seal with its own moment is found', async () => {
    const { problems } = await verdict(bare(cutToSeal(honest)), { outsideSeals: seals })
    expect(problems).toEqual(['the tail is missing: the log was sealed up to 6'])
  })
})

describe('an attacker who rewrote the chains with another key', () => {
  let forged: ExportLine[]
  beforeAll(async () => {
    const own = generateKeyPairSync('ed25519').privateKey
    forged = await makeExport(own, whole(own))
  })

  test('is found by the pinned key and by the seals stored elsewhere, and proves nothing without them', async () => {
    for (const lines of [forged, bare(forged), setBack(forged)]) {
      const [pinned, sealed] = anchored()
      expect((await verdict(lines, pinned[1])).problems).toContain(
        'the log is signed with a key that is not trusted',
      )
      expect((await verdict(lines, sealed[1])).problems).toContain('the signature of a seal is false')
      expect((await verdict(lines, {})).unproven).not.toEqual([])
    }
  })

  test('is found also with an unreadable moment', async () => {
    for (const lines of [
      bare(change(forged, 'chain', (line) => ({ ...line, exportedAt: 'NaN' }))),
      change(forged, 'chain', (line) => ({ ...line, exportedAt: 'NaN' })),
    ])
      expect((await verdict(lines, { outsideSeals: seals })).problems).toContain(
        'the signature of a seal is false',
      )
  })

  test('is found also with a pin of another party', async () => {
    const theirs = (await verifyLogs(forged)).chains[0]?.keyFingerprint
    const { problems } = await verdict(forged, { trustedFingerprints: [...pins, `ncg=${theirs}`] })
    expect(problems).toContain('the log is signed with a key that is not trusted')
  })
})

describe('an attacker who can write the database of the party, so that its process signs the rest', () => {
  test('is found by the seals outside; with their file removed too, the log is not proven', async () => {
    const lines = await makeExport(key, [makeChain(key, 'img/processing', 3, [3]), ...honestly.slice(1)])
    const known = { trustedFingerprints: pins, sealsAreKept: true, askedAt: NOW }
    expect((await verdict(lines, { ...known, outsideSeals: seals })).problems).toEqual([
      'the tail is missing: the log was sealed up to 6',
    ])
    const left = seals.filter(({ chain }) => chain !== 'img/processing')
    for (const outsideSeals of [left, []])
      expect((await verdict(lines, { ...known, outsideSeals })).unproven).toContainEqual(
        expect.stringContaining('a file of seals was removed'),
      )
  })
})
