import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const S3_KEYS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
}
export const S3_PLACE = { region: 'ru-central1', bucket: 'rodnik-files' }

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const hmac = (key: Uint8Array | string, text: string) => createHmac('sha256', key).update(text).digest()

/** A store that speaks S3, and checks each signature from the bytes that came (AWS Signature Version 4). */
export async function startS3() {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const next: { failures: number; silence: boolean; dripMs: number } = {
    failures: 0,
    silence: false,
    dripMs: 0,
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    asked.push(`${request.method} ${request.url}`)
    if (next.silence) return
    const fault = faultOf(request, body)
    const [, bucket = '', key = ''] = (request.url ?? '').split('/')
    if (next.failures > 0) {
      next.failures -= 1
      say(response, 503, 'SlowDown')
    } else if (fault !== undefined) say(response, 403, fault)
    else if (bucket !== S3_PLACE.bucket) say(response, 404, 'NoSuchBucket')
    else handle(request.method, key, { body, response })
  }

  function handle(
    method: string | undefined,
    key: string,
    { body, response }: { body: Buffer; response: ServerResponse },
  ) {
    const found = objects.get(key)
    if (method === 'PUT') {
      objects.set(key, body)
      response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end()
    } else if (method === 'DELETE') {
      objects.delete(key)
      response.writeHead(204).end()
    } else if (found) give(response, found)
    else say(response, 404, 'NoSuchKey')
  }

  function give(response: ServerResponse, found: Buffer) {
    response.writeHead(200, { 'content-length': found.length }).write(found.subarray(0, 1000))
    setTimeout(() => response.end(found.subarray(1000)), next.dripMs)
  }

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    failNext: (failures: number) => {
      next.failures = failures
    },
    dripFor: (ms: number) => {
      next.dripMs = ms
    },
    fallSilent: () => {
      next.silence = true
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const say = (response: ServerResponse, status: number, code: string) =>
  void response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`)

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
const SCOPE = `${S3_PLACE.region}/s3/aws4_request`
const ALWAYS_SIGNED = ['host', 'x-amz-content-sha256', 'x-amz-date']
const MAX_SKEW_MS = 15 * 60_000

/** Why the request is not believed, in the codes of S3. */
function faultOf(request: IncomingMessage, body: Buffer): string | undefined {
  const said = AUTHORIZATION.exec(request.headers.authorization ?? '')
  return said ? faultOfSaid(said, request, body) : 'AccessDenied'
}

function faultOfSaid(said: string[], request: IncomingMessage, body: Buffer): string | undefined {
  const [, accessKey, day = '', scope, names = '', signature] = said
  const { headers } = request
  const at = String(headers['x-amz-date'])
  if (!ALWAYS_SIGNED.every((name) => names.split(';').includes(name))) return 'AccessDenied'
  if (accessKey !== S3_KEYS.accessKeyId) return 'InvalidAccessKeyId'
  if (scope !== SCOPE) return 'AuthorizationHeaderMalformed'
  if (!isOfNow(at, day)) return 'RequestTimeTooSkewed'
  if (!isOfNow(at, day)) return 'RequestTimeTooSkewed'
  if (!isSumOf(String(headers['x-amz-content-sha256']), request, body)) return 'XAmzContentSHA256Mismatch'
  return signatureOf(request, { names, day, at }) === signature ? undefined : 'SignatureDoesNotMatch'
}

const isOfNow = (at: string, day: string) =>
  at.startsWith(day) && Math.abs(Date.now() - instantOf(at)) <= MAX_SKEW_MS

/** What is put must be signed with its sum. */
const isSumOf = (sum: string, { method }: IncomingMessage, body: Buffer) =>
  sum === sha256(body) || (sum === 'UNSIGNED-PAYLOAD' && method !== 'PUT')

function signatureOf(
  { headers, method, url }: IncomingMessage,
  { names, day, at }: { names: string; day: string; at: string },
): string {
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const canonical = [method, url, '', lines.join(''), names, headers['x-amz-content-sha256']].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, `${day}/${SCOPE}`, sha256(canonical)].join('\n')
  return hmac(SCOPE.split('/').reduce(hmac, hmac(`AWS4${S3_KEYS.secretAccessKey}`, day)), toSign).toString(
    'hex',
  )
}

const instantOf = (stamp: string) =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
