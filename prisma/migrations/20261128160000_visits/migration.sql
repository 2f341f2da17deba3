-- CreateEnum
CREATE TYPE "visit_state" AS ENUM ('booked', 'done', 'missed', 'cancelled');

-- CreateEnum
CREATE TYPE "visit_side" AS ENUM ('utility', 'resident');

-- CreateTable
CREATE TABLE "districts" (
    "code" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "districts_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "district_streets" (
    "id" SERIAL NOT NULL,
    "district_code" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "street_key" TEXT NOT NULL,
    "house_from" INTEGER,
    "house_to" INTEGER,
    "side" TEXT,

    CONSTRAINT "district_streets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_exceptions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "district_code" TEXT,
    "day" DATE NOT NULL,
    "window_from" TEXT,
    "places" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "visit_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visits" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "district_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "window_from" TEXT NOT NULL,
    "window_to" TEXT NOT NULL,
    "place" SMALLINT NOT NULL,
    "state" "visit_state" NOT NULL DEFAULT 'booked',
    "missed_by" "visit_side",
    "inspector_id" UUID,
    "entrance" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "booked_by" TEXT NOT NULL,
    "booked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_results" (
    "visit_id" UUID NOT NULL,
    "act_number" TEXT,
    "outcome" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "inspector_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "wish_key" TEXT NOT NULL,
    "wish_hash" BYTEA NOT NULL,

    CONSTRAINT "visit_results_pkey" PRIMARY KEY ("visit_id")
);

-- CreateTable
CREATE TABLE "visit_photos" (
    "visit_id" UUID NOT NULL,
    "photo_key" TEXT NOT NULL,
    "attachment_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "visit_photos_pkey" PRIMARY KEY ("visit_id","photo_key")
);

-- CreateIndex
CREATE INDEX "district_streets_street_key_idx" ON "district_streets"("street_key");

-- CreateIndex
CREATE INDEX "district_streets_district_code_idx" ON "district_streets"("district_code");

-- CreateIndex
CREATE INDEX "visit_exceptions_district_code_idx" ON "visit_exceptions"("district_code");

-- CreateIndex
CREATE INDEX "visits_request_id_idx" ON "visits"("request_id");

-- CreateIndex
CREATE INDEX "visits_account_id_idx" ON "visits"("account_id");

-- CreateIndex
CREATE INDEX "visits_district_code_day_idx" ON "visits"("district_code", "day");

-- CreateIndex
CREATE INDEX "visits_inspector_id_day_idx" ON "visits"("inspector_id", "day");

-- CreateIndex
CREATE INDEX "visits_day_idx" ON "visits"("day");

-- CreateIndex
CREATE UNIQUE INDEX "visit_results_act_number_key" ON "visit_results"("act_number");

-- CreateIndex
CREATE UNIQUE INDEX "visit_results_wish_key_key" ON "visit_results"("wish_key");

-- CreateIndex
CREATE INDEX "visit_results_inspector_id_idx" ON "visit_results"("inspector_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_photos_attachment_id_key" ON "visit_photos"("attachment_id");

-- AddForeignKey
ALTER TABLE "district_streets" ADD CONSTRAINT "district_streets_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "districts"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visit_exceptions" ADD CONSTRAINT "visit_exceptions_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "districts"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "districts"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visit_results" ADD CONSTRAINT "visit_results_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visits"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visit_results" ADD CONSTRAINT "visit_results_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visit_photos" ADD CONSTRAINT "visit_photos_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visits"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visit_photos" ADD CONSTRAINT "visit_photos_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

-- Acts are numbered by it; one that was not used is no loss.
CREATE SEQUENCE visit_act_numbers AS bigint;

ALTER TABLE districts
    ADD CONSTRAINT districts_code_check CHECK (code ~ '^[a-z][a-z0-9_]{0,39}$');
-- Where no street is known one district comes, not two.
CREATE UNIQUE INDEX districts_one_default ON districts (is_default) WHERE is_default;

ALTER TABLE district_streets
    ADD CONSTRAINT district_streets_houses_check CHECK (house_from >= 0 AND house_to >= 0 AND house_from <= house_to),
    ADD CONSTRAINT district_streets_side_check CHECK (side IN ('odd', 'even'));

ALTER TABLE visit_exceptions
    ADD CONSTRAINT visit_exceptions_places_check CHECK (places BETWEEN 0 AND 60),
    ADD CONSTRAINT visit_exceptions_window_check CHECK (window_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
CREATE UNIQUE INDEX visit_exceptions_one_a_window
    ON visit_exceptions (district_code, day, window_from) NULLS NOT DISTINCT;

ALTER TABLE visits
    ADD CONSTRAINT visits_window_check CHECK (window_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        AND window_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND window_from < window_to),
    ADD CONSTRAINT visits_place_check CHECK (place BETWEEN 1 AND 60),
    ADD CONSTRAINT visits_missed_check CHECK ((state = 'missed') = (missed_by IS NOT NULL)),
    ADD CONSTRAINT visits_ended_check CHECK ((state <> 'booked') = (ended_at IS NOT NULL AND ended_by IS NOT NULL)),
    ADD CONSTRAINT visits_words_check CHECK (length(entrance) <= 300 AND length(phone) <= 30);

-- However many press at once: a place of a window is one visit's, and a request has one visit ahead.
CREATE UNIQUE INDEX visits_one_a_place ON visits (district_code, day, window_from, place)
    WHERE state IN ('booked', 'done');
CREATE UNIQUE INDEX visits_one_ahead ON visits (request_id) WHERE state = 'booked';

ALTER TABLE visit_results
    ADD CONSTRAINT visit_results_outcome_check CHECK (outcome IN ('done', 'nobody_home', 'access_refused')),
    ADD CONSTRAINT visit_results_act_check CHECK ((outcome = 'nobody_home') = (act_number IS NULL)
        AND act_number ~ '^V[0-9]{4}-[0-9]{7,12}-[0-9]$'),
    ADD CONSTRAINT visit_results_wish_check CHECK (length(wish_hash) = 32);

-- A request that ends leaves its place to others, by whatever way it ends.
CREATE FUNCTION free_place_of_ended_request() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE visits SET state = 'cancelled', ended_at = app_now(), ended_by = 'system'
    WHERE request_id = NEW.id AND state = 'booked';
    RETURN NULL;
END
$$;

CREATE TRIGGER requests_free_place AFTER UPDATE OF state ON requests
    FOR EACH ROW WHEN (NEW.state IN ('done', 'refused', 'withdrawn'))
    EXECUTE FUNCTION free_place_of_ended_request();

-- Where a visit was to be, and what became of it, stands.
CREATE FUNCTION refuse_visit_going_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.request_id, NEW.account_id, NEW.district_code, NEW.day, NEW.window_from, NEW.window_to, NEW.place,
            NEW.booked_by, NEW.booked_at)
        IS DISTINCT FROM (OLD.request_id, OLD.account_id, OLD.district_code, OLD.day, OLD.window_from, OLD.window_to,
            OLD.place, OLD.booked_by, OLD.booked_at)
        OR OLD.state <> 'booked' AND NEW.state <> OLD.state
    THEN
        RAISE EXCEPTION 'Visit % cannot become what was wished for', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'visits_go_forward';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER visits_go_forward BEFORE UPDATE ON visits
    FOR EACH ROW EXECUTE FUNCTION refuse_visit_going_back();
CREATE TRIGGER visits_stay BEFORE DELETE OR TRUNCATE ON visits
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER visit_photos_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_photos
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER visit_results_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON visit_results
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE DELETE, TRUNCATE ON visits FROM PUBLIC;
REVOKE UPDATE, DELETE, TRUNCATE ON visit_results, visit_photos FROM PUBLIC;
