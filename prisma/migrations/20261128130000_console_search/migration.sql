-- ——— What the schema language cannot say: what the search of the console asks ———

-- Any part of a number. `number` is of fixed length, and only text has parts.
CREATE INDEX accounts_number_part_idx ON accounts USING gin ((number::text) gin_trgm_ops);
CREATE INDEX meters_serial_part_idx ON meters USING gin (translate(lower(serial), 'ё', 'е') gin_trgm_ops);

-- The beginning of an e-mail, whatever the collation of the database.
CREATE INDEX users_email_start_idx ON users (lower(email) text_pattern_ops);
CREATE INDEX users_name_words_idx ON users USING gin (holder_words(name));

-- The number of a contract as it is typed.
CREATE INDEX legal_terms_contract_idx ON legal_terms (translate(lower(contract_number), 'ё', 'е'));
