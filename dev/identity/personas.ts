import type { Organisation, Role } from '../../kernel/vocabulary.ts'

/** Somebody (or a process) that does not exist, with what its access tokens say about it. */
type Holder = {
  readonly organisation: Organisation
  readonly roles: readonly Role[]
  readonly municipality: string | null
  /** Colleagues of one team may take over each other's work. */
  readonly team?: string
}

/** A made-up member of staff; `id` is the subject of the tokens, the Dutch texts are for the persona page. */
export type Persona = Holder & { readonly id: string; readonly name: string; readonly description: string }

/** The people of the development identity provider, in the order of the persona page. */
export const PERSONAS: readonly Persona[] = [
  {
    id: 'img.handler',
    organisation: 'IMG',
    roles: ['case_handler'],
    municipality: null,
    team: 'img-noord',
    name: 'Hanna Bos',
    description: 'Zaakbegeleider bij het IMG. Behandelt schademeldingen.',
  },
  {
    id: 'img.colleague',
    organisation: 'IMG',
    roles: ['case_handler'],
    municipality: null,
    team: 'img-noord',
    name: 'Femke Visser',
    description: 'Zaakbegeleider bij het IMG, in hetzelfde team als Hanna Bos.',
  },
  {
    id: 'img.priority',
    organisation: 'IMG',
    roles: ['priority_team'],
    municipality: null,
    name: 'Karim Haddad',
    description: 'Lid van het prioriteringsteam van het IMG. Beslist over verzoeken om versnelling.',
  },
  {
    id: 'img.svip',
    organisation: 'IMG',
    roles: ['svip_officer'],
    municipality: null,
    name: 'Sietse Vos',
    description: 'SVIP-medewerker van het IMG. Beoordeelt informatieverzoeken.',
  },
  {
    id: 'img.safety',
    organisation: 'IMG',
    roles: ['safety_officer'],
    municipality: null,
    name: 'Amina Idrissi',
    description: 'Beoordeelt meldingen van acuut onveilige situaties bij het IMG.',
  },
  {
    id: 'ncg.handler',
    organisation: 'NCG',
    roles: ['case_handler'],
    municipality: null,
    team: 'ncg-eemsdelta',
    name: 'Noor Dijkstra',
    description: 'Bewonersbegeleider bij de NCG. Begeleidt de versterking van huizen.',
  },
  {
    id: 'ncg.svip',
    organisation: 'NCG',
    roles: ['svip_officer'],
    municipality: null,
    name: 'Ruben Postma',
    description: 'SVIP-medewerker van de NCG. Beoordeelt informatieverzoeken.',
  },
  {
    id: 'ncg.safety',
    organisation: 'NCG',
    roles: ['safety_officer'],
    municipality: null,
    name: 'Jelle Kamp',
    description: 'Beoordeelt meldingen van acuut onveilige situaties bij de NCG.',
  },
  {
    id: 'gemeente.eemsdelta',
    organisation: 'GEMEENTE',
    roles: ['municipal_officer'],
    municipality: '1979',
    name: 'Marijke Wierda',
    description: 'Medewerker van de gemeente Eemsdelta.',
  },
  {
    id: 'gemeente.groningen',
    organisation: 'GEMEENTE',
    roles: ['municipal_officer'],
    municipality: '0014',
    name: 'Tom Huizinga',
    description: 'Medewerker van de gemeente Groningen.',
  },
  {
    id: 'intervention.team',
    organisation: 'SVIP',
    roles: ['intervention_team'],
    municipality: null,
    name: 'Elif Yildiz',
    description: 'Lid van het Interventieteam Vastgelopen dossiers.',
  },
  {
    id: 'img.privacy',
    organisation: 'IMG',
    roles: ['privacy_officer'],
    municipality: null,
    name: 'Ingrid Smit',
    description: 'Functionaris gegevensbescherming van het IMG. Beoordeelt noodtoegang.',
  },
  {
    id: 'ncg.privacy',
    organisation: 'NCG',
    roles: ['privacy_officer'],
    municipality: null,
    name: 'Bart Kuiper',
    description: 'Functionaris gegevensbescherming van de NCG. Beoordeelt noodtoegang.',
  },
  {
    id: 'privacy.officer',
    organisation: 'SVIP',
    roles: ['privacy_officer'],
    municipality: null,
    name: 'Peter de Jong',
    description: 'Functionaris gegevensbescherming. Controleert wie welke gegevens heeft gekregen.',
  },
]

/** A process that logs in with its own secret (client credentials, RFC 6749 section 4.4). */
export type ServiceClient = Holder & { readonly id: string }

/** The processes that get tokens of their own: one for each subgraph, one for whoever runs the commands. */
export const SERVICE_CLIENTS: readonly ServiceClient[] = [
  { id: 'samenloop-img', organisation: 'IMG', roles: ['service'], municipality: null },
  { id: 'samenloop-ncg', organisation: 'NCG', roles: ['service'], municipality: null },
  { id: 'samenloop-svip', organisation: 'SVIP', roles: ['service'], municipality: null },
  { id: 'samenloop-operator', organisation: 'SVIP', roles: ['service'], municipality: null },
]

/** Finds the persona with this id, or undefined when there is none. */
export const findPersona = (id: string | undefined): Persona | undefined =>
  PERSONAS.find((persona) => persona.id === id)

/** Finds the service client with this id, or undefined when there is none. */
export const findServiceClient = (id: string | undefined): ServiceClient | undefined =>
  SERVICE_CLIENTS.find((client) => client.id === id)

/** The claims of an access token; `municipality` and `team` are left out, not null, for who has none. */
export const claimsOf = ({ organisation, roles, municipality, team }: Holder): Record<string, unknown> => ({
  org: organisation,
  roles: [...roles],
  ...(municipality === null ? {} : { municipality }),
  ...(team === undefined ? {} : { team }),
})
