import type { BatchAnswer } from '@rodnik/contract/integrators'
import type { Deps } from '../../../platform/deps.ts'

export type BatchWish = { integratorId: string; key: string; bodyHash: Buffer }

/** Longer than a batch takes: whoever has not answered by then was killed, and another attempt goes on. */
const ABANDONED_SECONDS = 60

/** Undefined: somebody has begun it, or has answered it. Of two at the same instant the primary key lets one begin. */
export async function beginBatch(
  pool: Deps['pool'],
  { integratorId, key, bodyHash }: BatchWish,
): Promise<{ soFar: BatchAnswer | null } | undefined> {
  const { rows } = await pool.query<{ soFar: BatchAnswer | null }>(
    `INSERT INTO integrator_batches (integrator_id, key, body_hash) VALUES ($1::uuid, $2, $3)
     ON CONFLICT (integrator_id, key) DO UPDATE SET started_at = app_now(), is_released = false
       WHERE integrator_batches.answer IS NULL AND integrator_batches.body_hash = excluded.body_hash
         AND (integrator_batches.is_released
           OR integrator_batches.started_at < app_now() - make_interval(secs => $4))
     RETURNING so_far AS "soFar"`,
    [integratorId, key, bodyHash, ABANDONED_SECONDS],
  )
  return rows[0]
}

type Known = { bodyHash: Buffer; answer: BatchAnswer | null }

export async function findBatch(
  pool: Deps['pool'],
  { integratorId, key }: BatchWish,
): Promise<Known | undefined> {
  const { rows } = await pool.query<Known>(
    `SELECT body_hash AS "bodyHash", answer FROM integrator_batches WHERE integrator_id = $1::uuid AND key = $2`,
    [integratorId, key],
  )
  return rows[0]
}

export async function answerBatch(pool: Deps['pool'], { integratorId, key }: BatchWish, answer: BatchAnswer) {
  await pool.query(
    'UPDATE integrator_batches SET answer = $3::jsonb WHERE integrator_id = $1::uuid AND key = $2',
    [integratorId, key, JSON.stringify(answer)],
  )
}

/** Broken off, or answered with rows that may be taken later: the same batch may be sent under its key again at once. */
export async function releaseBatch(
  pool: Deps['pool'],
  { integratorId, key }: BatchWish,
  soFar: BatchAnswer | null,
) {
  await pool.query(
    `UPDATE integrator_batches SET is_released = true, so_far = coalesce($3::jsonb, so_far)
     WHERE integrator_id = $1::uuid AND key = $2 AND answer IS NULL`,
    [integratorId, key, soFar && JSON.stringify(soFar)],
  )
}
