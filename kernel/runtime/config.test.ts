import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { readGatewayConfig, readSubgraphConfig } from './config.ts'

const pem = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'der' })
  .toString('base64')
const grantKey = () => randomBytes(32).toString('base64url')
const production = {
  NODE_ENV: 'production',
  METRICS_TOKEN: grantKey(),
  IDENTITY_ISSUER: 'https://identity.example',
  IMG_DATABASE_URL: 'postgresql://img_process@127.0.0.1/img',
  IMG_MIGRATION_URL: 'postgresql://img_owner@127.0.0.1/img',
  IMG_GRANT_KEYS: `2026:${grantKey()}`,
  IMG_LOG_SIGNING_KEY: pem,
  IMG_PSEUDONYM_KEY: grantKey(),
  IMG_CLIENT_SECRET: grantKey(),
}

const settings = {
  NODE_ENV: 'production',
  IDENTITY_ISSUER: 'https://identity.example',
  METRICS_TOKEN: grantKey(),
}
const development = { NODE_ENV: 'development' }

describe('the configuration of an agency', () => {
  test('has sensible defaults', () => {
    expect(readSubgraphConfig('img', production)).toMatchObject({
      port: 4001,
      grantSeconds: 10,
      emergencyReviewDays: 7,
      housekeepingSeconds: 300,
      HOST: '127.0.0.1',
    })
  })

  test('reads lists of names and of terms, and refuses terms that are none', () => {
    const read = (changes: object) => readSubgraphConfig('img', { ...production, ...changes }).signals
    expect(read({})).toEqual({ off: [], termDays: {}, newsDays: 30 })
    const lists = { SIGNAL_RULES_OFF: ' ONE, TWO,', SIGNAL_TERM_DAYS: 'COOPERATION=10,MUNICIPAL_PLAN=60' }
    expect(read(lists)).toEqual({
      off: ['ONE', 'TWO'],
      termDays: { COOPERATION: 10, MUNICIPAL_PLAN: 60 },
      newsDays: 30,
    })
    for (const text of ['COOPERATION', 'COOPERATION=0', 'COOPERATION=x', '=3', 'A=1 B=2'])
      expect(() => read({ SIGNAL_TERM_DAYS: text })).toThrow('SIGNAL_TERM_DAYS')
  })

  test('names every fault at once, without repeating a value', () => {
    const faulty = {
      ...production,
      IMG_PORT: 'veel',
      IMG_GRANT_KEYS: 'geheim',
      IMG_CLIENT_SECRET: undefined,
      GRANT_SECONDS: '31',
    }
    let message = ''
    try {
      readSubgraphConfig('img', faulty)
    } catch (error) {
      message = String(error)
    }
    for (const name of ['IMG_PORT', 'IMG_GRANT_KEYS', 'IMG_CLIENT_SECRET is missing', 'GRANT_SECONDS'])
      expect(message).toContain(name)
    expect(message).not.toContain('geheim')
  })

  test.each([
    ['a grant key of development', { IMG_GRANT_KEYS: `dev-1:${grantKey()}` }, 'IMG_GRANT_KEYS'],
    ['one behind a good one', { IMG_GRANT_KEYS: `2026:${grantKey()},dev-1:${grantKey()}` }, 'IMG_GRANT_KEYS'],
    ['a client secret of development', { IMG_CLIENT_SECRET: `dev-${grantKey()}` }, 'IMG_CLIENT_SECRET'],
    ['a signing key of development', { IMG_LOG_SIGNING_KEY: `dev-${pem}` }, 'IMG_LOG_SIGNING_KEY'],
    ['the development identity provider', { IDENTITY_ISSUER: 'http://127.0.0.1:4010' }, 'IDENTITY_ISSUER'],
    ['metrics for everybody', { METRICS_TOKEN: undefined }, 'METRICS_TOKEN is missing'],
    ['a metrics token of development', { METRICS_TOKEN: `dev-${grantKey()}` }, 'METRICS_TOKEN'],
    ['no PostgreSQL', { IMG_DATABASE_URL: undefined, IMG_MIGRATION_URL: undefined }, 'IMG_DATABASE_URL'],
  ])('is refused in production with %s', (_name, changes, what) => {
    expect(() => readSubgraphConfig('img', { ...production, ...changes })).toThrow(what)
  })

  test('does not mind what other programs put in the environment', () => {
    expect(() => readSubgraphConfig('img', { ...production, HOSTNAME: 'dev-web-3' })).not.toThrow()
  })
})

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

describe('the front door of the gateway', () => {
  test('takes trusted documents only in production, and counts strictly', () => {
    expect(readGatewayConfig(settings)).toMatchObject({
      trustedDocuments: 'only',
      perMinute: { caller: 1200, organisation: 60_000, unknown: 600 },
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
