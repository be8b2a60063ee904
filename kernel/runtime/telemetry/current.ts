import { AsyncLocalStorage } from 'node:async_hooks'
import type { Trace } from '../../trace.ts'

/**
 * The trace that code works for, for what does not get it handed: statements, commits, lines of the operational log. Known only
 * where spans of it are exported; nothing else may depend on it.
 */
const current = new AsyncLocalStorage<Trace | undefined>()

export const currentTrace = (): Trace | undefined => current.getStore()

/** Runs work for a trace, or for none, whatever the trace of who starts it. */
export const runInTrace = <T>(trace: Trace | undefined, work: () => T): T => current.run(trace, work)
