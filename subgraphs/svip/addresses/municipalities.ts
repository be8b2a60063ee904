/** Municipalities in the effect area, by CBS code (domain sources: CBS 85067NED, mandate of 24 June 2021). */
const NAMES: Readonly<Record<string, string>> = {
  '0014': 'Groningen',
  '0037': 'Stadskanaal',
  '0047': 'Veendam',
  '0765': 'Pekela',
  '1680': 'Aa en Hunze',
  '1699': 'Noordenveld',
  '1730': 'Tynaarlo',
  '1895': 'Oldambt',
  '1950': 'Westerwolde',
  '1952': 'Midden-Groningen',
  '1966': 'Het Hogeland',
  '1969': 'Westerkwartier',
  '1979': 'Eemsdelta',
}

export const isKnownMunicipality = (code: string): boolean => code in NAMES

export const municipality = (code: string) => ({ code, name: NAMES[code] ?? `Gemeente ${code}` })
