/** The media types of GraphQL over HTTP; the first, older one is the default. */
export const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

type Preference = { readonly quality: number; readonly place: number }

/**
 * Returns the media type that an `Accept` header prefers (RFC 9110 12.5.1); of two equal preferences, the first. A header that accepts
 * neither is ignored, as that section allows: an answer in JSON is more useful than a bare 406.
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

/** The most specific range decides, whatever its position. */
function preferenceFor(type: MediaType, ranges: readonly Range[]): Preference {
  for (const wanted of [type, 'application/*', '*/*']) {
    const place = ranges.findIndex((range) => range.type === wanted)
    const range = ranges[place]
    if (range) return { quality: range.quality, place }
  }
  return { quality: 0, place: ranges.length }
}
