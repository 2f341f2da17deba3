import { randomUUID } from 'node:crypto'
import { insertSession } from '@rodnik/api/modules/auth/sessions.repo'
import type { Db } from '@rodnik/api/platform/db'
import { deriveKey, hmac } from '@rodnik/api/platform/secrets'

const LIFE_SECONDS = 600
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The cookie of a member of staff with a new session, without the way there. */
export async function staffCookie(db: Db, secret: string, userId: string): Promise<string> {
  const who = { userId, kind: 'staff', method: 'password', device: 'bench', isComplete: true } as const
  const { sessionId, generation, refreshToken } = await insertSession(db, secret, who)
  const iat = Math.floor(Date.now() / 1000)
  const claims = {
    sub: userId,
    sid: sessionId,
    gen: generation,
    jti: randomUUID(),
    iat,
    exp: iat + LIFE_SECONDS,
  }
  const content = `${part({ alg: 'HS256', typ: 'at+jwt' })}.${part({ ...claims, iss: 'rodnik', aud: 'person' })}`
  const token = `${content}.${hmac(deriveKey(secret, 'access-token'), content).toString('base64url')}`
  return `rodnik-access=${token}; rodnik-refresh=${refreshToken}`
}
