-- CreateEnum
CREATE TYPE "attachment_state" AS ENUM ('arriving', 'ready', 'claimed');

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "state" "attachment_state" NOT NULL DEFAULT 'arriving',
    "uploader" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "declared_bytes" INTEGER NOT NULL,
    "checking_since" TIMESTAMPTZ(3),
    "type" TEXT,
    "bytes" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" BYTEA,
    "file_key" UUID,
    "preview_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ready_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_parts" (
    "attachment_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "attachment_parts_pkey" PRIMARY KEY ("attachment_id","part")
);

-- CreateTable
CREATE TABLE "files_to_remove" (
    "key" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "files_to_remove_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "files_to_remove_due_at_idx" ON "files_to_remove"("due_at");

-- AddForeignKey
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

-- What somebody sends, and what has to be counted of it.
CREATE INDEX attachments_uploader_idx ON attachments (uploader) WHERE state <> 'claimed';
-- What the worker looks through for files that nobody took.
CREATE INDEX attachments_unclaimed_idx ON attachments (created_at) WHERE state <> 'claimed';

ALTER TABLE attachments
    ADD CONSTRAINT attachments_uploader_check CHECK (uploader ~ '^((guest|user|staff):[0-9a-f-]{36}|system)$'),
    ADD CONSTRAINT attachments_name_check CHECK (length(name) BETWEEN 1 AND 200),
    ADD CONSTRAINT attachments_declared_bytes_check CHECK (declared_bytes BETWEEN 1 AND 15728640),
    ADD CONSTRAINT attachments_type_check CHECK (type IN ('image/jpeg', 'image/png', 'application/pdf')),
    ADD CONSTRAINT attachments_bytes_check CHECK (bytes > 0),
    ADD CONSTRAINT attachments_size_check CHECK (width > 0 AND height > 0),
    -- A file is known whole, or not at all; a picture has its size and its preview, nothing else has.
    ADD CONSTRAINT attachments_kept_check CHECK (
        CASE WHEN state = 'arriving'
            THEN num_nonnulls(type, bytes, width, height, sha256, file_key, preview_key, ready_at) = 0
            ELSE num_nulls(type, bytes, sha256, file_key, ready_at) = 0
                AND num_nonnulls(width, height, preview_key) = CASE WHEN type LIKE 'image/%' THEN 3 ELSE 0 END
        END
    ),
    ADD CONSTRAINT attachments_claimed_check CHECK ((state = 'claimed') = (claimed_at IS NOT NULL));

ALTER TABLE attachment_parts
    ADD CONSTRAINT attachment_parts_part_check CHECK (part BETWEEN 0 AND 119),
    ADD CONSTRAINT attachment_parts_content_check CHECK (octet_length(content) BETWEEN 1 AND 131072);
-- Photos are packed already: packing them once more is work for nothing.
ALTER TABLE attachment_parts ALTER COLUMN content SET STORAGE EXTERNAL;

-- However a row goes, its files go after it.
CREATE FUNCTION remove_files_of_attachment() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO files_to_remove (key, due_at)
    SELECT key, app_now() FROM unnest(ARRAY[OLD.file_key, OLD.preview_key]) AS key WHERE key IS NOT NULL
    ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at;
    RETURN NULL;
END
$$;

CREATE TRIGGER attachments_remove_files AFTER DELETE ON attachments
    FOR EACH ROW EXECUTE FUNCTION remove_files_of_attachment();
