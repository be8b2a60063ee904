import { run } from '../../kernel/runtime/http.ts'
import { readAgencyConfig } from '../agency/config.ts'
import { startNcg } from './server.ts'

await run(() => startNcg(readAgencyConfig('ncg', process.env)))
