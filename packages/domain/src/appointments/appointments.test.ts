import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appointmentNumber, readAppointmentNumber } from './appointment-number.ts'
import { type AppointmentState, type AppointmentStep, stateAfter, stepsFrom } from './appointment-steps.ts'
import { nearestSlots } from './nearest-slots.ts'

const number = appointmentNumber('2026-11', 123n)

test.each([
  [number, number],
  [` ${number.toLowerCase()} `, number],
  [number.replace('A', 'А'), number],
  [number.slice(1), null],
  [number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)), null],
  ['', null],
])('%j is read as %j', (typed, read) => {
  expect(number).toBe('A2611-0000123-7')
  expect(readAppointmentNumber(typed)).toBe(read)
})

const slot = (time: string) => ({ startsAt: `2026-12-01T${time}:00.000Z` })

test('the nearest times are given in order, the earlier one last to be chosen where both are as near', () => {
  const free = ['04:00', '04:20', '05:00', '05:20', '09:00'].map(slot)
  expect(nearestSlots(free, slot('04:40').startsAt, 3)).toEqual(['04:20', '05:00', '05:20'].map(slot))
  expect(nearestSlots(free, slot('04:40').startsAt, 1)).toEqual([slot('05:00')])
  expect(nearestSlots([], slot('04:40').startsAt, 3)).toEqual([])
})

const states: AppointmentState[] = ['booked', 'arrived', 'serving', 'done', 'missed', 'cancelled']

test.each<[AppointmentState, AppointmentStep[]]>([
  ['booked', ['arrive', 'call', 'serve', 'miss']],
  ['arrived', ['undo_arrive', 'call', 'serve', 'miss']],
  ['serving', ['finish']],
  ['done', []],
  ['missed', ['arrive']],
  ['cancelled', []],
])('from %s one can %j', (state, steps) => {
  expect(stepsFrom(state)).toEqual(steps)
})

test('whatever is done, what is done or cancelled stays so', () => {
  const step = fc.constantFrom<AppointmentStep>('arrive', 'undo_arrive', 'call', 'serve', 'finish', 'miss')
  fc.assert(
    fc.property(fc.constantFrom(...states), fc.array(step), (start, steps) => {
      const end = steps.reduce((state, next) => stateAfter(state, next) ?? state, start)
      const isOver = start === 'done' || start === 'cancelled'
      expect(isOver ? end === start : end !== 'cancelled').toBe(true)
    }),
  )
})
