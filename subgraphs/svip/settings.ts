import { z } from 'zod'
import { readGrantKeys, whole } from '../../kernel/runtime/settings.ts'

const grantKeys = z.string().transform(readGrantKeys)

/** The settings of the SVIP that belong to no module. */
export const svipSettings = z.object({
  IMG_GRANT_KEYS: grantKeys,
  NCG_GRANT_KEYS: grantKeys,
  GRANT_SECONDS: whole(1, 30, 10),
  HOUSEKEEPING_SECONDS: whole(1, 86_400, 300),
})
