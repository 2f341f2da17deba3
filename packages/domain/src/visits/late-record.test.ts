import { describe, expect, test } from 'vitest'
import { type AwaitedVisit, lastUnrecordedDay, recordMeets } from './late-record.ts'

const DAY = '2026-11-23'
const MISSED: AwaitedVisit = {
  state: 'missed',
  missedBy: 'utility',
  day: DAY,
  isRecorded: false,
  isFollowed: false,
}

describe('a record that comes late', () => {
  test.each<[string, Partial<AwaitedVisit>, string, ReturnType<typeof recordMeets>]>([
    ['wins over «nobody came»', {}, DAY, 'overtakes'],
    ['has its visit where nobody has said anything', { state: 'booked', missedBy: null }, DAY, 'open'],
    ['of the day after is none of that visit', {}, '2026-11-24', 'over'],
    ['does not undo a miss of the resident', { missedBy: 'resident' }, DAY, 'over'],
    ['does not undo a cancelling', { state: 'cancelled', missedBy: null }, DAY, 'over'],
    ['yields to another device', { state: 'done', missedBy: null, isRecorded: true }, DAY, 'has_result'],
    ['yields to a visit that was recorded since', { isFollowed: true }, DAY, 'over'],
    ['yields to the record of nobody at home', { missedBy: 'resident', isRecorded: true }, DAY, 'has_result'],
  ])('%s', (_what, visit, enteredOn, meets) => {
    expect(recordMeets({ ...MISSED, ...visit }, enteredOn)).toBe(meets)
  })

  test('is waited for three whole days', () => {
    expect(lastUnrecordedDay('2026-11-27')).toBe('2026-11-23')
  })
})
