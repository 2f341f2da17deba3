/**
 * The readings of one submission, each with what has become of it. A newer revision with the same value and no
 * sender is bookkeeping: the volume was worked out anew after an earlier month had changed.
 */
export const readingsOfSubmission = `
  SELECT s.id::text AS "submissionId", s.check_code AS "checkCode", s.source::text AS "source",
    to_char(s.period, 'YYYY-MM') AS "period",
    to_char(s.submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "submittedAt",
    a.number AS "accountNumber",
    m.id AS "meterId", m.service::text, m.type, m.serial, m.place, m.whole_digits AS "wholeDigits",
    m.fraction_digits AS "fractionDigits", m.verification_due_on::text AS "verificationDueOn",
    r.value_litres AS "valueLitres", r.used_litres AS "usedLitres", r.is_rollover AS "isRollover",
    r.state::text,
    (SELECT p.value_litres FROM readings p
     WHERE p.meter_id = r.meter_id AND p.period < r.period AND p.revision < r.revision AND p.state = 'accepted'
     ORDER BY p.period DESC, p.revision DESC LIMIT 1) AS "previousLitres",
    (SELECT o.value_litres FROM readings o
     WHERE o.meter_id = r.meter_id AND o.period = r.period AND o.revision < r.revision AND o.state = 'accepted'
     ORDER BY o.revision DESC LIMIT 1) AS "replacesLitres",
    newer.revision IS NOT NULL
      AND (newer.submission_id IS NOT NULL OR newer.value_litres <> r.value_litres) AS "isReplaced", newer.submission_id::text AS "replacedBySubmission"
  FROM submissions s
  JOIN accounts a ON a.id = s.account_id
  JOIN readings r ON r.submission_id = s.id
  JOIN meters m ON m.id = r.meter_id
  LEFT JOIN LATERAL (
    SELECT n.revision, n.submission_id, n.value_litres FROM readings n
    WHERE n.meter_id = r.meter_id AND n.period = r.period AND n.revision > r.revision AND n.state = 'accepted'
    ORDER BY n.revision DESC LIMIT 1
  ) newer ON true`
