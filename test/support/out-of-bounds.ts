/** The message of a question with an argument outside its bounds. @param what the argument, by its path, and its fault. */
export const outOfBounds = (what: string): string =>
  `De invoer klopt niet: ${what}. Pas dit aan en stuur de vraag opnieuw.`
