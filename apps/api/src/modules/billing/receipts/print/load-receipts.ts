import type { Deps } from '../../../../platform/deps.ts'
import { AppError } from '../../../../platform/errors.ts'
import { receiptCode } from '../../../accounts/index.ts'
import type { BilledMonth } from '../../bills/bills.repo.ts'
import { type ReceiptContext, receiptContext } from '../receipt-context.service.ts'
import type { ReceiptData } from '../receipt-data.ts'
import { BILL_OF_ACCOUNT } from '../receipts.sql.ts'
import { isFinal, wholeReceipt } from '../to-receipt.ts'
import type { Stop, Walk } from './walk.ts'

export type Press = {
  pool: Deps['pool']
  context: ReceiptContext
  period: string
  /** What codes on paper are derived from. */
  secret: string
}

export async function openPress(
  { db, pool }: Pick<Deps, 'db' | 'pool'>,
  facts: Pick<Press, 'period' | 'secret'>,
): Promise<Press> {
  return { pool, context: await receiptContext(db), ...facts }
}

/** Accounts read at once: enough to keep the database busy while pages are drawn. */
const BATCH = 50

/** The receipts of the next stops; while a batch is drawn, the one after it is read. */
export async function* receiptsOf(walk: Walk, count: number, press: Press): AsyncGenerator<ReceiptData> {
  let left = count
  const read = async () => {
    const stops = await walk.next(Math.min(BATCH, left))
    left -= stops.length
    return Promise.all(stops.map((stop) => loadOne(stop, press)))
  }
  let batch = await read()
  while (batch.length > 0) {
    const following = left > 0 ? read() : Promise.resolve([])
    yield* batch
    batch = await following
  }
}

/** @throws not_found where the month is not final */
async function loadOne(stop: Stop, { pool, context, period, secret }: Press): Promise<ReceiptData> {
  const values = [`${period}-01`, stop.accountId]
  const { rows } = await pool.query<BilledMonth>({ ...BILL_OF_ACCOUNT, values })
  const [month] = rows
  if (!month || !isFinal(month)) throw new AppError('not_found')
  return {
    ...wholeReceipt(month, stop, context),
    receiptCode: receiptCode(secret, month.number, period),
  }
}
