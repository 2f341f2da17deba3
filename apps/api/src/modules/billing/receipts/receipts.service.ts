import type { PaymentCode } from '@rodnik/contract/receipts'
import { receiptQr } from '@rodnik/domain/receipts/receipt-qr'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { type BilledMonth, findBill, findGuestBill, type Reader } from '../bills/bills.repo.ts'
import { owedNow } from '../owed.service.ts'
import { providerOn, receiptContext } from './receipt-context.service.ts'
import type { ReceiptData } from './receipt-data.ts'
import { assertReceiptAllowed, countReceipt, type Visitor } from './receipt-limits.ts'
import { findPayer } from './receipts.repo.ts'
import { guestReceipt, isFinal, wholeReceipt } from './to-receipt.ts'

type Database = Pick<Deps, 'db' | 'pool'>
/** Whether the page is made, or only asked for: HEAD counts for nothing. */
type Asked = { isHead: boolean }

/**
 * What stands on the receipt of a month.
 * @throws not_found without a right to the account, or where the month is not final; too_many_attempts
 */
export async function loadReceipt(
  { db, pool }: Database,
  reader: Reader,
  { period, isHead }: Asked & { period: string },
): Promise<ReceiptData> {
  const [month, payer] = await Promise.all([findBill(pool, reader, period), findPayer(pool, reader)])
  if (!month || !payer || !isFinal(month)) throw new AppError('not_found')
  await admit(pool, { kind: 'person', id: reader.userId }, isHead)
  // Only paper bears the code: a helper who reads it here would make an owner of themselves.
  return { ...wholeReceipt(month, payer, await receiptContext(db)), receiptCode: null }
}

/** The newest month, without personal data. @throws sign_in_required, not_found, too_many_attempts */
export async function loadGuestReceipt(
  { db, pool }: Database,
  sessionId: string,
  { isHead }: Asked,
): Promise<ReceiptData> {
  const month = await findGuestBill(pool, sessionId)
  if (!month) throw new AppError('sign_in_required')
  if (!isFinal(month)) throw new AppError('not_found')
  await admit(pool, { kind: 'guest', id: month.accountId }, isHead)
  return guestReceipt(month, await receiptContext(db))
}

const admit = (pool: Deps['pool'], visitor: Visitor, isHead: boolean) =>
  isHead ? assertReceiptAllowed(pool, visitor) : countReceipt(pool, visitor)

/** Of what is owed at this moment. @throws not_found without a right to the account */
export async function loadPaymentCode(deps: Database, reader: Reader): Promise<PaymentCode> {
  const month = await findBill(deps.pool, reader, null)
  if (!month) throw new AppError('not_found')
  return paymentCodeOf(deps, month)
}

/** @throws sign_in_required when the session is over */
export async function loadGuestPaymentCode(deps: Database, sessionId: string): Promise<PaymentCode> {
  const month = await findGuestBill(deps.pool, sessionId)
  if (!month) throw new AppError('sign_in_required')
  return paymentCodeOf(deps, month)
}

async function paymentCodeOf(deps: Database, month: BilledMonth): Promise<PaymentCode> {
  const { toPayKopecks: sumKopecks } = await owedNow(deps.db, month.accountId)
  if (sumKopecks === 0 || month.period === null) return { code: null }
  const [context, { today }] = await Promise.all([receiptContext(deps.db), businessDay(deps)])
  const payment = { accountNumber: month.number, period: month.period, sumKopecks }
  return { code: { sumKopecks, text: receiptQr({ ...payment, provider: providerOn(context, today) }) } }
}
