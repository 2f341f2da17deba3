import { loadRows } from '@rodnik/api/modules/imports/index'
import { inTransaction } from '@rodnik/api/platform/in-transaction'
import { lastDayOfMonth, shiftPeriod } from '@rodnik/domain/calendar/days'
import { Client } from 'pg'

const HEADER = ['account', 'service', 'debt_period', 'debt_roubles', 'as_of']
/** One account of so many owes for an older month, one of so many has paid ahead. */
const [OWING, AHEAD] = [8, 20] as const

/** What accounts of the demo city are taken over with, so that bills have debts, penalties and advances. */
export async function loadDemoBalances(connectionString: string, period: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string }>(
      `SELECT number FROM accounts WHERE kind = 'resident' AND closed_on IS NULL ORDER BY number`,
    )
    const balances = rows.flatMap(({ number }) => balanceOf(number, period))
    await inTransaction(client, () =>
      loadRows(client, { header: HEADER, rows: balances, format: 'demo city' }),
    )
  } finally {
    await client.end()
  }
}

/** The debt was due before the month that is charged began: its penalty runs. */
function balanceOf(number: string, period: string): string[][] {
  const n = Number(number.slice(-6))
  const asOf = lastDayOfMonth(shiftPeriod(period, -1))
  const roubles = String(400 + (n % 13) * 90)
  const debtPeriod = shiftPeriod(period, -2)
  if (n % OWING === 2) {
    return [
      [number, 'cold_water', debtPeriod, roubles, asOf],
      [number, 'wastewater', debtPeriod, String(Number(roubles) / 2), asOf],
    ]
  }
  return n % AHEAD === 1 ? [[number, 'cold_water', '', `-${roubles}`, asOf]] : []
}
