import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openWire } from './wire.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function answered(listener: RequestListener, limitMs = 2000) {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const message = { method: 'POST', headers: {}, body: 'x' } as const
  return openWire()(`http://127.0.0.1:${port}/`, message, AbortSignal.timeout(limitMs))
}

test('an answer comes as it is', async () => {
  await expect(answered((_, response) => response.writeHead(201).end('да'))).resolves.toEqual({
    status: 201,
    text: 'да',
  })
})

test('nobody is sent elsewhere', async () => {
  const elsewhere = { location: 'http://127.0.0.1:9/' }
  const answer = await answered((_, response) => response.writeHead(302, elsewhere).end())
  expect(answer.status).toBe(302)
})

test.each<[string, RequestListener, string]>([
  ['an answer without end', (_, response) => response.end('x'.repeat(300_000)), 'an answer without end'],
  ['a connection that is cut', (request) => request.socket.destroy(), 'no connection (ECONNRESET)'],
  [
    'an answer that breaks off',
    (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{')
      setTimeout(() => request.socket.destroy(), 50)
    },
    'no connection (ECONNRESET)',
  ],
])('%s is unknown', async (_, listener, reason) => {
  await expect(answered(listener)).rejects.toMatchObject({ kind: 'unknown', reason })
})

test('silence ends at the deadline, before the answer as within it', async () => {
  await expect(answered(() => undefined, 200)).rejects.toMatchObject({ reason: 'no answer in time' })
  await expect(answered((_, response) => response.write('{'), 200)).rejects.toMatchObject({
    kind: 'unknown',
    reason: 'no answer in time',
  })
})
