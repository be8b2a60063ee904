import type { RunningSystem } from './system.ts'

type Party = 'img' | 'ncg' | 'svip'

/** Creates a client of the operator's endpoints of the parties. On an error answer it throws the party's Dutch message. */
export function askAsOperator(
  system: Pick<RunningSystem, 'url' | 'operatorToken'>,
  signal: AbortSignal = new AbortController().signal,
) {
  return async (party: Party, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${system.url(party)}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await system.operatorToken()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    })
    if (response.ok) return await response.json()
    const { errors } = (await response.json().catch(() => ({}))) as {
      errors?: readonly { readonly message: string }[]
    }
    throw new Error(`${party.toUpperCase()}: ${errors?.[0]?.message ?? `antwoord ${response.status}`}`)
  }
}
