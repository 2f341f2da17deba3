import type { ClientBase } from 'pg'

export type Difference = {
  source: 'acquirer' | 'registry' | 'terminal' | 'statement'
  kind: string
  /** In the source's own numbers. */
  subject: string
  ourKopecks: number
  theirKopecks: number
  /** Numbers and days, nothing of a person. */
  details: Record<string, string | number | null>
}

const CHANGED = '(d.our_kopecks, d.their_kopecks) <> (excluded.our_kopecks, excluded.their_kopecks)'
const REOPENED = `d.state = 'closed' AND ${CHANGED}`

/**
 * Writes down what does not fit. Seen again it is the same row, written at most once an hour while nothing is new;
 * one that was closed opens again only when the sums have changed since.
 */
export async function noteDifference(
  client: Pick<ClientBase, 'query'>,
  { source, kind, subject, ourKopecks, theirKopecks, details }: Difference,
): Promise<void> {
  await client.query({
    name: 'note-difference',
    text: `
      INSERT INTO payment_differences AS d (source, kind, subject, our_kopecks, their_kopecks, details)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (source, kind, subject) DO UPDATE SET seen_at = app_now(), our_kopecks = excluded.our_kopecks,
        their_kopecks = excluded.their_kopecks, details = excluded.details,
        state = CASE WHEN ${REOPENED} THEN 'open' ELSE d.state END,
        owner_id = CASE WHEN ${REOPENED} THEN NULL ELSE d.owner_id END,
        closed_by = CASE WHEN ${REOPENED} THEN NULL ELSE d.closed_by END,
        closed_at = CASE WHEN ${REOPENED} THEN NULL ELSE d.closed_at END
      WHERE ${CHANGED} OR d.details <> excluded.details OR d.seen_at < app_now() - interval '1 hour'`,
    values: [source, kind, subject, ourKopecks, theirKopecks, JSON.stringify(details)],
  })
}
