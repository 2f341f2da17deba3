-- Imported readings have no submission, and they are nearly all: an index without them is small to keep.
-- Partial, which the schema language cannot say.
DROP INDEX readings_submission_id_idx;
CREATE INDEX readings_of_submission_idx ON readings (submission_id) WHERE submission_id IS NOT NULL;
