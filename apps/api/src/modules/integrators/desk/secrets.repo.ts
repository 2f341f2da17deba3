import type { Tx } from '../../../platform/db.ts'

/** Whether this very wish has made a secret already. */
export async function hasWish(tx: Tx, integratorId: string, wishKey: string): Promise<boolean> {
  return (await tx.integratorSecret.count({ where: { integratorId, wishKey } })) > 0
}

/** What has run out gives its slot to the next. */
export async function closeExpired(tx: Tx, integratorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE integrator_secrets SET ended_at = expires_at, ended_by = 'system'
    WHERE integrator_id = ${integratorId}::uuid AND ended_at IS NULL AND expires_at <= app_now()`
}

type NewSecret = {
  integratorId: string
  secretHash: Buffer
  ending: string
  wishKey: string
  issuedBy: string
  until: string | null
  timeZone: string
}

/** False: both slots have a live one. The index says so even to whoever does not wait for the lock. */
export async function insertSecret(tx: Tx, secret: NewSecret): Promise<boolean> {
  const { integratorId, until, timeZone } = secret
  const inserted = await tx.$executeRaw`
    INSERT INTO integrator_secrets (integrator_id, slot, secret_hash, ending, wish_key, issued_by, expires_at)
    SELECT ${integratorId}::uuid, slots.slot, ${secret.secretHash}, ${secret.ending}, ${secret.wishKey},
      ${secret.issuedBy}, (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone}
    FROM (VALUES (1), (2)) AS slots (slot)
    WHERE NOT EXISTS (SELECT FROM integrator_secrets s
      WHERE s.integrator_id = ${integratorId}::uuid AND s.slot = slots.slot AND s.ended_at IS NULL)
    ORDER BY slots.slot LIMIT 1
    ON CONFLICT DO NOTHING`
  return inserted > 0
}

/** Its ending, and whether it was this that ended it; undefined when the integrator has no such secret. */
export async function endSecret(
  tx: Tx,
  { integratorId, secretId, by }: { integratorId: string; secretId: string; by: string },
): Promise<{ ending: string; isEnded: boolean } | undefined> {
  const known = await tx.integratorSecret.findFirst({
    where: { id: secretId, integratorId },
    select: { ending: true },
  })
  if (!known) return undefined
  const ended = await tx.$executeRaw`
    UPDATE integrator_secrets SET ended_at = app_now(), ended_by = ${by}
    WHERE id = ${secretId}::uuid AND ended_at IS NULL`
  return { ...known, isEnded: ended > 0 }
}
