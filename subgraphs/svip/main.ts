import { readSubgraphConfig } from '../../kernel/config.ts'
import { run } from '../../kernel/http.ts'
import { startSvip } from './server.ts'

await run(() => startSvip(readSubgraphConfig('svip', process.env)))
