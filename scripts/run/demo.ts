import { withClient } from '../database/client.ts'
import { step } from './steps.ts'

/** Accounts of the demo city, RODNIK_DEMO_ACCOUNTS when given. */
export const DEMO_ACCOUNTS = Number(process.env['RODNIK_DEMO_ACCOUNTS'] || 2_000)

/** A demo shows invented people: never beside a city's own database, unless asked for. */
export const isDemo = (): boolean => !process.env['DATABASE_URL'] || process.env['RODNIK_DEMO'] === '1'

/** Fills an empty database with the demo city; a filling cut short is gone through again, which repeats nothing. */
export async function seedIfEmpty(connectionString: string): Promise<void> {
  if (await isFilled(connectionString)) return
  await seed(connectionString, DEMO_ACCOUNTS, { isCharged: true })
}

/** Loads the demo city through the same import as real files; charged, its last month is closed like a real one. */
export async function seed(
  connectionString: string,
  accounts: number,
  { isCharged = false }: { isCharged?: boolean } = {},
): Promise<void> {
  const { seedDemoCity } = await import('../../prisma/seed/demo-city.ts')
  await note(connectionString, 'started')
  await step(`Filling the demo city, ${accounts} accounts`, (onProgress) =>
    seedDemoCity({ connectionString, accounts, onProgress }),
  )
  if (isCharged) {
    const { chargeDemoCity } = await import('../../prisma/seed/demo-bills.ts')
    await step('Charging the last month', () => chargeDemoCity(connectionString))
    const { seedDemoNotices } = await import('../../prisma/seed/demo-notices.ts')
    await seedDemoNotices(connectionString)
  }
  await note(connectionString, 'done')
}

async function isFilled(connectionString: string): Promise<boolean> {
  return withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ isFilled: boolean }>(
      `SELECT EXISTS (SELECT FROM accounts)
          AND NOT EXISTS (SELECT FROM settings WHERE name = 'demo_city' AND value ->> 'state' = 'started') AS "isFilled"`,
    )
    return rows[0]?.isFilled ?? false
  })
}

async function note(connectionString: string, state: 'started' | 'done'): Promise<void> {
  await withClient(connectionString, (client) =>
    client.query(
      `INSERT INTO settings (name, valid_from, value)
       VALUES ('demo_city', '2000-01-01', jsonb_build_object('state', $1::text))
       ON CONFLICT (name, valid_from) DO UPDATE SET value = excluded.value`,
      [state],
    ),
  )
}

/**
 * After the last day of the window a demo would refuse every reading: this month's window is extended by a dated
 * setting, and the next month gets the former days back.
 * @returns what was done, in words; undefined when the window was open
 */
export async function openDemoWindow(connectionString: string): Promise<string | undefined> {
  return withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ lastDay: number }>(OPEN_WINDOW)
    const [closed] = rows
    if (!closed) return undefined
    return `Readings are taken until day ${closed.lastDay}; for the demo this month's window is open to its end.`
  })
}

const OPEN_WINDOW = `
  WITH today AS (
    SELECT (app_now() AT TIME ZONE (value ->> 'timeZone'))::date AS day
    FROM settings WHERE name = 'city' AND valid_from <= app_now()::date
    ORDER BY valid_from DESC LIMIT 1
  ), closed AS (
    SELECT date_trunc('month', day)::date AS month, value
    FROM today, LATERAL (
      SELECT value FROM settings
      WHERE name = 'reading_window' AND valid_from <= date_trunc('month', day)::date
      ORDER BY valid_from DESC LIMIT 1
    ) current
    WHERE extract(day FROM day) > (value ->> 'lastDay')::int
  ), extended AS (
    INSERT INTO settings (name, valid_from, value)
    SELECT 'reading_window', month, jsonb_set(value, '{lastDay}', '31') FROM closed
    ON CONFLICT (name, valid_from) DO UPDATE SET value = excluded.value
  ), restored AS (
    INSERT INTO settings (name, valid_from, value)
    SELECT 'reading_window', (month + interval '1 month')::date, value FROM closed
    ON CONFLICT (name, valid_from) DO NOTHING
  )
  SELECT (value ->> 'lastDay')::int AS "lastDay" FROM closed`

/** The accounts that the page of the demo can be entered with, as lines for the terminal. */
export async function demoSignIns(): Promise<string[]> {
  const { demoSignIns: signIns } = await import('../../prisma/seed/demo-sign-ins.ts')
  return signIns.map(({ accountNumber, house, flat, about }) => {
    const place = flat ? `house ${house}, flat ${flat}` : `house ${house}`
    return `    ${accountNumber}   ${place.padEnd(24)} ${about}`
  })
}
