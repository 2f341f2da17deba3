import type { ChargeLine } from '@rodnik/contract/charges'
import type { ChargedMonths } from '@rodnik/domain/billing/silent-months'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import type { ClientBase } from 'pg'

/** So long a silence is not settled month by month any more. */
const SETTLED_MONTHS = 36

/** As the month charged it, and as the newest recalculation of it found: that one comes last. $2 from, $3 to before. */
const CHARGED = `
  SELECT account_id AS "accountId", to_char(period, 'YYYY-MM') AS period, lines, 0::bigint AS revision
  FROM charges WHERE account_id = ANY ($1::uuid[]) AND period >= $2::date AND period < $3::date
  UNION ALL
  SELECT account_id, to_char(period, 'YYYY-MM'), lines, id
  FROM recalculated_months WHERE account_id = ANY ($1::uuid[]) AND period >= $2::date AND period <= $3::date
  ORDER BY period, revision`

type Row = { accountId: string; period: string; lines: ChargeLine[]; revision: string }

/**
 * What months before this one were charged, as corrected since, by account; of the month itself only what a
 * recalculation found. For the few accounts whose meter speaks again or that are recalculated.
 */
export async function readChargedMonths(
  client: ClientBase,
  accountIds: readonly string[],
  period: string,
  from = shiftPeriod(period, -SETTLED_MONTHS),
): Promise<Map<string, ChargedMonths>> {
  const found = new Map<string, Map<string, readonly ChargeLine[]>>()
  if (accountIds.length === 0) return found
  const { rows } = await client.query<Row>(CHARGED, [accountIds, `${from}-01`, `${period}-01`])
  for (const { accountId, period: month, lines, revision } of rows) {
    const months = found.get(accountId) ?? new Map<string, readonly ChargeLine[]>()
    found.set(accountId, months)
    // A row of charges is one service, a recalculation has all of them.
    months.set(month, revision === '0' ? [...(months.get(month) ?? []), ...lines.filter(isOwn)] : lines)
  }
  return found
}

const OF_ITS_MONTH: ReadonlySet<ChargeLine['kind']> = new Set([
  'charge',
  'surplus',
  'absence',
  'interruption',
])

/** Other lines of a bill are of other months, or stand with the recalculation that they came of. */
const isOwn = ({ kind }: ChargeLine): boolean => OF_ITS_MONTH.has(kind)
