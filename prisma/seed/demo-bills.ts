import { closeReferenceOf, draftPeriod, finalisePeriod } from '@rodnik/api/modules/billing/index'
import { businessDay } from '@rodnik/api/modules/info/index'
import { openDatabase } from '@rodnik/api/platform/db'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import { loadDemoBalances } from './demo-balances.ts'

const CONNECTIONS = 2
/** A month takes two people. */
const [DRAFTER, FINALISER] = ['system:demo', 'system:demo, a second person'] as const

/** Charges the month that has ended, as a close does, so that every account has a bill, and some a debt. Done once. */
export async function chargeDemoCity(connectionString: string): Promise<void> {
  const { db, close } = openDatabase(connectionString, CONNECTIONS)
  try {
    const period = shiftPeriod(periodOf((await businessDay({ db })).today), -1)
    const known = await db.billingPeriod.findUnique({ where: { period: new Date(`${period}-01`) } })
    if (known?.state === 'final') return
    if (known === null) await loadDemoBalances(connectionString, period)
    if (known?.state !== 'draft') {
      await draftPeriod({ connectionString, period, by: DRAFTER, ...(await closeReferenceOf(db)) })
    }
    await finalisePeriod(connectionString, { period, by: FINALISER })
  } finally {
    await close()
  }
}
