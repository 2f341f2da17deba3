import { randomInt, randomUUID } from 'node:crypto'
import type { HumanForm, PictureCode } from '@rodnik/contract/human-check'
import type { Deps } from '../../platform/deps.ts'
import { deriveKey, hmac, isSame } from '../../platform/secrets.ts'
import { drawCode } from './draw-code.ts'

const DIGITS = 5

/** The digest covers the form: digits that were read for one form are wrong in every other. */
const answerHash = ({ env }: Pick<Deps, 'env'>, ...answer: [form: HumanForm, id: string, code: string]) =>
  hmac(deriveKey(env.SESSION_SECRET, 'picture-code'), answer.join('\n'))

/** A new picture with digits for one form. The answer stays here, as a keyed digest, for five minutes. */
export async function createPictureCode(
  deps: Pick<Deps, 'env' | 'db'>,
  form: HumanForm,
): Promise<PictureCode> {
  const code = randomInt(10 ** DIGITS)
    .toString()
    .padStart(DIGITS, '0')
  const id = randomUUID()
  const [row] = await deps.db.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO picture_codes (id, answer_hash, expires_at)
    VALUES (${id}::uuid, ${answerHash(deps, form, id, code)}, app_now() + interval '5 minutes')
    RETURNING expires_at AS "expiresAt"`
  if (!row) throw new Error('The picture code was not stored')
  return {
    id,
    image: `data:image/png;base64,${drawCode(code).toString('base64')}`,
    expiresAt: row.expiresAt.toISOString(),
  }
}

/** Whether the answer is right for this form. The picture is used up either way. */
export async function spendPictureCode(
  deps: Pick<Deps, 'env' | 'db'>,
  form: HumanForm,
  { id, code }: { id: string; code: string },
): Promise<boolean> {
  const [row] = await deps.db.$queryRaw<{ answerHash: Uint8Array; isFresh: boolean }[]>`
    DELETE FROM picture_codes WHERE id = ${id}::uuid
    RETURNING answer_hash AS "answerHash", expires_at > app_now() AS "isFresh"`
  return row !== undefined && row.isFresh && isSame(row.answerHash, answerHash(deps, form, id, code))
}
