-- CreateEnum
CREATE TYPE "billed_service" AS ENUM ('cold_water', 'wastewater');

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('opening', 'charge', 'recalculation', 'penalty', 'payment', 'refund', 'transfer', 'storno');

-- CreateEnum
CREATE TYPE "ledger_book" AS ENUM ('receivable', 'penalty_receivable', 'revenue', 'vat', 'penalty_income', 'bank', 'unmatched', 'opening');

-- CreateTable
CREATE TABLE "ledger_transactions" (
    "id" BIGSERIAL NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "operation" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "reverses_id" BIGINT,
    "entry_count" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ledger_transactions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "transaction_id" BIGINT NOT NULL,
    "line" INTEGER NOT NULL,
    "book" "ledger_book" NOT NULL,
    "account_id" UUID,
    "service" "billed_service",
    "period" DATE,
    "amount_kopecks" BIGINT NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("transaction_id","line")
);

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transactions_operation_key" ON "ledger_transactions"("operation");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transactions_reverses_id_key" ON "ledger_transactions"("reverses_id");

-- AddForeignKey
ALTER TABLE "ledger_transactions" ADD CONSTRAINT "ledger_transactions_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

-- A balance is a fold of an account's own entries, read from the index alone.
CREATE INDEX ledger_entries_of_account_idx ON ledger_entries (account_id, book, service, period)
    INCLUDE (amount_kopecks) WHERE account_id IS NOT NULL;

ALTER TABLE ledger_transactions
    ADD CONSTRAINT ledger_transactions_entry_count_check CHECK (entry_count >= 2),
    ADD CONSTRAINT ledger_transactions_operation_check CHECK (operation <> ''),
    ADD CONSTRAINT ledger_transactions_reverses_id_check CHECK ((kind = 'storno') = (reverses_id IS NOT NULL));

ALTER TABLE ledger_entries
    ADD CONSTRAINT ledger_entries_amount_kopecks_check CHECK (amount_kopecks <> 0),
    ADD CONSTRAINT ledger_entries_line_check CHECK (line >= 1),
    ADD CONSTRAINT ledger_entries_period_check CHECK (extract(day FROM period) = 1),
    ADD CONSTRAINT ledger_entries_account_id_check
        CHECK ((book IN ('receivable', 'penalty_receivable')) = (account_id IS NOT NULL)),
    ADD CONSTRAINT ledger_entries_service_check
        CHECK (service IS NOT NULL OR book IN ('bank', 'unmatched', 'opening'));

-- At commit: as many entries as announced, and their sum is zero.
CREATE FUNCTION assert_ledger_balanced() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    found record;
BEGIN
    SELECT count(*) AS entries, coalesce(sum(amount_kopecks), 0) AS kopecks INTO found
    FROM ledger_entries WHERE transaction_id = NEW.id;
    IF found.entries <> NEW.entry_count OR found.kopecks <> 0 THEN
        RAISE EXCEPTION 'Transaction % has % of % entries and a sum of % kopecks',
            NEW.operation, found.entries, NEW.entry_count, found.kopecks
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_balanced';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER ledger_transactions_balanced AFTER INSERT ON ledger_transactions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_ledger_balanced();

-- A transaction that is complete takes no more entries, balanced or not.
CREATE FUNCTION refuse_late_entries() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    late text;
BEGIN
    SELECT t.operation INTO late
    FROM (SELECT DISTINCT transaction_id AS id FROM added) touched
    JOIN ledger_transactions t ON t.id = touched.id
    WHERE (SELECT count(*) FROM ledger_entries e WHERE e.transaction_id = t.id) > t.entry_count
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'Transaction % is complete', late
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_complete';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER ledger_entries_not_late AFTER INSERT ON ledger_entries
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_entries();

-- A storno stands against a transaction that is none itself, and mirrors it entry by entry.
CREATE FUNCTION assert_storno_mirrors() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM ledger_transactions t WHERE t.id = NEW.reverses_id AND t.kind = 'storno')
        OR EXISTS (
            SELECT FROM (SELECT * FROM ledger_entries WHERE transaction_id = NEW.reverses_id) original
            FULL JOIN (SELECT * FROM ledger_entries WHERE transaction_id = NEW.id) mirror USING (line)
            WHERE (original.book, original.account_id, original.service, original.period, original.amount_kopecks)
                IS DISTINCT FROM
                (mirror.book, mirror.account_id, mirror.service, mirror.period, -mirror.amount_kopecks)
        )
    THEN
        RAISE EXCEPTION 'Transaction % does not mirror what it reverses', NEW.operation
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_storno_mirrors';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER ledger_transactions_storno AFTER INSERT ON ledger_transactions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'storno')
    EXECUTE FUNCTION assert_storno_mirrors();

CREATE TRIGGER ledger_transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Whoever is not the owner of the tables may add and look, whatever they are granted elsewhere by default.
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_transactions, ledger_entries FROM PUBLIC;
