import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { FileStore } from '../../platform/file-store.ts'
import { assertKey } from './key.ts'

export type S3Settings = {
  /** With the scheme, without the bucket. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

/** A photo is up to a few megabytes; whoever waits longer than this for a store in the next room waits for nothing. */
const LIMIT_MS = 10_000

/** Files in a bucket of whatever speaks S3: Yandex, VK and Selectel clouds, MinIO, Ceph. Paths, not host names, lead to the bucket. */
export function s3Store(settings: S3Settings, limitMs = LIMIT_MS): FileStore {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
    retries: 1,
    initRetryMs: 100,
  })

  async function ask(method: 'PUT' | 'GET' | 'DELETE', key: string, content?: Uint8Array<ArrayBuffer>) {
    assertKey(key)
    const response = await answerWithin(limitMs, (signal) =>
      client.fetch(`${endpoint}/${bucket}/${key}`, {
        method,
        signal,
        ...(content && { body: content, headers: headersOf(content) }),
      }),
    )
    if (response.ok || response.status === 404) return response
    // Its words may name the bucket and a key of access: the status is enough.
    await response.body?.cancel()
    throw new Error(`The store answered ${method} with ${response.status}`)
  }

  return {
    async put(key, content) {
      const response = await ask('PUT', key, Uint8Array.from(content))
      await response.body?.cancel()
      if (response.status === 404) throw new Error('The store has no such bucket')
    },

    async get(key) {
      const response = await ask('GET', key)
      if (response.status !== 404 && response.body) return Readable.fromWeb(response.body as ReadableStream)
      await response.body?.cancel()
      return undefined
    },

    async remove(key) {
      const response = await ask('DELETE', key)
      await response.body?.cancel()
    },
  }
}

/**
 * Only the answer has to come in time: what it brings flows as slowly as the phone that takes it. The signal alone does
 * not end the waiting: `fetch` of a `Request` has been seen to lose it under load.
 */
async function answerWithin(limitMs: number, ask: (signal: AbortSignal) => Promise<Response>) {
  const patience = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const isLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const reason = new Error('The store did not answer in time')
      patience.abort(reason)
      reject(reason)
    }, limitMs)
  })
  const asked = ask(patience.signal)
  try {
    return await Promise.race([asked, isLate])
  } catch (error) {
    // Whatever comes after all is for nobody.
    asked.then(({ body }) => body?.cancel()).catch(() => undefined)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** The sum is signed too: what was changed on the way is refused. */
const headersOf = (content: Uint8Array) => ({
  'content-type': 'application/octet-stream',
  'x-amz-content-sha256': createHash('sha256').update(content).digest('hex'),
})
