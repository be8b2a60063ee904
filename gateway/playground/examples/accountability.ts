import { type ExampleGroup, operation } from './example.ts'

/** Examples about accounting for what was shared, and by which rules. */
export const accountability = (addressId: string): ExampleGroup => ({
  heading: 'Verantwoording',
  examples: [
    {
      id: 'verstrekkingen',
      title: 'Wie kreeg welke gegevens?',
      explanation:
        'Voor de bewoner die vraagt wie de gegevens over het adres heeft gezien, waarom en op welke grondslag. Nooit welke medewerker.',
      persona: 'privacy.officer',
      query: operation('disclosures'),
      variables: { addressId, first: 10 },
    },
    {
      id: 'beleid',
      title: 'Beleid van vandaag',
      explanation: 'De regels die nu gelden: wie mag wat delen, waarvoor en op welke grondslag.',
      persona: 'privacy.officer',
      query: operation('policy'),
      variables: {},
    },
  ],
})
