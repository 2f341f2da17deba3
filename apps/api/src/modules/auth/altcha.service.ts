import { randomInt } from 'node:crypto'
import { AltchaChallenge, type HumanForm } from '@rodnik/contract/human-check'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey as pbkdf2 } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod/mini'
import type { Deps } from '../../platform/deps.ts'
import { deriveKey, sha256 } from '../../platform/secrets.ts'

/** Rounds of one try, and how many tries: half a second of a computer, a few seconds of a phone. */
const COST = 5000
const TRIES = { min: 150, max: 400 } as const

const Payload = z.object({
  challenge: AltchaChallenge,
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

/** Two secrets, or the signature of a key could be passed off as that of a challenge. */
const secretsOf = ({ env }: Pick<Deps, 'env'>) => ({
  hmacSignatureSecret: deriveKey(env.SESSION_SECRET, 'altcha-challenge').toString('hex'),
  hmacKeySignatureSecret: deriveKey(env.SESSION_SECRET, 'altcha-key').toString('hex'),
})

/** New work for one form, good for ten minutes. Nothing is kept here: the signature remembers it all. */
export async function createAltchaChallenge(
  deps: Pick<Deps, 'env' | 'db'>,
  form: HumanForm,
): Promise<AltchaChallenge> {
  const [row] = await deps.db.$queryRaw<{ goodUntil: number }[]>`
    SELECT floor(extract(epoch FROM app_now() + interval '10 minutes'))::float8 AS "goodUntil"`
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(TRIES.min, TRIES.max),
    data: { form, goodUntil: row?.goodUntil ?? 0 },
    deriveKey: pbkdf2,
    ...secretsOf(deps),
  })
  return AltchaChallenge.parse(challenge)
}

/**
 * Whether the work was done, for this form and for the first time. A solved challenge is used up either way;
 * one INSERT decides between two that come at once.
 */
export async function spendAltcha(
  deps: Pick<Deps, 'env' | 'db'>,
  form: HumanForm,
  payload: string,
): Promise<boolean> {
  const parsed = Payload.safeParse(readPayload(payload))
  if (!parsed.success) return false
  const { challenge, solution } = parsed.data
  const { verified } = await verifySolution({ challenge, solution, deriveKey: pbkdf2, ...secretsOf(deps) })
  if (!verified) return false
  const { nonce, data } = challenge.parameters
  const [spent] = await deps.db.$queryRaw<object[]>`
    INSERT INTO altcha_spent (digest, expires_at)
    SELECT ${sha256(nonce)}, good_until FROM to_timestamp(${data.goodUntil}::float8) AS good_until
    WHERE good_until > app_now()
    ON CONFLICT (digest) DO NOTHING
    RETURNING expires_at`
  return spent !== undefined && data.form === form
}

function readPayload(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString())
  } catch {
    return undefined
  }
}
