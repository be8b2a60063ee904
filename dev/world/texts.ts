/** Invented texts of files. None is about anyone. */

export const DAMAGE_SUMMARIES = [
  'Scheuren in het metselwerk van de voorgevel en in het stucwerk van de woonkamer.',
  'Scheurvorming boven de kozijnen aan de achterzijde; klemmende deuren op de begane grond.',
  'Losse tegels in de badkamer en haarscheuren in de plafonds.',
  'Scheuren in de keldervloer; bij zware regen komt er water binnen.',
  'Verzakking van de aanbouw ten opzichte van het hoofdgebouw, met een doorgaande scheur.',
  'Schade aan de schoorsteen en aan het voegwerk van de zijgevel.',
  'Lichte schade aan de schuur; geen schade aan de woning vastgesteld.',
  'Scheuren rond de dakkapel; het lood is losgeraakt en er zijn lekkagesporen.',
] as const

export const STRUCTURAL_SUMMARIES = [
  'Constructieve schade: de draagmuur tussen woonkamer en gang is over de volle hoogte gescheurd.',
  'Constructieve schade: de oplegging van de verdiepingsvloer is verschoven.',
  'Constructieve schade: de topgevel staat los van de kapconstructie.',
] as const

export const ACUTE_DESCRIPTIONS = [
  'Schoorsteen staat los en dreigt te vallen.',
  'Topgevel helt naar voren; het trottoir is afgezet.',
  'Gevel aan de straatzijde is over de volle breedte gescheurd.',
  'Balkon is losgeraakt van de gevel.',
  'Plafond van de verdieping is deels naar beneden gekomen.',
] as const

export const MADE_SAFE = [
  'Gestut; ruimte weer veilig te gebruiken.',
  'Losse delen verwijderd en gevel geschoord.',
  'Schoorsteen tot het dakvlak afgebroken.',
] as const

export const ADVICE_SUMMARIES = [
  'De verbinding tussen vloeren en gevels is te zwak; koppelen met ankers volstaat.',
  'De begane grond heeft te weinig stijve wanden in de dwarsrichting.',
  'De topgevels en de schoorsteen zijn de zwakste delen; de rest van het gebouw voldoet.',
  'De fundering is ongelijk gezakt; versterken van binnenuit is mogelijk.',
  'Versterken kost meer dan vervangen; sloop en nieuwbouw is met de eigenaar te bespreken.',
] as const

export const STANDARD_MET = [
  'Het gebouw voldoet aan de veiligheidsnorm; maatregelen zijn niet nodig.',
  'Herbeoordeling volgens de typologieaanpak: het gebouw voldoet aan de norm.',
] as const

export const MEASURES = [
  'Gevelankers tussen vloer en buitenblad',
  'Stalen portaal in de woonkamer',
  'Schoorsteen vervangen door een lichte schoorsteen',
  'Topgevel vervangen door houtskeletbouw',
  'Kap koppelen aan de verdiepingsvloer',
  'Extra binnenwand voor de stijfheid',
  'Fundering plaatselijk verbreden',
  'Lateien boven de kozijnen vernieuwen',
  'Dakbeschot van platen op de gordingen',
] as const

export const CONTRACTORS = [
  'Bouwbedrijf Wierdezicht',
  'Aannemersbedrijf De Vlint',
  'Noorderhoek Bouw',
  'Bouwcombinatie Fivelland',
  'Veenkamp & Zonen',
  'Maarbouw Coöperatie',
] as const

export const CIRCUMSTANCES = [
  'Bewoner slaapt beneden en kan geen trap lopen; een opname graag op de begane grond beginnen.',
  'Gezin met een pasgeboren kind; liever geen bezoek voor tien uur.',
  'Bewoner is slechthorend; afspraken per e-mail maken.',
  'Eigenaar verblijft door de week elders; een buur heeft de sleutel.',
  'Veel spanning door de lange duur; vaste contactpersoon gevraagd.',
  'Mantelzorg in huis; werkzaamheden niet in de middag.',
] as const
