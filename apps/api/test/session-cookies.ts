import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { insertSession } from '../src/modules/auth/sessions.repo.ts'
import type { Db } from '../src/platform/db.ts'
import { deriveKey } from '../src/platform/secrets.ts'

type Person = { id: string; kind: 'resident' | 'organisation' | 'staff' }

/** The cookies of somebody with an open session, without the way there, for a browser of any instance over http. */
export async function sessionCookies(db: Db, sessionSecret: string, { id, kind }: Person) {
  const { sessionId, generation, refreshToken } = await insertSession(db, sessionSecret, {
    userId: id,
    kind,
    method: 'password',
    device: 'Chrome, Windows',
    isComplete: true,
  })
  const access = await new SignJWT({ sid: sessionId, gen: generation })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject(id)
    .setIssuer('rodnik')
    .setAudience('person')
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(deriveKey(sessionSecret, 'access-token'))
  return { 'rodnik-access': access, 'rodnik-refresh': refreshToken }
}
