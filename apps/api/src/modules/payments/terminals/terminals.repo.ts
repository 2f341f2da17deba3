import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import type { Network } from './network-book.ts'
import type { Pay } from './question.ts'
import { checkAccount, paymentsOfDay, recordConflict, takePayment } from './terminals.sql.ts'

type Pool = Deps['pool']

/** A network that was cut off asks again for days; what is older is cleared by hand. */
const OLDEST_DAYS = 30

export type CheckedAccount = {
  kind: 'resident' | 'legal'
  holderName: string
  isClosed: boolean
  /** Negative: an advance. */
  owedKopecks: number
}

export async function findAccount(
  pool: Pool,
  accountNumber: string,
  cityTimeZone: string,
): Promise<CheckedAccount | undefined> {
  const { rows } = await pool.query<CheckedAccount>({
    ...checkAccount,
    values: [accountNumber, cityTimeZone],
  })
  return rows[0]
}

/** What stands about a payment that a network names, after it was taken if it could be. */
export type PaymentFacts = {
  kind: 'resident' | 'legal' | null
  isClosed: boolean
  isInTime: boolean
  /** ISO day of the city. */
  occurredOn: string
} & (
  | { paymentId: null }
  /** Taken by this statement: the transaction has still to book it. */
  | { paymentId: string; recordedAt: string; isTaken: true; accountId: string }
  | { paymentId: string; recordedAt: string; isTaken: false; firstNumber: string; firstKopecks: number }
)

export async function tryToTake(
  client: ClientBase,
  network: Network,
  pay: Pay,
  isWithinLimits: boolean,
): Promise<PaymentFacts> {
  const { id, code, timeZone, cityTimeZone } = network
  const { txnId, accountNumber, amountKopecks, paidAt } = pay
  const { rows } = await client.query<PaymentFacts>({
    ...takePayment,
    values: [
      [id, code, txnId, accountNumber, amountKopecks],
      [paidAt, timeZone, cityTimeZone, isWithinLimits, OLDEST_DAYS],
    ].flat(),
  })
  const [facts] = rows
  if (!facts) throw new Error('The database told nothing of a payment')
  return facts
}

export async function keepConflict(
  client: ClientBase,
  { id }: Network,
  { txnId, accountNumber, amountKopecks }: Pay,
): Promise<void> {
  await client.query({ ...recordConflict, values: [id, txnId, accountNumber, amountKopecks] })
}

export type RegisteredPayment = {
  id: string
  txnId: string
  accountNumber: string
  amountKopecks: number
  /** By the network's own clock, ISO 8601 without a zone. */
  paidAt: string
  recordedAt: string
}

/** Payments of a network that were made on a day of its own clock, in the order in which they were taken. */
export async function terminalPaymentsOf(
  pool: Pool,
  { id, timeZone }: Pick<Network, 'id' | 'timeZone'>,
  day: string,
): Promise<RegisteredPayment[]> {
  const { rows } = await pool.query<RegisteredPayment>({ ...paymentsOfDay, values: [id, day, timeZone] })
  return rows
}
