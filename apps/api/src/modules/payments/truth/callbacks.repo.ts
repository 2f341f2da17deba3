import type { ClientBase } from 'pg'
import type { RawCallback, ReadCallback } from '../../../platform/acquirer.ts'

/**
 * $1 acquirer, $9 order number, $10 its own number of the order. What names an order of ours makes the worker ask
 * about it, unless the callback is forged; a callback that names two different orders names none.
 */
const KEEP = `
  WITH found AS (
    SELECT id FROM payments
    WHERE acquirer = $1 AND (number = $9 OR ($9::text IS NULL AND acquirer_id = $10))
      AND ($10::text IS NULL OR acquirer_id IS NULL OR acquirer_id = $10)
  ), kept AS (
    INSERT INTO acquirer_events (acquirer, method, query, content_type, body, caller_ip, authentic, event,
      order_number, acquirer_id, payment_id)
    VALUES ($1, $2, $3, $4, $5, $6::inet, $7, $8, $9, $10, (SELECT id FROM found))
  )
  UPDATE payments SET next_ask_at = app_now() WHERE id = (SELECT id FROM found)
    AND ($7 = 'yes' OR $7 = 'unsigned' AND state <> 'paid')`

/** Keeps a callback as it came, for ever, and makes its payment due. */
export async function keepCallback(
  pool: Pick<ClientBase, 'query'>,
  acquirer: string,
  raw: RawCallback,
  read: ReadCallback,
): Promise<void> {
  const { method, query, contentType, body, ip } = raw
  const { authentic, event, orderNumber = null, acquirerId = null } = read
  await pool.query({
    name: 'keep-callback',
    text: KEEP,
    values: [acquirer, method, query, contentType, body, ip, authentic, event, orderNumber, acquirerId],
  })
}
