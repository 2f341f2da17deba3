import { periodOf } from '@rodnik/domain/calendar/days'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import { type Acquirer, AcquirerFailure, type NewOrder } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { providerOn } from '../../billing/index.ts'
import { findFiscalRows, fiscalReceipt } from './fiscal.service.ts'
import { paymentCode } from './payment-code.ts'
import {
  insertPayment,
  markOpened,
  markRefused,
  markUnknown,
  type NewOrderRow,
  nextPaymentId,
} from './payments.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'env' | 'log'>
type Draft = Omit<NewOrderRow, 'acquirer' | 'amountKopecks'> & { today: string }

const RETRY_AFTER_S = 30
/** A number may be taken at the acquirer when a database was restored from a copy. */
const MAX_NUMBERS = 3

/**
 * Notes what is to be paid, then asks the acquirer for an order: whatever happens in between, our number can be
 * asked about. @returns the payment's id @throws acquirer_unavailable; a unique violation, as insertPayment
 */
export async function openOrder(deps: Needed, acquirer: Acquirer, draft: Draft): Promise<string> {
  for (let turn = 1; turn <= MAX_NUMBERS; turn++) {
    const number = `P${submissionNumber(periodOf(draft.today), await nextPaymentId(deps.pool))}`
    const amountKopecks = draft.parts.reduce((sum, part) => sum + part.amountKopecks, 0)
    const id = await insertPayment(deps.pool, number, { ...draft, acquirer: acquirer.name, amountKopecks })
    const order = await orderOf(deps, acquirer, { id, number, amountKopecks, draft })
    if (await asked(deps, acquirer, id, order)) return id
  }
  throw new AppError('acquirer_unavailable', { retryAfterSeconds: RETRY_AFTER_S })
}

/** False: the number is taken, another one may be free. */
async function asked(deps: Needed, acquirer: Acquirer, id: string, order: NewOrder): Promise<boolean> {
  try {
    await markOpened(deps.pool, id, await acquirer.open(order))
    return true
  } catch (error) {
    if (!(error instanceof AcquirerFailure)) throw error
    const { kind, reason } = error
    deps.log.warn({ acquirer: acquirer.name, order: order.orderNumber, kind, reason }, 'no order was opened')
    if (kind === 'unknown') await markUnknown(deps.pool, id)
    else await markRefused(deps.pool, id, reason)
    if (kind === 'duplicate') return false
    throw new AppError('acquirer_unavailable', { retryAfterSeconds: RETRY_AFTER_S })
  }
}

type Numbered = { id: string; number: string; amountKopecks: number; draft: Draft }

async function orderOf(
  { db, env }: Needed,
  acquirer: Acquirer,
  { id, number, amountKopecks, draft }: Numbered,
): Promise<NewOrder> {
  const { today, parts, method, email, language, orderMinutes } = draft
  const rows = await findFiscalRows(db)
  const provider = providerOn({ rows }, today)
  const receipt = fiscalReceipt(rows, parts, { acquirer: acquirer.name, day: today, email, provider })
  const accounts = parts.map(({ accountNumber }) => accountNumber)
  const page = new URL(
    `${language === 'en' ? '/en' : ''}/payment/${paymentCode(env.SESSION_SECRET, id)}`,
    env.PUBLIC_URL,
  )
  return {
    orderNumber: number,
    amountKopecks,
    description: `Вода, л/с ${accounts.slice(0, 3).join(', ')}${accounts.length > 3 ? ' и другие' : ''}`,
    returnUrl: page.href,
    method,
    language: language === 'en' ? 'en' : 'ru',
    expiresAt: new Date(Date.now() + orderMinutes * 60_000),
    payer: email === null ? {} : { email },
    ...(receipt && { receipt }),
    utility: { provider, accountNumber: accounts[0] ?? '', period: null },
  }
}
