-- CreateEnum
CREATE TYPE "link_role" AS ENUM ('owner', 'helper');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('legal_entity', 'sole_trader');

-- CreateEnum
CREATE TYPE "user_kind" AS ENUM ('resident', 'organisation', 'staff');

-- CreateEnum
CREATE TYPE "session_method" AS ENUM ('password', 'esia');

-- CreateEnum
CREATE TYPE "staff_role_name" AS ENUM ('operator', 'clerk', 'inspector', 'administrator');

-- CreateTable
CREATE TABLE "account_links" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "link_role" NOT NULL,
    "can_submit" BOOLEAN NOT NULL DEFAULT true,
    "can_pay" BOOLEAN NOT NULL DEFAULT true,
    "label" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL,
    "given_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "account_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "helper_invitations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "inviter_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "can_submit" BOOLEAN NOT NULL,
    "can_pay" BOOLEAN NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "helper_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "inn" TEXT NOT NULL,
    "kpp" TEXT NOT NULL DEFAULT '',
    "ogrn" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL DEFAULT '',
    "contact_email" TEXT NOT NULL DEFAULT '',
    "contact_phone" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_accounts" (
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "organisation_accounts_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "organisation_documents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "shown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "organisation_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("organisation_id","user_id")
);

-- CreateTable
CREATE TABLE "credential_issues" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "document" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "credential_issues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "user_kind" NOT NULL,
    "email" TEXT,
    "login" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ru',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "disabled_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passwords" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "passwords_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "registrations" (
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "consent_version" TEXT NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registrations_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("purpose","subject")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "method" "session_method" NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "is_complete" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "refresh_seed" BYTEA NOT NULL,
    "refresh_hash" BYTEA NOT NULL,
    "refresh_generation" INTEGER NOT NULL DEFAULT 1,
    "seen_generation" INTEGER NOT NULL DEFAULT 0,
    "rotated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "external_identities_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "esia_attempts" (
    "id" UUID NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "user_id" UUID,
    "memory" JSONB NOT NULL,
    "person" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "returned_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "esia_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_changes" (
    "user_id" UUID NOT NULL,
    "new_email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "new_confirmed_at" TIMESTAMPTZ(3),
    "old_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_changes_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "data_exports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "ready_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "content" BYTEA,

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_roles" (
    "user_id" UUID NOT NULL,
    "role" "staff_role_name" NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "staff_roles_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "second_factors" (
    "user_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "user_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("user_id","hash")
);

-- CreateIndex
CREATE INDEX "account_links_user_id_idx" ON "account_links"("user_id");

-- CreateIndex
CREATE INDEX "account_links_account_id_idx" ON "account_links"("account_id");

-- CreateIndex
CREATE INDEX "helper_invitations_account_id_idx" ON "helper_invitations"("account_id");

-- CreateIndex
CREATE INDEX "organisations_contact_email_idx" ON "organisations"("contact_email");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_inn_kpp_key" ON "organisations"("inn", "kpp");

-- CreateIndex
CREATE INDEX "organisation_accounts_organisation_id_idx" ON "organisation_accounts"("organisation_id");

-- CreateIndex
CREATE INDEX "organisation_documents_organisation_id_idx" ON "organisation_documents"("organisation_id");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "credential_issues_organisation_id_idx" ON "credential_issues"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_login_key" ON "users"("login");

-- CreateIndex
CREATE INDEX "users_phone_idx" ON "users"("phone");

-- CreateIndex
CREATE INDEX "registrations_expires_at_idx" ON "registrations"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_hash_key" ON "one_time_tokens"("hash");

-- CreateIndex
CREATE INDEX "one_time_tokens_expires_at_idx" ON "one_time_tokens"("expires_at");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "external_identities_user_id_idx" ON "external_identities"("user_id");

-- CreateIndex
CREATE INDEX "esia_attempts_expires_at_idx" ON "esia_attempts"("expires_at");

-- CreateIndex
CREATE INDEX "consents_user_id_idx" ON "consents"("user_id");

-- CreateIndex
CREATE INDEX "data_exports_user_id_idx" ON "data_exports"("user_id");

-- CreateIndex
CREATE INDEX "data_exports_expires_at_idx" ON "data_exports"("expires_at");

-- CreateIndex
CREATE INDEX "audit_events_actor_at_idx" ON "audit_events"("actor", "at");

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "helper_invitations" ADD CONSTRAINT "helper_invitations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_accounts" ADD CONSTRAINT "organisation_accounts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_accounts" ADD CONSTRAINT "organisation_accounts_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_documents" ADD CONSTRAINT "organisation_documents_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_issues" ADD CONSTRAINT "credential_issues_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passwords" ADD CONSTRAINT "passwords_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_exports" ADD CONSTRAINT "data_exports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ——— What the schema language cannot say ———

ALTER TABLE users
    -- A login is compared as it is stored: only the normal form is.
    ADD CONSTRAINT users_email_check CHECK (email = lower(trim(email)) AND email ~ '^[^@[:cntrl:]]+@[^@[:cntrl:]]+$' AND length(email) <= 254),
    ADD CONSTRAINT users_phone_check CHECK (phone ~ '^\+79\d{9}$'),
    ADD CONSTRAINT users_language_check CHECK (language IN ('ru', 'en')),
    -- Only organisations have an issued login, and they have nothing else to sign in with.
    ADD CONSTRAINT users_login_check CHECK ((kind = 'organisation') = (login IS NOT NULL) AND (login IS NULL OR email IS NULL)),
    ADD CONSTRAINT users_deleted_check CHECK (deleted_at IS NULL OR (email IS NULL AND phone IS NULL AND name = ''));

ALTER TABLE passwords
    -- Whoever gets a password from the office has so long to come in and choose another one.
    ADD CONSTRAINT passwords_expires_check CHECK (expires_at IS NULL OR must_change);

ALTER TABLE sessions
    ADD CONSTRAINT sessions_generation_check CHECK (refresh_generation >= 1 AND seen_generation BETWEEN 0 AND refresh_generation);
-- last_seen_at changes at every request.
ALTER TABLE sessions SET (fillfactor = 70);

-- A person links an account once; two requests at the same instant end here.
CREATE UNIQUE INDEX account_links_live_key ON account_links (user_id, account_id) WHERE ended_at IS NULL;
-- One open invitation of an e-mail to an account.
CREATE UNIQUE INDEX helper_invitations_open_key ON helper_invitations (account_id, email)
    WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
-- One agreement to a version in force.
CREATE UNIQUE INDEX consents_live_key ON consents (user_id, document, version) WHERE withdrawn_at IS NULL;
-- One export being made for a person.
CREATE UNIQUE INDEX data_exports_open_key ON data_exports (user_id) WHERE ready_at IS NULL AND failed_at IS NULL;

ALTER TABLE organisations
    ADD CONSTRAINT organisations_inn_check CHECK (inn ~ CASE kind WHEN 'legal_entity' THEN '^\d{10}$' ELSE '^\d{12}$' END),
    ADD CONSTRAINT organisations_kpp_check CHECK (kpp ~ CASE kind WHEN 'legal_entity' THEN '^\d{4}[0-9A-Z]{2}\d{3}$' ELSE '^$' END),
    ADD CONSTRAINT organisations_ogrn_check CHECK (ogrn ~ CASE kind WHEN 'legal_entity' THEN '^\d{13}$' ELSE '^\d{15}$' END);

-- U-100001, U-100002 …: short enough to be typed from paper.
CREATE SEQUENCE organisation_logins START 100001;

-- The sessions that still carry rights. Idle: 30 minutes, staff 15; whatever takes a right away takes the row
-- away, at once and on every instance.
CREATE VIEW live_sessions AS
SELECT s.id,
       s.user_id,
       u.kind,
       s.method,
       s.is_complete,
       coalesce(p.must_change, false) AS must_change_password,
       s.expires_at,
       s.last_seen_at,
       s.refresh_seed,
       s.refresh_hash,
       s.refresh_generation,
       s.seen_generation,
       s.rotated_at
FROM sessions s
JOIN users u ON u.id = s.user_id
LEFT JOIN passwords p ON p.user_id = s.user_id AND s.method = 'password'
WHERE s.ended_at IS NULL
  AND s.expires_at > app_now()
  AND s.last_seen_at > app_now() - CASE u.kind WHEN 'staff' THEN interval '15 minutes' ELSE interval '30 minutes' END
  AND u.disabled_at IS NULL
  AND u.deleted_at IS NULL;

-- What each person may do with each account, now. Every query of a person's data joins it.
CREATE VIEW account_rights AS
SELECT l.user_id,
       l.account_id,
       l.id AS link_id,
       l.role::text AS role,
       l.can_submit,
       l.can_pay
FROM account_links l
JOIN accounts a ON a.id = l.account_id AND a.closed_on IS NULL
WHERE l.ended_at IS NULL
  AND (l.ends_at IS NULL OR l.ends_at > app_now())
UNION ALL
SELECT m.user_id,
       o.account_id,
       NULL AS link_id,
       'organisation' AS role,
       true AS can_submit,
       true AS can_pay
FROM memberships m
JOIN organisation_accounts o ON o.organisation_id = m.organisation_id
JOIN accounts a ON a.id = o.account_id AND a.closed_on IS NULL;
