-- The history of an account asks which transaction each of its entries belongs to, and its entries lie on as many
-- pages as there are months. With the transaction in the index none of them is visited.
DROP INDEX ledger_entries_of_account_idx;
CREATE INDEX ledger_entries_of_account_idx ON ledger_entries (account_id, book, service, period)
    INCLUDE (amount_kopecks, transaction_id) WHERE account_id IS NOT NULL;
