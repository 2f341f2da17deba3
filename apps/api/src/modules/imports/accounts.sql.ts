import { timeOrderedId } from './loader.ts'

export const refuseRepeatedAccounts = `
  UPDATE staged SET reason = 'repeated_in_file|account|' || first.row_no
  FROM (
    SELECT account, min(row_no) AS row_no FROM staged WHERE reason IS NULL
    GROUP BY account HAVING count(*) > 1
  ) first
  WHERE staged.account = first.account AND staged.row_no <> first.row_no AND staged.reason IS NULL`

export const refuseOtherPremisesKinds = `
  UPDATE staged SET reason = 'other_premises_kind|premises_kind|' || first.row_no
  FROM (
    SELECT street, house_key, flat_key, min(row_no) AS row_no,
           (array_agg(premises_kind ORDER BY row_no))[1] AS premises_kind
    FROM staged WHERE reason IS NULL
    GROUP BY street, house_key, flat_key
    HAVING count(*) > 1 AND min(premises_kind) <> max(premises_kind)
  ) first
  WHERE (staged.street, staged.house_key, staged.flat_key) = (first.street, first.house_key, first.flat_key)
    AND staged.premises_kind <> first.premises_kind AND staged.reason IS NULL`

export const isMoved = `(p.street, p.house_key, p.flat_key) <> (s.street, s.house_key, s.flat_key)`

/** A row changes an account when it moves it or differs in a column that the file has. */
function isChanged(fields: readonly string[], hasPremisesKind: boolean): string {
  const differences = fields.map((field) => `a.${field} IS DISTINCT FROM s.${field}`)
  if (hasPremisesKind) differences.push('p.kind <> s.premises_kind')
  return `(${[isMoved, ...differences].join(' OR ')})`
}

export const countAccounts = (fields: readonly string[], hasPremisesKind: boolean) => `
  SELECT count(*) FILTER (WHERE a.id IS NULL)::int AS added,
         count(*) FILTER (WHERE a.id IS NOT NULL AND ${isChanged(fields, hasPremisesKind)})::int AS changed,
         count(*)::int AS rows
  FROM staged s
  LEFT JOIN accounts a ON a.number = s.account
  LEFT JOIN premises p ON p.id = a.premises_id
  WHERE s.reason IS NULL`

export const addPremises = `
  INSERT INTO premises (id, kind, street, house, flat, house_key, house_weak_key, flat_key)
  SELECT ${timeOrderedId}, premises_kind, street, house, flat, house_key, house_weak_key, flat_key
  FROM (
    SELECT DISTINCT ON (street, house_key, flat_key) *
    FROM staged WHERE reason IS NULL
    ORDER BY street, house_key, flat_key, row_no
  ) wanted
  WHERE NOT EXISTS (
    SELECT FROM premises p
    WHERE (p.street, p.house_key, p.flat_key) = (wanted.street, wanted.house_key, wanted.flat_key)
  )
  ORDER BY street, house_key, flat_key
  ON CONFLICT (street, house_key, flat_key) DO NOTHING`

export const changePremisesKinds = `
  UPDATE premises p SET kind = s.premises_kind FROM staged s
  WHERE (p.street, p.house_key, p.flat_key) = (s.street, s.house_key, s.flat_key)
    AND s.reason IS NULL AND p.kind <> s.premises_kind`

const joinPremises = `
  JOIN premises p ON (p.street, p.house_key, p.flat_key) = (s.street, s.house_key, s.flat_key)`

/** The database raises the revision of a moved account, which ends its sessions. */
export const changeAccounts = (fields: readonly string[]) => `
  UPDATE accounts a
  SET ${['premises_id = p.id', ...fields.map((field) => `${field} = s.${field}`)].join(', ')}
  FROM staged s ${joinPremises}
  WHERE a.number = s.account AND s.reason IS NULL
    AND (${['a.premises_id <> p.id', ...fields.map((field) => `a.${field} IS DISTINCT FROM s.${field}`)].join(' OR ')})`

export const addAccounts = `
  INSERT INTO accounts
    (id, number, kind, premises_id, holder_name, residents_count, owners_count, housing_group, has_sewer,
     is_meter_impossible, is_accountless_allowed, closed_on)
  SELECT ${timeOrderedId}, s.account, s.kind, p.id, s.holder_name, s.residents_count, s.owners_count,
         s.housing_group, s.has_sewer, s.is_meter_impossible, s.is_accountless_allowed, s.closed_on
  FROM staged s ${joinPremises}
  WHERE s.reason IS NULL AND NOT EXISTS (SELECT FROM accounts a WHERE a.number = s.account)
  ORDER BY s.account`
