import { roublesOf } from '@rodnik/domain/money/roubles'
import { stringify } from 'csv-stringify/sync'
import type { Deps } from '../../../platform/deps.ts'
import type { Network } from './network-book.ts'
import { terminalPaymentsOf } from './terminals.repo.ts'

const COLUMNS = ['txn_id', 'prv_txn', 'account', 'sum', 'paid_at', 'recorded_at']

/** Payments of a day for a program of the network: dots, no byte order mark, a line of names. */
export async function registryOf(
  { pool }: Pick<Deps, 'pool'>,
  network: Network,
  day: string,
): Promise<string> {
  const payments = await terminalPaymentsOf(pool, network, day)
  const rows = payments.map(({ txnId, id, accountNumber, amountKopecks, paidAt, recordedAt }) => [
    txnId,
    id,
    accountNumber,
    roublesOf(amountKopecks),
    paidAt,
    recordedAt,
  ])
  return stringify([COLUMNS, ...rows], { delimiter: ';' })
}
