import type { Tx } from './db.ts'

/** Ends sessions of a person, all but one if told so; returns how many were open. */
export function endSessions(
  tx: Tx,
  userId: string,
  { reason, except }: { reason: string; except?: string },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE sessions SET ended_at = app_now(), end_reason = ${reason}
    WHERE user_id = ${userId}::uuid AND ended_at IS NULL AND id IS DISTINCT FROM ${except ?? null}::uuid`
}
