import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shiftPeriod } from '../calendar/days.ts'
import { type CountedReading, correctHistory, type Face } from './corrected-history.ts'

const FACE: Face = { wholeDigits: 5, fractionDigits: 3, nominalLitresPerHour: 1500 }

/** Readings of one month after another from June 2026 on. */
function historyOf(values: readonly number[], turnsAt?: number): CountedReading[] {
  return values.map((valueLitres, at) => {
    const before = values[at - 1]
    const turn = at === turnsAt ? 100_000_000 : 0
    return {
      period: shiftPeriod('2026-06', at),
      takenOn: `${shiftPeriod('2026-06', at)}-20`,
      valueLitres,
      usedLitres: before === undefined ? 0 : valueLitres - before + turn,
      isRollover: at === turnsAt,
    }
  })
}

const HISTORY = historyOf([100_000, 103_000, 115_000, 118_000])

describe('a reading that was mistyped', () => {
  test('is replaced, and the month after it is counted anew', () => {
    const outcome = correctHistory(HISTORY, [{ period: '2026-08', litres: 105_000 }], FACE)

    expect(outcome).toMatchObject({
      ok: true,
      corrected: [{ period: '2026-08', valueLitres: 105_000, usedLitres: 2000 }],
      recounted: [{ period: '2026-09', valueLitres: 118_000, usedLitres: 13_000 }],
    })
  })

  test('of two months is judged with both of them right', () => {
    const corrections = [
      { period: '2026-08', litres: 120_000 },
      { period: '2026-09', litres: 121_000 },
    ]

    expect(correctHistory(HISTORY, corrections, FACE)).toMatchObject({ ok: true, recounted: [] })
    expect(correctHistory(HISTORY, corrections.slice(0, 1), FACE)).toEqual({
      ok: false,
      faults: [{ period: '2026-08', fault: 'above_later' }],
    })
  })

  test.each([
    ['a month nobody sent anything for', '2025-01', 1, 'no_reading'],
    ['what was sent', '2026-08', 115_000, 'same_value'],
    ['more drums than the meter has', '2026-08', 100_000_000, 'too_many_digits'],
    ['less than the month before', '2026-08', 102_999, 'below_previous'],
    ['more than the month after', '2026-08', 118_001, 'above_later'],
    ['more than fits through the pipe', '2026-09', 99_000_000, 'impossible_volume'],
  ])('cannot become %s', (_what, period, litres, fault) => {
    expect(correctHistory(HISTORY, [{ period, litres }], FACE)).toEqual({
      ok: false,
      faults: [{ period, fault }],
    })
  })

  test('has no litres where the meter shows none', () => {
    expect(
      correctHistory(HISTORY, [{ period: '2026-08', litres: 104_500 }], { ...FACE, fractionDigits: 0 }),
    ).toMatchObject({ ok: false, faults: [{ fault: 'too_many_fraction_digits' }] })
  })
})

test('a turn of the face that was known stays one, and ends when the right value is above the month before', () => {
  const history = historyOf([99_998_000, 1000, 4000], 1)

  expect(correctHistory(history, [{ period: '2026-07', litres: 2000 }], FACE)).toMatchObject({
    ok: true,
    corrected: [{ usedLitres: 4000, isRollover: true }],
  })
  expect(correctHistory(history, [{ period: '2026-07', litres: 99_999_000 }], FACE)).toMatchObject({
    ok: false,
    faults: [{ fault: 'above_later' }],
  })
})

test('whatever is corrected, the water of all months together is what the last reading says', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(steps, fc.nat(), fc.integer({ min: -20_000, max: 20_000 }), (volumes, which, shift) => {
      const values = volumes.reduce<number[]>((sums, used) => [...sums, (sums.at(-1) ?? 50_000) + used], [])
      const history = historyOf(values)
      const wrong = history[which % history.length]!
      const outcome = correctHistory(
        history,
        [{ period: wrong.period, litres: wrong.valueLitres + shift }],
        FACE,
      )
      const changed = new Map(
        outcome.ok ? [...outcome.corrected, ...outcome.recounted].map((row) => [row.period, row]) : [],
      )
      const after = history.map((row) => changed.get(row.period) ?? row)
      const used = after.slice(1).reduce((sum, { usedLitres }) => sum + usedLitres, 0)

      expect(used).toBe((after.at(-1)?.valueLitres ?? 0) - (after[0]?.valueLitres ?? 0))
      expect(after.every(({ valueLitres }, at) => valueLitres >= (after[at - 1]?.valueLitres ?? 0))).toBe(
        true,
      )
    }),
  )
})
