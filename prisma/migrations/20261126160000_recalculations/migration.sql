-- CreateEnum
CREATE TYPE "recalculation_kind" AS ENUM ('months', 'inspection', 'unauthorised');

-- CreateTable
CREATE TABLE "recalculations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "kind" "recalculation_kind" NOT NULL,
    "first_period" DATE NOT NULL,
    "last_period" DATE NOT NULL,
    "meter_id" UUID,
    "found_on" DATE,
    "found_litres" INTEGER,
    "act_number" TEXT,
    "reason" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "taken_in" DATE,
    "amount_kopecks" BIGINT,
    "refused_in" DATE,
    "refusal_code" TEXT,
    "refusal_subject" TEXT,
    "refusal_day" DATE,
    "final_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "recalculations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recalculated_months" (
    "id" BIGSERIAL NOT NULL,
    "recalculation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "period" DATE NOT NULL,
    "taken_in" DATE NOT NULL,
    "lines" JSONB NOT NULL,

    CONSTRAINT "recalculated_months_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recalculations_account_id_recorded_at_idx" ON "recalculations"("account_id", "recorded_at");

-- CreateIndex
CREATE INDEX "recalculations_meter_id_idx" ON "recalculations"("meter_id");

-- CreateIndex
CREATE INDEX "recalculations_taken_in_idx" ON "recalculations"("taken_in");

-- CreateIndex
CREATE INDEX "recalculations_refused_in_idx" ON "recalculations"("refused_in");

-- CreateIndex
CREATE INDEX "recalculated_months_account_id_period_id_idx" ON "recalculated_months"("account_id", "period", "id");

-- CreateIndex
CREATE INDEX "recalculated_months_taken_in_idx" ON "recalculated_months"("taken_in");

-- CreateIndex
CREATE UNIQUE INDEX "recalculated_months_recalculation_id_period_key" ON "recalculated_months"("recalculation_id", "period");

-- AddForeignKey
ALTER TABLE "recalculations" ADD CONSTRAINT "recalculations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recalculations" ADD CONSTRAINT "recalculations_meter_id_fkey" FOREIGN KEY ("meter_id") REFERENCES "meters"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recalculations" ADD CONSTRAINT "recalculations_taken_in_fkey" FOREIGN KEY ("taken_in") REFERENCES "billing_periods"("period") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recalculations" ADD CONSTRAINT "recalculations_refused_in_fkey" FOREIGN KEY ("refused_in") REFERENCES "billing_periods"("period") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recalculated_months" ADD CONSTRAINT "recalculated_months_recalculation_id_fkey" FOREIGN KEY ("recalculation_id") REFERENCES "recalculations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recalculated_months" ADD CONSTRAINT "recalculated_months_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "recalculated_months" ADD CONSTRAINT "recalculated_months_taken_in_fkey" FOREIGN KEY ("taken_in") REFERENCES "billing_periods"("period") ON DELETE CASCADE ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE recalculations
    ADD CONSTRAINT recalculations_periods_check CHECK (extract(day FROM first_period) = 1
        AND extract(day FROM last_period) = 1 AND first_period <= last_period),
    ADD CONSTRAINT recalculations_inspection_check CHECK ((kind = 'inspection') = (meter_id IS NOT NULL)
        AND (kind = 'inspection') = (found_litres IS NOT NULL AND found_litres >= 0)),
    ADD CONSTRAINT recalculations_unauthorised_check CHECK ((kind = 'unauthorised') = (act_number IS NOT NULL)),
    ADD CONSTRAINT recalculations_found_on_check CHECK ((kind = 'months') = (found_on IS NULL)),
    ADD CONSTRAINT recalculations_refusal_check CHECK ((refusal_code IS NULL) = (refusal_subject IS NULL)),
    ADD CONSTRAINT recalculations_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)
        AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
    -- What a month has charged is not withdrawn, and what was withdrawn becomes final with no month.
    ADD CONSTRAINT recalculations_final_check CHECK (final_at IS NULL
        OR taken_in IS NOT NULL AND amount_kopecks IS NOT NULL AND withdrawn_at IS NULL),
    -- Pressed twice, or by two people: one of them waits for a month.
    ADD CONSTRAINT recalculations_once EXCLUDE USING gist (account_id WITH =, kind WITH =,
        coalesce(meter_id, account_id) WITH =, daterange(first_period, last_period, '[]') WITH &&)
        WHERE (withdrawn_at IS NULL AND final_at IS NULL),
    -- Nobody pays ten norms twice for a month.
    ADD CONSTRAINT recalculations_unauthorised_once EXCLUDE USING gist (account_id WITH =,
        daterange(first_period, last_period, '[]') WITH &&)
        WHERE (kind = 'unauthorised' AND withdrawn_at IS NULL);

ALTER TABLE recalculated_months
    ADD CONSTRAINT recalculated_months_period_check CHECK (extract(day FROM period) = 1 AND period <= taken_in);

-- What a draft looks for, and what readings of a later month have to know.
CREATE INDEX recalculations_open_idx ON recalculations (account_id) WHERE withdrawn_at IS NULL AND final_at IS NULL;
CREATE INDEX recalculations_found_idx ON recalculations (account_id)
    WHERE kind = 'inspection' AND withdrawn_at IS NULL AND taken_in IS NOT NULL;

-- A wish stays as it was recorded; what a month has charged, and what was withdrawn, is history.
CREATE FUNCTION refuse_change_of_recalculation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.final_at IS NULL
        AND (OLD.account_id, OLD.kind, OLD.first_period, OLD.last_period, OLD.reason, OLD.recorded_by, OLD.recorded_at)
            = (NEW.account_id, NEW.kind, NEW.first_period, NEW.last_period, NEW.reason, NEW.recorded_by, NEW.recorded_at)
        AND (OLD.meter_id, OLD.found_on, OLD.found_litres, OLD.act_number)
            IS NOT DISTINCT FROM (NEW.meter_id, NEW.found_on, NEW.found_litres, NEW.act_number)
        AND (OLD.withdrawn_at IS NULL
            OR (OLD.withdrawn_by, OLD.withdrawn_at, OLD.withdrawn_reason)
                = (NEW.withdrawn_by, NEW.withdrawn_at, NEW.withdrawn_reason)
            AND (NEW.taken_in IS NULL OR NEW.taken_in = OLD.taken_in))
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Recalculation %: % is refused', OLD.id, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER recalculations_stay BEFORE UPDATE OR DELETE ON recalculations
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_recalculation();

CREATE FUNCTION refuse_change_of_recalculated_month() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (
        SELECT FROM billing_periods WHERE period = OLD.taken_in AND state = 'final'
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Recalculated month %: % is refused', OLD.id, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER recalculated_months_stay BEFORE UPDATE OR DELETE ON recalculated_months
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_recalculated_month();

-- A recalculation is final with the month that charges it.
CREATE FUNCTION finalise_recalculations() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE recalculations SET final_at = app_now() WHERE taken_in = NEW.period AND withdrawn_at IS NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER billing_periods_finalise_recalculations AFTER UPDATE OF state ON billing_periods
    FOR EACH ROW WHEN (OLD.state <> 'final' AND NEW.state = 'final') EXECUTE FUNCTION finalise_recalculations();

-- Lines of two rates of VAT may cancel each other but for the tax.
ALTER TABLE charges DROP CONSTRAINT charges_vat_kopecks_check;
