import { creditAccount } from '@rodnik/domain/payments/credit-account'
import { takeBack } from '@rodnik/domain/payments/take-back'
import type { ClientBase } from 'pg'
import { postMany } from '../../billing/index.ts'
import { entryOf, lockedItems } from '../booking/book-payments.service.ts'
import { linesLeft } from './corrections.repo.ts'

export type Correction = {
  id: string
  transactionId: string
  accountId: string
  toAccountId: string | null
  amountKopecks: number
  occurredOn: string
  actor: string
}

/** Posts money that goes back to its payer: the bank has it less, and the account owes it again. */
export async function bookRefund(client: ClientBase, correction: Correction): Promise<void> {
  const { id, accountId, amountKopecks, occurredOn, actor } = correction
  await lockedItems(client, [accountId])
  const taken = takeBack(await linesLeft(client, correction), amountKopecks)
  await postMany(client, [
    {
      kind: 'refund',
      operation: `refund:${id}`,
      occurredOn,
      actor,
      entries: [
        { book: 'bank', amountKopecks: BigInt(-amountKopecks) },
        ...taken.map((line) => entryOf(accountId, line, 1)),
      ],
    },
  ])
}

/**
 * Posts money that was meant for another account. It counts there from the day on which it was paid, so that nobody
 * is charged a penalty for a slip in a number.
 */
export async function bookTransfer(
  client: ClientBase,
  correction: Correction & { toAccountId: string },
): Promise<void> {
  const { id, accountId, toAccountId, amountKopecks, occurredOn, actor } = correction
  const open = await lockedItems(client, [accountId, toAccountId])
  const taken = takeBack(await linesLeft(client, correction), amountKopecks)
  const credited = creditAccount(open.get(toAccountId) ?? [], {
    amountKopecks,
    penaltyKopecks: null,
    period: null,
  })
  await postMany(client, [
    {
      kind: 'transfer',
      operation: `transfer:${id}`,
      occurredOn,
      actor,
      entries: [
        ...taken.map((line) => entryOf(accountId, line, 1)),
        ...credited.map((line) => entryOf(toAccountId, line, -1)),
      ],
    },
  ])
}
