import { readSubgraphConfig } from '../../kernel/config.ts'
import { run } from '../../kernel/http.ts'
import { startNcg } from './server.ts'

await run(() => startNcg(readSubgraphConfig('ncg', process.env)))
