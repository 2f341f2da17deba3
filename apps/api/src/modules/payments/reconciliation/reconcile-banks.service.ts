import type { Deps } from '../../../platform/deps.ts'
import { businessDay } from '../../info/index.ts'
import { noteDifference } from './differences.repo.ts'
import { noteDay } from './reconcile.repo.ts'
import {
  bankDaysToReconcile,
  changedRows,
  comparedFiles,
  hasStatements,
  strayOrders,
  terminalConflicts,
} from './reconcile-banks.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool'>

/**
 * Compares the files of banks with the ledger, day by day, and their payment orders with what the statements say has
 * come. Whatever differs is written down for people.
 */
export async function reconcileBanks(deps: Needed): Promise<void> {
  const { timeZone } = await businessDay(deps)
  const days = await bankDaysToReconcile(deps.pool, timeZone)
  for (const day of days) await reconcileBankDay(deps, { day, timeZone })
  for (const difference of await terminalConflicts(deps.pool)) await noteDifference(deps.pool, difference)
  if (days.length > 0 && (await hasStatements(deps.pool))) {
    for (const difference of await strayOrders(deps.pool)) await noteDifference(deps.pool, difference)
  }
}

async function reconcileBankDay({ pool }: Needed, day: { day: string; timeZone: string }): Promise<void> {
  const files = await comparedFiles(pool, day)
  for (const { fileName, id, rows, ourKopecks, theirKopecks } of files) {
    if (ourKopecks === theirKopecks) continue
    await noteDifference(pool, {
      source: 'registry',
      kind: 'file_not_even',
      subject: id,
      ourKopecks,
      theirKopecks,
      details: { file: fileName, rows },
    })
  }
  for (const difference of await changedRows(pool, day)) await noteDifference(pool, difference)
  const sumOf = (of: 'ourKopecks' | 'theirKopecks') => files.reduce((sum, file) => sum + file[of], 0)
  await noteDay(pool, {
    day: day.day,
    source: 'registry',
    checked: files.reduce((sum, { rows }) => sum + rows, 0),
    ourKopecks: sumOf('ourKopecks'),
    theirKopecks: sumOf('theirKopecks'),
    unknown: 0,
  })
}
