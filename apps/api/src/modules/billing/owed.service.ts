import type { Owed } from '@rodnik/contract/bills'
import { balanceAfter } from '@rodnik/domain/billing/balance'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { openItems, openItemsOf } from './ledger.repo.ts'

/** What stands in the ledger for an account at this moment. */
export async function owedNow(tx: Tx, accountId: string): Promise<Owed> {
  const items = await openItems(tx, accountId)
  return owedFor(items.map(({ book, kopecks }) => ({ book, kopecks: Number(kopecks) })))
}

/** As `owedNow`, of several accounts at once. */
export async function owedOf(
  pool: Deps['pool'],
  accountIds: readonly string[],
): Promise<(accountId: string) => Owed> {
  const items = Map.groupBy(await openItemsOf(pool, accountIds), ({ accountId }) => accountId)
  return (accountId) => owedFor(items.get(accountId) ?? [])
}

function owedFor(items: readonly { book: string; kopecks: number }[]): Owed {
  const owedIn = (wanted: string) =>
    items.reduce((sum, { book, kopecks }) => sum + (book === wanted ? kopecks : 0), 0)
  return balanceAfter({
    openingKopecks: owedIn('receivable'),
    paidKopecks: 0,
    chargedKopecks: 0,
    penaltyKopecks: owedIn('penalty_receivable'),
  })
}
