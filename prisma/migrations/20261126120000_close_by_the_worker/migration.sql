-- AlterTable
ALTER TABLE "billing_periods" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "final_asked_by" TEXT;

-- ——— What the schema language cannot say ———

ALTER TABLE billing_periods
    ADD CONSTRAINT billing_periods_final_asked_check CHECK (final_asked_by <> drafted_by);

-- Whoever asks for a draft, or for its being made final, wakes the worker in the same transaction; without pg-boss
-- its own look finds the row.
CREATE FUNCTION wake_billing_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'billing';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER billing_periods_wake_worker AFTER INSERT OR UPDATE OF final_asked_by ON billing_periods
    FOR EACH STATEMENT EXECUTE FUNCTION wake_billing_worker();
