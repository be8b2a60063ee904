import { recipientName, roleLabels } from '../../overview/parties.ts'
import {
  BASIS_TEXTS,
  CATEGORY_REASONS,
  CONTACT,
  capital,
  dutchDate,
  enumeration,
  ownerName,
  RETENTION,
  rights,
} from '../../overview/texts.ts'
import { CATEGORY_LABELS, PURPOSE_LABELS } from '../../policy/labels.ts'
import type { Disclosure } from './disclosure.ts'

/**
 * The notice to the resident about data from another source (AVG art. 14(1), (2) and (3)(c)), in plain Dutch: who got what from whom, why
 * each category, on which basis and article, how long, and what the resident can do; `null` when nothing was shared.
 */
export function noticeOf(disclosure: Disclosure): string | null {
  const { at, kind, owner, recipient, purpose, grounds } = disclosure
  if (kind === 'REFUSED') return null
  const roles = enumeration(roleLabels(recipient))
  return [
    'Bericht over het delen van uw gegevens',
    `Op ${dutchDate(at)} zijn gegevens over uw adres gedeeld. ${capital(ownerName(owner))} heeft ze gegeven. ${capital(recipientName(recipient))} heeft ze gekregen (${roles}).`,
    ...(purpose === null ? [] : [`Waarvoor: ${PURPOSE_LABELS[purpose]}.`]),
    ...grounds.map(({ basis, article, categories }) =>
      [
        'Dit kon de ontvanger zien:',
        ...categories.map(
          (category) => `- ${capital(CATEGORY_LABELS[category])}. ${CATEGORY_REASONS[category]}`,
        ),
        `Waarom mag dit? ${BASIS_TEXTS[basis]}`,
        `Artikel: ${article}.`,
      ].join('\n'),
    ),
    `Hoe lang? ${RETENTION}`,
    ['Wat kunt u doen?', ...rights(grounds.map(({ basis }) => basis)).map((right) => `- ${right}`)].join(
      '\n',
    ),
    CONTACT,
  ].join('\n\n')
}
