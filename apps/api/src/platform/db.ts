import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { type Prisma, PrismaClient } from './prisma/client.ts'

export type Db = PrismaClient
/** Accepted by every repository function, so a query can never fall outside its transaction by accident. */
export type Tx = Prisma.TransactionClient

/**
 * One pool for both ways of asking: Prisma for everything, named statements for the hot path.
 * A full pool answers within three seconds rather than queueing without end.
 */
export function openDatabase(connectionString: string, poolSize: number) {
  const pool = new Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: 3000,
    statement_timeout: 15_000,
    // Whoever waits longer for another writer, such as a large import, is asked to try again.
    lock_timeout: 4000,
    application_name: 'rodnik',
  })
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that breaks while it is lent out fails the query that waits; it too would end the process otherwise.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect()
      await pool.end()
    },
  }
}
