-- AlterTable
ALTER TABLE "credential_issues" ADD COLUMN     "replaces_id" UUID;

-- CreateIndex
CREATE INDEX "organisations_name_id_idx" ON "organisations"("name", "id");

-- ——— What the schema language cannot say ———

-- The issues of an organisation are a chain: one first, and each replaced once. Two at the same instant end here.
ALTER TABLE credential_issues
    ADD CONSTRAINT credential_issues_chain_key UNIQUE NULLS NOT DISTINCT (organisation_id, replaces_id),
    ADD CONSTRAINT credential_issues_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES credential_issues (id),
    ADD CONSTRAINT credential_issues_reason_check CHECK (replaces_id IS NULL OR reason <> '');

-- A part of a name, anywhere in it. The extension comes with PostgreSQL, and the owner of a database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX organisations_name_part_idx ON organisations USING gin (lower(name) gin_trgm_ops);
