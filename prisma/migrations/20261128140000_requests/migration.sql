-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('filed', 'in_work', 'question', 'visit', 'done', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "request_channel" AS ENUM ('account', 'guest', 'public', 'phone', 'office', 'paper');

-- CreateTable
CREATE TABLE "requests" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "request_state" NOT NULL DEFAULT 'filed',
    "happened" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "account_id" UUID,
    "channel" "request_channel" NOT NULL,
    "filed_by" TEXT NOT NULL,
    "user_id" UUID,
    "guest_session_id" UUID,
    "fields" JSONB NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ru',
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "due_on" DATE NOT NULL,
    "assignee_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "wish_key" TEXT NOT NULL,
    "wish_hash" BYTEA NOT NULL,

    CONSTRAINT "requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_events" (
    "id" BIGSERIAL NOT NULL,
    "request_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "state" "request_state" NOT NULL,
    "step" TEXT,
    "actor" TEXT NOT NULL,
    "is_internal" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "wish_key" TEXT NOT NULL,
    "wish_hash" BYTEA NOT NULL,

    CONSTRAINT "request_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_templates" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "kind" TEXT,
    "text" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "answer_templates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "requests_number_key" ON "requests"("number");

-- CreateIndex
CREATE UNIQUE INDEX "requests_wish_key_key" ON "requests"("wish_key");

-- CreateIndex
CREATE INDEX "requests_account_id_filed_at_idx" ON "requests"("account_id", "filed_at");

-- CreateIndex
CREATE INDEX "requests_user_id_idx" ON "requests"("user_id");

-- CreateIndex
CREATE INDEX "requests_guest_session_id_idx" ON "requests"("guest_session_id");

-- CreateIndex
CREATE INDEX "requests_assignee_id_idx" ON "requests"("assignee_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_events_request_id_wish_key_key" ON "request_events"("request_id", "wish_key");

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "requests"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

CREATE SEQUENCE request_numbers;

ALTER TABLE requests
    ADD CONSTRAINT requests_number_check CHECK (number ~ '^R[0-9]{4}-[0-9]{7,12}-[0-9]$'),
    ADD CONSTRAINT requests_happened_check CHECK (happened IS NOT NULL),
    ADD CONSTRAINT requests_wish_check CHECK (length(wish_hash) = 32),
    -- Whether it is closed stands once: queues read the moment, people read the state.
    ADD CONSTRAINT requests_closed_check CHECK ((closed_at IS NOT NULL) = (state IN ('done', 'refused', 'withdrawn')));

ALTER TABLE request_events
    ADD CONSTRAINT request_events_wish_check CHECK (length(wish_hash) = 32),
    ADD CONSTRAINT request_events_step_check CHECK ((type = 'step_done') = (step IS NOT NULL)),
    -- Whoever asks, refuses or answers says why in words.
    ADD CONSTRAINT request_events_text_check
        CHECK (type NOT IN ('noted', 'asked', 'replied', 'done', 'refused', 'reopened') OR length(text) > 0);

-- Queues hold what is open: a few thousand of however many there ever were.
CREATE INDEX requests_queue_idx ON requests (due_on, id) WHERE closed_at IS NULL;
CREATE INDEX requests_queue_of_kind_idx ON requests (kind, due_on, id) WHERE closed_at IS NULL;
CREATE INDEX requests_queue_of_member_idx ON requests (assignee_id, due_on, id) WHERE closed_at IS NULL;
-- What is over is nearly all of them: the newest first.
CREATE INDEX requests_due_idx ON requests (due_on DESC, id DESC);

-- What was said and done stands.
CREATE TRIGGER request_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON request_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE UPDATE, DELETE, TRUNCATE ON request_events FROM PUBLIC;
