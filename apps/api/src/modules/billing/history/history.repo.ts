import type { BilledMeterName } from '@rodnik/contract/bills'
import type { HistoryMonth, HistoryReading, Operation } from '@rodnik/contract/history'
import type { QueryResultRow } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { MONTHS_OF_PERSON, OPERATIONS_OF_PERSON, READINGS_OF_PERSON } from './history.sql.ts'

type Pool = Deps['pool']
/** The account's number is for the name of a file. */
type Numbered = { number: string }
type Statement = { name: string; text: string }

async function only<Row extends QueryResultRow>(
  pool: Pool,
  statement: Statement,
  { userId, accountId }: Reader,
): Promise<Row> {
  const [row] = (await pool.query<Row>({ ...statement, values: [userId, accountId] })).rows
  if (!row) throw new AppError('not_found')
  return row
}

/** The newest first. @throws not_found without a right to the account */
export const findMonths = (pool: Pool, reader: Reader) =>
  only<Numbered & { months: HistoryMonth[] }>(pool, MONTHS_OF_PERSON, reader)

/** Of ten years, the newest first. @throws not_found without a right to the account */
export const findOperations = (pool: Pool, reader: Reader) =>
  only<Numbered & { operations: Operation[] }>(pool, OPERATIONS_OF_PERSON, reader)

/** Of ten years, the newest first. @throws not_found without a right to the account */
export const findReadings = (pool: Pool, reader: Reader) =>
  only<Numbered & { meters: BilledMeterName[]; readings: HistoryReading[] }>(pool, READINGS_OF_PERSON, reader)
