import type { Api } from '../api.ts'

/** Tables that count what is asked, not what is changed. */
const COUNTERS = new Set(['integrator_calls', 'rate_limits', 'picture_codes'])

/** A refusal may be written down; nothing else may. */
const ROWS: Record<string, string> = {
  acquirer_events: `WHERE authentic <> 'no'`,
  audit_events: `WHERE action <> 'access.not_found'`,
}

/** When somebody was last here is no change of anything. */
const UNSEEN = `- 'last_seen_at' - 'seen_generation'`

/** What is in every table of the database, a digest for each: the jobs of the worker included. */
export async function stateReader({ db }: Pick<Api, 'db'>) {
  const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')
      AND NOT c.relispartition AND NOT (n.nspname = 'pgboss' AND c.relname <> 'job') AND NOT starts_with(c.relname, '_')
    ORDER BY 1, 2`
  const digests = tables
    .filter(({ name }) => !COUNTERS.has(name))
    .map(
      ({
        schema,
        name,
      }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(row), '' ORDER BY row)), '') AS digest
        FROM (SELECT (to_jsonb(t) ${UNSEEN})::text AS row FROM "${schema}"."${name}" t ${ROWS[name] ?? ''}) AS rows`,
    )
    .join(' UNION ALL ')
  return async () => {
    const rows = await db.$queryRawUnsafe<{ name: string; digest: string }[]>(digests)
    return new Map(rows.map(({ name, digest }) => [name, digest]))
  }
}

export type State = Awaited<ReturnType<Awaited<ReturnType<typeof stateReader>>>>

export const changedTables = (before: State, after: State): string[] =>
  [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)
