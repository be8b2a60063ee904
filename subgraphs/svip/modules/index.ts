import { decisions } from '../decisions/module.ts'
import type { SvipModule } from '../module.ts'
import { register } from '../register/module.ts'
import { acute } from './acute/module.ts'
import { addresses } from './addresses/module.ts'
import { consent } from './consent/module.ts'
import { cooperation } from './cooperation/module.ts'
import { emergency } from './emergency/module.ts'
import { labels } from './labels/module.ts'
import { monitoring } from './monitoring/module.ts'
import { obligations } from './obligations/module.ts'
import { potential } from './potential/module.ts'
import { requests } from './requests/module.ts'
import { resident } from './resident/module.ts'
import { retention } from './retention/module.ts'
import { sets } from './sets/module.ts'
import { signals } from './signals/module.ts'

/** The modules of the SVIP. A new topic is a folder and a line in this list. */
export const MODULES: readonly SvipModule[] = [
  addresses,
  decisions,
  consent,
  requests,
  signals,
  cooperation,
  acute,
  emergency,
  sets,
  obligations,
  resident,
  register,
  retention,
  potential,
  monitoring,
  labels,
]
