-- AlterTable
ALTER TABLE "legal_terms" ADD COLUMN     "advance_day" SMALLINT,
ADD COLUMN     "advance_percent" SMALLINT,
ADD COLUMN     "contract_number" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "contract_signed_on" DATE;

-- ——— What the schema language cannot say ———

ALTER TABLE legal_terms
    ADD CONSTRAINT legal_terms_advance_check CHECK (
        (advance_percent IS NULL) = (advance_day IS NULL)
        AND advance_percent BETWEEN 1 AND 100 AND advance_day BETWEEN 1 AND 28
    ),
    ADD CONSTRAINT legal_terms_guaranteed_check
        CHECK ((guaranteed_month_litres IS NULL) = (guaranteed_until_on IS NULL));
