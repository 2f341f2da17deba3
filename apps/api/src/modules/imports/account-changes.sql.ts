import { isMoved } from './accounts.sql.ts'

/** What the audit log calls them. */
const NAMES: Record<string, string> = {
  kind: 'kind',
  holder_name: 'holderName',
  residents_count: 'residents',
  owners_count: 'owners',
  housing_group: 'housingGroup',
  has_sewer: 'hasSewer',
  is_meter_impossible: 'isMeterImpossible',
  is_accountless_allowed: 'isAccountlessAllowed',
  closed_on: 'closedOn',
}

const address = (table: string) =>
  `CASE WHEN ${isMoved} THEN to_jsonb(concat_ws(', ', ${table}.street, ${table}.house, nullif(${table}.flat, ''))) END`

/**
 * An event for each account that the file changes, with what was and what will be; none for new accounts. It stands
 * before the changes. $1: whose doing it is; $2: the run of the console, null for the command.
 */
export function recordAccountChanges(fields: readonly string[], hasPremisesKind: boolean): string {
  const values = fields.map(
    (field) => `('${NAMES[field] ?? field}', to_jsonb(a.${field}), to_jsonb(s.${field}))`,
  )
  values.push(`('address', ${address('p')}, ${address('s')})`)
  if (hasPremisesKind) values.push(`('premisesKind', to_jsonb(p.kind), to_jsonb(s.premises_kind))`)
  return `
    INSERT INTO audit_events (actor, action, account_id, details)
    SELECT $1, 'import.account_changed', a.id,
           jsonb_strip_nulls(jsonb_build_object('run', $2::text))
             || jsonb_build_object('before', changes.before, 'after', changes.after)
    FROM staged s
    JOIN accounts a ON a.number = s.account
    JOIN premises p ON p.id = a.premises_id
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(name, was) AS before, jsonb_object_agg(name, becomes) AS after
      FROM (VALUES ${values.join(', ')}) fields (name, was, becomes)
      WHERE was IS DISTINCT FROM becomes
    ) changes
    WHERE s.reason IS NULL AND changes.before IS NOT NULL
    ORDER BY s.row_no`
}
