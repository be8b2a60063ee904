import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { linesOfParty } from './log-lines.ts'

/** Reads the log of a party that answers like this. */
async function read(answer: (response: ServerResponse) => void, silentAfterMs?: number) {
  const server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const system = { url: () => `http://127.0.0.1:${port}`, operatorToken: async () => 'token' }
  const types: string[] = []
  try {
    for await (const { type } of linesOfParty(system, 'svip', {}, silentAfterMs)) types.push(type)
    return { types, error: null }
  } catch (error) {
    return { types, error: (error as Error).message }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const END = '{"type":"end","chain":"svip/decisions","entries":0}\n'

test('the lines of a log are read one by one', async () => {
  expect(await read((response) => response.end(`${END}${END}`))).toEqual({
    types: ['end', 'end'],
    error: null,
  })
})

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['refuses', (response) => response.writeHead(403).end(), /did not give its log \(403\)/],
  ['disconnects halfway', (response) => response.write(END, () => response.destroy()), /terminated/],
  ['gives what is no log', (response) => response.end('<html>\n'), /Line 1 of the log of svip/],
])('a party that %s is an error', async (_what, answer, message) => {
  expect((await read(answer)).error).toMatch(message)
})

test.each<[string, (response: ServerResponse) => void]>([
  ['does not answer', () => {}],
  ['stops halfway', (response) => response.write(END)],
])('a party that %s is not waited for without end', async (_what, answer) => {
  expect((await read(answer, 200)).error).toBe('svip gave nothing of its log for 0.2 seconds.')
})
