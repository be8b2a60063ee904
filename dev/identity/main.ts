import { run } from '../../kernel/runtime/http.ts'
import { startIdentityServer } from './server.ts'
import { readSettings } from './settings.ts'

await run(async () => {
  const server = await startIdentityServer(readSettings(process.env))
  process.stdout.write(`identity: ${server.issuer}\n`)
  return server
})
