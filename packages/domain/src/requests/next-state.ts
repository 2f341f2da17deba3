import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { RequestEventType, RequestState } from '@rodnik/contract/requests'

/** What a request is at a moment. */
export type Standing = {
  state: RequestState
  /** What has to happen before it is done, by its kind. */
  steps: readonly RequestStep[]
  /** What of it has happened. */
  happened: readonly RequestStep[]
}

export type RequestEvent =
  | { type: Exclude<RequestEventType, 'filed' | 'step_done'> }
  | { type: 'step_done'; step: RequestStep }

/** event_refused: not in this state. step_missing: something has to happen first. has_effect: it cannot be undone. */
export type Refusal = 'event_refused' | 'step_missing' | 'has_effect'
export type Next =
  | { ok: true; state: RequestState; happened: readonly RequestStep[] }
  | { ok: false; code: Refusal }

type Event = RequestEvent['type']

/** Where each event leads. What is not here is refused. */
const LEADS: Record<RequestState, Partial<Record<Event, RequestState>>> = {
  filed: {
    taken: 'in_work',
    noted: 'filed',
    replied: 'filed',
    scheduled: 'visit',
    step_done: 'in_work',
    withdrawn: 'withdrawn',
  },
  in_work: {
    taken: 'in_work',
    noted: 'in_work',
    miss_undone: 'in_work',
    asked: 'question',
    replied: 'in_work',
    scheduled: 'visit',
    step_done: 'in_work',
    done: 'done',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  question: {
    taken: 'in_work',
    noted: 'question',
    miss_undone: 'question',
    asked: 'question',
    replied: 'in_work',
    scheduled: 'visit',
    step_done: 'in_work',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  visit: {
    taken: 'visit',
    noted: 'visit',
    miss_undone: 'visit',
    replied: 'visit',
    scheduled: 'visit',
    visit_missed: 'in_work',
    visit_cancelled: 'in_work',
    step_done: 'in_work',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  done: { noted: 'done', reopened: 'in_work' },
  refused: { noted: 'refused', reopened: 'in_work' },
  withdrawn: { noted: 'withdrawn' },
}

/** What a request becomes by an event; nothing is ever skipped: `done` waits for every step of the kind. */
export function nextState(standing: Standing, event: RequestEvent): Next {
  const state = LEADS[standing.state][event.type]
  if (state === undefined) return { ok: false, code: 'event_refused' }
  const refusal = refusalOf(standing, event)
  if (refusal) return { ok: false, code: refusal }
  const { happened } = standing
  const isNew = event.type === 'step_done' && !happened.includes(event.step)
  return { ok: true, state, happened: isNew ? [...happened, event.step] : happened }
}

function refusalOf({ steps, happened }: Standing, event: RequestEvent): Refusal | undefined {
  if (event.type === 'scheduled' && !steps.includes('visit')) return 'event_refused'
  if (event.type === 'step_done' && !steps.includes(event.step)) return 'event_refused'
  if (event.type === 'done' && steps.some((step) => !happened.includes(step))) return 'step_missing'
  if (event.type === 'withdrawn' && happened.length > 0) return 'has_effect'
  return undefined
}

const OPEN: ReadonlySet<RequestState> = new Set(['filed', 'in_work', 'question', 'visit'])

/** Whether somebody still has to do something about it. */
export const isOpen = (state: RequestState): boolean => OPEN.has(state)

const OF_THE_ASKER = ['replied', 'withdrawn', 'reopened'] as const satisfies Event[]
export type AskerEvent = (typeof OF_THE_ASKER)[number]

/** What whoever asked may do now. */
export const askerMay = (standing: Standing): AskerEvent[] =>
  OF_THE_ASKER.filter((type) => nextState(standing, { type }).ok)

const OF_THE_OFFICE = ['taken', 'noted', 'asked', 'done', 'refused', 'reopened'] as const satisfies Event[]
export type OfficeEvent = (typeof OF_THE_OFFICE)[number]

/** What the office may do now by hand; visits and steps come from the work itself. */
export const officeMay = (standing: Standing): OfficeEvent[] =>
  OF_THE_OFFICE.filter((type) => nextState(standing, { type }).ok)
