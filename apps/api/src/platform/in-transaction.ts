import type { ClientBase, Pool, PoolClient } from 'pg'
import { AppError } from './errors.ts'

/** Runs work in a transaction of one connection; taken back when the work fails, or when that is how it is to end. */
export async function inTransaction<T>(
  client: ClientBase,
  work: () => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query(end)
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/**
 * As `inTransaction`, on a connection lent by the pool. One on which something unforeseen has happened is not lent
 * again.
 */
export async function inPoolTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  end?: 'COMMIT' | 'ROLLBACK',
): Promise<T> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    return await inTransaction(client, () => work(client), end)
  } catch (error) {
    if (!(error instanceof AppError)) failure = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.release(failure)
  }
}
