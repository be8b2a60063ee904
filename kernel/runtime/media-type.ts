/** The media types of GraphQL over HTTP; the older one first, which is what a client gets that does not choose. */
export const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

type Preference = { readonly quality: number; readonly place: number }

/**
 * The media type that an `Accept` header likes best (RFC 9110 12.5.1); of two that it likes as much the one it names first. A header
 * that takes neither is disregarded, as that section allows: an answer in JSON says more than a bare 406.
 */
export function chooseMediaType(accept: string | undefined): MediaType {
  const [json, response] = MEDIA_TYPES
  const ranges = (accept ?? '*/*').toLowerCase().split(',').map(readRange)
  const forJson = preferenceFor(json, ranges)
  const forResponse = preferenceFor(response, ranges)
  if (forResponse.quality === 0) return json
  if (forResponse.quality !== forJson.quality) return forResponse.quality > forJson.quality ? response : json
  return forResponse.place < forJson.place ? response : json
}

type Range = { readonly type: string; readonly quality: number }

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim())
  const given = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = given === undefined ? 1 : Number(given.slice(2))
  return { type, quality: Number.isFinite(quality) ? quality : 0 }
}

/** What names a type most precisely decides, wherever it stands. */
function preferenceFor(type: MediaType, ranges: readonly Range[]): Preference {
  for (const wanted of [type, 'application/*', '*/*']) {
    const place = ranges.findIndex((range) => range.type === wanted)
    const range = ranges[place]
    if (range) return { quality: range.quality, place }
  }
  return { quality: 0, place: ranges.length }
}
