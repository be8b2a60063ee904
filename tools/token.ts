import { parseArgs } from 'node:util'
import { personaToken } from '../dev/identity/persona-token.ts'
import { PERSONAS } from '../dev/identity/personas.ts'

const width = Math.max(...PERSONAS.map(({ id }) => id.length))
const personas = PERSONAS.map(({ id, description }) => `  ${id.padEnd(width)}  ${description}`).join('\n')

const USAGE = `Usage: npm run --silent token -- PERSONA

Prints an access token (valid for one hour) for a persona of the development identity
provider, which must be running: npm start

Personas:
${personas}

Environment: IDENTITY_PORT, the port of the identity provider (4010).
`

function readPort(): number {
  const port = Number(process.env.IDENTITY_PORT ?? 4010)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error('IDENTITY_PORT is not a port number.')
  return port
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const [persona, ...rest] = positionals
  if (persona === undefined || rest.length > 0) throw new Error(`Give exactly one persona.\n\n${USAGE}`)
  process.stdout.write(`${await personaToken(`http://127.0.0.1:${readPort()}`, persona)}\n`)
}

try {
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
