import { timeOrderedId } from './loader.ts'

export const refuseRepeatedMeters = `
  UPDATE staged SET reason = 'repeated_in_file|serial|' || first.row_no
  FROM (
    SELECT account, type, serial, min(row_no) AS row_no FROM staged WHERE reason IS NULL
    GROUP BY account, type, serial HAVING count(*) > 1
  ) first
  WHERE (staged.account, staged.type, staged.serial) = (first.account, first.type, first.serial)
    AND staged.row_no <> first.row_no AND staged.reason IS NULL`

const joinMeters = `
  JOIN accounts a ON a.number = s.account
  JOIN meters m ON m.account_id = a.id AND m.type = s.type AND m.serial = s.serial`

export const refuseOtherServices = `
  UPDATE staged SET reason = 'other_service|service|' || m.service
  FROM staged s ${joinMeters}
  WHERE staged.row_no = s.row_no AND s.reason IS NULL AND m.service <> s.service`

/** What the file has no column for stays as it is. */
export const fillAbsentColumns = (fields: readonly string[]) => `
  UPDATE staged SET ${fields.map((field) => `${field} = known.${field}`).join(', ')}
  FROM (SELECT s.row_no, m.* FROM staged s ${joinMeters} WHERE s.reason IS NULL) known
  WHERE staged.row_no = known.row_no`

/** A date of the file against a date that was there before. */
export const refuseDisorder = `
  UPDATE staged SET reason = 'dates_not_in_order|'
    || CASE WHEN removed_on < installed_on THEN 'removed_on|' ELSE 'verification_due_on|' END
  WHERE reason IS NULL AND (removed_on < installed_on OR verification_due_on < last_verified_on)`

/** Only rows that would change what readings were judged by look at the readings. */
export const refuseContradictions = `
  UPDATE staged SET reason = 'against_readings|' || found.field || '|' || found.detail
  FROM (
    SELECT s.row_no, r.field, r.detail
    FROM staged s ${joinMeters}
    CROSS JOIN LATERAL (
      SELECT min(taken_on) AS first_on, max(taken_on) AS last_on, max(value_litres) AS highest
      FROM readings WHERE readings.meter_id = m.id AND state = 'accepted'
    ) known
    CROSS JOIN LATERAL (
      SELECT 'installed_on' AS field, known.first_on::text AS detail WHERE known.first_on < s.installed_on
      UNION ALL SELECT 'removed_on', known.last_on::text WHERE known.last_on > s.removed_on
      UNION ALL SELECT 'whole_digits', (known.highest / 1000)::text
        WHERE known.highest >= 1000 * 10::bigint ^ s.whole_digits
      LIMIT 1
    ) r
    WHERE s.reason IS NULL AND (m.installed_on, m.whole_digits, coalesce(m.removed_on, 'infinity'))
      <> (s.installed_on, s.whole_digits, coalesce(s.removed_on, 'infinity'))
  ) found
  WHERE staged.row_no = found.row_no`

const isChanged = (fields: readonly string[]) =>
  `(${fields.map((field) => `m.${field} IS DISTINCT FROM s.${field}`).join(' OR ')})`

export const countMeters = (fields: readonly string[]) => `
  SELECT count(*) FILTER (WHERE m.id IS NULL)::int AS added,
         count(*) FILTER (WHERE m.id IS NOT NULL AND ${isChanged(fields)})::int AS changed,
         count(*)::int AS rows
  FROM staged s
  LEFT JOIN accounts a ON a.number = s.account
  LEFT JOIN meters m ON m.account_id = a.id AND m.type = s.type AND m.serial = s.serial
  WHERE s.reason IS NULL`

export const changeMeters = (fields: readonly string[]) => `
  UPDATE meters m SET ${fields.map((field) => `${field} = s.${field}`).join(', ')}
  FROM staged s JOIN accounts a ON a.number = s.account
  WHERE m.account_id = a.id AND m.type = s.type AND m.serial = s.serial
    AND s.reason IS NULL AND ${isChanged(fields)}`

export const addMeters = `
  INSERT INTO meters
    (id, account_id, service, type, serial, place, whole_digits, fraction_digits, nominal_litres_per_hour,
     installed_on, last_verified_on, verification_due_on, seal_number, removed_on, failed_on, access_refused_on)
  SELECT ${timeOrderedId}, a.id, s.service, s.type, s.serial, s.place, s.whole_digits, s.fraction_digits,
         s.nominal_litres_per_hour, s.installed_on, s.last_verified_on, s.verification_due_on,
         s.seal_number, s.removed_on, s.failed_on, s.access_refused_on
  FROM staged s JOIN accounts a ON a.number = s.account
  WHERE s.reason IS NULL AND NOT EXISTS (
    SELECT FROM meters m WHERE m.account_id = a.id AND m.type = s.type AND m.serial = s.serial
  )
  ORDER BY a.id, s.row_no`
