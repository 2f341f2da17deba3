export type AppointmentState = 'booked' | 'arrived' | 'serving' | 'done' | 'missed' | 'cancelled'
/** What somebody at the counter does with an appointment of the day. */
export type AppointmentStep = 'arrive' | 'call' | 'serve' | 'finish' | 'miss' | 'undo_arrive'

const STEPS: Record<AppointmentStep, { from: readonly AppointmentState[]; to: AppointmentState | 'same' }> = {
  /** Whoever was taken for missed may come after all. */
  arrive: { from: ['booked', 'missed'], to: 'arrived' },
  undo_arrive: { from: ['arrived'], to: 'booked' },
  call: { from: ['booked', 'arrived'], to: 'same' },
  serve: { from: ['booked', 'arrived'], to: 'serving' },
  finish: { from: ['serving'], to: 'done' },
  miss: { from: ['booked', 'arrived'], to: 'missed' },
}

/** The state after a step; null when the appointment is not in a state to take it. */
export function stateAfter(state: AppointmentState, step: AppointmentStep): AppointmentState | null {
  const { from, to } = STEPS[step]
  if (!from.includes(state)) return null
  return to === 'same' ? state : to
}

export const stepsFrom = (state: AppointmentState): AppointmentStep[] =>
  (Object.keys(STEPS) as AppointmentStep[]).filter((step) => stateAfter(state, step) !== null)

/** It holds its place at the post. */
export const isLive = (state: AppointmentState): boolean =>
  state === 'booked' || state === 'arrived' || state === 'serving'
