import { billOf } from '../bills/bills.sql.ts'

/** $1 person, $2 account. A helper was given the bill, not the name. No row: this person has no right to it now. */
export const PAYER_OF_PERSON = {
  name: 'payer-of-person',
  text: `
    SELECT CASE r.role WHEN 'helper' THEN '' ELSE a.holder_name END AS name, a.housing_group AS "housingGroup"
    FROM account_rights r JOIN accounts a ON a.id = r.account_id
    WHERE r.user_id = $1::uuid AND r.account_id = $2::uuid
    ORDER BY r.role = 'helper' LIMIT 1`,
}

/** For the printing press, which has every account. $1 first day of the month, $2 account. */
export const BILL_OF_ACCOUNT = {
  name: 'bill-of-account',
  text: billOf(`
    SELECT a.id AS account_id, a.number, a.kind, p.street, p.house, p.flat
    FROM accounts a JOIN premises p ON p.id = a.premises_id
    WHERE a.id = $2::uuid`),
}
