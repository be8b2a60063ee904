import type { ActivityVersion } from '../../../kernel/records/processing-register.ts'
import type { Organisation } from '../../../kernel/vocabulary.ts'

/** Who answers for the processing (AVG art. 30(1)(a)). */
export const CONTROLLERS: Readonly<
  Record<Organisation, { readonly name: string; readonly contact: string }>
> = {
  IMG: {
    name: 'Instituut Mijnbouwschade Groningen (IMG)',
    contact: 'schadedoormijnbouw.nl/privacyverklaring; daar staat ook de functionaris gegevensbescherming',
  },
  NCG: {
    name: 'Nationaal Coördinator Groningen (NCG)',
    contact: 'nationaalcoordinatorgroningen.nl; daar staat ook de functionaris gegevensbescherming',
  },
  SVIP: {
    name: 'Schade Versterking Informatiepunt (SVIP), van IMG en NCG samen',
    contact:
      'via het IMG of de NCG; of zij samen verantwoordelijk zijn (AVG art. 26) moeten juristen nog bevestigen',
  },
  GEMEENTE: {
    name: 'de gemeente waarin het adres ligt',
    contact: 'de website van de gemeente; daar staat ook de functionaris gegevensbescherming',
  },
}

export const controllerOf = (party: Organisation): ActivityVersion['controller'] => ({
  entityId: party,
  ...CONTROLLERS[party],
})
