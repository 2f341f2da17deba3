-- CreateTable
CREATE TABLE "supply_documents" (
    "number" BIGSERIAL NOT NULL,
    "period" DATE NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "supply_documents_pkey" PRIMARY KEY ("period","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "supply_documents_number_key" ON "supply_documents"("number");

-- CreateIndex
CREATE INDEX "supply_documents_account_id_period_idx" ON "supply_documents"("account_id", "period");

-- AddForeignKey
ALTER TABLE "supply_documents" ADD CONSTRAINT "supply_documents_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- ——— What the schema language cannot say ———

-- A number that went out stands.
CREATE TRIGGER supply_documents_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON supply_documents
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Months that are final already, in the order in which they became so.
INSERT INTO supply_documents (period, account_id)
SELECT c.period, c.account_id
FROM charges c
JOIN billing_periods p ON p.period = c.period AND p.state = 'final'
JOIN accounts a ON a.id = c.account_id AND a.kind = 'legal'
GROUP BY c.period, c.account_id, a.number
ORDER BY c.period, a.number;
