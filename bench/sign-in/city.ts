import type { Db } from '@rodnik/api/platform/db'
import { hashPassword } from '@rodnik/api/platform/passwords'
import { deriveKey, hmac } from '@rodnik/api/platform/secrets'

export const SECRET = 'a secret of the bench that is long enough'
export const PASSWORD = 'синий чайник на плите'

/** A resident who signs in with PASSWORD. */
export async function addResident(db: Db, email: string): Promise<string> {
  const user = await db.user.create({ data: { kind: 'resident', email } })
  await db.password.create({ data: { userId: user.id, hash: await hashPassword(PASSWORD) } })
  return user.id
}

/** The answer to a picture that was never drawn: the bench has no eyes. */
export async function knownPicture(db: Db, form: string): Promise<{ id: string; code: string }> {
  const [id, code] = [crypto.randomUUID(), '12345']
  const answerHash = Buffer.from(hmac(deriveKey(SECRET, 'picture-code'), `${form}\n${id}\n${code}`))
  await db.pictureCode.create({ data: { id, answerHash, expiresAt: new Date('2100-01-01') } })
  return { id, code }
}
