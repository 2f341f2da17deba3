-- CreateTable
CREATE TABLE "saved_filters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_exports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "register" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "format" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "worked_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "ready_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_export_parts" (
    "export_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "register_export_parts_pkey" PRIMARY KEY ("export_id","part")
);

-- CreateTable
CREATE TABLE "account_debts" (
    "account_id" UUID NOT NULL,
    "kopecks" BIGINT NOT NULL,

    CONSTRAINT "account_debts_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "city_counts" (
    "name" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,
    "up_to" BIGINT NOT NULL,

    CONSTRAINT "city_counts_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_filters_user_id_register_name_key" ON "saved_filters"("user_id", "register", "name");

-- CreateIndex
CREATE INDEX "register_exports_user_id_idx" ON "register_exports"("user_id");

-- CreateIndex
CREATE INDEX "register_exports_expires_at_idx" ON "register_exports"("expires_at");

-- CreateIndex
CREATE INDEX "account_debts_kopecks_idx" ON "account_debts"("kopecks");

-- AddForeignKey
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "register_exports" ADD CONSTRAINT "register_exports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "register_export_parts" ADD CONSTRAINT "register_export_parts_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "register_exports"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_debts" ADD CONSTRAINT "account_debts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "meter_last_periods" (
    "meter_id" UUID NOT NULL,
    "period" DATE NOT NULL,

    CONSTRAINT "meter_last_periods_pkey" PRIMARY KEY ("meter_id")
);

-- CreateIndex
CREATE INDEX "meter_last_periods_period_idx" ON "meter_last_periods"("period");

-- AddForeignKey
ALTER TABLE "meter_last_periods" ADD CONSTRAINT "meter_last_periods_meter_id_fkey" FOREIGN KEY ("meter_id") REFERENCES "meters"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE saved_filters ADD CONSTRAINT saved_filters_name_check CHECK (name <> '');

ALTER TABLE register_exports
    ADD CONSTRAINT register_exports_format_check CHECK (format IN ('csv', 'xlsx')),
    ADD CONSTRAINT register_exports_rows_check CHECK (done_rows >= 0 AND rows >= 0 AND bytes >= 0),
    ADD CONSTRAINT register_exports_end_check CHECK (ready_at IS NULL OR failed_at IS NULL);

-- However often it is asked for at once, one is being made for a person.
CREATE UNIQUE INDEX register_exports_open_key ON register_exports (user_id) WHERE ready_at IS NULL AND failed_at IS NULL;

-- Whoever asks wakes the worker in the same transaction; without pg-boss its own look finds the row.
CREATE FUNCTION wake_register_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'registers';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER register_exports_wake_worker AFTER INSERT ON register_exports
    FOR EACH STATEMENT EXECUTE FUNCTION wake_register_worker();

-- The registers in their orders, and what few of their rows are.
CREATE INDEX accounts_closed_idx ON accounts (number) WHERE closed_on IS NOT NULL;
CREATE INDEX accounts_accountless_off_idx ON accounts (number) WHERE NOT is_accountless_allowed;
CREATE INDEX meters_register_idx ON meters (coalesce(verification_due_on, 'infinity'), id) WHERE removed_on IS NULL;
CREATE INDEX meters_failed_idx ON meters (coalesce(verification_due_on, 'infinity'), id)
    WHERE removed_on IS NULL AND failed_on IS NOT NULL;
CREATE INDEX meters_unsealed_idx ON meters (coalesce(verification_due_on, 'infinity'), id)
    WHERE removed_on IS NULL AND seal_number IS NULL;
