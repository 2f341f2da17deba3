import type { Tx } from '../../platform/db.ts'
import { Prisma } from '../../platform/prisma/client.ts'

type KnownMeter = { serial: string; valueLitres: number | null }
export type LinkCandidate = {
  /** Null: no such number. */
  id: string | null
  /** A resident's account that has not been closed. */
  isOpen: boolean
  holderName: string
  meters: KnownMeter[]
  /** What the last final month came to, kopecks; null where it is none or could be guessed. */
  billKopecks: number | null
  /** The names that Gosuslugi has confirmed for this person. */
  confirmedNames: string[]
}

/**
 * The total of the city's last final month. By the norm a flat has one of five or six totals, and readings of whole
 * or half cubic metres give a few dozen: whoever walks through the numbers with a usual one would find its accounts.
 */
const BILL_KOPECKS = Prisma.sql`
  SELECT CASE
    WHEN bool_and(c.method IN ('meter', 'average')) AND bool_or(c.litres % 100 <> 0) AND sum(c.amount_kopecks) > 0
    THEN sum(c.amount_kopecks)::float8 END
  FROM charges c
  WHERE c.account_id = a.id AND c.period = (SELECT max(p.period) FROM billing_periods p WHERE p.state = 'final')`

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
      (${BILL_KOPECKS}) AS "billKopecks",
      ARRAY(SELECT full_name FROM external_identities WHERE user_id = ${userId}::uuid) AS "confirmedNames"
    FROM (SELECT) nothing LEFT JOIN accounts a ON a.number = ${accountNumber}`
  if (!row) throw new Error('A left join of one row gave none')
  return row
}
