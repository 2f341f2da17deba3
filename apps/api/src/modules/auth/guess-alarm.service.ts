import type { Deps } from '../../platform/deps.ts'

/** Staff are told that somebody guesses all over the city: by metric, log and audit. */
export async function raiseGuessAlarm({ db, log, metrics }: Deps): Promise<void> {
  metrics.guessAlarms.inc()
  log.warn({ alarm: 'guess-budget' }, 'failed entries passed the budget of the city')
  await db.auditEvent.create({ data: { actor: 'system', action: 'alarm.guess_budget_passed' } })
}
