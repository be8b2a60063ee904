import type { Random } from '../../dev/world/random.ts'
import type { DataCategory, Owner } from '../../kernel/vocabulary.ts'
import { form, requestsIn } from '../support/information-requests.ts'
import { CLAIM_COLUMNS, claim, otherwise, PROJECT_COLUMNS, project } from './files.ts'
import { addressRow, type KindOfAddress, load, OBJECT, type Place, placesOf, run } from './fill.ts'
import { isOf, isPrivacyOfficer, isSupervisor, type Observer, withheld } from './observers.ts'
import type { Pair } from './questions.ts'
import type { User } from './twins.ts'

/** The differences between two worlds that certain callers may not notice. */

export type Worlds = readonly [User, User]
export type Hidden = {
  /** A description, with the address. */
  readonly what: string
  readonly addressId: string
  isHiddenFrom(observer: Observer): boolean
  /** Makes the worlds differ. @returns the ids of the new objects that can be queried, by type. */
  make(worlds: Worlds): Promise<Readonly<Record<string, Pair>> | undefined>
  /** Makes them the same again. */
  end(worlds: Worlds): Promise<unknown>
}

const HIDDEN_CATEGORIES = ['HANDLER', 'PLANNING', 'FINDINGS', 'FINANCIAL', 'SAFETY', 'CIRCUMSTANCES'] as const

const FILES = {
  IMG: { kind: 'img', make: claim, columns: CLAIM_COLUMNS },
  NCG: { kind: 'ncg', make: project, columns: PROJECT_COLUMNS },
} as const

/** A file whose values of one category differ. */
function inFile(owner: Owner, category: DataCategory, kinds: readonly KindOfAddress[]) {
  return (random: Random): Hidden => {
    const { kind, make, columns } = FILES[owner]
    const place = random.pick(placesOf(...kinds))
    const cells = make(random, place.id)
    const draw = () => otherwise(cells, make(random, place.id), columns, category)
    return {
      addressId: place.id,
      what: `${category} of ${owner} at ${place.kind} ${place.id}`,
      isHiddenFrom: (observer) =>
        category === 'STATUS'
          ? isHiddenByObjection(observer, owner)
          : withheld(observer, owner).includes(category),
      make: async (worlds) => {
        for (const user of worlds) await load(user, kind, [draw()])
        return undefined
      },
      end: async (worlds) => {
        const row = make(random, place.id)
        for (const user of worlds) await load(user, kind, [row])
      },
    }
  }
}

/** Whether a resident objected at this address against sharing the data of this agency. */
const isHiddenByObjection = (observer: Observer, owner: Owner): boolean =>
  !isOf(observer, owner) && !isSupervisor(observer)

/** Whether a file exists, at an address where a resident objected. */
function fileThere(owner: Owner, kinds: readonly KindOfAddress[]) {
  return (random: Random): Hidden => {
    const { kind, make } = FILES[owner]
    const place = random.pick(placesOf(...kinds))
    const row = make(random, place.id)
    const again = make(random, place.id)
    return {
      addressId: place.id,
      what: `a file of ${owner} at ${place.kind} ${place.id}`,
      isHiddenFrom: (observer) => isHiddenByObjection(observer, owner),
      make: async ([, other]) => {
        await load(other, kind, [row])
        return undefined
      },
      end: async ([one, other]) => {
        await load(one, kind, [row])
        for (const user of [one, other]) await load(user, kind, [again])
      },
    }
  }
}

/** Something that only one of the worlds has; in the end both have it. */
function onlyThere(
  what: string,
  kinds: readonly KindOfAddress[],
  type: string | null,
  isHiddenFrom: (observer: Observer, place: Place) => boolean,
  act: (user: User, place: Place, random: Random) => Promise<string | null>,
) {
  return (random: Random): Hidden => {
    const place = random.pick(placesOf(...kinds))
    return {
      addressId: place.id,
      what: `${what} at ${place.kind} ${place.id}`,
      isHiddenFrom: (observer) => isHiddenFrom(observer, place),
      make: async ([, other]) => {
        const id = await act(other, place, random)
        return type && id ? { [type]: [NOWHERE, id] } : undefined
      },
      end: ([one]) => act(one, place, random),
    }
  }
}
const NOWHERE = '00000000-0000-4000-8000-000000000000'

const isOtherMunicipality = ({ persona }: Observer, { municipality }: Place): boolean =>
  persona.municipality !== null && persona.municipality !== municipality
const IN_EEMSDELTA = ['both', 'claimOnly', 'projectOnly', 'objected'] as const

/** A difference by one mutation. */
const by =
  (as: string, mutation: string, inputType: string, input: (place: Place) => object) =>
  async (user: User, place: Place): Promise<string | null> => {
    const query = `mutation($input: ${inputType}!) { made: ${mutation}(input: $input) { id } }`
    return (await run(user, as, query, { input: input(place) })).made.id
  }

/** Every kind of difference, by name. */
export const DIFFERENCES: Readonly<Record<string, (random: Random) => Hidden>> = {
  ...Object.fromEntries(
    HIDDEN_CATEGORIES.flatMap((category) => [
      [`claim ${category}`, inFile('IMG', category, ['claimOnly', 'objected', 'elsewhere'])],
      [`project ${category}`, inFile('NCG', category, ['projectOnly', 'objected', 'elsewhere'])],
    ]),
  ),
  'claim STATUS, objection': inFile('IMG', 'STATUS', ['objected']),
  'project STATUS, objection': inFile('NCG', 'STATUS', ['objected']),
  'claim PRESENCE, objection': fileThere('IMG', ['objectedEmpty', 'objectedProjectOnly']),
  'project PRESENCE, objection': fileThere('NCG', ['objectedEmpty', 'objectedClaimOnly']),
  'address elsewhere': (random) => {
    const id = `0010209911111${random.between(100, 999)}`
    const place: Place = { id, kind: 'empty', municipality: '1979', postcode: '9901NN' }
    const row = claim(random, id)
    const make = async (user: User) => {
      await load(user, 'addresses', [addressRow(place)])
      await load(user, 'img', [row])
    }
    return {
      addressId: id,
      what: `the address ${id}`,
      isHiddenFrom: (observer) => isOtherMunicipality(observer, place),
      make: async ([, other]) => {
        await make(other)
        return { Address: [id, id] }
      },
      end: ([one]) => make(one),
    }
  },
  'acute case elsewhere': onlyThere(
    'an acute case',
    ['both', 'claimOnly'],
    'AcuteCase',
    isOtherMunicipality,
    by('img.safety', 'reportAcuteCase', 'ReportAcuteCaseInput', ({ id }) => ({
      addressId: id,
      description: 'GEHEIM: de gevel wijkt.',
    })),
  ),
  'acute case, no rule': onlyThere(
    'an acute case',
    ['claimOnly'],
    'AcuteCase',
    (observer) => isOf(observer, 'NCG'),
    by('img.safety', 'reportAcuteCase', 'ReportAcuteCaseInput', ({ id }) => ({
      addressId: id,
      description: 'GEHEIM: de gevel wijkt.',
    })),
  ),
  'request of another organisation': onlyThere(
    'a request of NCG',
    ['asked'],
    'InformationRequest',
    (observer) => !isOf(observer, 'NCG') && !isPrivacyOfficer(observer),
    async (user, { id }) => (await requestsIn(user).submit('ncg.handler', form(id))).id,
  ),
  'request of a municipality': onlyThere(
    'a request of Eemsdelta',
    ['asked', 'askedObjected'],
    'InformationRequest',
    (observer, place) =>
      isOtherMunicipality(observer, place) ||
      // The desk of IMG assesses the requests of a municipality for data of NCG, and IMG's overviews for residents show what its desk does.
      (isOf(observer, 'IMG') &&
        !observer.persona.roles.includes('svip_officer') &&
        !isPrivacyOfficer(observer)) ||
      observer.persona.id === 'intervention.team',
    async (user, { id }) =>
      (
        await requestsIn(user).submit(
          'gemeente.eemsdelta',
          form(id, { owner: 'NCG', purpose: 'MUNICIPAL_PLAN', categories: ['STATUS'] }),
        )
      ).id,
  ),
  'subject access of another organisation': onlyThere(
    'a request of a resident to NCG',
    IN_EEMSDELTA,
    'SubjectAccessRequest',
    (observer) => !isOf(observer, 'NCG') && !isSupervisor(observer),
    by('ncg.svip', 'registerSubjectAccessRequest', 'RegisterSubjectAccessRequestInput', ({ id }) => ({
      addressId: id,
      receivedOn: '2026-11-03',
      channel: 'FORM',
      evidence: `inzage-${id}`,
    })),
  ),
  'emergency access of another organisation': onlyThere(
    'an emergency access of NCG',
    ['claimOnly', 'objected'],
    'EmergencyAccess',
    (observer) => !isPrivacyOfficer(observer) && observer.persona.id !== 'ncg.safety',
    by('ncg.safety', 'breakGlass', 'BreakGlassInput', ({ id }) => ({
      addressId: id,
      owner: 'IMG',
      reason: 'De gevel dreigt op straat te vallen.',
    })),
  ),
  'legal hold of another organisation': onlyThere(
    'a legal hold of NCG',
    IN_EEMSDELTA,
    'LegalHold',
    (observer) => !isPrivacyOfficer(observer),
    by('ncg.privacy', 'placeLegalHold', 'PlaceLegalHoldInput', ({ id }) => ({
      addressId: id,
      reason: 'Zaak 12',
    })),
  ),
  'member of a set, objection': onlyThere(
    'a member of a set of NCG',
    ['objected'],
    null,
    (observer) => !isOf(observer, 'NCG') && !isSupervisor(observer),
    async (user, { id }) => {
      const { addressSets } = await run(user, 'ncg.svip', '{ addressSets { id createdBy } }')
      const set = addressSets.find(({ createdBy }: { createdBy: string }) => createdBy === 'NCG')
      await run(
        user,
        'ncg.svip',
        'mutation($input: AddressSetMembersInput!) { addToAddressSet(input: $input) { rejected } }',
        { input: { id: set.id, addressIds: [id] } },
      )
      return null
    },
  ),
  'consent to another recipient': (random) => {
    const place = random.pick(placesOf('withdrawn'))
    const form = `formulier-${random.next()}`
    const [here, there] = [['FINANCIAL'], ['FINDINGS', 'CIRCUMSTANCES']] as const
    const ids = new Map<string, string>()
    const consent = async (user: User, categories: readonly string[]) => {
      const input = {
        addressId: place.id,
        owner: 'IMG',
        recipient: 'SVIP',
        purposes: ['STUCK_CASE'],
        categories,
        channel: 'FORM',
        evidence: `${form}-${categories[0]}`,
      }
      const query = 'mutation($input: RecordConsentInput!) { made: recordConsent(input: $input) { id } }'
      return (await run(user, 'img.svip', query, { input })).made.id
    }
    const withdraw = async (user: User, id: string | undefined) =>
      await run(user, 'img.svip', 'mutation($id: ID!) { withdrawConsent(id: $id) { id } }', { id })
    return {
      addressId: place.id,
      what: `what IMG may share with the intervention team at ${place.kind} ${place.id}`,
      isHiddenFrom: (observer) =>
        !isPrivacyOfficer(observer) && (isOf(observer, 'NCG') || isOf(observer, 'GEMEENTE')),
      make: async ([one, other]) => {
        ids.set('one', await consent(one, here))
        ids.set('other', await consent(other, there))
        return undefined
      },
      // A withdrawn consent is still in a list: in the end both worlds have had both.
      end: async ([one, other]) => {
        await withdraw(one, ids.get('one'))
        await withdraw(one, await consent(one, there))
        await withdraw(other, ids.get('other'))
        await withdraw(other, await consent(other, here))
      },
    }
  },
  'objection about another organisation': (random) => {
    const place = random.pick(placesOf('both', 'claimOnly'))
    const evidence = `bezwaar-${random.next()}`
    const ids: string[] = []
    const object = async (user: User, input: object) =>
      (await run(user, 'ncg.svip', OBJECT, { input: { addressId: place.id, evidence, ...input } }))
        .recordObjection.id
    return {
      addressId: place.id,
      what: `how an objection against NCG came in at ${place.kind} ${place.id}`,
      isHiddenFrom: (observer) => !isOf(observer, 'NCG') && !isSupervisor(observer),
      make: async ([one, other]) => {
        ids.push(await object(one, { owner: 'NCG', channel: 'FORM' }))
        ids.push(await object(other, { owner: 'NCG', channel: 'PHONE' }))
        return { Objection: [ids[0] ?? '', ids[1] ?? ''] }
      },
      end: async (worlds) => {
        for (const [index, user] of worlds.entries()) await object(user, { id: ids[index], state: 'ENDED' })
      },
    }
  },
}
