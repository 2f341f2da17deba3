import type { RequestEntry, RequestEventType, RequestState, RequestView } from '@rodnik/contract/requests'
import { isOpen } from '@rodnik/domain/requests/next-state'
import { kindFacts } from './kind-facts.ts'

type Name = 'filed' | 'in_work' | 'visit' | 'answer' | 'done' | 'refused' | 'withdrawn'
/** One stage of a request: behind, under way, or to come; `at` when it was, `until` by when it comes. */
export type Milestone = {
  name: Name
  place: 'isDone' | 'isNow' | 'isNext'
  at?: string
  until?: string
}

type Seen = Pick<RequestView, 'kind' | 'state' | 'filedAt' | 'dueOn' | 'closedAt' | 'history'>

/** How far a request has come, and what comes next. */
export function milestonesOf(request: Seen): Milestone[] {
  const { state, filedAt, dueOn } = request
  const filed: Milestone = { name: 'filed', place: 'isDone', at: filedAt }
  if (!isOpen(state)) return [filed, ...passed(request), ended(request)]
  return [
    filed,
    inWork(request),
    ...(kindFacts(request.kind).steps.includes('visit') ? [visit(request)] : []),
    { name: 'answer', place: 'isNext', until: dueOn },
  ]
}

const lastOf = (history: readonly RequestEntry[], type: RequestEventType): string | undefined =>
  history.findLast((entry) => entry.type === type)?.at

function inWork({ state, history }: Seen): Milestone {
  const at = lastOf(history, 'taken')
  const place = state === 'filed' ? 'isNext' : state === 'visit' ? 'isDone' : 'isNow'
  return { name: 'in_work', place, ...(at !== undefined && { at }) }
}

function visit({ state, history }: Seen): Milestone {
  const at = lastOf(history, 'step_done')
  if (at !== undefined) return { name: 'visit', place: 'isDone', at }
  return { name: 'visit', place: state === 'visit' ? 'isNow' : 'isNext' }
}

/** Of a request that has ended: what really happened, and nothing that did not. */
function passed({ kind, history }: Seen): Milestone[] {
  const taken = lastOf(history, 'taken')
  const visited = kindFacts(kind).steps.includes('visit') ? lastOf(history, 'step_done') : undefined
  return [
    ...(taken === undefined ? [] : [{ name: 'in_work', place: 'isDone', at: taken } as const]),
    ...(visited === undefined ? [] : [{ name: 'visit', place: 'isDone', at: visited } as const]),
  ]
}

function ended({ state, closedAt }: Seen): Milestone {
  return {
    name: state as Extract<Name, RequestState>,
    place: 'isNow',
    ...(closedAt !== null && { at: closedAt }),
  }
}
