import type { Db, Tx } from '../../../platform/db.ts'

const PATIENCE_MS = 300_000

/** For the worker: a statement over the whole city may take minutes, which a page never would. */
export const patiently = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '5min'`
      return read(tx)
    },
    { timeout: PATIENCE_MS },
  )
