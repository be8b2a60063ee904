import { AsyncLocalStorage } from 'node:async_hooks'
import type { Trace } from '../../trace.ts'

/**
 * The current trace, for code that does not get it as an argument: statements, commits, lines of the operational log. It is set only when
 * its spans are exported; nothing else may depend on it.
 */
const current = new AsyncLocalStorage<Trace | undefined>()

export const currentTrace = (): Trace | undefined => current.getStore()

/** Runs work within a trace, or within none, whatever the current trace. */
export const runInTrace = <T>(trace: Trace | undefined, work: () => T): T => current.run(trace, work)
