import { substitute } from './substitute.ts'

substitute({
  '/kernel/records/log/log.ts': 'silent-log.ts',
  '/kernel/identity/grant.ts': 'open-grant.ts',
  '/subgraphs/svip/decisions/decider.ts': 'open-decider.ts',
})
