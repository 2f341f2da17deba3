import type { Deps } from '../../platform/deps.ts'
import { lettersAbout, REMINDER_KEY } from './booking/letters.repo.ts'

/**
 * Reminders are rows of one statement, each under a key of its own: however many workers look, each is written once.
 * A time that was chosen a moment ago needs none.
 */
const remindersOf = (kind: 'day' | 'hours', [from, to, known]: readonly [string, string, string]) =>
  lettersAbout(
    `a.state = 'booked' AND a.starts_at > app_now() + interval '${from}' AND a.starts_at <= app_now() + interval '${to}'
      AND a.chosen_at < a.starts_at - interval '${known}'`,
    REMINDER_KEY(kind),
  )

const REMINDERS = [
  { kind: 'day', text: remindersOf('day', ['4 hours', '24 hours', '25 hours']) },
  { kind: 'hours', text: remindersOf('hours', ['20 minutes', '2 hours', '3 hours']) },
] as const

/** Writes the reminders that are due; safe in any number of workers. */
export async function remindOfAppointments({ pool }: Pick<Deps, 'pool'>): Promise<void> {
  for (const { kind, text } of REMINDERS) {
    await pool.query({
      name: `appointment-reminders-${kind}`,
      text,
      values: ['appointment_reminder', JSON.stringify({ ahead: kind })],
    })
  }
}
