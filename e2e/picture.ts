import type { Db } from '../apps/api/src/platform/db.ts'
import { deriveKey, hmac } from '../apps/api/src/platform/secrets.ts'
import type { HumanForm } from '../packages/contract/src/human-check.ts'

const CODES = 100_000

/** The digits of a picture: only their digest is known to the server, so all codes are tried against it. */
export async function readPicture(db: Db, id: string, form: HumanForm = 'guest'): Promise<string> {
  const { answerHash } = await db.pictureCode.findUniqueOrThrow({ where: { id } })
  const key = deriveKey(process.env['E2E_SESSION_SECRET'] ?? '', 'picture-code')
  for (let code = 0; code < CODES; code++) {
    const digits = String(code).padStart(5, '0')
    if (hmac(key, `${form}\n${id}\n${digits}`).equals(answerHash)) return digits
  }
  throw new Error('No code fits the picture')
}
