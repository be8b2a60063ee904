import { at } from './random.ts'

const VILLAGE = (
  'Hoofdstraat,Dorpsstraat,Kerkstraat,Kerkpad,Molenweg,Stationsweg,Schoolstraat,Nieuwstraat,Wierdeweg,' +
  'Borgweg,Trekweg,Delleweg,Maarweg,Singel,Torenlaan,Oosterstraat,Westerstraat,Noorderstraat,' +
  'Zuiderstraat,Raadhuisstraat,Wilhelminaweg,Julianastraat,Oranjestraat,Parklaan,Coöperatieweg,' +
  'Smidshorn,Achter de Wierde,Lage Weg'
).split(',')

const THEMES = (
  'Abeel,Acacia,Berken,Beuken,Eiken,Elzen,Essen,Iepen,Kastanje,Linden,Meidoorn,Populieren,Wilgen,Anjer,' +
  'Dahlia,Rozen,Tulpen,Zinnia,Fazanten,Kievit,Leeuwerik,Merel,Reiger,Scholekster,Zwaluw,Ooievaar,' +
  'Koolzaad,Vlas,Haver,Tarwe,Zeeëgel,Schelpen,Haring,Botter,Tjalk,Schoener'
).split(',')

const SUFFIXES = ['straat', 'laan', 'hof', 'weg', 'plein', 'pad', 'dreef', 'kade'] as const

const NAMES = [...VILLAGE, ...SUFFIXES.flatMap((suffix) => THEMES.map((theme) => theme + suffix))]

/** The street at a place in an endless list; the first 300 places are all different. */
export const streetName = (index: number): string => at(NAMES, index % NAMES.length)
