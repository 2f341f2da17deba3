-- AlterTable
ALTER TABLE "billing_periods" ADD COLUMN     "ledger_cutoff" BIGINT;

-- AlterTable
ALTER TABLE "billing_slices" ADD COLUMN     "penalty_kopecks" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "unknown_penalties" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "legal_terms" ADD COLUMN     "penalty_payer" TEXT NOT NULL DEFAULT 'legal_general';

-- CreateTable
CREATE TABLE "penalty_charges" (
    "period" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "service" "billed_service" NOT NULL,
    "debt_period" DATE NOT NULL,
    "amount_kopecks" BIGINT NOT NULL,
    "growth" JSONB NOT NULL,

    CONSTRAINT "penalty_charges_pkey" PRIMARY KEY ("period","account_id","service","debt_period")
);

-- CreateIndex
CREATE INDEX "penalty_charges_account_id_period_idx" ON "penalty_charges"("account_id", "period");

-- AddForeignKey
ALTER TABLE "penalty_charges" ADD CONSTRAINT "penalty_charges_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- ——— What the schema language cannot say ———

ALTER TABLE legal_terms
    ADD CONSTRAINT legal_terms_penalty_payer_check
        CHECK (penalty_payer IN ('legal_general', 'housing_cooperative', 'managing_company'));

ALTER TABLE penalty_charges
    ADD CONSTRAINT penalty_charges_amount_kopecks_check CHECK (amount_kopecks <> 0),
    ADD CONSTRAINT penalty_charges_debt_period_check
        CHECK (extract(day FROM debt_period) = 1 AND debt_period < period);

-- As the charges: of a final month nothing changes.
CREATE FUNCTION refuse_change_of_final_penalty() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    month date := coalesce(NEW.period, OLD.period);
BEGIN
    IF EXISTS (SELECT FROM billing_periods WHERE period = month AND state = 'final') THEN
        RAISE EXCEPTION 'The penalties of % are final: % is refused', month, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER penalty_charges_final BEFORE INSERT OR UPDATE OR DELETE ON penalty_charges
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_penalty();
CREATE TRIGGER penalty_charges_no_truncate BEFORE TRUNCATE ON penalty_charges
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Months that are final already: what was there before their first transaction.
ALTER TABLE billing_periods DISABLE TRIGGER billing_periods_stay_final;
UPDATE billing_periods p SET ledger_cutoff = coalesce(
    (SELECT min(t.id) - 1 FROM ledger_transactions t
     WHERE t.kind = 'charge' AND t.operation LIKE 'charge:' || to_char(p.period, 'YYYY-MM') || ':%'),
    (SELECT max(t.id) FROM ledger_transactions t),
    0
) WHERE state = 'final';
ALTER TABLE billing_periods ENABLE TRIGGER billing_periods_stay_final;

ALTER TABLE billing_periods
    ADD CONSTRAINT billing_periods_cutoff_check CHECK (state <> 'final' OR ledger_cutoff IS NOT NULL);

-- Which entries are new since a bill is told by their transaction, from the index alone.
DROP INDEX ledger_entries_of_account_idx;
CREATE INDEX ledger_entries_of_account_idx ON ledger_entries (account_id, book, service, period)
    INCLUDE (amount_kopecks, transaction_id) WHERE account_id IS NOT NULL;

-- Organisations pay by another day than residents.
UPDATE reference_values
SET subject = 'residents', value = value || '{"consumerGroup": "residents"}'
WHERE kind = 'due_day' AND subject = '';
