import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until a condition is true; the time limit of the test bounds the wait. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10)
}
