/** The error message for an argument outside its bounds. @param what the path of the argument, and its fault. */
export const outOfBounds = (what: string): string =>
  `De invoer klopt niet: ${what}. Pas dit aan en stuur de vraag opnieuw.`
