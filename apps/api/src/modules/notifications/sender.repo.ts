import * as z from 'zod/mini'
import type { Deps } from '../../platform/deps.ts'

const Sender = z.object({
  organisationName: z.string(),
  cityName: z.string(),
  phone: z.string(),
  timeZone: z.string(),
})

/** Who writes: the organisation and its city, as the settings of today say. */
export type Sender = z.infer<typeof Sender>

export async function currentSender(pool: Deps['pool']): Promise<Sender> {
  const { rows } = await pool.query<{ value: unknown }>(
    `SELECT value FROM settings WHERE name = 'city' AND valid_from <= app_now()::date
     ORDER BY valid_from DESC LIMIT 1`,
  )
  if (!rows[0]) throw new Error('The setting "city" is missing')
  return Sender.parse(rows[0].value)
}
