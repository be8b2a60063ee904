import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ExportLine } from '../kernel/records/log/export.ts'
import type { RunningSystem } from './system.ts'

/** Reads exported logs line by line, from the parties of a running system or from files. */

export type LoggingService = 'svip' | 'img' | 'ncg'

/** How long a party may send nothing before the export fails. */
const SILENT_AFTER_MS = 60_000

/**
 * Reads the log of a party as the operator.
 * @param wanted a chain, or of a chain the entries with an id; all chains when left out.
 * @throws {Error} when the party refuses, or stops before the end.
 */
export async function* linesOfParty(
  system: Pick<RunningSystem, 'url' | 'operatorToken'>,
  party: LoggingService,
  wanted: { readonly chain?: string; readonly id?: string } = {},
  silentAfterMs: number = SILENT_AFTER_MS,
): AsyncGenerator<ExportLine> {
  const silence = new AbortController()
  const stuck = new Error(`${party} gave nothing of its log for ${silentAfterMs / 1000} seconds.`)
  const timer = setTimeout(() => silence.abort(stuck), silentAfterMs)
  try {
    const response = await fetch(`${system.url(party)}/log?${new URLSearchParams(wanted)}`, {
      headers: { authorization: `Bearer ${await system.operatorToken()}` },
      signal: silence.signal,
    })
    if (!response.ok || !response.body) throw new Error(`${party} did not give its log (${response.status}).`)
    const text = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    for await (const line of parseLines(text, `the log of ${party}`)) {
      timer.refresh()
      yield line
    }
  } finally {
    clearTimeout(timer)
  }
}

/** @throws {Error} naming every missing file, or the first invalid line. */
export async function* linesOfFiles(files: readonly string[]): AsyncGenerator<ExportLine> {
  const missing = files.filter((file) => !existsSync(file))
  if (missing.length > 0) throw new Error(`There is no file ${missing.join(', ')}.`)
  for (const file of files) yield* parseLines(createReadStream(file), file)
}

async function* parseLines(stream: Readable, source: string): AsyncGenerator<ExportLine> {
  let number = 0
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line === '') continue
    const parsed = parseJson(line)
    if (typeof parsed !== 'object' || parsed === null || !('type' in parsed))
      throw new Error(`Line ${number} of ${source} is not a line of a log: the export is damaged.`)
    yield parsed as ExportLine
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
