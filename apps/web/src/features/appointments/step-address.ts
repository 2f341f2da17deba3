import { type BookerScope, homeOf } from './appointments.queries.ts'

/** What has been chosen so far: each choice is a page, so that «back» takes the last one back. */
export type Chosen = {
  officeId?: string | undefined
  topicId?: string | undefined
  day?: string | undefined
  startsAt?: string | undefined
  /** One specialist, where it is to be that one. */
  who?: string | undefined
  /** The number of the appointment that is to be moved. */
  moving?: string | undefined
}

export const listAddress = (scope: BookerScope): string => `${homeOf(scope)}/appointments`

export function stepAddress(scope: BookerScope, chosen: Chosen): string {
  const { officeId, topicId, day, startsAt, who, moving } = chosen
  const path = [officeId, topicId, day, startsAt].filter((part) => part !== undefined)
  const asked = new URLSearchParams({ ...(who && { who }), ...(moving && { move: moving }) }).toString()
  return `${listAddress(scope)}/${['new', ...path].join('/')}${asked && `?${asked}`}`
}

/** The address of a step, read back. */
export function chosenIn(path: string, asked: URLSearchParams): Chosen {
  const [officeId, topicId, day, startsAt] = path.split('/').filter(Boolean)
  return {
    officeId,
    topicId,
    day,
    startsAt,
    who: asked.get('who') ?? undefined,
    moving: asked.get('move') ?? undefined,
  }
}
