import { startIdentityServer } from './server.ts'
import { readSettings } from './settings.ts'

try {
  const server = await startIdentityServer(readSettings(process.env))
  let closing = false
  const stop = () => {
    if (closing) return
    closing = true
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`identity: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  // Started by `npm start` or a test that has gone: nobody is left to stop us.
  process.once('disconnect', stop)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Said last: whoever reads this line may stop us at once.
  process.stdout.write(`identity: ${server.issuer}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
