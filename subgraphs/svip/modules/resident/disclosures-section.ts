import { recipientName, roleLabels } from '../../overview/parties.ts'
import { type Block, perDay, type Section, text } from '../../overview/section.ts'
import {
  capital,
  categoryNames,
  dutchDate,
  enumeration,
  ownerName,
  REFUSAL_REASONS,
  SHORT_BASIS,
} from '../../overview/texts.ts'
import { PURPOSE_LABELS } from '../../policy/labels.ts'
import { DISCLOSURE_KINDS, type Disclosure } from './disclosure.ts'
import { allDisclosures } from './disclosure-store.ts'

/** Who received data of the address, and who was refused (AVG art. 15(1)(c)). */
export const disclosuresSection: Section = {
  name: 'disclosures',
  place: 2,
  title: 'Wie heeft gegevens over uw adres gekregen?',
  async collect(transaction, { addressId, party }) {
    const disclosures = await allDisclosures(transaction, { addressId, party, include: DISCLOSURE_KINDS })
    const shared = disclosures.filter(({ kind }) => kind === 'SHARED')
    const refused = disclosures.filter(({ kind }) => kind === 'REFUSED')
    const recipients = [...new Set(shared.map(({ recipient }) => recipientName(recipient)))].sort()
    return {
      data: { recipients, disclosures: disclosures.map(toData) },
      blocks: [
        text(
          shared.length === 0
            ? 'Er zijn geen gegevens over uw adres gedeeld.'
            : `Deze organisaties hebben gegevens gekregen: ${enumeration(recipients)}. Was het op één dag vaker hetzelfde? Dan staat het hier op één regel, met het aantal keren.`,
        ),
        ...table(['Wanneer', 'Van en aan wie', 'Wat en waarvoor', 'Waarom mag dit?'], shared, (each) => [
          `Van ${ownerName(each.owner)} aan ${askerOf(each)}.`,
          `${capital(categoryNames(each.categories))}. ${purposeOf(each)}`,
          basisOf(each),
        ]),
        ...(refused.length === 0
          ? []
          : [text('Hieronder staat wie gegevens heeft gevraagd en ze niet heeft gekregen.')]),
        ...table(['Wanneer', 'Wie vroeg en aan wie', 'Waarvoor', 'Waarom niet?'], refused, (each) => [
          `${capital(askerOf(each))} vroeg ${ownerName(each.owner)}.`,
          purposeOf(each),
          each.reason === 'PERMITTED' ? '' : `Omdat ${REFUSAL_REASONS[each.reason]}.`,
        ]),
      ],
    }
  },
}

const toData = ({ recipient, grounds, ...rest }: Disclosure) => ({
  ...rest,
  recipient: recipient.organisation,
  recipientMunicipality: recipient.municipality,
  recipientName: recipientName(recipient),
  recipientRoles: roleLabels(recipient),
  grounds,
})

const askerOf = ({ recipient }: Disclosure): string =>
  `${recipientName(recipient)} (${enumeration(roleLabels(recipient))})`

const purposeOf = ({ purpose }: Disclosure): string =>
  purpose === null ? 'Er is geen doel genoemd.' : `Doel: ${PURPOSE_LABELS[purpose]}.`

/** Each basis once, with its articles. */
const basisOf = ({ grounds }: Disclosure): string =>
  [...Map.groupBy(grounds, ({ basis }) => basis)]
    .map(([basis, same]) => `${SHORT_BASIS[basis]}: ${same.map(({ article }) => article).join('; ')}.`)
    .join(' ')

/** One row for equal disclosures on one day, newest day first. */
function table(
  head: readonly string[],
  disclosures: readonly Disclosure[],
  describe: (disclosure: Disclosure) => readonly string[],
): Block[] {
  const rows = perDay(disclosures.map((each) => [dutchDate(each.at), ...describe(each)]))
  return rows.length === 0 ? [] : [{ kind: 'table', head, widths: [3, 4, 5, 5], rows }]
}
