import type { Deps } from './deps.ts'

const HOUR_MS = 3_600_000

/** What is no longer needed, and for how long a retry of a submission is still recognised. */
const PRUNING = [
  'DELETE FROM picture_codes WHERE expires_at < app_now()',
  'DELETE FROM altcha_spent WHERE expires_at < app_now()',
  "DELETE FROM guest_sessions WHERE expires_at < app_now() - interval '30 days'",
  'DELETE FROM data_exports WHERE expires_at < app_now()',
  'DELETE FROM register_exports WHERE expires_at < app_now()',
  "DELETE FROM esia_attempts WHERE expires_at < app_now() - interval '1 hour'",
  'DELETE FROM registrations WHERE expires_at < app_now()',
  "DELETE FROM one_time_tokens WHERE expires_at < app_now() - interval '7 days'",
  "DELETE FROM sessions WHERE expires_at < app_now() - interval '30 days'",
  'DELETE FROM email_changes WHERE expires_at < app_now()',
  "DELETE FROM idempotency_records WHERE created_at < app_now() - interval '30 days'",
  "DELETE FROM integrator_batches WHERE started_at < app_now() - interval '30 days'",
  'DELETE FROM integrator_calls WHERE day < app_now()::date - 400',
  // Addresses are personal data: kept while somebody may still ask what became of a letter.
  "DELETE FROM letters WHERE state = 'sent' AND created_at < app_now() - interval '30 days'",
  "DELETE FROM letters WHERE created_at < app_now() - interval '180 days'",
  "UPDATE appointments SET email = NULL WHERE email IS NOT NULL AND ends_at < app_now() - interval '30 days'",
  'DELETE FROM rate_limits WHERE expire < extract(epoch FROM now()) * 1000 - 3600000',
]

/** Removes outlived rows now and every hour. Several instances may do it at once; it is harmless. */
export function startMaintenance({ pool, log }: Pick<Deps, 'pool' | 'log'>): { stop: () => void } {
  const prune = async () => {
    for (const statement of PRUNING) await pool.query(statement)
  }
  const run = () => {
    prune().catch((error: unknown) => log.warn({ err: error }, 'pruning failed'))
  }
  run()
  const timer = setInterval(run, HOUR_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
