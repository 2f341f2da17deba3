// The table `timeline` holds, for every meter of the file, the new readings (row_no, a reason when refused)
// and the readings that count in the database (no row_no), so that each is judged by its neighbours.

/** `10^whole_digits` cubic metres in litres: where the face rolls over. */
const rolloverLitres = (digits: string) => `(1000 * 10::numeric ^ ${digits})::bigint`

export const makeTimeline = `
  CREATE TEMPORARY TABLE timeline AS
  SELECT found.*,
         CASE
           WHEN meter_id IS NULL AND NOT is_account_known THEN 'unknown_account|account|' || account
           WHEN meter_id IS NULL THEN 'unknown_meter|serial|' || serial
           WHEN value_litres >= ${rolloverLitres('whole_digits')} THEN 'too_many_digits|value_litres|' || whole_digits
           WHEN value_litres % (10 ^ (3 - fraction_digits))::int <> 0
             THEN 'too_many_fraction_digits|value_litres|' || fraction_digits
           WHEN taken_on < installed_on THEN 'before_installation|taken_on|' || installed_on
           WHEN taken_on > removed_on THEN 'after_removal|taken_on|' || removed_on
         END AS reason,
         false AS is_same
  FROM (
    SELECT s.row_no, s.account, s.serial, a.id IS NOT NULL AS is_account_known, m.id AS meter_id, s.period,
           s.value_litres, s.is_rollover, m.whole_digits, m.fraction_digits, m.nominal_litres_per_hour,
           m.installed_on, m.removed_on, NULL::integer AS used_litres, NULL::reading_source AS source,
           NULL::integer AS sent_revision, NULL::review_reason AS review_reason,
           coalesce(s.taken_on, least((s.period + interval '1 month - 1 day')::date, $1::date, m.removed_on)) AS taken_on
    FROM staged s
    LEFT JOIN accounts a ON a.number = s.account
    LEFT JOIN meters m
      ON m.account_id = a.id AND m.serial = s.serial AND (s.type IS NULL OR m.type = s.type)
    WHERE s.reason IS NULL
  ) found`

export const refuseAmbiguous = `
  UPDATE timeline SET reason = 'ambiguous_meter|serial|'
  WHERE row_no IN (SELECT row_no FROM timeline GROUP BY row_no HAVING count(*) > 1)`

/** The same value twice is no harm, another value is. */
export const settleRepeatedMonths = `
  UPDATE timeline t
  SET is_same = t.value_litres = first.value_litres,
      reason = CASE WHEN t.value_litres <> first.value_litres
                    THEN 'repeated_month|period|' || first.row_no END
  FROM (
    SELECT meter_id, period, min(row_no) AS row_no FROM timeline WHERE reason IS NULL
    GROUP BY meter_id, period HAVING count(*) > 1
  ) repeated
  JOIN timeline first USING (row_no)
  WHERE (t.meter_id, t.period) = (repeated.meter_id, repeated.period) AND t.row_no <> first.row_no
    AND t.reason IS NULL`

export const makeTouched = `
  CREATE TEMPORARY TABLE touched AS
  SELECT m.*, (SELECT max(revision) FROM readings r WHERE r.meter_id = m.meter_id) AS last_revision
  FROM (
    SELECT DISTINCT meter_id, whole_digits, nominal_litres_per_hour FROM timeline WHERE reason IS NULL
  ) m`

/** The reading that counts in a month is the newest accepted one; a recount stands for the reading that was sent. */
export const addRecorded = `
  INSERT INTO timeline
    (meter_id, period, value_litres, is_rollover, taken_on, used_litres, source, sent_revision,
     review_reason, whole_digits, nominal_litres_per_hour, is_same)
  SELECT t.meter_id, r.period, r.value_litres, r.is_rollover, r.taken_on, r.used_litres, r.source,
         coalesce(r.recount_of, r.revision), r.review_reason, t.whole_digits, t.nominal_litres_per_hour, false
  FROM touched t
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (period) * FROM readings
    WHERE readings.meter_id = t.meter_id AND state = 'accepted'
    ORDER BY period DESC, revision DESC
  ) r
  WHERE t.last_revision IS NOT NULL`

const inCubicMetres = (litres: string) => `replace(round(${litres} / 1000.0, 3)::text, '.', ',')`

/** $1: whether other values replace the recorded ones. */
export const compareWithRecorded = `
  UPDATE timeline t
  SET is_same = t.value_litres = r.value_litres,
      reason = CASE WHEN t.value_litres <> r.value_litres AND NOT $1
                    THEN 'already_counted|value_litres|' || ${inCubicMetres('r.value_litres')} END
  FROM timeline r
  WHERE r.row_no IS NULL AND t.row_no IS NOT NULL AND (t.meter_id, t.period) = (r.meter_id, r.period)
    AND t.reason IS NULL`

/**
 * A month that is final is not charged anew by itself: each account whose readings of such a month change gets a
 * recalculation, which the next draft takes. One that waits already covers it. $1: whose doing it is.
 */
export const recalculateFinalMonths = `
  INSERT INTO recalculations (account_id, kind, first_period, last_period, reason, recorded_by)
  SELECT m.account_id, 'months', min(t.period), max(t.period), 'Показание закрытого месяца внесено позже', $1
  FROM timeline t
  JOIN meters m ON m.id = t.meter_id
  JOIN billing_periods p ON p.period = t.period AND p.state = 'final'
  WHERE t.row_no IS NOT NULL AND t.reason IS NULL AND NOT t.is_same
    AND EXISTS (SELECT FROM charges c WHERE c.account_id = m.account_id AND c.period = t.period)
  GROUP BY m.account_id
  ON CONFLICT DO NOTHING`

/** What will count when the file is loaded: new readings stand before the recorded ones of their month. */
const live = (condition: string) => `
  SELECT DISTINCT ON (meter_id, period) * FROM timeline
  WHERE reason IS NULL AND NOT is_same ${condition}
  ORDER BY meter_id, period, row_no NULLS LAST`

/** The rule of `usedSince` in the domain, for a whole file at once. */
const usedLitres = `
  CASE WHEN before_litres IS NULL THEN 0
       WHEN value_litres >= before_litres THEN value_litres - before_litres
       ELSE value_litres + ${rolloverLitres('whole_digits')} - before_litres END`

const beforeText = `to_char(before_period, 'MM.YYYY') || ' — ' || ${inCubicMetres('before_litres')}`
const afterText = `to_char(after_period, 'MM.YYYY') || ' — ' || ${inCubicMetres('after_litres')}`

/**
 * Refuses the first impossible reading of each meter; what follows it is judged again without it, so
 * the statement is repeated until it refuses nothing. $1: replacing; $2: only these meters, null for all.
 */
export const refuseFirstImpossible = `
  WITH ordered AS (
    SELECT live.*,
           lag(value_litres) OVER w AS before_litres, lag(period) OVER w AS before_period,
           lag(taken_on) OVER w AS before_on,
           lead(value_litres) OVER w AS after_litres, lead(period) OVER w AS after_period,
           lead(is_rollover) OVER w AS is_after_rollover, lead(row_no) OVER w AS after_row_no
    FROM (${live('AND ($2::uuid[] IS NULL OR meter_id = ANY ($2))')}) live
    WINDOW w AS (PARTITION BY meter_id ORDER BY period)
  ), judged AS (
    SELECT row_no, meter_id, period, CASE
      WHEN is_rollover AND before_litres IS NULL THEN 'not_a_rollover|is_rollover|—'
      WHEN is_rollover AND value_litres >= before_litres THEN 'not_a_rollover|is_rollover|' || ${beforeText}
      WHEN NOT is_rollover AND value_litres < before_litres THEN 'below_previous|value_litres|' || ${beforeText}
      WHEN ${usedLitres} > 24 * nominal_litres_per_hour::bigint * greatest(taken_on - before_on, 1)
        THEN 'impossible_volume|value_litres|' || ${inCubicMetres(`(${usedLitres})`)}
      WHEN after_period IS NULL OR after_row_no IS NOT NULL THEN NULL
      WHEN NOT $1 THEN 'before_counted|period|' || ${afterText}
      WHEN after_litres < value_litres AND NOT is_after_rollover THEN 'above_later|value_litres|' || ${afterText}
    END AS reason
    FROM ordered WHERE row_no IS NOT NULL
  ), first AS (
    SELECT DISTINCT ON (meter_id) * FROM judged WHERE reason IS NOT NULL ORDER BY meter_id, period
  )
  UPDATE timeline t SET reason = first.reason FROM first WHERE t.row_no = first.row_no
  RETURNING t.meter_id`

export const returnReasons = `
  UPDATE staged SET reason = t.reason FROM timeline t
  WHERE t.row_no = staged.row_no AND t.reason IS NOT NULL AND staged.reason IS NULL`

export const countReadings = `
  SELECT count(*) FILTER (WHERE NOT is_same AND recorded IS NULL)::int AS added,
         count(*) FILTER (WHERE NOT is_same AND recorded IS NOT NULL)::int AS changed,
         count(*) FILTER (WHERE is_same)::int AS unchanged
  FROM (
    SELECT t.is_same, r.period AS recorded
    FROM timeline t
    LEFT JOIN timeline r ON r.row_no IS NULL AND (r.meter_id, r.period) = (t.meter_id, t.period)
    WHERE t.row_no IS NOT NULL AND t.reason IS NULL
  ) taken`

/**
 * New readings become the next versions; a recorded one that now follows another value gets a recount, a row
 * that keeps its value, source and review and says which reading it counts anew. A version that somebody else has taken meanwhile is a unique violation.
 */
export const addReadings = `
  WITH counted AS (
    SELECT live.*, lag(value_litres) OVER w AS before_litres, lag(row_no) OVER w AS before_row_no
    FROM (${live('')}) live
    WINDOW w AS (PARTITION BY meter_id ORDER BY period)
  ), wanted AS (
    SELECT counted.*, ${usedLitres} AS new_used_litres,
           coalesce(value_litres < before_litres, false) AS has_rolled_over
    FROM counted
  )
  INSERT INTO readings
    (meter_id, revision, period, value_litres, used_litres, is_rollover, taken_on, source,
     review_reason, recount_of, recorded_at)
  SELECT meter_id, coalesce(last_revision, 0) + row_number() OVER (PARTITION BY meter_id ORDER BY period),
         period, value_litres, new_used_litres, has_rolled_over, taken_on, coalesce(source, 'import'),
         review_reason, sent_revision, (SELECT app_now())
  FROM wanted JOIN touched USING (meter_id)
  WHERE row_no IS NOT NULL OR (before_row_no IS NOT NULL AND new_used_litres <> used_litres)
  ORDER BY meter_id, period`
