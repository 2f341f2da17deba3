import type { OperationsOfYear, ReadingsOfYear } from '@rodnik/contract/history'
import type { Deps } from '../../../platform/deps.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { findOperations, findReadings } from './history.repo.ts'

type Pool = Deps['pool']
type Wish = { year?: string | undefined }

/** Of what is listed newest first, one year and which years there are. */
function yearOf<Item>(items: readonly Item[], dayOf: (item: Item) => string, wanted: string | undefined) {
  const years = [...new Set(items.map((item) => dayOf(item).slice(0, 4)))]
  const year = wanted ?? years[0]
  return { years: years.map(Number), items: items.filter((item) => dayOf(item).slice(0, 4) === year) }
}

/** @throws not_found without a right to the account */
export async function operationsOfYear(pool: Pool, reader: Reader, wish: Wish): Promise<OperationsOfYear> {
  const { operations } = await findOperations(pool, reader)
  const { years, items } = yearOf(operations, ({ occurredOn }) => occurredOn, wish.year)
  return { years, operations: items }
}

/** With every meter the readings are of. @throws not_found without a right to the account */
export async function readingsOfYear(pool: Pool, reader: Reader, wish: Wish): Promise<ReadingsOfYear> {
  const { meters, readings } = await findReadings(pool, reader)
  const { years, items } = yearOf(readings, ({ period }) => period, wish.year)
  const read = new Set(items.map(({ meterId }) => meterId))
  return { years, meters: meters.filter(({ id }) => read.has(id)), readings: items }
}
