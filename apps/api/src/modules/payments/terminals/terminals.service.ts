import { maskedName } from '@rodnik/domain/people/masked-name'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { bookPayments } from '../booking/book-payments.service.ts'
import type { Network } from './network-book.ts'
import type { Check, Pay } from './question.ts'
import type { Refusal } from './refusals.ts'
import { findAccount, keepConflict, type PaymentFacts, tryToTake } from './terminals.repo.ts'

type Db = Pick<Deps, 'pool'>
type Limits = Pick<Network, 'minKopecks' | 'maxKopecks'>

/** What may be told of an account to whoever stands before a terminal. */
export type Found = { maskedName: string; owedKopecks: number }

/** A payment as it was taken the first time; the same each time it is asked about. */
export type Taken = { paymentId: string; recordedAt: string; amountKopecks: number; isRepeat: boolean }

function sumRefusal(amountKopecks: number, { minKopecks, maxKopecks }: Limits): Refusal | undefined {
  if (amountKopecks < minKopecks) return 'small_sum'
  return amountKopecks > maxKopecks ? 'large_sum' : undefined
}

/** Organisations pay what their invoices say; a closed account is settled at the office. */
function accountRefusal(
  account: { kind: 'resident' | 'legal' | null; isClosed: boolean } | undefined,
): Refusal | undefined {
  if (!account || account.kind === null) return 'no_account'
  if (account.kind === 'legal') return 'legal_account'
  return account.isClosed ? 'closed_account' : undefined
}

export async function check({ pool }: Db, network: Network, asked: Check): Promise<Found | Refusal> {
  const { accountNumber, amountKopecks } = asked
  const account = await findAccount(pool, accountNumber, network.cityTimeZone)
  const refusal =
    accountRefusal(account) ?? (amountKopecks === null ? undefined : sumRefusal(amountKopecks, network))
  if (refusal || !account) return refusal ?? 'no_account'
  return { maskedName: maskedName(account.holderName), owedKopecks: Math.max(0, account.owedKopecks) }
}

/**
 * Takes a payment and books it, once: the row that answers the network and the posting are one transaction. Asked
 * again, the first answer is found; asked at the same moment, the unique number makes one wait for the other.
 */
export async function pay({ pool }: Db, network: Network, asked: Pay): Promise<Taken | Refusal> {
  // More than any limit, and than the database could hold.
  if (!Number.isFinite(asked.amountKopecks)) return 'large_sum'
  return inPoolTransaction(pool, (client) => takeAndBook(client, network, asked))
}

async function takeAndBook(client: ClientBase, network: Network, asked: Pay): Promise<Taken | Refusal> {
  const facts = await take(client, network, asked)
  if (facts.paymentId === null) return refusalOf(facts, network, asked)
  const { paymentId, recordedAt } = facts
  if (facts.isTaken) {
    await book(client, network, asked, facts)
    return { paymentId, recordedAt, amountKopecks: asked.amountKopecks, isRepeat: false }
  }
  const { firstNumber, firstKopecks } = facts
  if (firstNumber === asked.accountNumber && firstKopecks === asked.amountKopecks) {
    return { paymentId, recordedAt, amountKopecks: firstKopecks, isRepeat: true }
  }
  await keepConflict(client, network, asked)
  return 'txn_used'
}

/** Whoever has waited for another request of the same number does not see its row yet: the next statement does. */
async function take(client: ClientBase, network: Network, asked: Pay): Promise<PaymentFacts> {
  const isWithinLimits = sumRefusal(asked.amountKopecks, network) === undefined
  const facts = await tryToTake(client, network, asked, isWithinLimits)
  const isRefused = facts.paymentId === null && refusalOf(facts, network, asked) !== 'temporary'
  return facts.paymentId !== null || isRefused ? facts : tryToTake(client, network, asked, isWithinLimits)
}

/** Nothing wrong, and yet not taken: the network was switched off since it was let in, or another request won. */
const refusalOf = (facts: PaymentFacts, network: Network, asked: Pay): Refusal =>
  accountRefusal(facts) ??
  sumRefusal(asked.amountKopecks, network) ??
  (facts.isInTime ? 'temporary' : 'bad_date')

type Facts = { accountId: string; occurredOn: string }

async function book(client: ClientBase, network: Network, asked: Pay, { accountId, occurredOn }: Facts) {
  const operation = `payment:terminal:${network.code}:${asked.txnId}`
  const posted = await bookPayments(client, [
    {
      operation,
      occurredOn,
      actor: 'system',
      from: 'bank',
      parts: [{ accountId, amountKopecks: asked.amountKopecks, penaltyKopecks: null, period: null }],
    },
  ])
  if (!posted.has(operation)) throw new Error('A payment that was never answered is in the ledger already')
}
