import type { StepDone } from '@rodnik/contract/staff-requests'
import type { Tx } from '../../platform/db.ts'

type Proof = (tx: Tx, requestId: string) => Promise<boolean>

/** Credentials were handed over to an organisation with this ИНН after it had asked. */
const credentials: Proof = async (tx, id) => {
  const [row] = await tx.$queryRaw<{ isProven: boolean }[]>`
    SELECT EXISTS (SELECT FROM credential_issues i JOIN organisations o ON o.id = i.organisation_id
      WHERE o.inn = r.fields->>'inn' AND i.issued_at >= r.filed_at) AS "isProven"
    FROM requests r WHERE r.id = ${id}::uuid`
  return row?.isProven ?? false
}

/** The account's data say what was asked: an absence of these days and persons, or so many living there since then. */
const facts: Proof = async (tx, id) => {
  const [row] = await tx.$queryRaw<{ isProven: boolean }[]>`
    SELECT coalesce(CASE r.kind
      WHEN 'absence' THEN EXISTS (SELECT FROM absences a WHERE a.account_id = r.account_id
        AND a.left_on = (r.fields->>'leftOn')::date AND a.returned_on = (r.fields->>'returnedOn')::date
        AND a.persons = (r.fields->>'persons')::int)
      WHEN 'persons' THEN (SELECT p.persons FROM account_persons p WHERE p.account_id = r.account_id
        AND p.valid_from <= (r.fields->>'since')::date ORDER BY p.valid_from DESC LIMIT 1)
        = (r.fields->>'persons')::int
      END, false) AS "isProven"
    FROM requests r WHERE r.id = ${id}::uuid`
  return row?.isProven ?? false
}

/** How the data show that a step has happened which the office does elsewhere. */
export const STEP_PROOFS: Record<StepDone['step'], Proof> = { credentials, facts }
