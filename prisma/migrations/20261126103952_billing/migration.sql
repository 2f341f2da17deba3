-- CreateEnum
CREATE TYPE "billing_period_state" AS ENUM ('drafting', 'draft', 'final');

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "housing_group" TEXT NOT NULL DEFAULT 'full_amenities',
ADD COLUMN     "has_sewer" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "is_meter_impossible" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "owners_count" SMALLINT NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "meters" ADD COLUMN     "access_refused_on" DATE,
ADD COLUMN     "failed_on" DATE;

-- CreateTable
CREATE TABLE "billing_periods" (
    "period" DATE NOT NULL,
    "state" "billing_period_state" NOT NULL DEFAULT 'drafting',
    "slice_count" INTEGER NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "drafted_at" TIMESTAMPTZ(3),
    "finalised_by" TEXT,
    "finalised_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_periods_pkey" PRIMARY KEY ("period")
);

-- CreateTable
CREATE TABLE "billing_slices" (
    "period" DATE NOT NULL,
    "slice" INTEGER NOT NULL,
    "first_number" CHAR(10) NOT NULL,
    "last_number" CHAR(10) NOT NULL,
    "accounts" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "total_kopecks" BIGINT NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_slices_pkey" PRIMARY KEY ("period","slice")
);

-- CreateTable
CREATE TABLE "charges" (
    "period" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "service" "billed_service" NOT NULL,
    "method" TEXT NOT NULL,
    "litres" BIGINT NOT NULL,
    "amount_kopecks" BIGINT NOT NULL,
    "vat_kopecks" BIGINT NOT NULL DEFAULT 0,
    "lines" JSONB NOT NULL,

    CONSTRAINT "charges_pkey" PRIMARY KEY ("period","account_id","service")
) PARTITION BY RANGE ("period");

-- CreateTable
CREATE TABLE "refused_charges" (
    "period" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "day" DATE,

    CONSTRAINT "refused_charges_pkey" PRIMARY KEY ("period","account_id")
);

-- CreateTable
CREATE TABLE "account_persons" (
    "account_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "persons" SMALLINT NOT NULL,

    CONSTRAINT "account_persons_pkey" PRIMARY KEY ("account_id","valid_from")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "left_on" DATE NOT NULL,
    "returned_on" DATE,
    "persons" SMALLINT NOT NULL,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interruptions" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "service" "billed_service" NOT NULL,
    "started_on" DATE NOT NULL,
    "hours" SMALLINT NOT NULL,

    CONSTRAINT "interruptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_terms" (
    "account_id" UUID NOT NULL,
    "guaranteed_month_litres" INTEGER,
    "guaranteed_until_on" DATE,
    "pipe_diameter_mm" SMALLINT,

    CONSTRAINT "legal_terms_pkey" PRIMARY KEY ("account_id")
);

-- CreateIndex
CREATE INDEX "charges_account_id_period_idx" ON "charges"("account_id", "period");

-- CreateIndex
CREATE INDEX "refused_charges_account_id_idx" ON "refused_charges"("account_id");

-- CreateIndex
CREATE INDEX "absences_account_id_left_on_idx" ON "absences"("account_id", "left_on");

-- CreateIndex
CREATE INDEX "interruptions_account_id_started_on_idx" ON "interruptions"("account_id", "started_on");

-- AddForeignKey
ALTER TABLE "billing_slices" ADD CONSTRAINT "billing_slices_period_fkey" FOREIGN KEY ("period") REFERENCES "billing_periods"("period") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "refused_charges" ADD CONSTRAINT "refused_charges_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account_persons" ADD CONSTRAINT "account_persons_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "interruptions" ADD CONSTRAINT "interruptions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legal_terms" ADD CONSTRAINT "legal_terms_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE accounts
    ADD CONSTRAINT accounts_owners_count_check CHECK (owners_count >= 0);

ALTER TABLE billing_periods
    ADD CONSTRAINT billing_periods_period_check CHECK (extract(day FROM period) = 1),
    ADD CONSTRAINT billing_periods_slice_count_check CHECK (slice_count >= 0),
    ADD CONSTRAINT billing_periods_draft_check CHECK ((state = 'drafting') = (drafted_at IS NULL)),
    ADD CONSTRAINT billing_periods_final_check
        CHECK ((state = 'final') = (finalised_by IS NOT NULL) AND (finalised_by IS NULL) = (finalised_at IS NULL)),
    -- Two pairs of eyes: whoever made the draft does not make it final.
    ADD CONSTRAINT billing_periods_second_person_check CHECK (finalised_by <> drafted_by);

ALTER TABLE billing_slices
    ADD CONSTRAINT billing_slices_slice_check CHECK (slice >= 1 AND first_number <= last_number);

ALTER TABLE charges
    ADD CONSTRAINT charges_vat_kopecks_check CHECK (vat_kopecks = 0 OR sign(vat_kopecks) = sign(amount_kopecks));

ALTER TABLE account_persons
    ADD CONSTRAINT account_persons_persons_check CHECK (persons >= 0);
ALTER TABLE absences
    ADD CONSTRAINT absences_check CHECK (persons >= 1 AND returned_on > left_on);
ALTER TABLE interruptions
    ADD CONSTRAINT interruptions_hours_check CHECK (hours >= 1);
ALTER TABLE legal_terms
    ADD CONSTRAINT legal_terms_guaranteed_month_litres_check CHECK (guaranteed_month_litres > 0),
    ADD CONSTRAINT legal_terms_pipe_diameter_mm_check CHECK (pipe_diameter_mm > 0);

-- A month that is final is history; one that is not can be drafted anew.
CREATE FUNCTION refuse_change_of_final_period() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM billing_periods WHERE period = TG_ARGV[0]::date AND state = 'final') THEN
        RAISE EXCEPTION 'The charges of % are final: % is refused', TG_ARGV[0], TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

-- The partition of a month, with its own guard: triggers on the parent do not see who writes to a partition.
CREATE FUNCTION open_charges_of(month date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    name text := 'charges_' || to_char(month, 'YYYY_MM');
BEGIN
    IF to_regclass(name) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF charges FOR VALUES FROM (%L) TO (%L)',
        name, month, (month + interval '1 month')::date);
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_final_period(%L)', name || '_final', name, month);
END
$$;

-- Being final is for good.
CREATE FUNCTION refuse_reopening() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The month % is final', to_char(OLD.period, 'YYYY-MM') USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER billing_periods_stay_final BEFORE UPDATE OR DELETE ON billing_periods
    FOR EACH ROW WHEN (OLD.state = 'final') EXECUTE FUNCTION refuse_reopening();
