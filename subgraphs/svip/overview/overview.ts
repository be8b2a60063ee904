import type { Kysely } from 'kysely'
import type { Owner } from '../../../kernel/vocabulary.ts'
import type { Tables } from '../store/tables.ts'
import { type Block, type Part, type Section, type Subject, text } from './section.ts'
import { AGENCY_SITES, CONTACT, dutchMoment, ownerName, RETENTION, rights } from './texts.ts'

/** The version of the JSON, as docs/resident.md describes it. The major number changes when something is removed or changes meaning. */
export const SCHEMA_VERSION = '1.1'

const FILES = `De dossiers zelf heeft het SVIP niet. Wilt u uw schadedossier zien? Vraag dat aan het IMG (${AGENCY_SITES.IMG}). Wilt u uw versterkingsdossier zien? Vraag dat aan de NCG (${AGENCY_SITES.NCG}).`

const SOURCES = [
  'De adresgegevens komen uit de Basisregistratie Adressen en Gebouwen (BAG).',
  'Wat er over dossiers bekend is, komt van het IMG en de NCG.',
  'Toestemmingen, wensen en bezwaren komen van u. Een medewerker heeft ze vastgelegd.',
  'Wie wat heeft gekregen, schrijft het systeem zelf op.',
]

const AUTOMATION =
  'Een computer past vaste regels toe om te bepalen wat mag worden gedeeld. Over uw schade of over de versterking van uw huis beslist die computer niet.'

const RIGHTS = rights(['PUBLIC_TASK', 'CONSENT'])

/** The overview for a resident (AVG art. 15): the same contents as data and as readable blocks. */
export type Overview = {
  readonly schemaVersion: string
  readonly generatedAt: string
  readonly addressId: string
  readonly party: Owner | null
  readonly sections: readonly (Pick<Section, 'name' | 'title'> & Part)[]
}

/** Collects everything from one snapshot of the database: a concurrent change is in all sections or in none. */
export async function collectOverview(
  db: Kysely<Tables>,
  about: Subject,
  generatedAt: string,
  sections: readonly Section[],
): Promise<Overview> {
  const parts = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const collected = []
      for (const section of sections)
        collected.push({
          name: section.name,
          title: section.title,
          ...(await section.collect(transaction, about)),
        })
      return collected
    })
  return {
    schemaVersion: SCHEMA_VERSION,
    generatedAt,
    addressId: about.addressId,
    party: about.party,
    sections: parts,
  }
}

/** The overview as JSON, in the shape of docs/resident.md. */
export function overviewJson({ schemaVersion, generatedAt, addressId, party, sections }: Overview): string {
  const document = {
    schemaVersion,
    generatedAt,
    addressId,
    complete: party === null,
    ...(party === null ? {} : { onlyAbout: party }),
    ...Object.fromEntries(sections.map(({ name, data }) => [name, data])),
    about: {
      sources: SOURCES,
      files: FILES,
      retention: RETENTION,
      automation: AUTOMATION,
      rights: RIGHTS,
      contact: CONTACT,
    },
  }
  return JSON.stringify(document, null, 2)
}

/** The blocks before the sections: what the overview is, and what is not in it. */
export const opening = ({ generatedAt, party }: Overview): readonly Block[] => [
  text(
    `Dit overzicht is gemaakt op ${dutchMoment(generatedAt)}. Het is gemaakt omdat u om inzage hebt gevraagd (AVG artikel 15).`,
  ),
  text(
    'Het SVIP is het informatiepunt van het Instituut Mijnbouwschade Groningen (IMG) en de Nationaal Coördinator Groningen (NCG). Via het SVIP delen zij gegevens over een adres. Hieronder staat wat het SVIP over uw adres bewaart.',
  ),
  text(
    party === null
      ? 'Dit overzicht is volledig. Wat na de bewaartermijn is gewist, staat er niet meer in.'
      : `Dit overzicht gaat over wat ${ownerName(party)} heeft gedeeld, gekregen of vastgelegd. Wilt u het volledige overzicht? Vraag het aan de functionaris gegevensbescherming van het SVIP.`,
  ),
  text(FILES),
]

/** The blocks after the sections: sources, terms and rights (AVG art. 15(1)(d) to (h)). */
export const CLOSING: readonly { readonly title: string; readonly blocks: readonly Block[] }[] = [
  { title: 'Waar komen de gegevens vandaan?', blocks: [{ kind: 'list', items: SOURCES }] },
  { title: 'Hoe lang worden ze bewaard?', blocks: [text(RETENTION)] },
  { title: 'Beslist een computer over u?', blocks: [text(AUTOMATION)] },
  { title: 'Wat kunt u doen?', blocks: [{ kind: 'list', items: RIGHTS }, text(CONTACT)] },
]
