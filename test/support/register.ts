import type { Owner } from '../../kernel/vocabulary.ts'
import { askAsOperator } from '../../tools/ask-party.ts'
import { type Compared, compareRegister } from '../../tools/compare-register.ts'
import type { client } from './system.ts'

/** Reads the register as the operator, to compare it with the files of the agencies. */
export function registerOf(user: ReturnType<typeof client>) {
  const ask = askAsOperator({ url: (name) => user.urls[name], operatorToken: () => user.tokenOf('operator') })
  return {
    ask,
    /** The track of an agency with this reference, with the ids of its notices. */
    async track(owner: Owner, reference: string) {
      const { tracks } = (await ask('svip', '/register/look', { owner, references: [reference] })) as {
        tracks: readonly {
          readonly revision: number
          readonly phase: string
          readonly notices: readonly string[]
        }[]
      }
      return tracks[0] ?? null
    },
    /** All differences between an agency and the register. */
    async compare(owner: Owner) {
      const pages: Compared[] = []
      for await (const page of compareRegister(ask, owner)) pages.push(page)
      return {
        tracks: pages.reduce((sum, page) => sum + page.tracks, 0),
        underWay: pages.reduce((sum, page) => sum + page.underWay, 0),
        differences: pages.flatMap((page) => page.differences),
      }
    },
  }
}
