import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { readAgencyConfig } from '../../subgraphs/agency/config.ts'
import { readSvipConfig } from '../../subgraphs/svip/server.ts'

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

describe('the configuration of an agency', () => {
  test('has sensible defaults', () => {
    expect(readAgencyConfig('img', production)).toMatchObject({
      port: 4001,
      HOST: '127.0.0.1',
    })
  })

  test('names every fault at once, without repeating a value', () => {
    const faulty = {
      ...production,
      IMG_PORT: 'veel',
      IMG_GRANT_KEYS: 'geheim',
      IMG_CLIENT_SECRET: undefined,
      IMG_RETENTION_ACCESS_LOG_DAYS: '0',
    }
    let message = ''
    try {
      readAgencyConfig('img', faulty)
    } catch (error) {
      message = String(error)
    }
    for (const name of [
      'IMG_PORT',
      'IMG_GRANT_KEYS',
      'IMG_CLIENT_SECRET is missing',
      'IMG_RETENTION_ACCESS_LOG_DAYS',
    ])
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
    expect(() => readAgencyConfig('img', { ...production, ...changes })).toThrow(what)
  })

  test('does not mind what other programs put in the environment', () => {
    expect(() => readAgencyConfig('img', { ...production, HOSTNAME: 'dev-web-3' })).not.toThrow()
  })
})

describe('the configuration of the SVIP', () => {
  test('names what is wrong in several modules at once, with what is wrong of every process', () => {
    const faulty = {
      ...production,
      HOST: undefined,
      MAX_CONNECTIONS: '0',
      GRANT_SECONDS: '31',
      ACUTE_SAFE_HOURS: '0',
      COOPERATION_GROUPS: '{"S9_9":{}}',
      SIGNAL_RULES_OFF: 'JOINT',
      SVIP_RETENTION_SIGNALS_DAYS: 'lang',
    }
    let message = ''
    try {
      readSvipConfig(faulty)
    } catch (error) {
      message = String(error)
    }
    for (const fault of [
      'MAX_CONNECTIONS: ',
      'GRANT_SECONDS: ',
      'ACUTE_SAFE_HOURS: ',
      'COOPERATION_GROUPS must be JSON',
      'SIGNAL_RULES_OFF: there is no rule JOINT',
      'SVIP_RETENTION_SIGNALS_DAYS: ',
      'NCG_GRANT_KEYS is missing',
      'SVIP_CLIENT_SECRET is missing',
    ])
      expect(message).toContain(`\n  - ${fault}`)
  })
})
