-- What a step has done, as it was shown when it was decided: the numbers of an approved correction are history, not
-- something to be worked out anew.
ALTER TABLE request_events ADD COLUMN details jsonb;

ALTER TABLE request_events
    ADD CONSTRAINT request_events_details_check CHECK (details IS NULL OR type = 'step_done');
