import { refuseRepeatedAccounts } from './accounts.sql.ts'
import { refuseUnknownAccounts } from './known-accounts.sql.ts'

const refuseResidents = `
  UPDATE staged SET reason = 'not_an_organisation|account|' || account
  FROM accounts a WHERE a.number = staged.account AND a.kind <> 'legal' AND staged.reason IS NULL`

export const refusals = [refuseRepeatedAccounts, refuseUnknownAccounts, refuseResidents]

const FIELDS = [
  'contract_number',
  'contract_signed_on',
  'guaranteed_month_litres',
  'guaranteed_until_on',
  'pipe_diameter_mm',
  'advance_percent',
  'advance_day',
  'penalty_payer',
]

/** What the file has no column for stays as it is. */
export const keepAbsent = (isPresent: (field: string) => boolean): string | undefined => {
  const absent = FIELDS.filter((field) => !isPresent(field))
  if (absent.length === 0) return undefined
  return `
    UPDATE staged SET ${absent.map((field) => `${field} = known.${field}`).join(', ')}
    FROM legal_terms known JOIN accounts a ON a.id = known.account_id
    WHERE a.number = staged.account AND staged.reason IS NULL`
}

const isChanged = `(${FIELDS.map((field) => `t.${field} IS DISTINCT FROM s.${field}`).join(' OR ')})`
const live = `FROM staged s JOIN accounts a ON a.number = s.account
  LEFT JOIN legal_terms t ON t.account_id = a.id WHERE s.reason IS NULL`

export const countContracts = `
  SELECT count(*) FILTER (WHERE t.account_id IS NULL)::int AS added,
         count(*) FILTER (WHERE t.account_id IS NOT NULL AND ${isChanged})::int AS changed,
         count(*) FILTER (WHERE t.account_id IS NOT NULL AND NOT ${isChanged})::int AS unchanged
  ${live}`

export const writeContracts = `
  INSERT INTO legal_terms (account_id, ${FIELDS.join(', ')})
  SELECT a.id, ${FIELDS.map((field) => `s.${field}`).join(', ')} ${live} AND (t.account_id IS NULL OR ${isChanged})
  ON CONFLICT (account_id) DO UPDATE SET ${FIELDS.map((field) => `${field} = excluded.${field}`).join(', ')}`
