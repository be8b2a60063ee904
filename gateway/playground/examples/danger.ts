import { type ExampleGroup, operation } from './example.ts'

/** Examples about unsafe buildings. */
export const danger = (addressId: string, municipality: string): ExampleGroup => ({
  heading: 'Gevaar',
  examples: [
    {
      id: 'acuut',
      title: 'Lijst van acuut onveilige situaties',
      explanation:
        'Voor het overleg van een gemeente: wat nog niet veilig is staat erop, wat het langst wacht eerst. De gemeente ziet alleen haar eigen adressen.',
      persona: 'gemeente.eemsdelta',
      query: operation('acute-cases'),
      variables: { municipality, first: 10 },
      headers: { 'x-purpose': 'ACUTE_SAFETY' },
    },
    {
      id: 'noodtoegang',
      title: 'Noodtoegang bij direct gevaar',
      explanation:
        'Een veiligheidsfunctionaris kan niet wachten op toestemming. De noodtoegang duurt 48 uur, is direct zichtbaar voor de privacyfunctionarissen en wordt altijd beoordeeld.',
      persona: 'img.safety',
      query: operation('break-glass'),
      variables: {
        input: {
          addressId,
          owner: 'NCG',
          reason: 'De schoorsteen dreigt te vallen. Wij moeten weten hoe veilig het gebouw is.',
        },
      },
    },
  ],
})
