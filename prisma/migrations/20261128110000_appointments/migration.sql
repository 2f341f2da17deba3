-- CreateEnum
CREATE TYPE "appointment_state" AS ENUM ('booked', 'arrived', 'serving', 'done', 'missed', 'cancelled');

-- CreateEnum
CREATE TYPE "appointment_via" AS ENUM ('guest', 'person', 'staff');

-- CreateTable
CREATE TABLE "offices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "address_ru" TEXT NOT NULL,
    "address_en" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specialists" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "office_id" UUID NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "seats" SMALLINT NOT NULL DEFAULT 1,
    "week" JSONB,
    "absences" JSONB NOT NULL DEFAULT '[]',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "specialists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_topics" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "bring_ru" TEXT NOT NULL DEFAULT '',
    "bring_en" TEXT NOT NULL DEFAULT '',
    "minutes" SMALLINT NOT NULL,
    "buffer_minutes" SMALLINT NOT NULL DEFAULT 0,
    "is_for_guests" BOOLEAN NOT NULL DEFAULT true,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "appointment_topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specialist_topics" (
    "specialist_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "specialist_topics_pkey" PRIMARY KEY ("specialist_id","topic_id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "specialist_id" UUID NOT NULL,
    "seat" SMALLINT NOT NULL,
    "topic_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "busy_until" TIMESTAMPTZ(3) NOT NULL,
    "state" "appointment_state" NOT NULL DEFAULT 'booked',
    "via" "appointment_via" NOT NULL,
    "booked_by" TEXT NOT NULL,
    "user_id" UUID,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ru',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "request_key" TEXT,
    "request_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "chosen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "called_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "cancelled_by" TEXT,
    "cancel_reason" TEXT,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_days" (
    "specialist_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "late_days_pkey" PRIMARY KEY ("specialist_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "offices_code_key" ON "offices"("code");

-- CreateIndex
CREATE INDEX "specialists_office_id_idx" ON "specialists"("office_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_topics_code_key" ON "appointment_topics"("code");

-- CreateIndex
CREATE INDEX "specialist_topics_topic_id_idx" ON "specialist_topics"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointments_number_key" ON "appointments"("number");

-- CreateIndex
CREATE UNIQUE INDEX "appointments_request_key_key" ON "appointments"("request_key");

-- CreateIndex
CREATE INDEX "appointments_office_id_starts_at_idx" ON "appointments"("office_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_specialist_id_starts_at_idx" ON "appointments"("specialist_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_topic_id_idx" ON "appointments"("topic_id");

-- CreateIndex
CREATE INDEX "appointments_account_id_starts_at_idx" ON "appointments"("account_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_user_id_idx" ON "appointments"("user_id");

-- AddForeignKey
ALTER TABLE "specialists" ADD CONSTRAINT "specialists_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specialist_topics" ADD CONSTRAINT "specialist_topics_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialists"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specialist_topics" ADD CONSTRAINT "specialist_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "appointment_topics"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "offices"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialists"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "appointment_topics"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "late_days" ADD CONSTRAINT "late_days_specialist_id_fkey" FOREIGN KEY ("specialist_id") REFERENCES "specialists"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

-- Numbers are made of it; one that was not used is no loss.
CREATE SEQUENCE appointment_numbers AS bigint;

ALTER TABLE offices
    ADD CONSTRAINT offices_week_check CHECK (jsonb_typeof(week) = 'array' AND jsonb_array_length(week) = 7),
    ADD CONSTRAINT offices_exceptions_check CHECK (jsonb_typeof(exceptions) = 'array');

ALTER TABLE specialists
    ADD CONSTRAINT specialists_seats_check CHECK (seats BETWEEN 1 AND 20),
    ADD CONSTRAINT specialists_week_check CHECK (jsonb_typeof(week) = 'array' AND jsonb_array_length(week) = 7),
    ADD CONSTRAINT specialists_absences_check CHECK (jsonb_typeof(absences) = 'array');

ALTER TABLE appointment_topics
    ADD CONSTRAINT appointment_topics_minutes_check CHECK (minutes BETWEEN 5 AND 240 AND buffer_minutes BETWEEN 0 AND 60);

ALTER TABLE late_days
    ADD CONSTRAINT late_days_minutes_check CHECK (minutes BETWEEN 0 AND 240);

ALTER TABLE appointments
    ADD CONSTRAINT appointments_number_check CHECK (number ~ '^A\d{4}-\d{7,12}-\d$'),
    ADD CONSTRAINT appointments_times_check CHECK (starts_at < ends_at AND ends_at <= busy_until
        AND busy_until < starts_at + interval '1 day'),
    ADD CONSTRAINT appointments_seat_check CHECK (seat BETWEEN 1 AND 20),
    ADD CONSTRAINT appointments_cancelled_check CHECK ((state = 'cancelled') = (cancelled_by IS NOT NULL)),
    ADD CONSTRAINT appointments_ended_check CHECK ((state IN ('done', 'missed', 'cancelled')) = (ended_at IS NOT NULL)),
    ADD CONSTRAINT appointments_language_check CHECK (language IN ('ru', 'en')),
    -- A person's letters go to the address of their profile, whatever it is then.
    ADD CONSTRAINT appointments_email_check CHECK (email IS NULL OR via <> 'person'),
    -- However many press at once: a seat of a post sees one at a time, with the rest in between.
    ADD CONSTRAINT appointments_one_at_a_time EXCLUDE USING gist (specialist_id WITH =, seat WITH =,
        tstzrange(starts_at, busy_until) WITH &&)
        WHERE (state IN ('booked', 'arrived', 'serving'));

-- What the worker reminds of.
CREATE INDEX appointments_ahead_idx ON appointments (starts_at) WHERE state = 'booked';

-- Of an account only so many lie ahead, of guests and of people with a right to it each: a stranger at the open door
-- takes no place away from its owner. The office is bound by no number.
CREATE FUNCTION assert_appointments_ahead() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    most int;
    ahead int;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('appointments of ' || NEW.account_id, 0));
    SELECT (value ->> 'mostAhead')::int INTO most FROM reference_values
    WHERE kind = 'appointment_rules' AND withdrawn_at IS NULL AND valid_from <= app_now()::date
    ORDER BY valid_from DESC LIMIT 1;
    SELECT count(*) INTO ahead FROM appointments
    WHERE account_id = NEW.account_id AND via = NEW.via AND state = 'booked' AND starts_at > app_now();
    IF ahead >= coalesce(most, 2) THEN
        RAISE EXCEPTION 'Account % has % appointments ahead', NEW.account_id, ahead
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appointments_ahead';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER appointments_ahead BEFORE INSERT ON appointments
    FOR EACH ROW WHEN (NEW.via <> 'staff') EXECUTE FUNCTION assert_appointments_ahead();

-- What is done or cancelled stays so, whose appointment it is never changes, and a calendar never sees an old number.
CREATE FUNCTION refuse_appointment_going_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.number, NEW.account_id, NEW.via, NEW.booked_by, NEW.created_at, NEW.topic_id)
            IS DISTINCT FROM (OLD.number, OLD.account_id, OLD.via, OLD.booked_by, OLD.created_at, OLD.topic_id)
        OR NEW.sequence < OLD.sequence
        OR (NEW.starts_at, NEW.specialist_id) IS DISTINCT FROM (OLD.starts_at, OLD.specialist_id)
            AND (OLD.state <> 'booked' OR NEW.sequence = OLD.sequence)
        OR OLD.state IN ('done', 'cancelled') AND NEW.state <> OLD.state
    THEN
        RAISE EXCEPTION 'Appointment % cannot become what was wished for', OLD.number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'appointments_go_forward';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER appointments_go_forward BEFORE UPDATE ON appointments
    FOR EACH ROW EXECUTE FUNCTION refuse_appointment_going_back();
CREATE TRIGGER appointments_stay BEFORE DELETE OR TRUNCATE ON appointments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE DELETE, TRUNCATE ON appointments FROM PUBLIC;
