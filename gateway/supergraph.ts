import { type FSWatcher, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Supergraph } from '@apollo/federation-internals'
import type { SupergraphManager } from '@apollo/gateway'
import type { Logger } from 'pino'
import { loadSupergraph } from './executor/engine.ts'

type Options = {
  readonly file: string
  /** Whether a change in the folder of the file reloads it; SIGHUP always does. */
  readonly watches: boolean
  /** The subgraphs that this gateway can call. */
  readonly subgraphs: ReadonlySet<string>
  readonly logger: Logger
  readonly onReload: (outcome: 'taken' | 'refused') => void
}

/** Writing a file gives several change events; a reload waits until they stop. */
const QUIET_MS = 200

/**
 * Reads the supergraph from a file, and again when the file changes or at SIGHUP. A new supergraph replaces the previous one between two
 * requests. One that cannot be executed is refused with the reason in the operational log, and the previous one stays in use.
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

/** Watches the folder: after an atomic replace, a watcher of the file would still watch the old file. */
function watchFolder(file: string, onChange: () => void, logger: Logger): FSWatcher {
  const watcher = watch(dirname(file), { persistent: false }, onChange)
  watcher.on('error', (error) =>
    logger.warn({ err: error }, 'the supergraph is no longer watched; use SIGHUP'),
  )
  return watcher
}

/** @throws {Error} that says what is wrong with the supergraph. */
function assertUsable(supergraphSdl: string, subgraphs: ReadonlySet<string>): void {
  for (const { name } of Supergraph.build(supergraphSdl).subgraphsMetadata())
    if (!subgraphs.has(name))
      throw new Error(`the supergraph has a subgraph ${name} without a configured URL`)
  loadSupergraph(supergraphSdl)
}
