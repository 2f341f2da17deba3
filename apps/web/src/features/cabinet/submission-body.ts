import type { NewSubmission } from '@rodnik/contract/submissions'
import type { Row } from './use-readings.ts'

/** Only what is filled in and can be taken; the rest may follow another day. */
export function submissionOf(rows: readonly Row[]): NewSubmission {
  const readings = rows.flatMap(({ meter, judged, confirmed }) =>
    judged.outcome === 'accepted'
      ? [
          {
            meterId: meter.id,
            valueLitres: judged.valueLitres,
            seenRevision: meter.revision,
            ...(confirmed.length > 0 && { confirmed }),
          },
        ]
      : [],
  )
  return { readings }
}

/** What makes two submissions the same intention. What the page has seen meanwhile is not part of it. */
export function fingerprintOf({ readings }: NewSubmission): string {
  return JSON.stringify(readings.map(({ meterId, valueLitres }) => [meterId, valueLitres]))
}
