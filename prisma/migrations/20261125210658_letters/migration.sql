-- CreateEnum
CREATE TYPE "letter_state" AS ENUM ('queued', 'sending', 'sent', 'rejected', 'failed', 'bounced');

-- CreateTable
CREATE TABLE "letters" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "to_address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "dedupe_key" TEXT,
    "state" "letter_state" NOT NULL DEFAULT 'queued',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "letters_dedupe_key_key" ON "letters"("dedupe_key");

-- CreateIndex
CREATE INDEX "letters_created_at_idx" ON "letters"("created_at");

-- ——— What the schema language cannot say ———

-- An address is one address: nothing that could begin a header, a second recipient or a display name.
ALTER TABLE letters
    ADD CONSTRAINT letters_to_address_check CHECK (
        char_length(to_address) <= 254 AND to_address ~ '^[^[:space:][:cntrl:]<>,;:"()]+@[^[:space:][:cntrl:]<>,;:"()@]+$'
    ),
    ADD CONSTRAINT letters_language_check CHECK (language IN ('ru', 'en')),
    ADD CONSTRAINT letters_attempts_check CHECK (attempts >= 0);

-- Nearly all letters are sent: the few that wait, are under way or never arrived have small indexes of their own.
CREATE INDEX letters_queue_idx ON letters (next_attempt_at) WHERE state = 'queued';
CREATE INDEX letters_under_way_idx ON letters (claimed_at) WHERE state = 'sending';
CREATE INDEX letters_undelivered_idx ON letters (created_at DESC) WHERE state IN ('rejected', 'failed', 'bounced');

-- Whoever writes letters, by whatever statement, wakes the worker in the same transaction: a letter that is
-- rolled back takes its job with it. The job only says "look"; without pg-boss the worker's own look finds the letter.
CREATE FUNCTION wake_letter_worker() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pgboss.queue') IS NOT NULL AND EXISTS (SELECT FROM written) THEN
        INSERT INTO pgboss.job (name) SELECT name FROM pgboss.queue WHERE name = 'letters';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER letters_wake_worker AFTER INSERT ON letters
    REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION wake_letter_worker();
