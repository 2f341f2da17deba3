import type { AltchaChallenge, HumanForm } from '@rodnik/contract/human-check'
import { solveChallenge } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/pbkdf2'
import { deriveKey, hmac } from '../src/platform/secrets.ts'
import type { Api } from './api.ts'

let visitors = 0
/** The address of somebody who has not been here yet. */
export const newAddress = () => `2001:db8:${(++visitors).toString(16)}::1`

/** Fails the city's budget again after each test: it is shared by all of them. */
export const forgetAttempts = ({ db }: Pick<Api, 'db'>) => db.rateLimit.deleteMany()

export const askForPicture = ({ app }: Pick<Api, 'app'>, ip: string, form: HumanForm = 'guest') =>
  app.inject({
    method: 'POST',
    url: '/api/v1/picture-codes',
    headers: { 'x-forwarded-for': ip },
    payload: { form },
  })

/** Reads the picture as a person would: the only place where the answer is known is its digest. */
export async function readPicture({ db, env }: Api, id: string, form: HumanForm = 'guest'): Promise<string> {
  const row = await db.pictureCode.findUniqueOrThrow({ where: { id } })
  const key = deriveKey(env.SESSION_SECRET, 'picture-code')
  for (let code = 0; code < 100_000; code++) {
    const text = String(code).padStart(5, '0')
    if (hmac(key, `${form}\n${id}\n${text}`).equals(row.answerHash)) return text
  }
  throw new Error('No code fits the picture')
}

/**
 * A picture for the form and its right answer. It is put where drawn ones are kept: drawing it and trying all codes
 * takes a second of a busy machine, and what a drawn one says is read elsewhere.
 */
export async function solvePicture({ db, env }: Pick<Api, 'db' | 'env'>, form: HumanForm = 'guest') {
  const [id, code] = [crypto.randomUUID(), '12345']
  const key = deriveKey(env.SESSION_SECRET, 'picture-code')
  const answerHash = hmac(key, `${form}\n${id}\n${code}`)
  await db.$executeRaw`INSERT INTO picture_codes (id, answer_hash, expires_at)
    VALUES (${id}::uuid, ${answerHash}, app_now() + interval '5 minutes')`
  return { id, code }
}

export const askForAltcha = ({ app }: Pick<Api, 'app'>, ip: string, form: HumanForm = 'guest') =>
  app.inject({
    method: 'POST',
    url: '/api/v1/altcha-challenges',
    headers: { 'x-forwarded-for': ip },
    payload: { form },
  })

export const encodeAltcha = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64')

/** A new challenge for the form and its solution, as a person's device sends them. */
export async function solveAltcha(api: Pick<Api, 'app'>, form: HumanForm = 'guest') {
  const challenge = (await askForAltcha(api, newAddress(), form)).json<AltchaChallenge>()
  const solution = await solveChallenge({ challenge, deriveKey: pbkdf2 })
  if (!solution) throw new Error('The challenge was not solved')
  return { challenge, solution }
}
