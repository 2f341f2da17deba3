import type { Tx } from '../../platform/db.ts'

type KnownMeter = { serial: string; valueLitres: number | null }
export type LinkCandidate = {
  /** Null: no such number. */
  id: string | null
  /** A resident's account that has not been closed. */
  isOpen: boolean
  holderName: string
  meters: KnownMeter[]
  /** The names that Gosuslugi has confirmed for this person. */
  confirmedNames: string[]
}

/** What an account and a person can be proved with; one row by one statement for every number, known or not. */
export async function findLinkCandidate(
  tx: Tx,
  accountNumber: string,
  userId: string,
): Promise<LinkCandidate> {
  const [row] = await tx.$queryRaw<LinkCandidate[]>`
    SELECT a.id, coalesce(a.kind = 'resident' AND a.closed_on IS NULL, false) AS "isOpen",
      coalesce(a.holder_name, '') AS "holderName",
      coalesce((
        SELECT json_agg(json_build_object('serial', m.serial, 'valueLitres', (
          SELECT r.value_litres FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'
          ORDER BY r.period DESC, r.revision DESC LIMIT 1)))
        FROM meters m
        WHERE m.account_id = a.id AND (m.removed_on IS NULL OR m.removed_on > app_now()::date)
      ), '[]') AS meters,
      ARRAY(SELECT full_name FROM external_identities WHERE user_id = ${userId}::uuid) AS "confirmedNames"
    FROM (SELECT) nothing LEFT JOIN accounts a ON a.number = ${accountNumber}`
  if (!row) throw new Error('A left join of one row gave none')
  return row
}
