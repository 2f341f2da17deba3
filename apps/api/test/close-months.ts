import { closeReferenceOf, draftPeriod, finalisePeriod } from '../src/modules/billing/index.ts'
import type { Db } from '../src/platform/db.ts'

type City = { db: Db; databaseUrl: string }

/** Charges the whole city for a month, which stays a draft. */
export async function draftMonth(
  { db, databaseUrl }: City,
  period: string,
  { isAnew = false } = {},
): Promise<void> {
  await draftPeriod({
    connectionString: databaseUrl,
    period,
    ...(await closeReferenceOf(db)),
    by: 'staff:anna',
    threads: 1,
    isAnew,
  })
}

/** Bills of months, one after the other, as two members of staff make them. */
export async function closeMonths(city: City, ...periods: string[]): Promise<void> {
  for (const period of periods) {
    await draftMonth(city, period)
    await finalisePeriod(city.databaseUrl, { period, by: 'staff:vera' })
  }
}
