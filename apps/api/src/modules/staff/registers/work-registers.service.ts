import type { Deps } from '../../../platform/deps.ts'
import { countDebts, countLastPeriods } from './city-counts.repo.ts'
import { makeFiles } from './make-file.service.ts'

/** The worker's look: files that wait, and the debts of the city when the ledger has grown. */
export async function workRegisters(deps: Pick<Deps, 'db' | 'log'>): Promise<void> {
  await countDebts(deps)
  await countLastPeriods(deps)
  await makeFiles(deps)
}
