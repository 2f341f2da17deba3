-- The only clock of business rules. A test database shifts it (ALTER DATABASE … SET rodnik.clock_offset);
-- where the setting is absent, as in production, it is the server's clock.
CREATE FUNCTION app_now() RETURNS timestamptz
LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN clock_timestamp() + coalesce(nullif(current_setting('rodnik.clock_offset', true), ''), '0')::interval;

-- ——— Tables: written by `pnpm db:new` from prisma/schema ———

-- CreateEnum
CREATE TYPE "premises_kind" AS ENUM ('residential', 'non_residential');

-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('resident', 'legal');

-- CreateEnum
CREATE TYPE "water_service" AS ENUM ('cold', 'hot');

-- CreateEnum
CREATE TYPE "reading_source" AS ENUM ('import', 'accountless', 'quick_form', 'account', 'staff', 'inspector', 'integrator');

-- CreateEnum
CREATE TYPE "reading_state" AS ENUM ('accepted', 'on_review');

-- CreateEnum
CREATE TYPE "review_reason" AS ENUM ('jump', 'rollover', 'over_confirmed');

-- CreateTable
CREATE TABLE "guest_sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "account_revision" INTEGER NOT NULL,
    "typed_house" TEXT NOT NULL,
    "typed_flat" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture_codes" (
    "id" UUID NOT NULL,
    "answer_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "premises" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "premises_kind" NOT NULL DEFAULT 'residential',
    "street" TEXT NOT NULL,
    "house" TEXT NOT NULL,
    "flat" TEXT NOT NULL,
    "house_key" TEXT NOT NULL,
    "house_weak_key" TEXT NOT NULL,
    "flat_key" TEXT NOT NULL,

    CONSTRAINT "premises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" CHAR(10) NOT NULL,
    "kind" "account_kind" NOT NULL DEFAULT 'resident',
    "premises_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL DEFAULT '',
    "residents_count" SMALLINT NOT NULL DEFAULT 0,
    "is_accountless_allowed" BOOLEAN NOT NULL DEFAULT true,
    "closed_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "service" "water_service" NOT NULL,
    "type" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "whole_digits" SMALLINT NOT NULL DEFAULT 5,
    "fraction_digits" SMALLINT NOT NULL DEFAULT 3,
    "nominal_litres_per_hour" INTEGER NOT NULL DEFAULT 1500,
    "installed_on" DATE NOT NULL,
    "last_verified_on" DATE,
    "verification_due_on" DATE,
    "seal_number" TEXT,
    "removed_on" DATE,

    CONSTRAINT "meters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("name","valid_from")
);

-- CreateTable
CREATE TABLE "tariffs" (
    "service" TEXT NOT NULL,
    "consumer_group" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "price_kopecks" INTEGER NOT NULL,
    "act" TEXT NOT NULL,

    CONSTRAINT "tariffs_pkey" PRIMARY KEY ("service","consumer_group","valid_from")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "principal" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "status" SMALLINT NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("principal","route","key")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "account_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readings" (
    "meter_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "period" DATE NOT NULL,
    "value_litres" INTEGER NOT NULL,
    "used_litres" INTEGER NOT NULL,
    "is_rollover" BOOLEAN NOT NULL DEFAULT false,
    "taken_on" DATE NOT NULL,
    "source" "reading_source" NOT NULL,
    "state" "reading_state" NOT NULL DEFAULT 'accepted',
    "review_reason" "review_reason",
    "submission_id" BIGINT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "readings_pkey" PRIMARY KEY ("meter_id","revision")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "period" DATE NOT NULL,
    "source" "reading_source" NOT NULL,
    "check_code" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guest_sessions_account_id_idx" ON "guest_sessions"("account_id");

-- CreateIndex
CREATE INDEX "guest_sessions_expires_at_idx" ON "guest_sessions"("expires_at");

-- CreateIndex
CREATE INDEX "picture_codes_expires_at_idx" ON "picture_codes"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "premises_street_house_key_flat_key_key" ON "premises"("street", "house_key", "flat_key");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_number_key" ON "accounts"("number");

-- CreateIndex
CREATE INDEX "accounts_premises_id_idx" ON "accounts"("premises_id");

-- CreateIndex
CREATE UNIQUE INDEX "meters_account_id_type_serial_key" ON "meters"("account_id", "type", "serial");

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE INDEX "audit_events_account_id_at_idx" ON "audit_events"("account_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_action_at_idx" ON "audit_events"("action", "at");

-- CreateIndex
CREATE INDEX "readings_meter_id_period_revision_idx" ON "readings"("meter_id", "period" DESC, "revision" DESC);

-- CreateIndex
CREATE INDEX "readings_submission_id_idx" ON "readings"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_check_code_key" ON "submissions"("check_code");

-- CreateIndex
CREATE INDEX "submissions_account_id_period_idx" ON "submissions"("account_id", "period");

-- AddForeignKey
ALTER TABLE "guest_sessions" ADD CONSTRAINT "guest_sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_premises_id_fkey" FOREIGN KEY ("premises_id") REFERENCES "premises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meters" ADD CONSTRAINT "meters_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_meter_id_fkey" FOREIGN KEY ("meter_id") REFERENCES "meters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readings" ADD CONSTRAINT "readings_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ——— What the schema language cannot say ———

ALTER TABLE accounts
    ADD CONSTRAINT accounts_number_check CHECK (number ~ '^\d{10}$'),
    ADD CONSTRAINT accounts_residents_count_check CHECK (residents_count >= 0),
    ADD CONSTRAINT accounts_revision_check CHECK (revision >= 1);

ALTER TABLE meters
    ADD CONSTRAINT meters_whole_digits_check CHECK (whole_digits BETWEEN 3 AND 8),
    ADD CONSTRAINT meters_fraction_digits_check CHECK (fraction_digits BETWEEN 0 AND 3),
    ADD CONSTRAINT meters_nominal_litres_per_hour_check CHECK (nominal_litres_per_hour > 0),
    ADD CONSTRAINT meters_removed_on_check CHECK (removed_on >= installed_on),
    ADD CONSTRAINT meters_verification_due_on_check CHECK (verification_due_on >= last_verified_on);

-- A period is named by its first day, so that equal months are equal values.
ALTER TABLE readings
    ADD CONSTRAINT readings_revision_check CHECK (revision >= 1),
    ADD CONSTRAINT readings_value_litres_check CHECK (value_litres >= 0),
    ADD CONSTRAINT readings_used_litres_check CHECK (used_litres >= 0),
    ADD CONSTRAINT readings_period_check CHECK (extract(day FROM period) = 1),
    ADD CONSTRAINT readings_review_reason_check CHECK (state <> 'on_review' OR review_reason IS NOT NULL);

ALTER TABLE submissions
    ADD CONSTRAINT submissions_period_check CHECK (extract(day FROM period) = 1);

ALTER TABLE tariffs
    ADD CONSTRAINT tariffs_price_kopecks_check CHECK (price_kopecks > 0);

-- The window of a month is one row: it starts on the month's first day.
ALTER TABLE settings
    ADD CONSTRAINT settings_reading_window_check CHECK (
        name <> 'reading_window'
        OR (
            extract(day FROM valid_from) = 1
            AND coalesce((value ->> 'firstDay')::int BETWEEN 1 AND 31, false)
            AND coalesce((value ->> 'lastDay')::int BETWEEN (value ->> 'firstDay')::int AND 31, false)
        )
    );

ALTER TABLE idempotency_records
    ADD CONSTRAINT idempotency_records_status_check CHECK (status BETWEEN 100 AND 599);

-- History is only ever added to. Per statement, so that it costs an INSERT nothing.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are only ever added: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER readings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON readings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER submissions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submissions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Who signed in with the old number or address is signed out.
CREATE FUNCTION raise_account_revision() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    RETURN NEW;
END
$$;

CREATE TRIGGER accounts_raise_revision BEFORE UPDATE ON accounts
    FOR EACH ROW
    WHEN (OLD.number IS DISTINCT FROM NEW.number OR OLD.premises_id IS DISTINCT FROM NEW.premises_id)
    EXECUTE FUNCTION raise_account_revision();

-- The sessions that still carry rights; whatever takes a right away takes the row away, at once.
CREATE VIEW live_guest_sessions AS
SELECT s.id,
       s.account_id,
       a.number AS account_number,
       s.typed_house,
       s.typed_flat,
       s.expires_at,
       s.last_seen_at
FROM guest_sessions s
JOIN accounts a ON a.id = s.account_id
WHERE s.ended_at IS NULL
  AND s.expires_at > app_now()
  AND s.last_seen_at > app_now() - interval '10 minutes'
  AND a.closed_on IS NULL
  AND a.kind = 'resident'
  AND a.is_accountless_allowed
  AND a.revision = s.account_revision;

-- Counters change at every attempt and are worth nothing after a crash: no log is written for them.
ALTER TABLE rate_limits SET UNLOGGED;
-- Room on each page for the new versions of rows updated in place (HOT), which then touch no index:
-- a counter changes at every attempt, last_seen_at of a session at every request.
ALTER TABLE rate_limits SET (fillfactor = 50);
ALTER TABLE guest_sessions SET (fillfactor = 70);

-- ——— What every deployment starts from; another city adds its own rows ———

INSERT INTO settings (name, valid_from, value) VALUES
    ('city', '2000-01-01', '{
        "organisationName": "Родник",
        "cityName": "Челябинск",
        "accountPrefix": "314",
        "phone": "217-05-17",
        "timeZone": "Asia/Yekaterinburg"
    }'),
    ('reading_window', '2000-01-01', '{"firstDay": 1, "lastDay": 25}');

-- Prices of a cubic metre for residents, VAT included.
INSERT INTO tariffs (service, consumer_group, valid_from, price_kopecks, act) VALUES
    ('cold_water', 'residents', '2025-07-01', 3956, 'Тарифы МУП ПОВВ с 01.07.2025'),
    ('wastewater', 'residents', '2025-07-01', 2641, 'Тарифы МУП ПОВВ с 01.07.2025'),
    ('cold_water', 'residents', '2026-01-01', 4022, 'Расчётное значение: тариф с 01.07.2025 × 122/120 (изменение ставки НДС); номер акта уточняется'),
    ('wastewater', 'residents', '2026-01-01', 2685, 'Расчётное значение: тариф с 01.07.2025 × 122/120 (изменение ставки НДС); номер акта уточняется');
