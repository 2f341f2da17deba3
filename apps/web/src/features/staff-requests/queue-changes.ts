import type { QueuedRequest } from '@rodnik/contract/staff-requests'

type Page = { requests: readonly QueuedRequest[]; nextCursor: string | null }
export type QueueRow = { request: QueuedRequest; isGone: boolean }

/** By the order of the queue. */
const isAfter = (a: QueuedRequest, b: QueuedRequest) =>
  a.dueOn === b.dueOn ? a.id > b.id : a.dueOn > b.dueOn

/**
 * Rows that are shown, with what is new about each of them; none moves and none goes away under the hand. How many
 * have come and gone is told beside them.
 */
export function queueChanges(shown: readonly QueuedRequest[], fresh: Page | undefined) {
  if (!fresh) return { rows: shown.map((request) => ({ request, isGone: false })), come: 0, gone: 0 }
  const now = new Map(fresh.requests.map((request) => [request.id, request]))
  const last = fresh.requests.at(-1)
  // Beyond the last row of the page that was looked at nobody knows.
  const isLookedAt = (request: QueuedRequest) =>
    fresh.nextCursor === null || last === undefined || !isAfter(request, last)
  const rows: QueueRow[] = shown.map((request) => ({
    request: now.get(request.id) ?? request,
    isGone: !now.has(request.id) && isLookedAt(request),
  }))
  const known = new Set(shown.map(({ id }) => id))
  return {
    rows,
    come: fresh.requests.filter(({ id }) => !known.has(id)).length,
    gone: rows.filter(({ isGone }) => isGone).length,
  }
}
