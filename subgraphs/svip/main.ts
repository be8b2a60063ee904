import { readSubgraphConfig } from '../../kernel/runtime/config.ts'
import { run } from '../../kernel/runtime/http.ts'
import { startSvip } from './server.ts'

await run(() => startSvip(readSubgraphConfig('svip', process.env)))
