import { substitute } from './substitute.ts'

substitute({ '/kernel/records/log/log.ts': 'silent-log.ts' })
