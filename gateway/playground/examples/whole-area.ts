import { type ExampleGroup, operation } from './example.ts'

/** Examples about figures, lists and sets of addresses. */
export const wholeArea = (firstDay: string): ExampleGroup => ({
  heading: 'Het hele gebied',
  examples: [
    {
      id: 'potentieel',
      title: 'Samenwerkingspotentieel in cijfers',
      explanation:
        'Op hoeveel adressen komen schade en versterking samen, en hoe ver zijn ze? In overTime komt er aan het eind van elke maand een regel bij. Een gemeente krijgt haar eigen cijfers, zonder kleine aantallen.',
      persona: 'ncg.svip',
      query: operation('cooperation-potential'),
      variables: { from: firstDay },
    },
    {
      id: 'benaderen',
      title: 'Adressen om zelf te benaderen',
      explanation:
        'Adressen zonder schademelding waarvan de NCG de plannen maakt. Waar de meeste schade wordt verwacht staat bovenaan. Elk adres wordt vastgelegd voordat u het ziet.',
      persona: 'ncg.svip',
      query: operation('cooperation-addresses'),
      variables: {
        filter: { situation: 'NO_REPORT', ncgPhases: ['PLANNING'] },
        purpose: 'SIGNALLING',
        first: 10,
      },
    },
    {
      id: 'lijst',
      title: 'Adressenlijst maken',
      explanation:
        'Voor een pilot of voor vastgelopen dossiers: adressen met één doel. Zet er daarna adressen op met AddToAddressSet. Een naam bestaat maar één keer.',
      persona: 'intervention.team',
      query: operation('create-address-set'),
      variables: {
        input: {
          name: 'Vastgelopen dossiers 1',
          kind: 'STUCK_CASES',
          purpose: 'STUCK_CASE',
          description: 'Adressen waar beide trajecten stilliggen.',
        },
      },
    },
    {
      id: 'lijsten',
      title: 'Adressenlijsten en wat ervan kwam',
      explanation: 'Alle pilots en vastgelopen dossiers waaraan wordt gewerkt.',
      persona: 'intervention.team',
      query: operation('address-sets'),
      variables: { open: true },
    },
    {
      id: 'monitoring',
      title: 'De samenwerking per maand',
      explanation:
        'Verzoeken, signalen, gezamenlijke opnames, doorlooptijden en hoeveel van het potentieel is benut.',
      persona: 'img.svip',
      query: operation('monitoring'),
      variables: { from: firstDay },
    },
  ],
})
