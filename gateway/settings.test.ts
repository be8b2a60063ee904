import { describe, expect, test } from '@jest/globals'
import { readGatewayConfig } from './settings.ts'

const settings = {
  NODE_ENV: 'production',
  IDENTITY_ISSUER: 'https://identity.example',
  METRICS_TOKEN: 'only who has this token',
}
const development = { NODE_ENV: 'development' }

describe('the configuration of the gateway', () => {
  test('is refused in production with the development identity provider', () => {
    expect(() => readGatewayConfig({ NODE_ENV: 'production' })).toThrow('IDENTITY_ISSUER')
  })

  test('is that of production when nobody says what it is for, and says so when it is refused', () => {
    expect(() => readGatewayConfig({})).toThrow(/NODE_ENV is not set, which means production/)
    expect(readGatewayConfig({ ...settings, NODE_ENV: undefined })).toMatchObject({
      NODE_ENV: 'production',
      trustedDocuments: 'only',
    })
    expect(() => readGatewayConfig({ NODE_ENV: '' })).toThrow('NODE_ENV')
  })

  test('exports spans only when it is told where to', () => {
    expect(readGatewayConfig(development).tracing).toBeNull()
    expect(
      readGatewayConfig({ ...development, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }).tracing,
    ).not.toBeNull()
    expect(() =>
      readGatewayConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector', GATEWAY_WORKERS: '-1' }),
    ).toThrow(
      /OTEL_EXPORTER_OTLP_ENDPOINT[\s\S]*GATEWAY_WORKERS|GATEWAY_WORKERS[\s\S]*OTEL_EXPORTER_OTLP_ENDPOINT/,
    )
  })

  test('finds the keys of the issuer by itself', () => {
    expect(readGatewayConfig(settings).jwksUrl).toBe('https://identity.example/jwks')
  })
})

describe('the admission settings of the gateway', () => {
  test('takes trusted documents only in production, and counts strictly', () => {
    expect(readGatewayConfig(settings)).toMatchObject({
      trustedDocuments: 'only',
      perMinute: { caller: 300, organisation: 60_000, unknown: 600 },
      limits: { depth: 15, fields: 500, rootFields: 20, aliases: 30, directives: 50, tokens: 2000 },
      MAX_COST: 25_000,
    })
    expect(readGatewayConfig(development)).toMatchObject({
      trustedDocuments: 'prefer',
      perMinute: { caller: 120_000 },
    })
  })

  test('obeys what is set', () => {
    const given = { ...settings, TRUSTED_DOCUMENTS: 'prefer', RATE_LIMIT_CALLER: '7', MAX_FIELDS: '9' }
    expect(readGatewayConfig(given)).toMatchObject({
      trustedDocuments: 'prefer',
      perMinute: { caller: 7, organisation: 60_000 },
      limits: { fields: 9 },
    })
    expect(() => readGatewayConfig({ ...settings, TRUSTED_DOCUMENTS: 'no', RATE_LIMIT_CALLER: '0' })).toThrow(
      /TRUSTED_DOCUMENTS[\s\S]*RATE_LIMIT_CALLER|RATE_LIMIT_CALLER[\s\S]*TRUSTED_DOCUMENTS/,
    )
  })
})
