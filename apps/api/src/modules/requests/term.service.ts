import { type RequestKindName, requestKinds } from '@rodnik/contract/request-kinds/index'
import { workingCalendar } from '@rodnik/domain/reference/terms'
import { answerDue } from '@rodnik/domain/requests/answer-due'
import type { Tx } from '../../platform/db.ts'
import { findReferenceRows } from '../info/index.ts'

/** The last day for an answer to a request of a kind whose term begins today. */
export async function termOf(tx: Tx, kind: RequestKindName, today: string): Promise<string> {
  const calendar = workingCalendar((await findReferenceRows(tx)).map(({ row }) => row))
  return answerDue(today, requestKinds[kind].deadline, calendar)
}
