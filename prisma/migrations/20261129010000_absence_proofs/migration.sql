-- Requests name the papers of an absence as the form does in which it is recorded.
UPDATE requests
SET fields = jsonb_set(fields, '{proof}',
    CASE fields ->> 'proof' WHEN 'tickets' THEN '"travel_tickets"'::jsonb ELSE '"lodging"'::jsonb END)
WHERE kind = 'absence' AND fields ->> 'proof' IN ('tickets', 'hotel_bills');
