import { UPLOAD_PART_BYTES } from '@rodnik/contract/attachments'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Phase } from './attachment-item.ts'
import { type Sending, sendAttachment } from './send-attachment.ts'

const ID = '0b0f5a8e-7a50-4f6c-9a3e-1d2c3b4a5f60'
const online = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', online.addEventListener.bind(online))
  vi.stubGlobal('removeEventListener', online.removeEventListener.bind(online))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A server at the other end of a network that loses the requests named. */
function aNetwork(loses: (request: string, nth: number) => boolean = () => false) {
  const parts = new Map<number, number>()
  const asked: string[] = []
  const facts = { id: ID, name: 'a.pdf', type: 'application/pdf', bytes: 1, width: null, height: null }
  const answers: [RegExp, (match: RegExpExecArray, body: unknown) => [number, unknown]][] = [
    [/^POST \/cabinet\/uploads$/, () => [201, { id: ID }]],
    [
      /^PUT \/cabinet\/uploads\/[^/]+\/parts\/(\d+)$/,
      ([, part], body) => {
        parts.set(Number(part), (body as Blob).size)
        return [204, null]
      },
    ],
    [/^GET \/cabinet\/uploads\/[^/]+$/, () => [200, { id: ID, parts: [...parts.keys()], attachment: null }]],
    [/^POST \/cabinet\/uploads\/[^/]+\/complete$/, () => [200, facts]],
  ]
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: unknown }) => {
    const request = `${method} ${url.replace('/api/v1', '')}`
    asked.push(request.replace(ID, 'ID'))
    if (loses(request, asked.length)) throw new TypeError('Failed to fetch')
    for (const [pattern, answer] of answers) {
      const match = pattern.exec(request)
      if (!match) continue
      const [status, content] = answer(match, body)
      return new Response(content === null ? null : JSON.stringify(content), { status })
    }
    throw new Error(`Nobody answers ${request}`)
  })
  return { parts, asked }
}

const aFile = (bytes: number) => new File([new Uint8Array(bytes)], 'a.pdf', { type: 'application/pdf' })
const aSending = (bytes = UPLOAD_PART_BYTES * 2 + 10, signal = new AbortController().signal): Sending => ({
  scope: 'guest',
  name: 'a.pdf',
  file: aFile(bytes),
  signal,
})

async function sent(sending: Sending): Promise<string[]> {
  const phases: Phase[] = []
  const ended = sendAttachment(sending, (phase) => phases.push(phase))
  await vi.runAllTimersAsync()
  await ended
  return phases.map((phase) =>
    phase.kind === 'sending' ? `sending ${Math.round(phase.share * 100)} %` : phase.kind,
  )
}

test('a file goes part by part, and each step is told', async () => {
  const { parts } = aNetwork()
  expect(await sent(aSending())).toEqual([
    'preparing',
    'sending 0 %',
    'sending 33 %',
    'sending 67 %',
    'checking',
    'done',
  ])
  expect([...parts.values()]).toEqual([UPLOAD_PART_BYTES, UPLOAD_PART_BYTES, 10])
})

test('after a lost part only what is missing goes again', async () => {
  const { asked } = aNetwork((_, nth) => nth === 3)
  expect(await sent(aSending())).toContain('waiting')
  expect(asked).toEqual([
    'POST /cabinet/uploads',
    'PUT /cabinet/uploads/ID/parts/0',
    'PUT /cabinet/uploads/ID/parts/1',
    'GET /cabinet/uploads/ID',
    'PUT /cabinet/uploads/ID/parts/1',
    'PUT /cabinet/uploads/ID/parts/2',
    'POST /cabinet/uploads/ID/complete',
  ])
})

test('whoever has no network for long is asked to try again, and then goes on where it ended', async () => {
  let isDown = true
  const { asked } = aNetwork((request) => isDown && request.startsWith('PUT'))
  const sending = aSending()
  expect((await sent(sending)).at(-1)).toBe('stopped')
  isDown = false
  asked.length = 0
  expect((await sent(sending)).at(-1)).toBe('done')
  expect(asked[0]).toBe('GET /cabinet/uploads/ID')
})

test('when the network is back nobody waits out the pause', async () => {
  aNetwork((_, nth) => nth === 1)
  const phases: string[] = []
  const ended = sendAttachment(aSending(10), ({ kind }) => phases.push(kind))
  await vi.advanceTimersByTimeAsync(1)
  expect(phases.at(-1)).toBe('waiting')
  online.dispatchEvent(new Event('online'))
  await ended
  expect(phases.at(-1)).toBe('done')
})

test('a file that cannot be taken is not sent at all', async () => {
  const { asked } = aNetwork()
  expect(await sent(aSending(0))).toEqual(['preparing', 'refused'])
  expect(asked).toEqual([])
})

test('a file that was taken away ends in silence', async () => {
  const leaving = new AbortController()
  aNetwork(() => {
    leaving.abort()
    return true
  })
  expect(await sent(aSending(10, leaving.signal))).toEqual(['preparing'])
})
