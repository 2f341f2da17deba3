-- CreateTable
CREATE TABLE "altcha_spent" (
    "digest" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "altcha_spent_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "altcha_spent_expires_at_idx" ON "altcha_spent"("expires_at");
