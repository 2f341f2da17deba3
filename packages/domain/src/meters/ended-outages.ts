import type { MeterWorkKind } from '@rodnik/contract/meter-works'
import type { PastOutage } from '../billing/past-outage.ts'
import { addDays } from '../calendar/days.ts'
import type { MeterPapers } from './work-rules.ts'

type Papers = Pick<MeterPapers, 'verificationDueOn' | 'failedOn' | 'accessRefusedOn'>
type Ended = Omit<PastOutage, 'openingLitres'>

const ENDS: Partial<Record<MeterWorkKind, readonly Ended['reason'][]>> = {
  verify: ['expired'],
  // What comes from a repair is verified with it (Rules 354, п. 81(12)).
  repair: ['failed', 'expired'],
  access_given: ['refused_access'],
}

/** The times out of use that a work ends: bills of their months go on seeing them. */
export function endedOutages(kind: MeterWorkKind, papers: Papers, doneOn: string): Ended[] {
  const since = {
    expired: papers.verificationDueOn === null ? null : addDays(papers.verificationDueOn, 1),
    failed: papers.failedOn,
    refused_access: papers.accessRefusedOn,
  }
  return (ENDS[kind] ?? []).flatMap((reason) => {
    const from = since[reason]
    return from !== null && from < doneOn ? [{ reason, since: from, endedOn: doneOn }] : []
  })
}
