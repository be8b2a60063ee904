import { type ExampleGroup, operation } from './example.ts'

/** Examples about an employee's own work. */
export const ownWork = (addressId: string): ExampleGroup => ({
  heading: 'Uw eigen werk, met de andere kant erbij',
  examples: [
    {
      id: 'schademeldingen',
      title: 'Eigen schademeldingen',
      explanation:
        'De lopende meldingen van het IMG, met wat er op hetzelfde adres bij de NCG speelt. Het doel staat in de header x-purpose en geldt voor alle adressen.',
      persona: 'img.handler',
      query: operation('my-damage-claims'),
      variables: { filter: { open: true }, first: 5 },
      headers: { 'x-purpose': 'COOPERATION' },
    },
    {
      id: 'versterking',
      title: 'Eigen versterkingsprojecten',
      explanation:
        'De lopende projecten van de NCG, met wat er op hetzelfde adres bij het IMG speelt. Het doel staat in de header x-purpose en geldt voor alle adressen.',
      persona: 'ncg.handler',
      query: operation('my-strengthening-projects'),
      variables: { filter: { open: true }, first: 5 },
      headers: { 'x-purpose': 'COOPERATION' },
    },
    {
      id: 'melden',
      title: 'Schade melden, en zien wat er al speelt',
      explanation:
        'Het antwoord vertelt meteen of er bij de NCG iets loopt, en de NCG krijgt een signaal. Verander reference voor een tweede melding.',
      persona: 'img.handler',
      query: operation('register-damage-claim'),
      variables: { input: { addressId, reference: 'VOORBEELD-1' } },
      headers: { 'x-purpose': 'COOPERATION' },
    },
    {
      id: 'signalen',
      title: 'Postvak met signalen',
      explanation:
        'Wat er aan de andere kant speelt op adressen van uw organisatie, te laat eerst. Zonder dit doel staat er alleen dat er iets speelt.',
      persona: 'ncg.handler',
      query: operation('signal-inbox'),
      variables: { filter: { open: true }, purpose: 'COOPERATION', first: 10 },
    },
    {
      id: 'signaalgelezen',
      title: 'Signaal bevestigen',
      explanation: 'Vul bij id en revision in wat er in het postvak bij een signaal staat.',
      persona: 'ncg.handler',
      query: operation('acknowledge-signal'),
      variables: { input: { id: '', revision: 1 } },
    },
  ],
})
