-- CreateEnum
CREATE TYPE "absence_proof" AS ENUM ('business_trip', 'hospital', 'travel_tickets', 'lodging', 'temporary_registration', 'security_guard', 'abroad', 'study', 'country_house', 'other');

-- CreateEnum
CREATE TYPE "meter_work_kind" AS ENUM ('install', 'replace', 'verify', 'seal', 'take_out', 'fail', 'repair', 'access_refused', 'access_given', 'control');

-- CreateEnum
CREATE TYPE "meter_outage_reason" AS ENUM ('expired', 'failed', 'refused_access');

-- CreateEnum
CREATE TYPE "month_change_kind" AS ENUM ('meter_work', 'review', 'correction', 'absence', 'persons', 'interruption');

-- CreateEnum
CREATE TYPE "submission_channel" AS ENUM ('phone', 'office', 'email', 'paper');

-- AlterTable
ALTER TABLE "absences" ADD COLUMN     "applied_on" DATE,
ADD COLUMN     "document" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "proof" "absence_proof",
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "recorded_by" TEXT;

-- AlterTable
ALTER TABLE "account_persons" ADD COLUMN     "document" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "recorded_by" TEXT;

-- AlterTable
ALTER TABLE "interruptions" ADD COLUMN     "act_number" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "recorded_by" TEXT;

-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "channel" "submission_channel";

-- CreateTable
CREATE TABLE "meter_works" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meter_id" UUID NOT NULL,
    "kind" "meter_work_kind" NOT NULL,
    "done_on" DATE NOT NULL,
    "act_number" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "value_litres" INTEGER,
    "new_meter_id" UUID,
    "new_value_litres" INTEGER,
    "seal_number" TEXT,
    "verification_due_on" DATE,
    "wish" JSONB NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "meter_works_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_outages" (
    "meter_id" UUID NOT NULL,
    "reason" "meter_outage_reason" NOT NULL,
    "since" DATE NOT NULL,
    "ended_on" DATE NOT NULL,
    "opening_litres" INTEGER NOT NULL,
    "work_id" UUID NOT NULL,

    CONSTRAINT "meter_outages_pkey" PRIMARY KEY ("meter_id","reason","since")
);

-- CreateTable
CREATE TABLE "month_changes" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "from_period" DATE NOT NULL,
    "kind" "month_change_kind" NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "month_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_reviews" (
    "meter_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "counted_revision" INTEGER,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "reading_reviews_pkey" PRIMARY KEY ("meter_id","revision")
);

-- CreateIndex
CREATE INDEX "meter_works_new_meter_id_idx" ON "meter_works"("new_meter_id");

-- CreateIndex
CREATE UNIQUE INDEX "meter_works_meter_id_kind_done_on_key" ON "meter_works"("meter_id", "kind", "done_on");

-- CreateIndex
CREATE INDEX "meter_outages_work_id_idx" ON "meter_outages"("work_id");

-- CreateIndex
CREATE INDEX "month_changes_account_id_idx" ON "month_changes"("account_id");

-- CreateIndex
CREATE INDEX "month_changes_recorded_at_idx" ON "month_changes"("recorded_at");

-- AddForeignKey
ALTER TABLE "meter_works" ADD CONSTRAINT "meter_works_meter_id_fkey" FOREIGN KEY ("meter_id") REFERENCES "meters"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meter_works" ADD CONSTRAINT "meter_works_new_meter_id_fkey" FOREIGN KEY ("new_meter_id") REFERENCES "meters"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meter_outages" ADD CONSTRAINT "meter_outages_meter_id_fkey" FOREIGN KEY ("meter_id") REFERENCES "meters"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meter_outages" ADD CONSTRAINT "meter_outages_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "meter_works"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "month_changes" ADD CONSTRAINT "month_changes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reading_reviews" ADD CONSTRAINT "reading_reviews_meter_id_revision_fkey" FOREIGN KEY ("meter_id", "revision") REFERENCES "readings"("meter_id", "revision") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE meter_works
    ADD CONSTRAINT meter_works_values_check CHECK (value_litres >= 0 AND new_value_litres >= 0),
    ADD CONSTRAINT meter_works_replace_check CHECK ((kind = 'replace') = (new_meter_id IS NOT NULL)
        AND (kind = 'replace') = (new_value_litres IS NOT NULL) AND new_meter_id <> meter_id),
    ADD CONSTRAINT meter_works_due_check CHECK (verification_due_on > done_on);

-- A meter is put in once and leaves once, and comes in the place of one other, whoever presses at the same instant.
CREATE UNIQUE INDEX meter_works_leaves_once ON meter_works (meter_id) WHERE kind IN ('replace', 'take_out');
CREATE UNIQUE INDEX meter_works_comes_once ON meter_works (meter_id) WHERE kind = 'install';
CREATE UNIQUE INDEX meter_works_replaces_once ON meter_works (new_meter_id) WHERE new_meter_id IS NOT NULL;

ALTER TABLE meter_outages
    ADD CONSTRAINT meter_outages_ended_on_check CHECK (ended_on > since AND opening_litres >= 0);

ALTER TABLE month_changes
    ADD CONSTRAINT month_changes_from_period_check CHECK (extract(day FROM from_period) = 1);

ALTER TABLE reading_reviews
    ADD CONSTRAINT reading_reviews_counted_check CHECK (counted_revision > revision);

ALTER TABLE submissions
    ADD CONSTRAINT submissions_channel_check CHECK (channel IS NULL OR source = 'staff');

CREATE TRIGGER meter_works_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meter_works
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER meter_outages_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meter_outages
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER month_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON month_changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER reading_reviews_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reading_reviews
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE UPDATE, DELETE, TRUNCATE ON meter_works, meter_outages, month_changes, reading_reviews FROM PUBLIC;

-- What waits for staff: there are few, and the queue is looked at all day.
CREATE INDEX readings_on_review_idx ON readings (recorded_at) WHERE state = 'on_review';

-- Pressed twice, an absence or an interruption is recorded once.
CREATE UNIQUE INDEX absences_recorded_once ON absences (account_id, left_on, document) WHERE recorded_by IS NOT NULL;
CREATE UNIQUE INDEX interruptions_recorded_once ON interruptions (account_id, service, started_on)
    WHERE recorded_by IS NOT NULL;
