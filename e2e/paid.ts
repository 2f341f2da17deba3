import { randomInt } from 'node:crypto'
import { post } from '../apps/api/src/modules/billing/index.ts'
import type { Db } from '../apps/api/src/platform/db.ts'

type Account = { id: string }
type Paid = { kopecks?: number; isSilent?: boolean; reason?: string; state?: 'pending' | 'failed' | 'paid' }

const OCTOBER = { service: 'cold_water', period: '2026-10' } as const

/** What was charged for October, and is owed. */
export async function owes(db: Db, { id }: Account, kopecks: number): Promise<void> {
  await post(db, {
    kind: 'charge',
    operation: `test:debt:${id}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      { book: 'receivable', accountId: id, ...OCTOBER, amountKopecks: BigInt(kopecks) },
      { book: 'revenue', ...OCTOBER, amountKopecks: BigInt(-kopecks) },
    ],
  })
}

/** A payment on the site as its acquirer left it; one that was paid stands in the ledger too. Gives its number. */
export async function aSitePayment(db: Db, account: Account, paid: Paid = {}): Promise<string> {
  const { kopecks = 50_000, isSilent = false, reason = null, state = 'paid' } = paid
  const number = `P2611-${randomInt(1_000_000, 9_999_999)}-${randomInt(10)}`
  const paidAt = new Date('2026-11-22T06:30:00Z')
  const isPaid = state === 'paid'
  await db.payment.create({
    data: {
      number,
      acquirer: 'sber',
      acquirerId: crypto.randomUUID(),
      method: 'card',
      state,
      reason,
      amountKopecks: kopecks,
      createdAt: new Date('2026-11-22T06:28:00Z'),
      expiresAt: new Date('2026-11-22T06:48:00Z'),
      ...(isPaid && { paidKopecks: kopecks, paidAt }),
      ...(isSilent && { silentSince: new Date('2026-11-22T06:40:00Z') }),
      parts: { create: { accountId: account.id, amountKopecks: kopecks } },
    },
  })
  if (isPaid) await credited(db, account, { kopecks, operation: `payment:site:${number}` })
  return number
}

/** Money that a bank's file brought. */
export const aBankPayment = (db: Db, account: Account, kopecks: number) =>
  credited(db, account, { kopecks, operation: `payment:registry:sber:${randomInt(1e9)}` })

async function credited(
  db: Db,
  { id }: Account,
  { kopecks, operation }: { kopecks: number; operation: string },
): Promise<void> {
  await post(db, {
    kind: 'payment',
    operation,
    occurredOn: '2026-11-22',
    actor: 'system',
    entries: [
      { book: 'bank', amountKopecks: BigInt(kopecks) },
      { book: 'receivable', accountId: id, ...OCTOBER, amountKopecks: BigInt(-kopecks) },
    ],
  })
}
