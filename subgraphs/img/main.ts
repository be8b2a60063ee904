import { run } from '../../kernel/runtime/http.ts'
import { readImgConfig, startImg } from './server.ts'

await run(() => startImg(readImgConfig(process.env)))
