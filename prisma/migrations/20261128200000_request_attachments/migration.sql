-- CreateTable
CREATE TABLE "request_attachments" (
    "attachment_id" UUID NOT NULL,
    "event_id" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "request_attachments_pkey" PRIMARY KEY ("attachment_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "request_attachments_event_id_place_key" ON "request_attachments"("event_id", "place");

-- AddForeignKey
ALTER TABLE "request_attachments" ADD CONSTRAINT "request_attachments_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "request_attachments" ADD CONSTRAINT "request_attachments_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "request_events"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ——— What the schema language cannot say ———

ALTER TABLE request_attachments
    ADD CONSTRAINT request_attachments_place_check CHECK (place BETWEEN 0 AND 9);

-- What was sent along stands, as what was said.
CREATE TRIGGER request_attachments_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON request_attachments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

REVOKE UPDATE, DELETE, TRUNCATE ON request_attachments FROM PUBLIC;
