import { describe, expect, test } from '@jest/globals'
import { chooseMediaType } from './media-type.ts'

const JSON_TYPE = 'application/json'
const RESPONSE = 'application/graphql-response+json'

describe('the media type of an answer', () => {
  test.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    [RESPONSE, RESPONSE],
    ['APPLICATION/GraphQL-Response+JSON', RESPONSE],
    // Apollo Client 4, urql and graphql-request.
    ['application/graphql-response+json,application/json;q=0.9', RESPONSE],
    [
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      RESPONSE,
    ],
    ['application/json, application/graphql-response+json', JSON_TYPE],
    ['application/json;q=0.5, application/graphql-response+json;q=0.4', JSON_TYPE],
    ['application/json;q=0.5, application/graphql-response+json; charset=utf-8; q=0.6', RESPONSE],
    ['*/*;q=0.1, application/graphql-response+json', RESPONSE],
    ['*/*, application/json;q=0.1', RESPONSE],
    ['application/graphql-response+json;q=0, */*', JSON_TYPE],
    ['application/graphql-response+json;q=nonsense', JSON_TYPE],
    ['text/html', JSON_TYPE],
    [',;;,', JSON_TYPE],
  ])('%j gives %s', (accept, expected) => {
    expect(chooseMediaType(accept)).toBe(expected)
  })
})
