import type { Party } from '../../kernel/runtime/party.ts'
import type { SvipModule } from './module.ts'
import { MODULES } from './modules/index.ts'
import type { InProcess } from './parts.ts'
import { svipSettings } from './settings.ts'
import type { Tables } from './store/tables.ts'

/**
 * Runs the housekeeping of the modules, at the start and every `HOUSEKEEPING_SECONDS` until the process closes. A failure in one module is
 * logged, the others continue, and the next round tries again.
 */
export function startHousekeeping(party: Party<Tables>, here: InProcess): void {
  let running: Promise<void> = Promise.resolve()
  const start = () => {
    running = running.then(() => keepHouse(party, here))
  }
  start()
  const { HOUSEKEEPING_SECONDS } = party.config.settings(svipSettings)
  const timer = setInterval(start, HOUSEKEEPING_SECONDS * 1000)
  party.onClose(async () => {
    clearInterval(timer)
    await running
  })
}

/** Runs one round, in the order of the modules. Never rejects. */
export async function keepHouse(
  party: Party<Tables>,
  here: InProcess,
  modules: readonly SvipModule[] = MODULES,
): Promise<void> {
  for (const { name, housekeeping } of modules)
    try {
      await housekeeping?.(party, here)
    } catch (error) {
      party.logger.error({ err: error, module: name }, 'the housekeeping failed; it is tried again')
    }
}
