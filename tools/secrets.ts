import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generateIdentityKeys, identityEnvironment } from '../dev/identity/keys.ts'
import { hasCode } from '../kernel/errors.ts'

/**
 * The secrets of a development system, made at its first start and stored next to its data. Each begins with `dev-`, which production
 * refuses.
 */
export async function developmentSecrets(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
  const identity = await generateIdentityKeys()
  const secret = () => `dev-${randomBytes(32).toString('base64url')}`
  const signingKey = () =>
    `dev-${generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')}`
  const parties = ['IMG', 'NCG', 'SVIP'].flatMap((party) => [
    [`${party}_LOG_SIGNING_KEY`, signingKey()],
    [`${party}_PSEUDONYM_KEY`, secret()],
    [`${party}_CLIENT_SECRET`, identity.clientSecrets[`samenloop-${party.toLowerCase()}`] ?? ''],
  ])
  const secrets: Record<string, string> = {
    ...identityEnvironment(identity),
    ...Object.fromEntries(parties),
    IMG_GRANT_KEYS: `dev-1:${randomBytes(32).toString('base64url')}`,
    NCG_GRANT_KEYS: `dev-1:${randomBytes(32).toString('base64url')}`,
    OPERATOR_CLIENT_SECRET: identity.clientSecrets['samenloop-operator'] ?? '',
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  return secrets
}
