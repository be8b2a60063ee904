import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { SAMPLE } from '../../dev/world/sample.ts'
import { openDatabase } from '../../kernel/database/database.ts'
import { migrations } from '../../subgraphs/ncg/store/tables.ts'
import { developmentSecrets } from '../../tools/secrets.ts'
import { ensureRunning, isPortTaken, type Layout, type Ports, SERVICE_NAMES } from '../../tools/system.ts'
import { freePort } from '../support/postgres.ts'
import { client } from '../support/system.ts'
import { until } from '../support/until.ts'

/** Starting and stopping as users do it, including failures: no process or port may be left. */
const folders: string[] = []
const starters: ChildProcess[] = []
afterAll(() => {
  for (const starter of starters) starter.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const NO_DATABASE = 'postgresql://ncg_process:geheim@127.0.0.1:1/ncg'

async function newLayout(): Promise<Layout> {
  const ports = Object.fromEntries(
    await Promise.all(SERVICE_NAMES.map(async (name) => [name, await freePort()] as const)),
  ) as Ports
  const directory = mkdtempSync(join(tmpdir(), 'samenloop-lifecycle-'))
  folders.push(directory)
  return { ports, directory }
}

type Started = {
  readonly process: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
  /** Resolves when this text was printed; rejects when the process ends without it. */
  said(text: string): Promise<void>
}

/** `npm start` with a small world. */
function start({ ports, directory }: Layout, environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['tools/start.ts'], {
    env: {
      ...process.env,
      ...Object.fromEntries(SERVICE_NAMES.map((name) => [`${name.toUpperCase()}_PORT`, String(ports[name])])),
      NODE_OPTIONS: '',
      DATA_DIR: directory,
      WORLD_SCALE: '0.002',
      ...environment,
    },
  })
  starters.push(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  return {
    process: child,
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err }))),
    said: (text) =>
      new Promise((resolve, reject) => {
        const look = () => out.includes(text) && resolve()
        look()
        child.stdout.on('data', look)
        child.once('close', () => reject(new Error(`It ended without "${text}":\n${out}${err}`)))
      }),
  }
}

/** The processes of a system that still run, according to the machine, and its ports that are in use. */
async function remains({ ports, directory }: Layout): Promise<readonly string[]> {
  const taken = await Promise.all(
    SERVICE_NAMES.map(async (name) => ((await isPortTaken(ports[name])) ? [`port of ${name}`] : [])),
  )
  const pids = existsSync('/proc/self/environ') ? readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)) : []
  const running = pids.filter((pid) => read(`/proc/${pid}/environ`).includes(`DATA_DIR=${directory}\0`))
  return [...taken.flat(), ...running.map((pid) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' '))]
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

describe('a start that cannot succeed', () => {
  test('names the port in use and how to choose another, and leaves nothing', async () => {
    const layout = await newLayout()
    const other = createServer().listen(layout.ports.ncg, '127.0.0.1')
    const { code, out, err } = await start(layout).ended
    await new Promise((resolve) => other.close(resolve))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`port ${layout.ports.ncg} (ncg)`)
    expect(err).toContain('NCG_PORT=<port>')
    expect(readdirSync(layout.directory)).toEqual([])
    expect(await remains(layout)).toEqual([])
  })

  test('gives the reason that a process could not start, stops the others, and loads no world into existing data', async () => {
    const layout = await newLayout()
    await developmentSecrets(`${layout.directory}/secrets.json`)
    const { code, out, err } = await start(layout, { NCG_DATABASE_URL: NO_DATABASE }).ended
    expect(code).toBe(1)
    expect(err).toMatch(/ncg could not start: .*ECONNREFUSED/)
    expect(err).not.toContain('geheim')
    expect(out).toContain('existing data')
    expect(readdirSync(layout.directory).filter((name) => name.startsWith('world-'))).toEqual([])
    expect(await remains(layout)).toEqual([])
  })

  test('of a command gives the reason, and leaves nothing', async () => {
    const layout = { ...(await newLayout()), environment: { NCG_MIGRATION_URL: NO_DATABASE } }
    await expect(ensureRunning(['ncg'], layout)).rejects.toThrow(
      /ncg could not start.*\n.*NCG_MIGRATION_URL .* without NCG_DATABASE_URL/,
    )
    expect(await remains(layout)).toEqual([])
  })
})

test('a first start that is killed leaves nothing, the next one completes it, and its data stay', async () => {
  const layout = await newLayout()
  const killed = start(layout)
  await killed.said('identity')
  // The other processes are starting now.
  await new Promise((resolve) => setTimeout(resolve, 300))
  killed.process.kill('SIGKILL')
  await until(async () => (await remains(layout)).length === 0)
  expect(readdirSync(layout.directory)).toContain('world-loading')

  const first = start(layout)
  await first.said('Loading the synthetic world')
  await first.said('Ready in')
  await interrupt(first, layout)
  expect(readdirSync(layout.directory)).toEqual(expect.arrayContaining(['world-loaded']))
  expect(readdirSync(layout.directory)).not.toContain('world-loading')

  const second = start(layout)
  await second.said('Ready in')
  const { data } = await client(layout).ask(`{ address(id: "${SAMPLE.both.addressId}") { id } }`, {
    as: 'ncg.handler',
  })
  expect(data.address).toEqual({ id: SAMPLE.both.addressId })
  const { out } = await interrupt(second, layout)
  expect(out).not.toContain('Loading')
})

async function interrupt({ process, ended }: Started, layout: Layout) {
  process.kill('SIGINT')
  const result = await ended
  expect({ code: result.code, err: result.err }).toEqual({ code: 0, err: '' })
  expect(await remains(layout)).toEqual([])
  return result
}

describe('the folder of a database', () => {
  const open = (directory: string) => openDatabase({ directory, migrations })
  const folder = () => {
    const directory = mkdtempSync(join(tmpdir(), 'samenloop-lock-'))
    folders.push(directory)
    return directory
  }

  test('is refused while a running process holds it, also one of another user', async () => {
    const directory = folder()
    for (const holder of [`${process.pid}`, `${process.ppid} `, '1 ']) {
      writeFileSync(join(directory, 'lock'), holder)
      await expect(open(directory)).rejects.toThrow(`in use by process ${holder.trim()}`)
    }
    expect(readdirSync(directory)).toEqual(['lock'])
  })

  test('is taken over from a process that has ended, also when its number was reused', async () => {
    const directory = folder()
    const gone = existsSync('/proc/self/stat') ? `${process.pid} 1` : '999999999'
    writeFileSync(join(directory, 'lock'), gone)
    // As if a takeover was interrupted as well.
    writeFileSync(join(directory, 'lock-removing'), '999999999')
    const database = await open(directory)
    await expect(open(directory)).rejects.toThrow(`in use by process ${process.pid}`)
    await database.close()
    expect(readdirSync(directory)).toEqual(['pglite'])
  })
})
