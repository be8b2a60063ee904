import { run } from '../../kernel/runtime/http.ts'
import { readSvipConfig, startSvip } from './server.ts'

await run(() => startSvip(readSvipConfig(process.env)))
