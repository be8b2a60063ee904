import { readSubgraphConfig } from '../../kernel/config.ts'
import { run } from '../../kernel/http.ts'
import { startImg } from './server.ts'

await run(() => startImg(readSubgraphConfig('img', process.env)))
