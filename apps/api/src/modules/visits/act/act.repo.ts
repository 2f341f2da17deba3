import { VisitResult } from '@rodnik/contract/field-visits'
import type { Tx } from '../../../platform/db.ts'
import type { ActFacts } from './act-facts.ts'

export type RecordedAct = {
  requestId: string
  actNumber: string
  result: VisitResult
  facts: ActFacts
  enteredAt: string
}

/** The act of a visit; undefined where there is none. */
export async function findAct(tx: Tx, visitId: string, timeZone: string): Promise<RecordedAct | undefined> {
  const [row] = await tx.$queryRaw<(Omit<RecordedAct, 'result'> & { result: unknown })[]>`
    SELECT v.request_id AS "requestId", s.act_number AS "actNumber", s.result, s.facts,
      to_char(s.entered_at AT TIME ZONE ${timeZone}, 'DD.MM.YYYY, HH24:MI') AS "enteredAt"
    FROM visit_results s JOIN visits v ON v.id = s.visit_id
    WHERE s.visit_id = ${visitId}::uuid AND s.act_number IS NOT NULL`
  return row && { ...row, result: VisitResult.parse(row.result) }
}

/** What a guest typed of the address, as long as their session lives. */
export async function findTypedAddress(
  tx: Tx,
  sessionId: string,
): Promise<{ house: string; flat: string } | null> {
  const [row] = await tx.$queryRaw<{ house: string; flat: string }[]>`
    SELECT typed_house AS house, typed_flat AS flat FROM live_guest_sessions WHERE id = ${sessionId}::uuid`
  return row ?? null
}
