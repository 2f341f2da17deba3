-- CreateEnum
CREATE TYPE "terminal_protocol" AS ENUM ('osmp', 'biller');

-- CreateTable
CREATE TABLE "terminal_networks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "protocol" "terminal_protocol" NOT NULL,
    "login" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "previous_secret_hash" BYTEA,
    "previous_valid_until" TIMESTAMPTZ(3),
    "addresses" INET[],
    "time_zone" TEXT NOT NULL,
    "min_kopecks" INTEGER NOT NULL,
    "max_kopecks" INTEGER NOT NULL,
    "requests_per_minute" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "terminal_networks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terminal_payments" (
    "id" BIGSERIAL NOT NULL,
    "network_id" UUID NOT NULL,
    "txn_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_kopecks" BIGINT NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_on" DATE NOT NULL,
    "operation" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "terminal_payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terminal_conflicts" (
    "network_id" UUID NOT NULL,
    "txn_id" TEXT NOT NULL,
    "account_number" CHAR(10) NOT NULL,
    "amount_kopecks" BIGINT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "terminal_conflicts_pkey" PRIMARY KEY ("network_id","txn_id","account_number","amount_kopecks")
);

-- CreateIndex
CREATE UNIQUE INDEX "terminal_networks_code_key" ON "terminal_networks"("code");

-- CreateIndex
CREATE UNIQUE INDEX "terminal_networks_login_key" ON "terminal_networks"("login");

-- CreateIndex
CREATE INDEX "terminal_payments_network_id_paid_on_id_idx" ON "terminal_payments"("network_id", "paid_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "terminal_payments_network_id_txn_id_key" ON "terminal_payments"("network_id", "txn_id");

-- AddForeignKey
ALTER TABLE "terminal_payments" ADD CONSTRAINT "terminal_payments_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "terminal_networks"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "terminal_payments" ADD CONSTRAINT "terminal_payments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "terminal_payments" ADD CONSTRAINT "terminal_payments_operation_fkey" FOREIGN KEY ("operation") REFERENCES "ledger_transactions"("operation") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "terminal_conflicts" ADD CONSTRAINT "terminal_conflicts_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "terminal_networks"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE terminal_networks
    ADD CONSTRAINT terminal_networks_code_check CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$'),
    ADD CONSTRAINT terminal_networks_secret_check CHECK (length(secret_hash) = 32),
    ADD CONSTRAINT terminal_networks_previous_secret_check
        CHECK ((previous_secret_hash IS NULL) = (previous_valid_until IS NULL)),
    -- Whoever is let in is named: no address at all would be nobody, never everybody.
    ADD CONSTRAINT terminal_networks_addresses_check CHECK (addresses IS NOT NULL AND cardinality(addresses) BETWEEN 1 AND 50),
    ADD CONSTRAINT terminal_networks_limits_check CHECK (0 < min_kopecks AND min_kopecks <= max_kopecks),
    ADD CONSTRAINT terminal_networks_rate_check CHECK (requests_per_minute > 0);

ALTER TABLE terminal_payments
    ADD CONSTRAINT terminal_payments_amount_check CHECK (amount_kopecks > 0),
    ADD CONSTRAINT terminal_payments_txn_check CHECK (txn_id ~ '^[0-9A-Za-z_-]{1,32}$');

-- A payment stands before its posting in one transaction, and never without it.
ALTER TABLE terminal_payments ALTER CONSTRAINT terminal_payments_operation_fkey DEFERRABLE INITIALLY DEFERRED;

-- What was answered stands: a network repeats its question for days and must hear the same.
CREATE TRIGGER terminal_payments_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terminal_payments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER terminal_conflicts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terminal_conflicts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE UPDATE, DELETE, TRUNCATE ON terminal_payments, terminal_conflicts FROM PUBLIC;
