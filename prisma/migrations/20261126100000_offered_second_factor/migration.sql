-- No reference to sessions: whoever is shown a secret may be gone before it is, and nothing is read through it.
ALTER TABLE "second_factors" ADD COLUMN     "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
ADD COLUMN     "offered_to" UUID;
