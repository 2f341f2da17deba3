import { expect, test } from 'vitest'
import { meteredVolume } from './meter-volume.ts'

const reading = (valueLitres: number, isRollover = false) => ({ valueLitres, isRollover })

test('what passed the meter is the way from the opening reading to the last one', () => {
  expect(meteredVolume(123_456, [reading(125_000), reading(130_789)], 5)).toEqual({
    ok: true,
    litres: 7333,
    turnLitres: 0,
  })
})

test('a face that came round has made a turn', () => {
  expect(meteredVolume(99_999_000, [reading(3000, true)], 5)).toEqual({
    ok: true,
    litres: 4000,
    turnLitres: 100_000_000,
  })
})

test('a smaller reading that is no turn of the face is refused', () => {
  expect(meteredVolume(150_000, [reading(140_000)], 5)).toEqual({
    ok: false,
    code: 'negative_volume',
    index: 0,
  })
})

test('a reading that the face cannot show is refused', () => {
  expect(meteredVolume(0, [reading(1000), reading(100_000_000)], 5)).toMatchObject({
    code: 'reading_above_face',
    index: 1,
  })
})
