import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for something that must come; the test's own time limit says when it did not. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10)
}
