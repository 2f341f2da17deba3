import { Client } from 'pg'
import type { Payer } from '../receipts.repo.ts'

/** An account as the carrier comes to it. */
export type Stop = Payer & { accountId: string }

/** The number that a house or a flat begins with: 9 comes before 12, and both before «Б». */
const leading = (key: string) => `substring(${key} FROM '^[0-9]{1,9}')::int NULLS LAST, ${key} COLLATE "C"`

const BILLED = `
  FROM accounts a JOIN premises p ON p.id = a.premises_id
  WHERE EXISTS (SELECT FROM charges c WHERE c.period = $1::date AND c.account_id = a.id)`

const walkOf = (period: string) => `
  DECLARE walk CURSOR WITH HOLD FOR
  SELECT a.id AS "accountId", a.holder_name AS name, a.housing_group AS "housingGroup"
  ${BILLED.replace('$1', `'${period}-01'`)}
  ORDER BY p.street COLLATE "C", ${leading('p.house_key')}, ${leading('p.flat_key')}, a.number`

export type Walk = {
  /** Accounts with a bill of the month. */
  stops: number
  next: (count: number) => Promise<Stop[]>
  pass: (count: number) => Promise<void>
  close: () => Promise<void>
}

/**
 * The city in the order in which a carrier walks it: street, house, flat. The list lies in a file of the database,
 * so neither our memory nor a long transaction holds it.
 * @param period a checked month: a cursor takes no parameters
 */
export async function openWalk(connectionString: string, period: string): Promise<Walk> {
  const client = new Client({ connectionString, application_name: 'rodnik-receipts' })
  await client.connect()
  const { rows } = await client.query<{ stops: number }>(`SELECT count(*)::int AS stops ${BILLED}`, [
    `${period}-01`,
  ])
  await client.query(walkOf(period))
  return {
    stops: rows[0]?.stops ?? 0,
    next: async (count) => (await client.query<Stop>(`FETCH FORWARD ${count} FROM walk`)).rows,
    pass: async (count) => void (await client.query(`MOVE FORWARD ${count} IN walk`)),
    close: () => client.end(),
  }
}
