-- CreateEnum
CREATE TYPE "registry_file_state" AS ENUM ('arriving', 'received', 'posting', 'posted', 'refused');

-- CreateEnum
CREATE TYPE "registry_row_state" AS ENUM ('pending', 'credited', 'known', 'different', 'waiting', 'matched', 'returned');

-- CreateTable
CREATE TABLE "registry_files" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state" "registry_file_state" NOT NULL DEFAULT 'arriving',
    "profile" TEXT,
    "file_name" TEXT NOT NULL,
    "byte_count" BIGINT NOT NULL,
    "content_hash" BYTEA,
    "received_by" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "finished_at" TIMESTAMPTZ(3),
    "read_rows" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "amount_kopecks" BIGINT NOT NULL DEFAULT 0,
    "transferred_kopecks" BIGINT NOT NULL DEFAULT 0,
    "commission_kopecks" BIGINT NOT NULL DEFAULT 0,
    "order_number" TEXT,
    "ordered_on" DATE,
    "credited_rows" INTEGER NOT NULL DEFAULT 0,
    "known_rows" INTEGER NOT NULL DEFAULT 0,
    "different_rows" INTEGER NOT NULL DEFAULT 0,
    "waiting_rows" INTEGER NOT NULL DEFAULT 0,
    "fault_count" INTEGER NOT NULL DEFAULT 0,
    "faults" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "registry_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_parts" (
    "file_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "registry_parts_pkey" PRIMARY KEY ("file_id","part")
);

-- CreateTable
CREATE TABLE "registry_rows" (
    "id" BIGSERIAL NOT NULL,
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "profile" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "paid_on" DATE NOT NULL,
    "period" DATE,
    "amount_kopecks" BIGINT NOT NULL,
    "state" "registry_row_state" NOT NULL DEFAULT 'pending',
    "account_id" UUID,
    "payer_name" TEXT,
    "payer_address" TEXT,

    CONSTRAINT "registry_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_statements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file_name" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "settlement_account" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "incoming_kopecks" BIGINT NOT NULL,
    "incoming_count" INTEGER NOT NULL,
    "new_count" INTEGER NOT NULL,
    "received_by" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "bank_statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_documents" (
    "id" BIGSERIAL NOT NULL,
    "statement_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "documented_on" DATE NOT NULL,
    "amount_kopecks" BIGINT NOT NULL,
    "payer_account" TEXT NOT NULL,
    "payer_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,

    CONSTRAINT "bank_documents_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "registry_files_received_at_id_idx" ON "registry_files"("received_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_rows_file_id_line_key" ON "registry_rows"("file_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "bank_statements_content_hash_key" ON "bank_statements"("content_hash");

-- CreateIndex
CREATE INDEX "bank_statements_received_at_idx" ON "bank_statements"("received_at");

-- CreateIndex
CREATE INDEX "bank_documents_documented_on_idx" ON "bank_documents"("documented_on");

-- CreateIndex
CREATE INDEX "bank_documents_statement_id_idx" ON "bank_documents"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_documents_number_documented_on_amount_kopecks_payer_ac_key" ON "bank_documents"("number", "documented_on", "amount_kopecks", "payer_account");

-- AddForeignKey
ALTER TABLE "registry_parts" ADD CONSTRAINT "registry_parts_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "registry_files"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_rows" ADD CONSTRAINT "registry_rows_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "registry_files"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "registry_rows" ADD CONSTRAINT "registry_rows_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bank_documents" ADD CONSTRAINT "bank_documents_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "bank_statements"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

-- The same bytes are taken once; a file that was refused may come again, e.g. after its profile was corrected.
CREATE UNIQUE INDEX registry_files_content_hash_key ON registry_files (content_hash)
    WHERE state NOT IN ('arriving', 'refused');

-- A payment of a bank is taken once, whichever file brings it.
CREATE UNIQUE INDEX registry_rows_key ON registry_rows (profile, key)
    WHERE state IN ('credited', 'waiting', 'matched', 'returned');
CREATE INDEX registry_rows_pending_idx ON registry_rows (file_id, line) WHERE state = 'pending';
CREATE INDEX registry_rows_different_idx ON registry_rows (file_id, line) WHERE state = 'different';
CREATE INDEX registry_rows_waiting_idx ON registry_rows (paid_on, id) WHERE state = 'waiting';
CREATE INDEX registry_rows_account_id_idx ON registry_rows (account_id) WHERE account_id IS NOT NULL;

ALTER TABLE registry_files
    ADD CONSTRAINT registry_files_byte_count_check CHECK (byte_count BETWEEN 1 AND 268435456),
    ADD CONSTRAINT registry_files_content_hash_check CHECK (state = 'arriving' OR content_hash IS NOT NULL),
    ADD CONSTRAINT registry_files_profile_check CHECK (state = 'arriving' OR profile IS NOT NULL),
    ADD CONSTRAINT registry_files_finished_check CHECK ((state IN ('posted', 'refused')) = (finished_at IS NOT NULL));

ALTER TABLE registry_rows
    ADD CONSTRAINT registry_rows_amount_check CHECK (amount_kopecks > 0),
    ADD CONSTRAINT registry_rows_period_check CHECK (extract(day FROM period) = 1),
    ADD CONSTRAINT registry_rows_account_check CHECK ((state IN ('credited', 'matched')) = (account_id IS NOT NULL)),
    -- Whose money it was is kept only for as long as somebody has to find out.
    ADD CONSTRAINT registry_rows_payer_check
        CHECK (state IN ('pending', 'waiting') OR (payer_name IS NULL AND payer_address IS NULL));

ALTER TABLE bank_documents ADD CONSTRAINT bank_documents_amount_check CHECK (amount_kopecks > 0);

-- Whoever completes a file wakes the worker in the same transaction; without pg-boss its own look finds the row.
CREATE FUNCTION wake_registries_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'registries';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER registry_files_wake_worker AFTER UPDATE OF content_hash ON registry_files
    FOR EACH STATEMENT EXECUTE FUNCTION wake_registries_worker();
