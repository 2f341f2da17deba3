import type { ClientBase } from 'pg'
import type { Rules } from './row-types.ts'

type City = { accountPrefix: string; timeZone: string }

/** The prefix of the city's account numbers and its calendar day now, by the database's clock. */
export async function readRules(client: ClientBase): Promise<Rules> {
  const cities = await client.query<{ value: City }>(
    `SELECT value FROM settings WHERE name = 'city' AND valid_from <= app_now()
     ORDER BY valid_from DESC LIMIT 1`,
  )
  const city = cities.rows[0]?.value
  if (!city) throw new Error('The setting "city" is missing: run pnpm db:migrate first.')
  const days = await client.query<{ today: string }>(
    `SELECT to_char(app_now() AT TIME ZONE $1, 'YYYY-MM-DD') AS today`,
    [city.timeZone],
  )
  return { accountPrefix: city.accountPrefix, today: days.rows[0]?.today ?? '' }
}
