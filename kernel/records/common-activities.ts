import {
  type Activity,
  type ActivityDescription,
  type CommonActivity,
  declareActivity,
  type LoggingParty,
} from './activities.ts'

/** What every party does, for the register of processing activities, and the words that descriptions share. */

export const RESIDENTS = 'eigenaren en bewoners van het gebouw'
export const STAFF = 'medewerkers die Samenloop gebruiken'
export const HANDLERS = 'medewerkers die het dossier behandelen'
export const WHICH_ADDRESS = { what: 'om welk adres het gaat' }
export const PROCESSING_LOG = 'het verwerkingslogboek'

export const ACCOUNTABLE = 'AVG art. 6 lid 1 onder c, met art. 5 lid 2 en art. 24'
export const SECURE = 'AVG art. 6 lid 1 onder c, met art. 32'

/** @param task what its own task is, which is another one for each party. */
export const commonActivities = <Party extends LoggingParty>(
  party: Party,
  task: ActivityDescription,
): Readonly<Record<CommonActivity, Activity<Party>>> => ({
  'eigen-taak': declareActivity(party, 'eigen-taak', task),
  toegang: declareActivity(party, 'toegang', {
    title: 'Toegang bewaken',
    purpose: 'vastleggen wie het systeem vraagt, en wat is geweigerd',
    basis: 'LEGAL_OBLIGATION',
    articles: [SECURE],
    subjects: [STAFF, RESIDENTS],
    data: [
      { what: 'pseudoniem, organisatie en rol van de medewerker' },
      { what: 'welk adres is geweigerd, onder een pseudoniem' },
    ],
    leaves: ['het toegangslogboek'],
  }),
  controle: declareActivity(party, 'controle', {
    title: 'Logboeken controleren',
    purpose: 'nagaan of alles wat gedeeld is ook mocht, en of de logboeken volledig en ongewijzigd zijn',
    basis: 'LEGAL_OBLIGATION',
    articles: [ACCOUNTABLE, SECURE],
    subjects: [RESIDENTS, STAFF],
    data: [{ what: 'de regels van de logboeken' }],
  }),
  bewaring: declareActivity(party, 'bewaring', {
    title: 'Bewaren en vernietigen',
    purpose: 'gegevens wissen als de bewaartermijn voorbij is, of juist vasthouden als de wet dat vraagt',
    basis: 'LEGAL_OBLIGATION',
    articles: ['AVG art. 6 lid 1 onder c, met art. 5 lid 1 onder e; Archiefwet'],
    subjects: [RESIDENTS, STAFF],
    data: [{ what: 'wat van de gegevens van dit register aan de beurt is' }],
  }),
})
