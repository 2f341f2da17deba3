import type { ImportDecision, ImportState } from '@rodnik/contract/staff-imports'
import type { ClientBase } from 'pg'

type Client = Pick<ClientBase, 'query'>

type Decided = { id: string; turn: number; decision: ImportDecision }

/** A run whose bytes are gone cannot be judged again; a check that is under way can only be cancelled. */
const OPEN_TO: Record<ImportDecision, readonly ImportState[]> = {
  load: ['checked'],
  load_good: ['checked'],
  check: ['checked'],
  check_replacing: ['checked'],
  cancel: ['checking', 'checked'],
}

/** Debts, and whatever takes the place of recorded values, are not loaded by whoever sent them. */
export const needsColleague = (run: string) => `
  (${run}.is_replacing OR EXISTS (SELECT FROM import_files f WHERE f.run_id = ${run}.id AND f.kind = 'balances'))`

const LOADS: readonly ImportDecision[] = ['load', 'load_good']

/**
 * False: the run is not at this turn or not open to this any more or only to a colleague, or another decision has
 * passed: the key lets one through.
 */
export async function insertDecision(
  client: Client,
  { id, turn, decision, by }: Decided & { by: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `WITH decided AS (
       INSERT INTO import_decisions (run_id, turn, decision, decided_by)
       SELECT id, $2::int, $3::text, $4::text FROM import_runs r
       WHERE id = $1 AND turn = $2::int AND state::text = ANY ($5::text[])
         AND NOT ($3::text = ANY ($6::text[]) AND begun_by = $4::text AND ${needsColleague('r')})
       FOR UPDATE OF r
       ON CONFLICT (run_id, turn) DO NOTHING RETURNING *
     )
     INSERT INTO audit_events (actor, action, details)
     SELECT decided_by, 'import.decided', jsonb_build_object('run', run_id, 'decision', decision) FROM decided`,
    [id, turn, decision, by, OPEN_TO[decision], LOADS],
  )
  return rowCount === 1
}

export async function findDecision(
  client: Client,
  { id, turn }: Pick<Decided, 'id' | 'turn'>,
): Promise<string | undefined> {
  const { rows } = await client.query<{ decision: string }>(
    'SELECT decision FROM import_decisions WHERE run_id = $1 AND turn = $2',
    [id, turn],
  )
  return rows[0]?.decision
}

/** It is open to this, and to a colleague only. */
export async function isForColleague(
  client: Client,
  { id, turn, decision, by }: Decided & { by: string },
): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM import_runs r WHERE id = $1 AND turn = $2 AND state::text = ANY ($3::text[])
       AND $4::text = ANY ($5::text[]) AND begun_by = $6 AND ${needsColleague('r')}`,
    [id, turn, OPEN_TO[decision], decision, LOADS, by],
  )
  return rows.length === 1
}

const BECOMES: Record<ImportDecision, ImportState> = {
  load: 'loading',
  load_good: 'loading',
  check: 'checking',
  check_replacing: 'checking',
  cancel: 'cancelled',
}

/** The worker is woken by the same transaction; one that was at the run writes nothing more. */
export async function applyDecision(client: Client, { id, decision }: Decided, by: string): Promise<void> {
  const isCheck = decision === 'check' || decision === 'check_replacing'
  await client.query(
    `UPDATE import_runs SET state = $2::import_state, turn = turn + 1, tries = 0, worked_at = NULL, step = NULL,
       step_file = NULL, step_rows = 0, moved_at = app_now(), is_load_refused = false,
       is_replacing = CASE WHEN $3 THEN $4 ELSE is_replacing END,
       is_skipping_failed = $5,
       ended_at = CASE WHEN $2 = 'cancelled' THEN app_now() END,
       ended_by = CASE WHEN $2 = 'cancelled' THEN $6 END,
       -- What a check that is cut short has written goes at the next look.
       failed_rows_until = CASE WHEN $2 = 'cancelled' THEN coalesce(failed_rows_until, app_now())
         ELSE failed_rows_until END
     WHERE id = $1`,
    [id, BECOMES[decision], isCheck, decision === 'check_replacing', decision === 'load_good', by],
  )
}

/** Nobody loads them any more. */
export async function forgetBytes(client: Client, runId: string): Promise<void> {
  await client.query(
    'DELETE FROM import_parts USING import_files f WHERE f.id = import_parts.file_id AND f.run_id = $1',
    [runId],
  )
}
