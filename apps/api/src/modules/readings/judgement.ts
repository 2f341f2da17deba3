import type { ReadingIssue } from '@rodnik/contract/reading-issue'
import type { Source, SubmittedReading } from '@rodnik/contract/submissions'
import { judgeReading, type Verdict } from '@rodnik/domain/readings/judge-reading'
import type { BusinessDay } from '../info/index.ts'
import type { KnownMeter } from './cabinet.repo.ts'
import type { WantedReading } from './wish.ts'

type Accepted = Extract<Verdict, { outcome: 'accepted' }>
export type JudgedReading = {
  meter: KnownMeter
  valueLitres: number
  verdict: Accepted
  state: SubmittedReading['state']
  reviewReason: Accepted['reviewReason'] | 'over_confirmed'
}

const WITHOUT_PROOF = new Set<Source>(['accountless', 'quick_form'])

/** A reading that a stranger could have sent never replaces one sent by the owner or by staff. */
const isOverConfirmed = (source: Source, current: Source | null) =>
  WITHOUT_PROOF.has(source) && current !== null && current !== 'import' && !WITHOUT_PROOF.has(current)

/** Judges each reading by the shared rule; the issues name every reading that was not taken. */
export function judgeAll(
  wanted: WantedReading[],
  day: BusinessDay,
  source: Source,
): { judged: JudgedReading[]; issues: ReadingIssue[] } {
  const judged: JudgedReading[] = []
  const issues: ReadingIssue[] = []
  wanted.forEach(({ meter, valueLitres, confirmed }, index) => {
    const verdict = judgeReading({
      meter,
      valueLitres,
      window: day.window,
      today: day.today,
      confirmed: confirmed ?? [],
    })
    if (verdict.outcome !== 'accepted') {
      issues.push({ index, ...verdict })
      return
    }
    const isForReview = isOverConfirmed(source, meter.currentSource)
    judged.push({
      meter,
      valueLitres,
      verdict,
      state: isForReview ? 'on_review' : 'accepted',
      reviewReason: isForReview ? 'over_confirmed' : verdict.reviewReason,
    })
  })
  return { judged, issues }
}
