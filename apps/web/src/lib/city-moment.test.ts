import { expect, test } from 'vitest'
import { instantOf, typedMoment } from './city-moment.ts'

const ZONE = 'Asia/Yekaterinburg'

test.each([
  ['midnight', '2026-11-27T00:00', '2026-11-26T19:00:00.000Z'],
  ['the minute before it', '2026-11-26T23:59', '2026-11-26T18:59:00.000Z'],
  ['with seconds', '2026-11-27T09:30:15', '2026-11-27T04:30:00.000Z'],
])('%s is read by the clock of the city', (_, typed, instant) => {
  expect(instantOf(typed, ZONE)).toBe(instant)
  expect(typedMoment(instant, ZONE)).toBe(typed.slice(0, 16))
})

test.each(['', '27.11.2026', '2026-11-27'])('«%s» says no moment', (typed) => {
  expect(instantOf(typed, ZONE)).toBeNull()
})
