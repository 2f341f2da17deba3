-- CreateEnum
CREATE TYPE "payment_state" AS ENUM ('created', 'pending', 'paid', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "payment_method" AS ENUM ('card', 'sbp');

-- CreateEnum
CREATE TYPE "payment_correction_kind" AS ENUM ('refund', 'transfer');

-- CreateEnum
CREATE TYPE "payment_correction_state" AS ENUM ('asked', 'done', 'refused');

-- CreateEnum
CREATE TYPE "difference_state" AS ENUM ('open', 'taken', 'closed');

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "acquirer" TEXT NOT NULL,
    "acquirer_id" TEXT,
    "method" "payment_method" NOT NULL,
    "state" "payment_state" NOT NULL DEFAULT 'created',
    "amount_kopecks" BIGINT NOT NULL,
    "paid_kopecks" BIGINT,
    "user_id" UUID,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ru',
    "pay_url" TEXT,
    "qr_text" TEXT,
    "request_key" TEXT,
    "request_hash" BYTEA,
    "open_key" BYTEA,
    "reason" TEXT,
    "masked_pan" TEXT,
    "rrn" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "next_ask_at" TIMESTAMPTZ(3),
    "asked_count" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3),
    "silent_since" TIMESTAMPTZ(3),

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_parts" (
    "payment_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_kopecks" BIGINT NOT NULL,
    "penalty_kopecks" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "payment_parts_pkey" PRIMARY KEY ("payment_id","account_id")
);

-- CreateTable
CREATE TABLE "acquirer_events" (
    "id" BIGSERIAL NOT NULL,
    "acquirer" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "method" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "caller_ip" INET NOT NULL,
    "authentic" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "order_number" TEXT,
    "acquirer_id" TEXT,
    "payment_id" UUID,

    CONSTRAINT "acquirer_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_corrections" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "payment_correction_kind" NOT NULL,
    "state" "payment_correction_state" NOT NULL DEFAULT 'asked',
    "transaction_id" BIGINT NOT NULL,
    "account_id" UUID NOT NULL,
    "to_account_id" UUID,
    "amount_kopecks" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "request_key" TEXT,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "refusal" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "payment_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_differences" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "our_kopecks" BIGINT NOT NULL,
    "their_kopecks" BIGINT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "state" "difference_state" NOT NULL DEFAULT 'open',
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "owner_id" UUID,
    "note" TEXT,
    "closed_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_differences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciled_days" (
    "day" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "checked" INTEGER NOT NULL,
    "our_kopecks" BIGINT NOT NULL,
    "their_kopecks" BIGINT NOT NULL,
    "unknown" INTEGER NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "reconciled_days_pkey" PRIMARY KEY ("day","source")
);

-- CreateIndex
CREATE UNIQUE INDEX "payments_number_key" ON "payments"("number");

-- CreateIndex
CREATE INDEX "payments_user_id_created_at_idx" ON "payments"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "payments_created_at_idx" ON "payments"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "payments_acquirer_acquirer_id_key" ON "payments"("acquirer", "acquirer_id");

-- CreateIndex
CREATE INDEX "payment_parts_account_id_idx" ON "payment_parts"("account_id");

-- CreateIndex
CREATE INDEX "acquirer_events_payment_id_idx" ON "acquirer_events"("payment_id");

-- CreateIndex
CREATE INDEX "acquirer_events_received_at_idx" ON "acquirer_events"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_corrections_request_key_key" ON "payment_corrections"("request_key");

-- CreateIndex
CREATE INDEX "payment_corrections_transaction_id_account_id_idx" ON "payment_corrections"("transaction_id", "account_id");

-- CreateIndex
CREATE INDEX "payment_corrections_account_id_idx" ON "payment_corrections"("account_id");

-- CreateIndex
CREATE INDEX "payment_corrections_to_account_id_idx" ON "payment_corrections"("to_account_id");

-- CreateIndex
CREATE INDEX "payment_differences_owner_id_idx" ON "payment_differences"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_differences_source_kind_subject_key" ON "payment_differences"("source", "kind", "subject");

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_parts" ADD CONSTRAINT "payment_parts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "acquirer_events" ADD CONSTRAINT "acquirer_events_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_corrections" ADD CONSTRAINT "payment_corrections_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transactions"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_corrections" ADD CONSTRAINT "payment_corrections_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_corrections" ADD CONSTRAINT "payment_corrections_to_account_id_fkey" FOREIGN KEY ("to_account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_differences" ADD CONSTRAINT "payment_differences_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- ——— What the schema language cannot say ———

-- Order numbers are made of it; a number that was not used is no loss.
CREATE SEQUENCE payment_numbers AS bigint;

ALTER TABLE payments
    ADD CONSTRAINT payments_amount_kopecks_check CHECK (amount_kopecks > 0),
    ADD CONSTRAINT payments_paid_check CHECK (
        (state = 'paid') = (paid_kopecks IS NOT NULL) AND (state = 'paid') = (paid_at IS NOT NULL)
    ),
    ADD CONSTRAINT payments_number_check CHECK (char_length(number) BETWEEN 1 AND 36),
    ADD CONSTRAINT payments_language_check CHECK (language IN ('ru', 'en'));

ALTER TABLE payment_parts
    ADD CONSTRAINT payment_parts_amounts_check
        CHECK (amount_kopecks > 0 AND penalty_kopecks BETWEEN 0 AND amount_kopecks);

ALTER TABLE acquirer_events
    ADD CONSTRAINT acquirer_events_authentic_check CHECK (authentic IN ('yes', 'no', 'unsigned'));

ALTER TABLE payment_corrections
    ADD CONSTRAINT payment_corrections_amount_kopecks_check CHECK (amount_kopecks > 0),
    ADD CONSTRAINT payment_corrections_kind_check CHECK ((kind = 'transfer') = (to_account_id IS NOT NULL)),
    ADD CONSTRAINT payment_corrections_to_account_id_check CHECK (to_account_id <> account_id),
    ADD CONSTRAINT payment_corrections_ended_check CHECK ((state = 'asked') = (ended_at IS NULL)),
    ADD CONSTRAINT payment_corrections_reason_check CHECK (reason <> '');

ALTER TABLE payment_differences
    ADD CONSTRAINT payment_differences_state_check CHECK (
        CASE state WHEN 'open' THEN owner_id IS NULL WHEN 'taken' THEN owner_id IS NOT NULL ELSE note <> '' END
        AND (state = 'closed') = (closed_at IS NOT NULL)
    );

-- Two tabs, two devices: one order for the same wish while it can be paid.
CREATE UNIQUE INDEX payments_open_key ON payments (open_key) WHERE state IN ('created', 'pending');
-- A wish that is sent again is the same one. Its key carries whose it is.
CREATE UNIQUE INDEX payments_request_key ON payments (request_key) WHERE request_key IS NOT NULL;
-- Nearly all payments are settled: those to be asked about have a small index of their own.
CREATE INDEX payments_to_ask_idx ON payments (next_ask_at) WHERE next_ask_at IS NOT NULL;
CREATE INDEX payments_silent_idx ON payments (silent_since) WHERE silent_since IS NOT NULL;
CREATE INDEX payment_corrections_to_try_idx ON payment_corrections (next_try_at) WHERE state = 'asked';
CREATE INDEX payment_differences_open_idx ON payment_differences (found_at) WHERE state <> 'closed';

-- No way leads back: paid stays paid, what is over never waits again, what was agreed is not another sum.
CREATE FUNCTION refuse_payment_going_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state = 'paid' AND NEW.state <> 'paid')
        OR (OLD.state IN ('failed', 'expired') AND NEW.state IN ('created', 'pending'))
        OR (OLD.state = 'pending' AND NEW.state = 'created')
        OR (OLD.state = 'paid' AND NEW.paid_kopecks <> OLD.paid_kopecks)
        OR (NEW.number, NEW.acquirer, NEW.amount_kopecks) IS DISTINCT FROM (OLD.number, OLD.acquirer, OLD.amount_kopecks)
        OR (OLD.acquirer_id IS NOT NULL AND NEW.acquirer_id IS DISTINCT FROM OLD.acquirer_id)
    THEN
        RAISE EXCEPTION 'Payment % cannot go from % to %', OLD.number, OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_go_forward';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER payments_go_forward BEFORE UPDATE ON payments
    FOR EACH ROW EXECUTE FUNCTION refuse_payment_going_back();

-- At commit a payment is for accounts, and for all of its sum.
CREATE FUNCTION assert_payment_parts() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sum(amount_kopecks) FROM payment_parts WHERE payment_id = NEW.id) IS DISTINCT FROM NEW.amount_kopecks THEN
        RAISE EXCEPTION 'The parts of payment % are not its sum', NEW.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_parts';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER payments_parts AFTER INSERT ON payments
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_payment_parts();

CREATE TRIGGER payment_parts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_parts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER acquirer_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON acquirer_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Of a payment no more leaves an account than it brought, however many ask at once.
CREATE FUNCTION assert_correction_covered() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    credited bigint;
    corrected bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('payment_corrections', NEW.transaction_id));
    SELECT -sum(e.amount_kopecks) INTO credited
    FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
    WHERE t.id = NEW.transaction_id AND t.kind IN ('payment', 'transfer') AND e.account_id = NEW.account_id
        AND NOT EXISTS (SELECT FROM ledger_transactions s WHERE s.reverses_id = t.id);
    SELECT coalesce(sum(amount_kopecks), 0) INTO corrected
    FROM payment_corrections
    WHERE transaction_id = NEW.transaction_id AND account_id = NEW.account_id AND state <> 'refused' AND id <> NEW.id;
    IF coalesce(credited, 0) < corrected + NEW.amount_kopecks THEN
        RAISE EXCEPTION 'More would leave the account than transaction % brought', NEW.transaction_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_corrections_covered';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER payment_corrections_covered BEFORE INSERT ON payment_corrections
    FOR EACH ROW EXECUTE FUNCTION assert_correction_covered();

-- What was decided is not decided again.
CREATE FUNCTION refuse_correction_going_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'asked' OR (NEW.transaction_id, NEW.account_id, NEW.to_account_id, NEW.amount_kopecks, NEW.kind)
        IS DISTINCT FROM (OLD.transaction_id, OLD.account_id, OLD.to_account_id, OLD.amount_kopecks, OLD.kind)
    THEN
        RAISE EXCEPTION 'Correction % is decided', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_corrections_decided';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER payment_corrections_decided BEFORE UPDATE ON payment_corrections
    FOR EACH ROW EXECUTE FUNCTION refuse_correction_going_back();

-- Whoever makes something due wakes the worker in the same transaction, as with letters.
CREATE FUNCTION wake_payment_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'payments';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER payments_wake_worker AFTER INSERT OR UPDATE OF next_ask_at ON payments
    FOR EACH ROW WHEN (NEW.next_ask_at <= app_now()) EXECUTE FUNCTION wake_payment_worker();
CREATE TRIGGER payment_corrections_wake_worker AFTER INSERT ON payment_corrections
    FOR EACH ROW WHEN (NEW.next_try_at <= app_now()) EXECUTE FUNCTION wake_payment_worker();
