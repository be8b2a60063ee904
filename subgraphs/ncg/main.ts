import { readSubgraphConfig } from '../../kernel/runtime/config.ts'
import { run } from '../../kernel/runtime/http.ts'
import { startNcg } from './server.ts'

await run(() => startNcg(readSubgraphConfig('ncg', process.env)))
