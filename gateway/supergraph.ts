import { type FSWatcher, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Supergraph } from '@apollo/federation-internals'
import type { SupergraphManager } from '@apollo/gateway'
import type { Logger } from 'pino'
import { loadSupergraph } from './executor/engine.ts'

type Options = {
  readonly file: string
  /** Whether to look at the file when something in its folder changes; SIGHUP always does. */
  readonly watches: boolean
  /** The subgraphs that there is a way to. */
  readonly subgraphs: ReadonlySet<string>
  readonly logger: Logger
  readonly onReload: (outcome: 'taken' | 'refused') => void
}

/** Writing a file is more than one change; a look waits until it is quiet. */
const QUIET_MS = 200

/**
 * Reads the supergraph from a file, and again when that changes or at SIGHUP. A new one takes the place of the old one between
 * two requests. One that cannot be executed is refused with the reason in the operational log, and the old one stays.
 */
export function supergraphFile({ file, watches, subgraphs, logger, onReload }: Options): SupergraphManager {
  return {
    async initialize({ update }) {
      let current = await readFile(file, 'utf8')
      assertUsable(current, subgraphs)
      let timer: NodeJS.Timeout | null = null

      async function reload(): Promise<void> {
        try {
          const next = await readFile(file, 'utf8')
          if (next === current) return
          assertUsable(next, subgraphs)
          update(next)
          current = next
          onReload('taken')
          logger.info('the new supergraph is in use')
        } catch (error) {
          onReload('refused')
          logger.error({ err: error, file }, 'the new supergraph is refused; the old one stays in use')
        }
      }
      const soon = () => {
        if (timer) clearTimeout(timer)
        timer = setTimeout(() => void reload(), QUIET_MS)
      }
      process.on('SIGHUP', soon)
      const watcher = watches ? watchFolder(file, soon, logger) : null
      return {
        supergraphSdl: current,
        async cleanup() {
          process.off('SIGHUP', soon)
          watcher?.close()
          if (timer) clearTimeout(timer)
        },
      }
    },
  }
}

/** The folder and not the file: what writes a new file in the place of the old one leaves the watcher with the old one. */
function watchFolder(file: string, onChange: () => void, logger: Logger): FSWatcher {
  const watcher = watch(dirname(file), { persistent: false }, onChange)
  watcher.on('error', (error) =>
    logger.warn({ err: error }, 'the supergraph is no longer watched; use SIGHUP'),
  )
  return watcher
}

/** @throws {Error} saying what is wrong with it. */
function assertUsable(supergraphSdl: string, subgraphs: ReadonlySet<string>): void {
  for (const { name } of Supergraph.build(supergraphSdl).subgraphsMetadata())
    if (!subgraphs.has(name))
      throw new Error(`the supergraph has a subgraph ${name}, of which no address is known`)
  loadSupergraph(supergraphSdl)
}
