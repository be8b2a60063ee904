import { readSubgraphConfig } from '../../kernel/runtime/config.ts'
import { run } from '../../kernel/runtime/http.ts'
import { startImg } from './server.ts'

await run(() => startImg(readSubgraphConfig('img', process.env)))
