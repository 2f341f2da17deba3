/**
 * The readings of one submission, each with what has become of it. A recount replaces nothing: it is the volume
 * of the same reading, worked out anew after an earlier month had changed, or the row by which a reading counts that
 * had been on review.
 */
export const readingsOfSubmission = `
  SELECT s.id::text AS "submissionId", s.check_code AS "checkCode", s.source::text AS "source",
    to_char(s.period, 'YYYY-MM') AS "period",
    to_char(s.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "submittedAt",
    a.number AS "accountNumber",
    m.id AS "meterId", m.service::text, m.type, m.serial, m.place, m.whole_digits AS "wholeDigits",
    m.fraction_digits AS "fractionDigits", m.verification_due_on::text AS "verificationDueOn",
    r.value_litres AS "valueLitres",
    counted.used_litres AS "usedLitres", counted.is_rollover AS "isRollover",
    CASE WHEN v.counted_revision IS NOT NULL THEN 'accepted' WHEN v.reason IS NOT NULL THEN 'not_counted'
      ELSE r.state::text END AS state,
    (SELECT p.value_litres FROM readings p
     WHERE p.meter_id = r.meter_id AND p.period < r.period AND p.revision < counted.revision AND p.state = 'accepted'
     ORDER BY p.period DESC, p.revision DESC LIMIT 1) AS "previousLitres",
    (SELECT o.value_litres FROM readings o
     WHERE o.meter_id = r.meter_id AND o.period = r.period AND o.revision < r.revision AND o.state = 'accepted'
     ORDER BY o.revision DESC LIMIT 1) AS "replacesLitres",
    newer.revision IS NOT NULL AS "isReplaced", newer.submission_id::text AS "replacedBySubmission"
  FROM submissions s
  JOIN accounts a ON a.id = s.account_id
  JOIN readings r ON r.submission_id = s.id
  JOIN meters m ON m.id = r.meter_id
  LEFT JOIN reading_reviews v ON v.meter_id = r.meter_id AND v.revision = r.revision
  JOIN LATERAL (
    SELECT c.revision, c.used_litres, c.is_rollover FROM readings c
    WHERE c.meter_id = r.meter_id AND (c.revision = r.revision OR c.recount_of = r.revision)
    ORDER BY c.revision DESC LIMIT 1
  ) counted ON true
  LEFT JOIN LATERAL (
    SELECT n.revision, coalesce(n.submission_id, (
      SELECT o.submission_id FROM readings o WHERE o.meter_id = n.meter_id AND o.revision = n.recount_of
    )) AS submission_id FROM readings n
    WHERE n.meter_id = r.meter_id AND n.period = r.period AND n.revision > r.revision AND n.state = 'accepted'
      AND n.recount_of IS DISTINCT FROM r.revision
    ORDER BY n.revision DESC LIMIT 1
  ) newer ON true`
