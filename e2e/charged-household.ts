import type { Db } from '../apps/api/src/platform/db.ts'
import { closeMonths } from '../apps/api/test/close-months.ts'
import type { Entry } from './fixtures.ts'

type Household = {
  accountId: string
  entry: Entry
  meterId: string
  /** The last month that is final for them, and the reading that it was charged by. */
  period: string
  litres: number
}

const MONTHS = ['2026-07', '2026-08', '2026-09']

/** Bills of the city up to September, made here where no other journey has made them. */
async function closeTheCity(db: Db): Promise<void> {
  const known = await db.billingPeriod.findMany({ select: { period: true } })
  const made = new Set(known.map(({ period }) => period.toISOString().slice(0, 7)))
  const city = { db, databaseUrl: process.env['E2E_DATABASE_URL'] ?? '' }
  for (const month of MONTHS) if (!made.has(month)) await closeMonths(city, month)
}

/**
 * A household of the demo city whose last final month was charged by its meter of cold water, with at least two
 * cubic metres; each call gives another one.
 */
export async function aChargedHousehold(db: Db): Promise<Household> {
  await closeTheCity(db)
  const [found] = await db.$queryRaw<(Entry & Omit<Household, 'entry'>)[]>`
    SELECT a.id AS "accountId", a.number AS "accountNumber", p.house, p.flat, m.id AS "meterId",
      to_char(r.period, 'YYYY-MM') AS period, r.value_litres AS litres
    FROM accounts a
    JOIN premises p ON p.id = a.premises_id
    JOIN meters m ON m.account_id = a.id AND m.service = 'cold' AND m.removed_on IS NULL
    JOIN readings r ON r.meter_id = m.id AND r.state = 'accepted' AND r.used_litres >= 2000
    JOIN charges c ON c.account_id = a.id AND c.period = r.period AND c.service = 'cold_water' AND c.method = 'meter'
    WHERE a.kind = 'resident' AND a.closed_on IS NULL
      AND r.period = (SELECT max(period) FROM billing_periods WHERE state = 'final')
      AND NOT EXISTS (SELECT FROM requests q WHERE q.account_id = a.id)
      AND NOT EXISTS (SELECT FROM readings n WHERE n.meter_id = m.id AND n.is_rollover)
    ORDER BY a.number DESC LIMIT 1`
  if (!found) throw new Error('No household of the city was charged by a meter')
  const { accountNumber, house, flat, ...rest } = found
  return { ...rest, entry: { accountNumber, house, flat } }
}
