-- CreateIndex
CREATE INDEX "audit_events_at_id_idx" ON "audit_events"("at", "id");

-- ——— What the schema language cannot say: the search of the staff console ———

-- Their true cost is told, or the planner would rather work out the words of each row than ask the index.

-- The words of a street or a name as `readSearch` cuts them: small letters, е for ё, whatever the locale.
CREATE FUNCTION search_words(phrase text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
RETURN array_remove(
    regexp_split_to_array(
        translate(lower(phrase), 'ёЁАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ', 'ееабвгдежзийклмнопрстуфхцчшщъыьэюя'),
        '[^0-9a-zа-я]+'
    ),
    ''
);

-- The street by its words, house and flat by their keys: «h:12», «f:45». The kinds of lexemes never meet.
CREATE FUNCTION address_words(street text, house_weak_key text, flat_key text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
RETURN array_to_tsvector(search_words(street) || ARRAY['h:' || house_weak_key, 'f:' || flat_key]);

CREATE FUNCTION holder_words(holder_name text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
RETURN array_to_tsvector(search_words(holder_name));

CREATE INDEX premises_words_idx ON premises USING gin (address_words(street, house_weak_key, flat_key));
CREATE INDEX accounts_holder_words_idx ON accounts USING gin (holder_words(holder_name));
