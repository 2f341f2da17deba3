import type { ImportFile, ImportRun } from '@rodnik/contract/staff-imports'
import type { ClientBase } from 'pg'
import { memberName } from '../../../platform/member-name.sql.ts'
import type { Place } from '../../../platform/page-cursor.ts'
import { needsColleague } from './decisions.repo.ts'

type Client = Pick<ClientBase, 'query'>

type Row = Omit<ImportRun, 'begunAt' | 'endedAt' | 'failedRowsUntil'> &
  Place & { endedAt: Date | null; failedRowsUntil: Date | null; files: ImportFile[] }

/** The report of a file that `which` chooses, as JSON. */
const report = (which: string) => `
  (SELECT jsonb_build_object('rows', p.rows, 'added', p.added, 'changed', p.changed, 'unchanged', p.unchanged,
     'failed', p.failed)
   FROM import_reports p WHERE p.file_id = f.id ORDER BY p.turn DESC ${which} LIMIT 1)`

const FILES = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
     'id', f.id, 'fileName', f.file_name, 'byteCount', f.byte_count, 'kind', f.kind,
     'unused', coalesce(f.unused, '{}'),
     'refusal', CASE WHEN f.refusal IS NOT NULL
       THEN jsonb_build_object('code', f.refusal, 'detail', coalesce(f.refusal_detail, '')) END,
     'report', ${report('')},
     'told', CASE WHEN r.state = 'loaded' OR r.is_load_refused THEN ${report('OFFSET 1')} END,
     'hasFailedRows', coalesce(r.failed_rows_until > app_now(), false)
       AND EXISTS (SELECT FROM import_failed_parts p WHERE p.file_id = f.id)
   ) ORDER BY f.position), '[]')
   FROM import_files f WHERE f.run_id = r.id)`

/** As somebody sees it. */
const columns = (viewer: string) => `
  r.id, r.state::text, r.turn, r.is_replacing AS "isReplacing", r.is_skipping_failed AS "isSkippingFailed",
  r.is_load_refused AS "isLoadRefused", coalesce(${memberName('r.begun_by')}, '') AS "begunBy", r.begun_at AS at,
  ${memberName('r.ended_by')} AS "endedBy", r.ended_at AS "endedAt",
  CASE WHEN r.state IN ('checking', 'loading') AND r.step IS NOT NULL
    THEN jsonb_build_object('step', r.step, 'fileName', coalesce(r.step_file, ''), 'rows', r.step_rows)
  END AS progress,
  r.failed_rows_until AS "failedRowsUntil", r.begun_by = ${viewer} AND ${needsColleague('r')} AS "isForColleague",
  ${FILES} AS files`

const asRun = ({ at, ...row }: Row): ImportRun => ({
  ...row,
  begunAt: at.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  failedRowsUntil: row.failedRowsUntil?.toISOString() ?? null,
})

/** Newest first; those whose parts have not all come are not shown. */
export async function findRuns(
  client: Client,
  viewer: string,
  { after, limit }: { after: Place | null; limit: number },
) {
  const { rows } = await client.query<Row>(
    `SELECT ${columns('$4')} FROM import_runs r
     WHERE r.state <> 'arriving' AND ($1::timestamptz IS NULL OR (r.begun_at, r.id) < ($1, $2::uuid))
     ORDER BY r.begun_at DESC, r.id DESC LIMIT $3`,
    [after?.at ?? null, after?.id ?? null, limit, viewer],
  )
  return rows.map((row) => ({ at: row.at, id: row.id, run: asRun(row) }))
}

export async function findRun(client: Client, viewer: string, id: string): Promise<ImportRun | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT ${columns('$2')} FROM import_runs r WHERE r.id = $1 AND r.state <> 'arriving'`,
    [id, viewer],
  )
  return rows[0] && asRun(rows[0])
}
