/** The address that letters about an appointment `a` go to now; a person's goes with their right to the account. */
export const LETTER_ADDRESS = `
  CASE a.via WHEN 'person' THEN (
    SELECT u.email FROM users u
    WHERE u.id = a.user_id AND u.disabled_at IS NULL AND EXISTS (
      SELECT FROM account_rights r WHERE r.user_id = u.id AND r.account_id = a.account_id)
  ) ELSE a.email END`

/** Everything about appointments `a`; a condition follows. */
export const APPOINTMENT = `
  SELECT a.id, a.number, a.state::text, a.via::text, a.account_id AS "accountId", a.office_id AS "officeId",
    json_build_object('name', json_build_object('ru', o.name_ru, 'en', o.name_en),
      'address', json_build_object('ru', o.address_ru, 'en', o.address_en), 'phone', o.phone,
      'timeZone', o.time_zone) AS office,
    a.specialist_id AS "specialistId", json_build_object('ru', s.name_ru, 'en', s.name_en) AS "specialistName",
    a.topic_id AS "topicId", json_build_object('name', json_build_object('ru', t.name_ru, 'en', t.name_en),
      'bring', json_build_object('ru', t.bring_ru, 'en', t.bring_en)) AS topic,
    a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.starts_at <= app_now() AS "hasBegun",
    (SELECT nullif(l.minutes, 0) FROM late_days l WHERE l.specialist_id = a.specialist_id
      AND l.day = (a.starts_at AT TIME ZONE o.time_zone)::date) AS "lateMinutes",
    (${LETTER_ADDRESS}) IS NOT NULL AS "hasEmail", a.sequence, a.chosen_at AS "chosenAt", a.ended_at AS "endedAt"
  FROM appointments a
  JOIN offices o ON o.id = a.office_id
  JOIN specialists s ON s.id = a.specialist_id
  JOIN appointment_topics t ON t.id = a.topic_id`

/** One writer of a post at a time, so that nobody waits for each other in a ring. */
export const LOCK_POST = `SELECT pg_advisory_xact_lock(hashtextextended('post ' || $1::text, 0))`
