import { at, createRandom, type Random } from './random.ts'

export type Handler = {
  readonly handler_name: string
  readonly handler_phone: string
  readonly handler_email: string
  readonly handler_team: string
}

const FIRST = (
  'Anneke,Bert,Carla,Daan,Esther,Fatima,Geert,Hilda,Ibrahim,Janneke,Kees,Lotte,Maarten,Nynke,Omar,Petra,Quinten,Roelof,' +
  'Sanne,Teun,Ursula,Victor,Wietske,Xander,Yvonne,Zoë,André,Renée,Joost'
).split(',')

const LAST = (
  'Bakker,Boersma,Çelik,Dijkema,Ebbens,Feringa,Groenewold,Haaijer,Iwema,Jansma,Kuipers,Lalkens,Meijerink,Nienhuis,Oosterhof,' +
  'Pathuis,Reitsma,Sikkens,Toxopeus,Uildriks,Veldkamp,Wiersum,Yilmaz,Zijlstra,Kremer,Noordhof,Smeding,Tuinman,Wolthuis'
).split(',')

const IMG_TEAMS = [
  'Schade Noord',
  'Schade Oost',
  'Schade Zuid',
  'Waardedaling',
  'Immateriële schade',
  'Maatwerk',
]
const NCG_TEAMS = ['Appingedam', 'Delfzijl', 'Loppersum', 'Het Hogeland', 'Midden-Groningen', 'Groningen']

/**
 * Thirty employees each. The first one has the name of the handler persona of the development identity provider, who so
 * has cases of her own.
 */
export const IMG_HANDLERS = staff('Hanna Bos', 'img.example', IMG_TEAMS, 0)
export const NCG_HANDLERS = staff('Noor Dijkstra', 'ncg.example', NCG_TEAMS, 1)

function staff(
  first: string,
  domain: string,
  teams: readonly string[],
  organisation: number,
): readonly Handler[] {
  const random = createRandom(3, organisation)
  const firstNames = random.shuffle(FIRST)
  const lastNames = random.shuffle(LAST)
  const names = [first, ...firstNames.map((name, index) => `${name} ${at(lastNames, index)}`)]
  return names.map((name, index) => ({
    handler_name: name,
    // No Dutch number in use begins with 000 after its area code.
    handler_phone: `050 000 ${organisation + 1}${String(index).padStart(3, '0')}`,
    handler_email: `${asciiName(name)}@${domain}`,
    handler_team: at(teams, index % teams.length),
  }))
}

function asciiName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.')
}

export const noHandler: Handler = { handler_name: '', handler_phone: '', handler_email: '', handler_team: '' }

/** The handler of a case; those of the sample addresses are the handler personas. */
export const assignHandler = (staff: readonly Handler[], sample: boolean, random: Random): Handler =>
  sample ? at(staff, 0) : random.pick(staff)
