import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { deriveKey, hmac, isSame } from '../../platform/secrets.ts'

/**
 * A browser that entered once keeps counters of its own for that subject, an account number or a login (OWASP
 * "device cookies"), so that a stranger's failures can never close the door to the person. It proves nothing else.
 */
const COOKIE = 'rodnik-device'
const KEPT_DAYS = 180
const MAX_SUBJECTS = 5

type Device = { id: string; marks: string[] }

const keyOf = (request: FastifyRequest) => deriveKey(request.server.deps.env.SESSION_SECRET, 'known-device')

const markOf = (key: Buffer, deviceId: string, subject: string) =>
  hmac(key, `${deviceId}\n${subject}`).toString('base64url').slice(0, 22)

function readDevice(request: FastifyRequest): Device | null {
  const [id, ...marks] = (request.cookies[COOKIE] ?? '').split('.')
  return id && /^[\da-f-]{36}$/.test(id) ? { id, marks: marks.slice(0, MAX_SUBJECTS) } : null
}

/** The device's id, if it has entered by this subject before. */
export function knownDeviceId(request: FastifyRequest, subject: string): string | null {
  const device = readDevice(request)
  if (!device) return null
  const expected = Buffer.from(markOf(keyOf(request), device.id, subject))
  return device.marks.some((mark) => isSame(Buffer.from(mark), expected)) ? device.id : null
}

export function rememberDevice(request: FastifyRequest, reply: FastifyReply, subject: string) {
  const { id, marks } = readDevice(request) ?? { id: randomUUID(), marks: [] }
  const mark = markOf(keyOf(request), id, subject)
  const kept = [mark, ...marks.filter((other) => other !== mark)].slice(0, MAX_SUBJECTS)
  return reply.setCookie(COOKIE, [id, ...kept].join('.'), {
    path: '/api/v1',
    httpOnly: true,
    secure: request.server.deps.env.PUBLIC_URL.startsWith('https:'),
    sameSite: 'strict',
    maxAge: KEPT_DAYS * 24 * 60 * 60,
  })
}
