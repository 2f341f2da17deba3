-- AlterTable
ALTER TABLE "meter_works" ADD COLUMN     "is_below_billed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "visits" ADD COLUMN     "overtaken_at" TIMESTAMPTZ(3);

-- DropIndex
DROP INDEX "meter_works_meter_id_kind_done_on_key";

-- CreateIndex
CREATE UNIQUE INDEX "meter_works_meter_id_kind_done_on_act_number_key" ON "meter_works"("meter_id", "kind", "done_on", "act_number");

-- ——— What the schema language cannot say ———

-- Two acts of a day may each say that a meter was sealed or read. It comes and leaves once all the same
-- (meter_works_comes_once, meter_works_leaves_once).

-- What was found below the bills was seen on a face.
ALTER TABLE meter_works
    ADD CONSTRAINT meter_works_below_check CHECK (NOT is_below_billed OR value_litres IS NOT NULL);

-- A miss of ours that a late record of the inspector undid. Its place may have gone to another meanwhile.
ALTER TABLE visits
    ADD CONSTRAINT visits_overtaken_check CHECK (overtaken_at IS NULL OR state = 'done' OR missed_by = 'resident');
DROP INDEX visits_one_a_place;
CREATE UNIQUE INDEX visits_one_a_place ON visits (district_code, day, window_from, place)
    WHERE state = 'booked' OR state = 'done' AND overtaken_at IS NULL;

-- What nobody has recorded: few rows of however many there ever were.
CREATE INDEX visits_unrecorded_idx ON visits (day) WHERE state = 'booked';

-- As before, but for one way back: «nobody came» yields to what the inspector recorded at the door.
CREATE OR REPLACE FUNCTION refuse_visit_going_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.request_id, NEW.account_id, NEW.district_code, NEW.day, NEW.window_from, NEW.window_to, NEW.place,
            NEW.booked_by, NEW.booked_at)
        IS DISTINCT FROM (OLD.request_id, OLD.account_id, OLD.district_code, OLD.day, OLD.window_from, OLD.window_to,
            OLD.place, OLD.booked_by, OLD.booked_at)
        OR OLD.state <> 'booked' AND (NEW.state, NEW.missed_by) IS DISTINCT FROM (OLD.state, OLD.missed_by)
            AND NOT (OLD.state = 'missed' AND OLD.missed_by = 'utility' AND OLD.overtaken_at IS NULL
                AND NEW.overtaken_at IS NOT NULL
                AND EXISTS (SELECT FROM visit_results r WHERE r.visit_id = OLD.id))
        OR OLD.overtaken_at IS NOT NULL AND NEW.overtaken_at IS DISTINCT FROM OLD.overtaken_at
    THEN
        RAISE EXCEPTION 'Visit % cannot become what was wished for', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'visits_go_forward';
    END IF;
    RETURN NEW;
END
$$;
