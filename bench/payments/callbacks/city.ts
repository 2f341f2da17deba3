import { withClient } from '../../../scripts/database/client.ts'
import type { RunningCluster } from '../../../scripts/database/cluster.ts'
import { step } from '../../../scripts/run/steps.ts'
import { openDebtors } from '../terminals/city.ts'

export const CALLBACK_KEY = 'a key of the bench'

export const orderNumber = (n: number) => `P2611-${String(n).padStart(7, '0')}-0`
export const acquirerId = (n: number) => `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const ordersSql = (orders: number) => `
  WITH opened AS (
    INSERT INTO payments (number, acquirer, acquirer_id, method, state, amount_kopecks, open_key, expires_at, next_ask_at)
    SELECT 'P2611-' || lpad(n::text, 7, '0') || '-0', 'sber', '50000000-0000-4000-8000-' || lpad(n::text, 12, '0'),
      'card', 'pending', 50000, sha256(n::text::bytea), app_now() + interval '1 day', app_now() + interval '1 day'
    FROM generate_series(0, ${orders - 1}) n
    RETURNING id, number
  )
  INSERT INTO payment_parts (payment_id, account_id, amount_kopecks)
  SELECT opened.id, a.id, 50000 FROM opened
  JOIN accounts a ON a.number = '314' || substr(opened.number, 7, 7)`

/** Orders that wait for their money, one for each account. */
export async function openOrders(server: RunningCluster, orders: number): Promise<string> {
  const url = await openDebtors(server, orders)
  await step(`Opening ${orders} orders`, () =>
    withClient(url, async (client) => {
      await client.query(ordersSql(orders))
      await client.query('VACUUM (ANALYZE)')
      await client.query('CHECKPOINT')
    }),
  )
  return url
}
