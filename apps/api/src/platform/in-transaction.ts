import type { ClientBase } from 'pg'

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
