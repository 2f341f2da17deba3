import type { NextStep, Session } from '@rodnik/contract/sessions'

const pageOfStep: Record<NextStep, string> = {
  change_password: '/password',
  enrol_second_factor: '/staff/authenticator',
  give_second_factor: '/staff/code',
}

/** Where someone who has just signed in goes on: to what must be done first, else to where they were going. */
export function pageAfter({ next, kind }: Session, wanted?: string): string {
  if (next) return pageOfStep[next]
  return wanted ?? (kind === 'staff' ? '/staff' : '/my')
}
