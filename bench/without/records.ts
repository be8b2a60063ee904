import { substitute } from './substitute.ts'

substitute({ '/kernel/log/log.ts': 'silent-log.ts' })
