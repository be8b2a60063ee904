import { readGatewayConfig } from '../kernel/config.ts'
import { run } from '../kernel/http.ts'
import { startGateway } from './server.ts'

await run(() => startGateway(readGatewayConfig(process.env)))
