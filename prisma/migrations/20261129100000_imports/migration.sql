-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('arriving', 'checking', 'checked', 'loading', 'loaded', 'refused', 'cancelled', 'failed');

-- CreateTable
CREATE TABLE "import_runs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state" "import_state" NOT NULL DEFAULT 'arriving',
    "turn" INTEGER NOT NULL DEFAULT 1,
    "is_replacing" BOOLEAN NOT NULL DEFAULT false,
    "is_skipping_failed" BOOLEAN NOT NULL DEFAULT false,
    "is_load_refused" BOOLEAN NOT NULL DEFAULT false,
    "begun_by" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "worked_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "step" TEXT,
    "step_file" TEXT,
    "step_rows" INTEGER NOT NULL DEFAULT 0,
    "failed_rows_until" TIMESTAMPTZ(3),

    CONSTRAINT "import_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_files" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "kind" TEXT,
    "unused" TEXT[],
    "refusal" TEXT,
    "refusal_detail" TEXT,

    CONSTRAINT "import_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_parts" (
    "file_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "import_parts_pkey" PRIMARY KEY ("file_id","part")
);

-- CreateTable
CREATE TABLE "import_decisions" (
    "run_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "import_decisions_pkey" PRIMARY KEY ("run_id","turn")
);

-- CreateTable
CREATE TABLE "import_reports" (
    "file_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "failures" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "import_reports_pkey" PRIMARY KEY ("file_id","turn")
);

-- CreateTable
CREATE TABLE "import_failed_parts" (
    "file_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "import_failed_parts_pkey" PRIMARY KEY ("file_id","attempt","part")
);

-- CreateIndex
CREATE INDEX "import_runs_begun_at_id_idx" ON "import_runs"("begun_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "import_files_run_id_position_key" ON "import_files"("run_id", "position");

-- AddForeignKey
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_files"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_decisions" ADD CONSTRAINT "import_decisions_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_reports" ADD CONSTRAINT "import_reports_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_files"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_failed_parts" ADD CONSTRAINT "import_failed_parts_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_files"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE import_runs
    ADD CONSTRAINT import_runs_turn_check CHECK (turn >= 1 AND attempt >= 0 AND tries >= 0 AND step_rows >= 0),
    ADD CONSTRAINT import_runs_step_check CHECK (step IN ('reading', 'checking', 'writing')),
    ADD CONSTRAINT import_runs_ended_check
        CHECK ((state IN ('loaded', 'refused', 'cancelled', 'failed')) = (ended_at IS NOT NULL)),
    -- Nothing of a run is loaded that nobody has decided about.
    ADD CONSTRAINT import_runs_loaded_check CHECK (state <> 'loaded' OR ended_by IS NOT NULL);

ALTER TABLE import_files
    ADD CONSTRAINT import_files_byte_count_check CHECK (byte_count BETWEEN 1 AND 268435456),
    ADD CONSTRAINT import_files_position_check CHECK (position BETWEEN 0 AND 9),
    ADD CONSTRAINT import_files_kind_check
        CHECK (kind IN ('accounts', 'meters', 'readings', 'balances', 'contracts')),
    ADD CONSTRAINT import_files_refusal_check CHECK (refusal IN ('empty', 'old_excel', 'workbook_too_big',
        'workbook_damaged', 'unknown_header', 'broken_table'));

-- A part and its place are never larger than what the file was said to have.
ALTER TABLE import_parts
    ADD CONSTRAINT import_parts_size_check CHECK (part BETWEEN 0 AND 511 AND octet_length(content) BETWEEN 1 AND 524288);

ALTER TABLE import_decisions
    ADD CONSTRAINT import_decisions_decision_check
        CHECK (decision IN ('load', 'load_good', 'check', 'check_replacing', 'cancel'));

ALTER TABLE import_reports
    ADD CONSTRAINT import_reports_rows_check CHECK (
        added >= 0 AND changed >= 0 AND unchanged >= 0 AND failed >= 0
        AND rows = added + changed + unchanged + failed);

CREATE INDEX import_runs_work_idx ON import_runs (moved_at) WHERE state IN ('checking', 'loading');
CREATE INDEX import_runs_failed_rows_idx ON import_runs (failed_rows_until) WHERE failed_rows_until IS NOT NULL;

-- Whoever has something worked out wakes the worker in the same transaction; without pg-boss its own look finds the row.
CREATE FUNCTION wake_imports_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'imports';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER import_runs_wake_worker AFTER UPDATE OF state ON import_runs
    FOR EACH ROW WHEN (NEW.state IN ('checking', 'loading') AND OLD.state IS DISTINCT FROM NEW.state)
    EXECUTE FUNCTION wake_imports_worker();
