import { type ExampleGroup, operation } from './example.ts'

/** Examples about working together at an address. */
export const together = (addressId: string): ExampleGroup => ({
  heading: 'Samenwerken op een adres',
  examples: [
    {
      id: 'samenwerking',
      title: 'Samenwerkingsdossier',
      explanation:
        'Wie werken er samen op dit adres, wat wil de bewoner, en wat is er afgesproken? Wat van de andere organisatie komt, volgt de regels voor uw doel.',
      persona: 'ncg.handler',
      query: operation('address-cooperation'),
      variables: { id: addressId, purpose: 'JOINT_INSPECTION' },
    },
    {
      id: 'wensen',
      title: 'Wensen van de bewoner vastleggen',
      explanation: 'Samen of apart: bij de opname, in het proces en bij de uitvoering.',
      persona: 'ncg.handler',
      query: operation('record-wish'),
      variables: {
        input: {
          addressId,
          integralApproach: true,
          inspection: 'SIMULTANEOUS',
          process: 'TOGETHER',
          realisation: 'TOGETHER',
          channel: 'VISIT',
          evidence: 'verslag-2026-0001',
        },
      },
    },
    {
      id: 'informatieverzoek',
      title: 'Informatieverzoek indienen',
      explanation:
        'Een zaakbegeleider vraagt meer dan de regels zonder meer geven. Het verzoek gaat naar het SVIP-loket van het IMG. Verander idempotencyKey voor een tweede verzoek.',
      persona: 'img.handler',
      query: operation('submit-information-request'),
      variables: {
        input: {
          addressId,
          kind: 'LINK_HANDLERS',
          purpose: 'JOINT_INSPECTION',
          categories: ['HANDLER', 'PLANNING', 'FINDINGS'],
          necessity: 'De bewoner wil één opname. Wij willen die samen met de NCG plannen en voorbereiden.',
          idempotencyKey: 'voorbeeld-1',
        },
      },
    },
    {
      id: 'werkvoorraad',
      title: 'Werkvoorraad van een SVIP-loket',
      explanation:
        'Wat ligt er bij het loket van het IMG, wat moet het eerst, en wat stelt het beleid voor? Dien eerst een informatieverzoek in.',
      persona: 'img.svip',
      query: operation('request-inbox'),
      variables: { filter: { place: 'IMG' }, first: 10 },
    },
  ],
})
