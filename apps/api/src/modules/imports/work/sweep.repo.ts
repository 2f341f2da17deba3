import type { Deps } from '../../../platform/deps.ts'
import { MAX_TRIES } from './tasks.repo.ts'

/** What is over, and how long personal data stays; see docs/import.md. */
const SWEEPS = [
  `DELETE FROM import_runs WHERE state = 'arriving' AND begun_at < app_now() - interval '1 day'`,
  // Nobody has decided within a week.
  `WITH forgotten AS (
     UPDATE import_runs SET state = 'cancelled', turn = turn + 1, moved_at = app_now(), ended_at = app_now()
     WHERE state = 'checked' AND moved_at < app_now() - interval '7 days' RETURNING id
   ), bytes AS (
     DELETE FROM import_parts USING import_files f
     WHERE f.id = import_parts.file_id AND f.run_id IN (SELECT id FROM forgotten)
   )
   INSERT INTO audit_events (actor, action, details)
   SELECT 'system', 'import.forgotten', jsonb_build_object('run', id) FROM forgotten`,
  // A worker has died at it again and again.
  `WITH given_up AS (
     UPDATE import_runs SET state = 'failed', turn = turn + 1, moved_at = app_now(), ended_at = app_now(),
       failed_rows_until = coalesce(failed_rows_until, app_now())
     WHERE state IN ('checking', 'loading') AND tries >= ${MAX_TRIES}
       AND worked_at < app_now() - interval '2 minutes'
     RETURNING id
   )
   DELETE FROM import_parts USING import_files f
   WHERE f.id = import_parts.file_id AND f.run_id IN (SELECT id FROM given_up)`,
  `WITH outlived AS (
     UPDATE import_runs SET failed_rows_until = NULL WHERE failed_rows_until < app_now() RETURNING id
   ), reports AS (
     UPDATE import_reports p SET failures = '[]' FROM import_files f
     WHERE f.id = p.file_id AND f.run_id IN (SELECT id FROM outlived)
   )
   DELETE FROM import_failed_parts p USING import_files f
   WHERE f.id = p.file_id AND f.run_id IN (SELECT id FROM outlived)`,
]

/** Several workers may do it at once; it is harmless. */
export async function sweepImports(pool: Deps['pool']): Promise<void> {
  for (const statement of SWEEPS) await pool.query(statement)
}
