import { connect } from 'node:net'

export type Answer = { status: number; body: string; milliseconds: number }
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void; sentAt: number }

/**
 * One keep-alive HTTP/1.1 connection on a plain socket, one request at a time. Cheaper than any HTTP client,
 * since the generator shares the processors with what it measures.
 */
export async function openConnection(port: number) {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject)
  })
  let received: Buffer = Buffer.alloc(0)
  let waiting: Waiting | undefined
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = parse(received)
    if (!answer || !waiting) return
    received = Buffer.alloc(0)
    waiting.resolve({ ...answer, milliseconds: performance.now() - waiting.sentAt })
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('The server closed the connection')))
  return {
    ask: (request: string) =>
      new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject, sentAt: performance.now() }
        socket.write(request)
      }),
    end: () => {
      waiting = undefined
      socket.destroy()
    },
  }
}

/** Undefined until the whole answer is there. */
function parse(received: Buffer): Omit<Answer, 'milliseconds'> | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = received.toString('latin1', 0, headEnd)
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
  const bodyStart = headEnd + 4
  if (received.length < bodyStart + length) return undefined
  const status = Number(head.slice(9, 12))
  return { status, body: status === 201 ? '' : received.toString('utf8', bodyStart, bodyStart + length) }
}
