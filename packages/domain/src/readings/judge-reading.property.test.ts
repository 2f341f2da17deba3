import type { Doubt } from '@rodnik/contract/reading-issue'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, periodOf } from '../calendar/days.ts'
import { judgeReading, type MeterFacts, type SubmittedValue, type Verdict } from './judge-reading.ts'
import { meterHistory } from './meter-history.ts'
import { readingWindow } from './reading-window.ts'

const TODAY = '2026-11-20'
const WINDOW = readingWindow({ firstDay: 1, lastDay: 25 }, TODAY)
const RUNS = { numRuns: 3000 }

/** Many values near zero, near each other and near the end of the face: where the rules change. */
const litres = fc.oneof(
  fc.integer({ min: 0, max: 200_000 }),
  fc.integer({ min: 99_800_000, max: 100_200_000 }),
  fc.integer({ min: 0, max: 999_999_999 }),
)
const nullable = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 })
const daysAgo = fc.integer({ min: -3, max: 400 }).map((days) => addDays(TODAY, -days))

const previous = fc
  .tuple(litres, fc.integer({ min: 20, max: 400 }))
  .map(([valueLitres, days]) => ({ valueLitres, takenOn: addDays(TODAY, -days) }))
  .map((reading) => ({ ...reading, period: periodOf(reading.takenOn) }))
const later = litres.map((valueLitres) => ({ valueLitres, takenOn: '2026-12-05', period: '2026-12' }))

const meter: fc.Arbitrary<MeterFacts> = fc.record({
  wholeDigits: fc.constantFrom(4, 5, 5, 5, 6),
  nominalLitresPerHour: fc.constantFrom(1000, 1500, 2500),
  isInService: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  installedOn: daysAgo,
  verificationDueOn: nullable(daysAgo),
  previous: nullable(previous),
  later: fc.option(later, { nil: null, freq: 1 }),
  averageLitres: nullable(fc.integer({ min: 0, max: 60_000 })),
})
const confirmed = fc.subarray<Doubt>(['jump', 'rollover'])
const submitted: fc.Arbitrary<SubmittedValue> = fc.record({
  meter,
  valueLitres: litres,
  window: fc.constant(WINDOW),
  today: fc.constant(TODAY),
  confirmed,
})

const check = (property: (value: SubmittedValue, verdict: Verdict) => void) =>
  fc.assert(
    fc.property(submitted, (value) => property(value, judgeReading(value))),
    RUNS,
  )

test('there is always a verdict, and always the same one', () => {
  check((value, verdict) => {
    expect(['accepted', 'to_confirm', 'refused']).toContain(verdict.outcome)
    expect(judgeReading(structuredClone(value))).toEqual(verdict)
  })
})

test('what was used leads from the previous reading to the accepted one', () => {
  check(({ meter: facts, valueLitres }, verdict) => {
    if (verdict.outcome !== 'accepted') return
    // The opening reading is where the count starts.
    const start = facts.previous?.valueLitres ?? valueLitres
    expect(verdict.usedLitres).toBeGreaterThanOrEqual(0)
    expect((start + verdict.usedLitres) % (10 ** facts.wholeDigits * 1000)).toBe(valueLitres)
    expect(verdict.isRollover).toBe(valueLitres < start)
  })
})

test('an opening reading that the face can show is taken without a question and charges nothing', () => {
  check((value) => {
    const { wholeDigits } = value.meter
    const facts = { ...value.meter, previous: null, averageLitres: null, later: null, isInService: true }
    const valueLitres = value.valueLitres % (10 ** wholeDigits * 1000)
    const verdict = judgeReading({ ...value, valueLitres, meter: { ...facts, installedOn: TODAY } })
    expect(verdict).toMatchObject({ outcome: 'accepted', usedLitres: 0, reviewReason: null })
  })
})

test('no accepted reading is more than the pipe can carry', () => {
  check(({ meter: facts }, verdict) => {
    if (verdict.outcome !== 'accepted' || !facts.previous) return
    const days = Math.max(1, (Date.parse(TODAY) - Date.parse(facts.previous.takenOn)) / 86_400_000)
    expect(verdict.usedLitres).toBeLessThanOrEqual(facts.nominalLitresPerHour * 24 * days)
  })
})

test('nothing that was confirmed changes a refusal', () => {
  check((value, verdict) => {
    if (verdict.outcome !== 'refused') return
    for (const doubts of [[], ['jump'], ['rollover'], ['jump', 'rollover']] as Doubt[][]) {
      expect(judgeReading({ ...value, confirmed: doubts })).toEqual(verdict)
    }
  })
})

test('a doubt is settled by its own confirmation and by no other', () => {
  check((value, verdict) => {
    if (verdict.outcome !== 'to_confirm') return
    expect(value.confirmed).not.toContain(verdict.reason)
    const next = judgeReading({ ...value, confirmed: [...value.confirmed, verdict.reason] })
    expect(next.outcome).not.toBe('refused')
    expect(next).not.toMatchObject({ reason: verdict.reason })
    const all = judgeReading({ ...value, confirmed: ['jump', 'rollover'] })
    expect(all).toMatchObject({ outcome: 'accepted', usedLitres: verdict.usedLitres })
  })
})

test('an operator sees each reading that was doubted, and no other', () => {
  check((value, verdict) => {
    if (verdict.outcome !== 'accepted') return
    const unconfirmed = judgeReading({ ...value, confirmed: [] })
    const doubt = unconfirmed.outcome === 'to_confirm' ? unconfirmed.reason : null
    expect(verdict.reviewReason).toBe(doubt)
  })
})

test('above the previous reading, more is never judged milder than less', () => {
  const severity = { accepted: 0, to_confirm: 1, refused: 2 }
  const two = fc.tuple(submitted, litres)
  fc.assert(
    fc.property(two, ([value, other]) => {
      const start = value.meter.previous?.valueLitres ?? 0
      // After a turn of the face a later reading forbids the middle and not the top.
      if (value.meter.later && value.meter.later.valueLitres < start) return
      const [less, more] = [value.valueLitres, other].toSorted((a, b) => a - b)
      if (less === undefined || more === undefined || less < start) return
      const judged = (valueLitres: number) => severity[judgeReading({ ...value, valueLitres }).outcome]
      expect(judged(less)).toBeLessThanOrEqual(judged(more))
    }),
    RUNS,
  )
})

test('a suggested value would be taken without a question', () => {
  check((value, verdict) => {
    if (verdict.outcome === 'accepted' || verdict.suggestedLitres === undefined) return
    const next = judgeReading({ ...value, valueLitres: verdict.suggestedLitres, confirmed: [] })
    expect(next).toMatchObject({ outcome: 'accepted', reviewReason: null })
  })
})

test('an accepted reading is never above a later one without a turn of the face between', () => {
  check(({ meter: facts, valueLitres }, verdict) => {
    if (verdict.outcome !== 'accepted' || !facts.later) return
    const hasTurned = facts.later.valueLitres < (facts.previous?.valueLitres ?? 0)
    expect(valueLitres <= facts.later.valueLitres || hasTurned).toBe(true)
  })
})

test('a closed window refuses everything', () => {
  check((value) => {
    const verdict = judgeReading({ ...value, window: { ...WINDOW, isOpen: false } })
    expect(verdict).toEqual({ outcome: 'refused', reason: 'window_closed' })
  })
})

const past = (period: string, valueLitres: number) => ({ period, valueLitres, takenOn: `${period}-15` })

test('a reading that would be replaced changes nothing: sending twice is judged as sending once', () => {
  fc.assert(
    fc.property(submitted, litres, litres, (value, before, replaced) => {
      const history = [past('2026-10', before), past('2026-09', before)]
      const facts = (readings: typeof history) => ({
        ...value.meter,
        ...meterHistory(readings, '2026-11', value.meter.wholeDigits),
      })
      const first = judgeReading({ ...value, meter: facts(history) })
      const second = judgeReading({ ...value, meter: facts([past('2026-11', replaced), ...history]) })
      expect(second).toEqual(first)
    }),
  )
})
