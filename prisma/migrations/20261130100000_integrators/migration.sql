-- CreateEnum
CREATE TYPE "integrator_kind" AS ENUM ('management_company', 'bank', 'meter_vendor', 'accounting', 'other');

-- CreateTable
CREATE TABLE "integrators" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "integrator_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "organisation_id" UUID,
    "contact" TEXT NOT NULL,
    "scopes" TEXT[],
    "requests_per_minute" INTEGER NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "integrators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrator_secrets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "integrator_id" UUID NOT NULL,
    "slot" SMALLINT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "ending" TEXT NOT NULL,
    "wish_key" TEXT NOT NULL,
    "issued_by" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "integrator_secrets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrator_grants" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "integrator_id" UUID NOT NULL,
    "account_id" UUID,
    "organisation_id" UUID,
    "street" TEXT,
    "house_key" TEXT,
    "document" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "integrator_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrator_calls" (
    "integrator_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "status" SMALLINT NOT NULL,
    "calls" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "integrator_calls_pkey" PRIMARY KEY ("integrator_id","day","status")
);

-- CreateTable
CREATE TABLE "integrator_batches" (
    "integrator_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "answer" JSONB,
    "so_far" JSONB,
    "is_released" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "integrator_batches_pkey" PRIMARY KEY ("integrator_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "integrators_name_key" ON "integrators"("name");

-- CreateIndex
CREATE INDEX "integrators_organisation_id_idx" ON "integrators"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "integrator_secrets_secret_hash_key" ON "integrator_secrets"("secret_hash");

-- CreateIndex
CREATE UNIQUE INDEX "integrator_secrets_integrator_id_wish_key_key" ON "integrator_secrets"("integrator_id", "wish_key");

-- CreateIndex
CREATE INDEX "integrator_grants_account_id_idx" ON "integrator_grants"("account_id");

-- CreateIndex
CREATE INDEX "integrator_grants_organisation_id_idx" ON "integrator_grants"("organisation_id");

-- CreateIndex
CREATE INDEX "integrator_grants_integrator_id_given_at_idx" ON "integrator_grants"("integrator_id", "given_at");

-- CreateIndex
CREATE INDEX "integrator_batches_started_at_idx" ON "integrator_batches"("started_at");

-- AddForeignKey
ALTER TABLE "integrators" ADD CONSTRAINT "integrators_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integrator_secrets" ADD CONSTRAINT "integrator_secrets_integrator_id_fkey" FOREIGN KEY ("integrator_id") REFERENCES "integrators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integrator_grants" ADD CONSTRAINT "integrator_grants_integrator_id_fkey" FOREIGN KEY ("integrator_id") REFERENCES "integrators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integrator_grants" ADD CONSTRAINT "integrator_grants_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integrator_grants" ADD CONSTRAINT "integrator_grants_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integrator_calls" ADD CONSTRAINT "integrator_calls_integrator_id_fkey" FOREIGN KEY ("integrator_id") REFERENCES "integrators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "integrator_batches" ADD CONSTRAINT "integrator_batches_integrator_id_fkey" FOREIGN KEY ("integrator_id") REFERENCES "integrators"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE integrators
    ADD CONSTRAINT integrators_scopes_check
        CHECK (scopes IS NOT NULL AND scopes <@ ARRAY['accounts:read', 'meters:read', 'readings:write'] AND cardinality(scopes) > 0),
    ADD CONSTRAINT integrators_rate_check CHECK (requests_per_minute > 0);

ALTER TABLE integrator_secrets
    ADD CONSTRAINT integrator_secrets_slot_check CHECK (slot IN (1, 2)),
    ADD CONSTRAINT integrator_secrets_hash_check CHECK (length(secret_hash) = 32),
    ADD CONSTRAINT integrator_secrets_ending_check CHECK (ending ~ '^[0-9A-Za-z]{4}$'),
    ADD CONSTRAINT integrator_secrets_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL));
-- Two live secrets, never three: whoever issues at the same instant ends here.
CREATE UNIQUE INDEX integrator_secrets_live_key ON integrator_secrets (integrator_id, slot) WHERE ended_at IS NULL;

ALTER TABLE integrator_grants
    -- One account, or one organisation, or one house: nothing is everything.
    ADD CONSTRAINT integrator_grants_target_check CHECK (num_nonnulls(account_id, organisation_id, house_key) = 1),
    ADD CONSTRAINT integrator_grants_house_check CHECK ((street IS NULL) = (house_key IS NULL)),
    ADD CONSTRAINT integrator_grants_days_check CHECK (ends_at IS NULL OR ends_at > starts_at),
    ADD CONSTRAINT integrator_grants_document_check CHECK (document <> ''),
    ADD CONSTRAINT integrator_grants_ended_check CHECK ((ended_at IS NULL) = (ended_by IS NULL));
-- The same is granted once at a time; the agreement of the next year may be written down before this one ends.
-- (btree_gist is there since the recalculations.)
ALTER TABLE integrator_grants
    ADD CONSTRAINT integrator_grants_once EXCLUDE USING gist (integrator_id WITH =,
        coalesce(account_id::text, organisation_id::text, street || chr(10) || house_key) WITH =,
        tstzrange(starts_at, ends_at) WITH &&) WHERE (ended_at IS NULL);

ALTER TABLE integrator_calls
    ADD CONSTRAINT integrator_calls_status_check CHECK (status BETWEEN 100 AND 599),
    ADD CONSTRAINT integrator_calls_count_check CHECK (calls > 0);

-- Whatever takes a secret away takes the row away, and every token with it, at once and on every instance.
CREATE VIEW live_integrator_secrets AS
SELECT s.id,
       s.integrator_id,
       s.secret_hash,
       s.last_used_at
FROM integrator_secrets s
WHERE s.ended_at IS NULL
  AND (s.expires_at IS NULL OR s.expires_at > app_now());

CREATE VIEW live_integrator_grants AS
SELECT g.*
FROM integrator_grants g
JOIN integrators i ON i.id = g.integrator_id AND i.disabled_at IS NULL
WHERE g.ended_at IS NULL
  AND g.starts_at <= app_now()
  AND (g.ends_at IS NULL OR g.ends_at > app_now());

-- Which accounts each integrator may ask about, now: an account that leaves the organisation or is closed leaves as well.
-- Every query of an integrator joins it. An account may stand here twice, by two grants. The number is a column of its
-- own, so that a question for one account, or for those after one, is asked within each of the three.
CREATE VIEW integrator_rights AS
SELECT g.integrator_id,
       a.id AS account_id,
       a.number AS account_number
FROM live_integrator_grants g
JOIN accounts a ON a.id = g.account_id AND a.closed_on IS NULL
UNION ALL
SELECT g.integrator_id,
       a.id AS account_id,
       a.number AS account_number
FROM live_integrator_grants g
JOIN organisation_accounts o ON o.organisation_id = g.organisation_id
JOIN accounts a ON a.id = o.account_id AND a.closed_on IS NULL
UNION ALL
SELECT g.integrator_id,
       a.id AS account_id,
       a.number AS account_number
FROM live_integrator_grants g
JOIN premises p ON p.street = g.street AND p.house_key = g.house_key
JOIN accounts a ON a.premises_id = p.id AND a.closed_on IS NULL;
