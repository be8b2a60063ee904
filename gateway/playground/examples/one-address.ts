import { type ExampleGroup, operation } from './example.ts'

/** Examples about one address: what is going on there, what may be seen and why, and what the resident consented to. */
export const oneAddress = (addressId: string): ExampleGroup => ({
  heading: 'Eén adres',
  examples: [
    {
      id: 'adres',
      title: 'Eén adres, alle kanten',
      explanation:
        'Wat speelt er op dit adres bij het IMG en bij de NCG, wat mag u daarvan zien, en waarom? Log ook eens in als iemand anders, of kies een ander doel: het antwoord verandert mee.',
      persona: 'ncg.handler',
      query: operation('unified-address'),
      variables: { id: addressId, purpose: 'COOPERATION' },
    },
    {
      id: 'toestemming',
      title: 'Toestemming vastleggen',
      explanation:
        'De bewoner vindt het goed dat het IMG meer deelt met de NCG. Stel daarna de eerste vraag opnieuw: u ziet meer.',
      persona: 'ncg.handler',
      query: operation('record-consent'),
      variables: {
        input: {
          addressId,
          owner: 'IMG',
          recipient: 'NCG',
          purposes: ['COOPERATION'],
          categories: ['PLANNING', 'FINDINGS'],
          channel: 'FORM',
          evidence: 'formulier-2026-0001',
        },
      },
    },
    {
      id: 'intrekken',
      title: 'Toestemming intrekken',
      explanation:
        'Vul bij id het nummer in dat u kreeg bij het vastleggen. Het intrekken werkt vanaf de volgende vraag.',
      persona: 'ncg.handler',
      query: operation('withdraw-consent'),
      variables: { id: '', reason: 'op verzoek van de bewoner' },
    },
    {
      id: 'besluit',
      title: 'Besluit uitgelegd',
      explanation:
        'Vul bij id een decisionId in uit het antwoord op de eerste vraag. U ziet de regels en artikelen waarop het besluit rust.',
      persona: 'ncg.handler',
      query: operation('decision'),
      variables: { id: '' },
    },
  ],
})
