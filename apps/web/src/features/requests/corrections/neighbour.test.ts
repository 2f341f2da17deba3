import type { CorrectableMeter } from '@rodnik/contract/reading-corrections'
import { expect, test } from 'vitest'
import { neighbourOf } from './neighbour.ts'

const reading = (period: string, valueLitres: number) => ({
  period,
  valueLitres,
  takenOn: `${period}-20`,
  source: 'account' as const,
  isFinal: true,
})
const METER: CorrectableMeter = {
  id: 'cold',
  service: 'cold',
  type: 'СВК-15',
  serial: '1',
  place: '',
  wholeDigits: 5,
  fractionDigits: 3,
  readings: [reading('2026-10', 119_000), reading('2026-08', 114_000), reading('2026-07', 109_000)],
}

test('a reading stands between those of the months that were sent, gaps included', () => {
  expect(neighbourOf(METER, '2026-08', 'before', [])).toEqual({ period: '2026-07', litres: 109_000 })
  expect(neighbourOf(METER, '2026-08', 'after', [])).toEqual({ period: '2026-10', litres: 119_000 })
})

test('a month that is corrected too counts as it is wanted', () => {
  const wanted = [
    { meterId: 'hot', period: '2026-07', litres: 1 },
    { meterId: 'cold', period: '2026-07', litres: 108_000 },
  ]
  expect(neighbourOf(METER, '2026-08', 'before', wanted)?.litres).toBe(108_000)
})

test('the first and the last month have one neighbour, an unknown one has none', () => {
  expect(neighbourOf(METER, '2026-07', 'before', [])).toBeUndefined()
  expect(neighbourOf(METER, '2026-10', 'after', [])).toBeUndefined()
  expect(neighbourOf(METER, '2026-09', 'after', [])).toBeUndefined()
})
