import type { RequestEventType } from '@rodnik/contract/requests'
import type { Tx } from '../../platform/db.ts'
import { languageOf, queueLetter, type ToldVisit } from '../notifications/index.ts'

/** Of what whoever asked is told; what they did themselves they know. */
const TOLD = [
  'asked',
  'scheduled',
  'visit_missed',
  'visit_cancelled',
  'miss_undone',
  'done',
  'refused',
] as const
type Told = (typeof TOLD)[number]

const isTold = (type: RequestEventType): type is Told => TOLD.some((told) => told === type)

type Filer = {
  email: string | null
  language: string
  id: string
  number: string
  kind: string
  dueOn: string
  eventId: bigint
}

/** Somebody with a profile is written to there, as it is now. */
const findFiler = async (tx: Tx, requestId: string): Promise<Filer | undefined> => {
  const [filer] = await tx.$queryRaw<Filer[]>`
    SELECT coalesce(u.email, r.email) AS email, coalesce(u.language, r.language) AS language, r.id, r.number, r.kind,
      r.due_on::text AS "dueOn", (SELECT max(e.id) FROM request_events e WHERE e.request_id = r.id) AS "eventId"
    FROM requests r LEFT JOIN users u ON u.id = r.user_id WHERE r.id = ${requestId}::uuid`
  return filer
}

/** In the transaction of what it tells of. Nobody without an address is written to. @param visit that it is about */
export async function tellFiler(
  tx: Tx,
  requestId: string,
  type: RequestEventType,
  visit?: ToldVisit,
): Promise<void> {
  if (type !== 'filed' && !isTold(type)) return
  const filer = await findFiler(tx, requestId)
  if (!filer || filer.email === null) return
  const { email, language, id, number, kind, dueOn, eventId } = filer
  const whom = { to: email, language: languageOf(language), dedupeKey: `request:${eventId}` }
  if (type === 'filed') {
    await queueLetter(tx, { ...whom, template: 'request_filed', requestId: id, number, kind, dueOn })
  } else {
    const change = { requestId: id, number, kind, event: type, ...(visit && { visit }) }
    await queueLetter(tx, { ...whom, template: 'request_changed', ...change })
  }
}
