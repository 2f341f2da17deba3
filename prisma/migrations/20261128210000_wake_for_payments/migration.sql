-- Moments are kept in whole milliseconds: one that was rounded up lay ahead of the clock when the trigger looked, the
-- worker was not woken, and a payer waited for its next round, up to a minute.
DROP TRIGGER payments_wake_worker ON payments;
CREATE TRIGGER payments_wake_worker AFTER INSERT OR UPDATE OF next_ask_at ON payments
    FOR EACH ROW WHEN (NEW.next_ask_at <= app_now() + interval '1 second') EXECUTE FUNCTION wake_payment_worker();

DROP TRIGGER payment_corrections_wake_worker ON payment_corrections;
CREATE TRIGGER payment_corrections_wake_worker AFTER INSERT ON payment_corrections
    FOR EACH ROW WHEN (NEW.next_try_at <= app_now() + interval '1 second') EXECUTE FUNCTION wake_payment_worker();
