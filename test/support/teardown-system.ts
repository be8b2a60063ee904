/** Stops what `setup-system.ts` started. */
export default async function teardown(): Promise<void> {
  const { stopTestSystem } = globalThis as { stopTestSystem?: () => Promise<void> }
  await stopTestSystem?.()
}
