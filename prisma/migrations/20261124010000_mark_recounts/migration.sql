-- A month whose volume is worked out anew, because an earlier month was replaced, gets a row that nobody sent.
-- It names the reading that it counts, so that such a row is not taken for another reading of the month.
ALTER TABLE readings ADD COLUMN recount_of INTEGER,
    -- The schema language cannot say this.
    ADD CONSTRAINT readings_recount_check CHECK (recount_of < revision AND submission_id IS NULL OR recount_of IS NULL);
