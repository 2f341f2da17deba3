-- CreateEnum
CREATE TYPE "news_state" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "library_sections" (
    "code" TEXT NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "library_sections_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "library_documents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT,
    "section_code" TEXT NOT NULL,
    "title_ru" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "description_ru" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "valid_from" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_published" BOOLEAN NOT NULL DEFAULT true,
    "form" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "wish_key" TEXT,
    "wish_hash" BYTEA,

    CONSTRAINT "library_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "library_files" (
    "document_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "attachment_id" UUID NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "library_files_pkey" PRIMARY KEY ("document_id","number")
);

-- CreateTable
CREATE TABLE "supply_outages" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "services" TEXT[],
    "title_ru" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "advice_ru" TEXT NOT NULL,
    "advice_en" TEXT NOT NULL,
    "water_ru" TEXT NOT NULL,
    "water_en" TEXT NOT NULL,
    "streets" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "expected_end_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "wish_key" TEXT NOT NULL,
    "wish_hash" BYTEA NOT NULL,

    CONSTRAINT "supply_outages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "news" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state" "news_state" NOT NULL DEFAULT 'draft',
    "title_ru" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "body_ru" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "publish_from" TIMESTAMPTZ(3),
    "publish_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "wish_key" TEXT NOT NULL,
    "wish_hash" BYTEA NOT NULL,

    CONSTRAINT "news_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "library_documents_code_key" ON "library_documents"("code");

-- CreateIndex
CREATE UNIQUE INDEX "library_documents_wish_key_key" ON "library_documents"("wish_key");

-- CreateIndex
CREATE INDEX "library_documents_section_code_idx" ON "library_documents"("section_code");

-- CreateIndex
CREATE UNIQUE INDEX "library_files_attachment_id_key" ON "library_files"("attachment_id");

-- CreateIndex
CREATE UNIQUE INDEX "supply_outages_wish_key_key" ON "supply_outages"("wish_key");

-- CreateIndex
CREATE INDEX "supply_outages_starts_at_idx" ON "supply_outages"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "news_wish_key_key" ON "news"("wish_key");

-- CreateIndex
CREATE INDEX "news_publish_from_idx" ON "news"("publish_from");

-- AddForeignKey
ALTER TABLE "library_documents" ADD CONSTRAINT "library_documents_section_code_fkey" FOREIGN KEY ("section_code") REFERENCES "library_sections"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "library_files" ADD CONSTRAINT "library_files_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "library_documents"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "library_files" ADD CONSTRAINT "library_files_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

-- Office documents come by a door of their own, for the library alone; none of them is a picture.
ALTER TABLE attachments
    DROP CONSTRAINT attachments_uploader_check,
    ADD CONSTRAINT attachments_uploader_check
        CHECK (uploader ~ '^((guest|user|staff|library):[0-9a-f-]{36}|system)$'),
    DROP CONSTRAINT attachments_type_check,
    ADD CONSTRAINT attachments_type_check CHECK (type IN (
        'image/jpeg', 'image/png', 'application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.oasis.opendocument.text'
    ));

ALTER TABLE supply_outages
    ALTER COLUMN services SET NOT NULL,
    ADD CONSTRAINT supply_outages_kind_check CHECK (kind IN ('planned', 'emergency')),
    ADD CONSTRAINT supply_outages_services_check CHECK (
        cardinality(services) BETWEEN 1 AND 3
        AND services <@ ARRAY['cold_water', 'hot_water', 'wastewater']
    ),
    ADD CONSTRAINT supply_outages_streets_check CHECK (
        jsonb_typeof(streets) = 'array' AND jsonb_array_length(streets) BETWEEN 1 AND 300
    ),
    ADD CONSTRAINT supply_outages_expected_check CHECK (expected_end_at > starts_at),
    ADD CONSTRAINT supply_outages_ended_check CHECK (ended_at >= starts_at),
    -- What was called off has not ended, and says why.
    ADD CONSTRAINT supply_outages_cancelled_check CHECK (
        (cancelled_at IS NULL) = (cancel_reason IS NULL) AND num_nonnulls(ended_at, cancelled_at) <= 1
    ),
    ADD CONSTRAINT supply_outages_version_check CHECK (version >= 1);

ALTER TABLE news
    ADD CONSTRAINT news_published_check CHECK (state = 'draft' OR publish_from IS NOT NULL),
    ADD CONSTRAINT news_until_check CHECK (publish_until > publish_from),
    ADD CONSTRAINT news_version_check CHECK (version >= 1);

ALTER TABLE library_documents
    ADD CONSTRAINT library_documents_form_check CHECK (jsonb_typeof(form) = 'object'),
    ADD CONSTRAINT library_documents_wish_check CHECK ((wish_key IS NULL) = (wish_hash IS NULL)),
    ADD CONSTRAINT library_documents_version_check CHECK (version >= 1);

ALTER TABLE library_files ADD CONSTRAINT library_files_number_check CHECK (number BETWEEN 1 AND 10000);

-- Whoever was given an older version can be shown it.
CREATE TRIGGER library_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON library_files
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE UPDATE, DELETE, TRUNCATE ON library_files FROM PUBLIC;
