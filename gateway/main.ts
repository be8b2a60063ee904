import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import { run } from '../kernel/runtime/http.ts'
import { createLogger } from '../kernel/runtime/logger.ts'
import { startGateway } from './server.ts'
import { readGatewayConfig } from './settings.ts'
import { startWorkers } from './workers.ts'

await run(async () => {
  const config = readGatewayConfig(process.env)
  const workers = config.GATEWAY_WORKERS || availableParallelism()
  if (workers === 1 || cluster.isWorker) return await startGateway(config)
  return await startWorkers(
    workers,
    createLogger('gateway', { level: config.LOG_LEVEL, pretty: config.LOG_PRETTY }),
  )
})
