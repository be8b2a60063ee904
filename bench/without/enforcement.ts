import { substitute } from './substitute.ts'

substitute({
  '/kernel/log/log.ts': 'silent-log.ts',
  '/kernel/grant.ts': 'open-grant.ts',
  '/subgraphs/svip/decisions/decider.ts': 'open-decider.ts',
})
