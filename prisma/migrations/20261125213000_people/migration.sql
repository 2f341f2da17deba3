-- Owners who can be written to about their account: alerts and notices join it.
CREATE VIEW account_owners_to_tell AS
SELECT l.account_id,
       l.user_id,
       u.email,
       u.language
FROM account_links l
JOIN users u ON u.id = l.user_id
WHERE l.role = 'owner'
  AND l.ended_at IS NULL
  AND u.email IS NOT NULL
  AND u.disabled_at IS NULL
  AND u.deleted_at IS NULL;

-- The number on a confirmation, as packages/domain/src/submissions/submission-number.ts makes it: a letter is
-- written by the very statement that gives the submission its id.
CREATE FUNCTION submission_number(period date, id bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT month || '-' || running || '-' || (10 - (
        SELECT sum(CASE WHEN value > 9 THEN value - 9 ELSE value END)
        FROM (
            SELECT digit::int * CASE WHEN place % 2 = 1 THEN 2 ELSE 1 END AS value
            FROM regexp_split_to_table(reverse(month || running), '') WITH ORDINALITY AS digits (digit, place)
        ) weighted
    ) % 10) % 10
    FROM (SELECT to_char(period, 'YYMM') AS month, lpad(id::text, greatest(7, length(id::text)), '0') AS running) parts
$$;

-- Whoever asks for an export wakes the worker in the same transaction; without pg-boss its own look finds the row.
CREATE FUNCTION wake_export_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'exports';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER data_exports_wake_worker AFTER INSERT ON data_exports
    FOR EACH STATEMENT EXECUTE FUNCTION wake_export_worker();
