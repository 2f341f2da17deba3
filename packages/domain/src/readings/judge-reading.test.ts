import type { Doubt } from '@rodnik/contract/reading-issue'
import { describe, expect, test } from 'vitest'
import { judgeReading, type MeterFacts } from './judge-reading.ts'

const window = { period: '2026-11', opensOn: '2026-11-01', closesOn: '2026-11-25', isOpen: true }
const today = '2026-11-20'
const previous = { period: '2026-10', valueLitres: 120_000, takenOn: '2026-10-20' }
const meter: MeterFacts = {
  wholeDigits: 5,
  nominalLitresPerHour: 1500,
  isInService: true,
  installedOn: '2024-05-10',
  verificationDueOn: null,
  previous,
  later: null,
  averageLitres: 4000,
}
const later = (valueLitres: number) => ({ period: '2026-12', valueLitres, takenOn: '2026-12-05' })
const withoutReadings = { ...meter, previous: null, averageLitres: null }
const aboutToRollOver = { ...meter, previous: { ...previous, valueLitres: 99_998_000 } }

const judge = (facts: MeterFacts, valueLitres: number, confirmed: Doubt[] = []) =>
  judgeReading({ meter: facts, valueLitres, window, today, confirmed })

const accepted = (usedLitres: number) => ({
  outcome: 'accepted',
  usedLitres,
  isRollover: false,
  reviewReason: null,
  notices: [],
})

describe('accepts', () => {
  test.each<[string, MeterFacts, number, number]>([
    ['what an ordinary month has used', meter, 123_456, 3456],
    ['a month away from home', meter, 120_000, 0],
    ['three average months at once', meter, 132_000, 12_000],
    ['a little water where nothing is ever used', { ...meter, averageLitres: 0 }, 130_000, 10_000],
    ['sixty cubic metres while the average is unknown', { ...meter, averageLitres: null }, 180_000, 60_000],
    [
      'four average months after four months of silence',
      { ...meter, previous: { ...previous, period: '2026-07', takenOn: '2026-07-20' } },
      136_000,
      16_000,
    ],
    ['the opening reading of a meter, which charges nothing', withoutReadings, 500_000, 0],
    ['an opening reading near the end of the face', withoutReadings, 99_999_999, 0],
    ['an opening reading on the day of installation', { ...withoutReadings, installedOn: today }, 36_001, 0],
    ['an opening reading below a later month', { ...withoutReadings, later: later(123_000) }, 122_000, 0],
    ['the same value as a later month', { ...meter, later: later(123_000) }, 123_000, 3000],
    ['the largest value of the face', aboutToRollOver, 99_999_999, 1999],
  ])('%s', (_, facts, valueLitres, usedLitres) => {
    expect(judge(facts, valueLitres)).toEqual(accepted(usedLitres))
  })
})

describe('warns', () => {
  test.each([
    ['that the verification has expired', '2026-11-19', ['verification_expired']],
    ['that the verification expires today', today, ['verification_near']],
    ['that it expires in sixty days', '2027-01-19', ['verification_near']],
    ['of nothing when it expires in sixty-one days', '2027-01-20', []],
  ])('%s', (_, verificationDueOn, notices) => {
    expect(judge({ ...meter, verificationDueOn }, 123_000)).toEqual({ ...accepted(3000), notices })
  })
})

describe('refuses', () => {
  test.each<[string, MeterFacts, number, object]>([
    ['a meter out of service', { ...meter, isInService: false }, 123_000, { reason: 'meter_out_of_service' }],
    [
      'a meter installed tomorrow',
      { ...meter, installedOn: '2026-11-21' },
      123_000,
      { reason: 'meter_out_of_service' },
    ],
    [
      'litres typed without the comma, six digits',
      meter,
      123_456_000,
      { reason: 'too_many_digits', suggestedLitres: 123_456 },
    ],
    ['more digits than drums', meter, 100_000_000, { reason: 'too_many_digits' }],
    [
      'less than a previous reading that the face cannot show',
      { ...aboutToRollOver, wholeDigits: 4 },
      1000,
      { reason: 'below_previous' },
    ],
    ['less than the month before', meter, 119_999, { reason: 'below_previous' }],
    ['a typing error that would be a turn of the face', meter, 12_345, { reason: 'below_previous' }],
    ['more than a later month', { ...meter, later: later(123_000) }, 123_001, { reason: 'above_later' }],
    [
      'less than before, though a later month proves that the face has not come round',
      { ...aboutToRollOver, later: later(99_999_000) },
      500,
      { reason: 'below_previous' },
    ],
    [
      'a value that a later month after a turn of the face rules out',
      { ...aboutToRollOver, later: later(1000) },
      2000,
      { reason: 'above_later' },
    ],
    [
      'more than the pipe can carry, with the comma put back',
      { ...meter, previous: { ...previous, valueLitres: 7000 } },
      9_500_000,
      { reason: 'impossible_volume', usedLitres: 9_493_000, suggestedLitres: 9500 },
    ],
    [
      'more than the pipe can carry, where no comma helps',
      meter,
      50_000_000,
      { reason: 'impossible_volume', usedLitres: 49_880_000 },
    ],
    [
      'more than a day of water since yesterday',
      { ...meter, previous: { ...previous, takenOn: '2026-11-19' } },
      156_001,
      { reason: 'impossible_volume', usedLitres: 36_001 },
    ],
    [
      'an opening reading above a later month, which nothing shows to have come round',
      { ...withoutReadings, later: later(123_000) },
      123_001,
      { reason: 'above_later' },
    ],
    [
      'an opening reading of more digits than drums, with the comma put back',
      withoutReadings,
      123_456_000,
      { reason: 'too_many_digits', suggestedLitres: 123_456 },
    ],
  ])('%s', (_, facts, valueLitres, refusal) => {
    expect(judge(facts, valueLitres, ['jump', 'rollover'])).toEqual({ outcome: 'refused', ...refusal })
  })

  test('everything once the window is closed, before it looks at anything else', () => {
    const closed = { ...window, isOpen: false }
    const verdict = judgeReading({ meter, valueLitres: 123_000, window: closed, today, confirmed: ['jump'] })
    expect(verdict).toEqual({ outcome: 'refused', reason: 'window_closed' })
  })
})

describe('asks', () => {
  test('about three times the average and a litre, and takes it when confirmed', () => {
    expect(judge(meter, 132_001)).toEqual({ outcome: 'to_confirm', reason: 'jump', usedLitres: 12_001 })
    expect(judge(meter, 132_001, ['rollover'])).toMatchObject({ outcome: 'to_confirm', reason: 'jump' })
    expect(judge(meter, 132_001, ['jump'])).toEqual({ ...accepted(12_001), reviewReason: 'jump' })
  })

  test('about more than sixty cubic metres while the average is unknown', () => {
    const verdict = judge({ ...meter, averageLitres: null }, 180_001)
    expect(verdict).toEqual({ outcome: 'to_confirm', reason: 'jump', usedLitres: 60_001 })
  })

  test.each([
    ['one digit', 10, 12_400],
    ['two digits', 100, 12_400],
    ['three digits', 1000, 1240],
  ])('whether %s were meant behind the comma', (_, factor, meantLitres) => {
    const start = { ...previous, period: '2026-02', takenOn: '2026-02-20', valueLitres: meantLitres - 1000 }
    expect(judge({ ...meter, previous: start }, meantLitres * factor)).toMatchObject({
      outcome: 'to_confirm',
      reason: 'jump',
      suggestedLitres: meantLitres,
    })
  })

  test('whether the face has come round, and takes it when confirmed', () => {
    expect(judge(aboutToRollOver, 1000)).toEqual({
      outcome: 'to_confirm',
      reason: 'rollover',
      usedLitres: 3000,
    })
    expect(judge(aboutToRollOver, 1000, ['jump'])).toMatchObject({ reason: 'rollover' })
    expect(judge(aboutToRollOver, 1000, ['rollover'])).toEqual({
      ...accepted(3000),
      isRollover: true,
      reviewReason: 'rollover',
    })
  })

  test('about 99999 that became 00003: four cubic metres', () => {
    const facts = { ...meter, previous: { ...previous, valueLitres: 99_999_000 } }
    expect(judge(facts, 3000)).toMatchObject({ reason: 'rollover', usedLitres: 4000 })
  })

  test('about both doubts in turn', () => {
    expect(judge(aboutToRollOver, 30_000)).toMatchObject({ outcome: 'to_confirm', reason: 'rollover' })
    expect(judge(aboutToRollOver, 30_000, ['rollover'])).toMatchObject({ reason: 'jump', usedLitres: 32_000 })
    expect(judge(aboutToRollOver, 30_000, ['jump', 'rollover'])).toMatchObject({
      outcome: 'accepted',
      isRollover: true,
      reviewReason: 'rollover',
    })
  })

  test('about a turn of the face up to fifty cubic metres and not beyond', () => {
    expect(judge(aboutToRollOver, 48_000)).toMatchObject({ outcome: 'to_confirm', usedLitres: 50_000 })
    expect(judge(aboutToRollOver, 48_001)).toEqual({ outcome: 'refused', reason: 'below_previous' })
  })

  test('of a confirmation that was not needed, nothing remains', () => {
    expect(judge(meter, 123_000, ['jump', 'rollover'])).toEqual(accepted(3000))
  })

  test('about a turn of the face that a later month bears out', () => {
    const facts = { ...aboutToRollOver, later: later(5000) }
    expect(judge(facts, 1000)).toMatchObject({ outcome: 'to_confirm', reason: 'rollover' })
    expect(judge(facts, 99_999_000)).toEqual(accepted(1000))
  })
})
