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

/**
 * Writes down what does not fit. Seen again it is the same row; one that was closed opens again only when the sums
 * have changed since.
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
        state = CASE WHEN d.state = 'closed' AND ${CHANGED} THEN 'open' ELSE d.state END,
        owner_id = CASE WHEN d.state = 'closed' AND ${CHANGED} THEN NULL ELSE d.owner_id END,
        closed_by = CASE WHEN d.state = 'closed' AND ${CHANGED} THEN NULL ELSE d.closed_by END,
        closed_at = CASE WHEN d.state = 'closed' AND ${CHANGED} THEN NULL ELSE d.closed_at END`,
    values: [source, kind, subject, ourKopecks, theirKopecks, JSON.stringify(details)],
  })
}

const CHANGED = '(d.our_kopecks, d.their_kopecks) <> (excluded.our_kopecks, excluded.their_kopecks)'
